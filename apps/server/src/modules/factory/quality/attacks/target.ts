import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { type FlatSchema, flattenSchema, isFreeText } from '../domain/json-schema.ts';
import type { ApiDocument, Method, Operation } from '../domain/openapi-document.ts';
import {
  findReferences,
  findResources,
  type Reference,
  type Resource,
} from '../domain/resources.ts';
import { type RuleOfApp, readRules, type TransitionOfApp } from '../domain/rules-of-app.ts';
import { waysFrom, wayToDeletable } from '../domain/ways.ts';

/** At most so many records have the same `member`, of those with the values of `counted`. */
export type Limit = {
  readonly member: string;
  readonly most: number;
  readonly counted: Readonly<Record<string, unknown>>;
};

/** A value with which a record is not changed, and the transitions that give it where a new record cannot have it. */
export type Fixed = {
  readonly member: string;
  readonly value: unknown;
  readonly way: readonly TransitionOfApp[];
};

/** A kind of record that the app keeps, as an attacker sees it. */
export type Target = {
  readonly path: string;
  readonly resource: Resource;
  readonly create: Operation;
  readonly list: Operation | null;
  readonly read: Operation | null;
  readonly update: Operation | null;
  readonly remove: Operation | null;
  /** Own members of a new record, without ids of others. */
  readonly members: Readonly<Record<string, FlatSchema>>;
  readonly references: readonly Reference[];
  /** What a client may decide on: by the blueprint, or all members where it knows no such entity. */
  readonly declared: readonly string[];
  /** What the app works out itself, by the blueprint. */
  readonly computed: readonly string[];
  /** The roles that see the records of every account, by the blueprint. */
  readonly seesAll: readonly string[];
  /** Those, and who reads but does not change them. */
  readonly readsAll: readonly string[];
  /** Members whose values only one record may have together, by the blueprint; often one alone. */
  readonly unique: readonly (readonly string[])[];
  /** How many records of one parent there may be, by the blueprint. */
  readonly limits: readonly Limit[];
  /** A change names the version that it is based on, by the blueprint. */
  readonly locks: boolean;
  /** Members whose values are only taken, by the blueprint. */
  readonly secrets: readonly string[];
  /** The transitions after which a new record can be deleted, where it cannot be at once. */
  readonly wayToDeletable: readonly TransitionOfApp[];
  /** When a record is not changed, by the blueprint. */
  readonly fixed: readonly Fixed[];
  /** A deletion only hides a record, by the blueprint. */
  readonly hides: boolean;
  /** The least and the greatest value of numbers, by the blueprint. */
  readonly bounds: Readonly<Record<string, { min?: number | undefined; max?: number | undefined }>>;
};

/** Every collection without an outer record in its path. */
export function findTargets(document: ApiDocument, blueprint: Blueprint): Target[] {
  const resources = findResources(document);
  const find = (method: Method, path: RegExp) =>
    document.operations.find((one) => one.method === method && path.test(one.path)) ?? null;
  return resources
    .filter(({ path }) => !path.includes('{'))
    .map((resource) => {
      const { path, create, aliases } = resource;
      const one = new RegExp(`^${escapePattern(path)}/\\{[^}]+\\}$`);
      const schema = create.body?.schema ?? {};
      const entity = blueprint.entities.find(({ name }) => aliases.includes(name.toLowerCase()));
      const fields = entity?.fields ?? [];
      const given = fields.filter(({ computed }) => computed === undefined);
      // A field may be called like the id of another record, e.g. `authorId`, and hold any text.
      const references = findReferences(document, schema, resources).filter(
        (reference) => !fields.some(({ name }) => name === reference.name),
      );
      const all = flattenSchema(document.root, schema).properties;
      const members = Object.entries(all)
        .filter(([name]) => references.every((reference) => reference.name !== name))
        .map(([name, member]) => [name, flattenSchema(document.root, member)] as const);
      return {
        path,
        resource,
        create,
        list: find('get', new RegExp(`^${escapePattern(path)}$`)),
        read: find('get', one),
        update: find('patch', one) ?? find('put', one),
        remove: find('delete', one),
        members: Object.fromEntries(members),
        references,
        declared: entity ? given.map(({ name }) => name) : members.map(([name]) => name),
        computed: fields.filter(({ computed }) => computed).map(({ name }) => name),
        seesAll: entity?.access?.seesAll ?? [],
        readsAll: [...(entity?.access?.seesAll ?? []), ...(entity?.access?.readsAll ?? [])],
        unique: uniqueGroups(entity, Object.keys(all)),
        limits: limitsOf(entity, Object.keys(all)),
        wayToDeletable: wayToDeletable(readRules(document.root, schema)),
        fixed: fixedOf(entity, readRules(document.root, schema), Object.keys(all)),
        hides: entity?.softDelete === true,
        locks: entity?.optimisticLocking === true,
        secrets: fields.filter(({ type }) => type === 'password').map(({ name }) => name),
        bounds: Object.fromEntries(fields.map(({ name, min, max }) => [name, { min, max }])),
      };
    });
}

/** By the names of the API: a relation is the member that holds its id. Groups with an unknown member are left out. */
function uniqueGroups(entity: Entity | undefined, known: readonly string[]): string[][] {
  const alone = (entity?.fields ?? []).filter(({ unique }) => unique).map(({ name }) => [name]);
  const isRelation = (name: string) => entity?.relations.some((one) => one.name === name);
  const groups = (entity?.uniqueTogether ?? []).map((group) =>
    group.map((name) => (isRelation(name) ? `${name}Id` : name)),
  );
  return [...alone, ...groups.filter((group) => group.every((name) => known.includes(name)))];
}

/** Those of which the parent and what is counted are members of a new record. */
function limitsOf(entity: Entity | undefined, known: readonly string[]): Limit[] {
  return (entity?.rules ?? []).flatMap((rule) => {
    if (rule.kind !== 'at-most') return [];
    const { per, most, where } = rule;
    const member = `${per}Id`;
    const counted = where === undefined ? {} : { [where.field]: where.values[0] };
    const isKnown = [member, ...Object.keys(counted)].every((name) => known.includes(name));
    return isKnown ? [{ member, most, counted }] : [];
  });
}

/** Those that a new record can be given, or that transitions lead to. */
function fixedOf(
  entity: Entity | undefined,
  rules: readonly RuleOfApp[],
  known: readonly string[],
) {
  const lifecycle = rules.find((rule) => rule.kind === 'lifecycle');
  const ways = lifecycle === undefined ? null : waysFrom(lifecycle);
  return (entity?.rules ?? []).flatMap((rule): Fixed[] => {
    if (rule.kind !== 'change-blocked') return [];
    const { field: member, values } = rule;
    if (known.includes(member)) return values.map((value) => ({ member, value, way: [] }));
    if (lifecycle?.member !== member) return [];
    return values.flatMap((value) => {
      const way = ways?.get(String(value));
      return way === undefined ? [] : [{ member, value, way }];
    });
  });
}

/** Names of the members that are text, however it is checked. */
export function textMembers({ members }: Target): string[] {
  return namesOf(members, ({ types, choices }) => types[0] === 'string' && choices === null);
}

/** Names of the members in which any text may stand that is short enough. */
export function freeMembers({ members }: Target, length = 0): string[] {
  return namesOf(
    members,
    (schema) => isFreeText(schema) && length <= (schema.maxLength ?? Number.POSITIVE_INFINITY),
  );
}

export function numberMembers({ members }: Target): string[] {
  return namesOf(
    members,
    ({ types, format }) => types[0] === 'integer' || types[0] === 'number' || format === 'decimal',
  );
}

/** Query parameters of an operation that take a text. */
export function textParameters(document: ApiDocument, operation: Operation): string[] {
  return operation.parameters
    .filter(({ place, name, schema }) => {
      const { types, choices, format } = flattenSchema(document.root, schema);
      const isText = types[0] === 'string' && choices === null && format === null;
      return place === 'query' && isText && name !== 'cursor' && name !== 'limit';
    })
    .map(({ name }) => name);
}

function namesOf(members: Target['members'], fits: (schema: FlatSchema) => boolean): string[] {
  return Object.entries(members)
    .filter(([, schema]) => fits(schema))
    .map(([name]) => name);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
