import {
  type Blueprint,
  type BlueprintChange,
  describeRelation,
  type Entity,
  type Relation,
} from '@quantumlayer/contracts';
import { diffContracts } from './diff-contracts.ts';
import { diffPeople } from './diff-people.ts';
import { diffRules } from './diff-rules.ts';
import type { Renames } from './renames.ts';
import { sayEntity, sayFieldType } from './say-parts.ts';

/** A change as it is seen, before anybody is known to have asked for it. */
type Change = Omit<BlueprintChange, 'phrase'>;

/**
 * What differs between two versions of a blueprint, in words of people, in the order of the new one. Pure, and the same for
 * changes by a form, a document or a restored version: what they renamed is told by `renames`, since it cannot be seen.
 */
export function diffBlueprints(
  before: Blueprint,
  after: Blueprint,
  renames: Renames = {},
): BlueprintChange[] {
  const old = new Map(before.entities.map((entity) => [entity.name, entity]));
  const pairs = after.entities.map((entity) => {
    return { entity, was: old.get(renames[entity.name] ?? entity.name) };
  });
  const kept = new Set(pairs.flatMap(({ was }) => was?.name ?? []));
  const nameNow = new Map(
    pairs.flatMap(({ entity, was }) => (was ? [[was.name, entity.name]] : [])),
  );
  const context = { before, after, renames, nameNow };
  const changes = [
    ...diffApp(before, after),
    ...diffPeople(before.people, after.people),
    ...diffContracts(before.contract, after.contract),
    ...before.entities.filter(({ name }) => !kept.has(name)).map(removedEntity),
    ...pairs.flatMap(({ entity, was }) =>
      was === undefined ? [addedEntity(entity)] : diffEntity(was, entity, context),
    ),
  ];
  return changes.map((change) => ({ ...change, phrase: null }));
}

type Context = {
  before: Blueprint;
  after: Blueprint;
  renames: Renames;
  nameNow: ReadonlyMap<string, string>;
};

function diffApp(before: Blueprint, after: Blueprint): Change[] {
  return (['name', 'title', 'description'] as const).flatMap((part) =>
    before[part] === after[part]
      ? []
      : [
          {
            path: part,
            kind: 'changed' as const,
            text: `The ${part} of the app changes.`,
            before: before[part],
            after: after[part],
          },
        ],
  );
}

function removedEntity(entity: Entity): Change {
  return {
    path: entity.name,
    kind: 'removed',
    text: `${entity.name} is dropped, with all that is in it.`,
    before: sayEntity(entity),
    after: null,
  };
}

function addedEntity(entity: Entity): Change {
  return {
    path: entity.name,
    kind: 'added',
    text: `${entity.name} is new.`,
    before: null,
    after: sayEntity(entity),
  };
}

function diffEntity(was: Entity, entity: Entity, context: Context): Change[] {
  const { name } = entity;
  const change = (part: string, left: string, right: string): Change[] =>
    left === right
      ? []
      : [
          {
            path: name,
            kind: 'changed',
            text: `${name} has another ${part}.`,
            before: left,
            after: right,
          },
        ];
  const renamed: Change[] =
    was.name === name
      ? change('plural', was.plural, entity.plural)
      : [
          {
            path: name,
            kind: 'renamed',
            text: `${was.name} is called ${name} now.`,
            before: was.name,
            after: name,
          },
        ];
  return [
    ...renamed,
    ...change('description', was.description ?? '', entity.description ?? ''),
    ...diffFields(was, entity, context),
    ...diffRelations(was, entity, context),
    ...diffRules(was, entity, context),
  ];
}

function diffFields(was: Entity, entity: Entity, { renames }: Context): Change[] {
  const pairs = pair(was.fields, entity.fields, (name) => renames[`${entity.name}.${name}`]);
  return [
    ...pairs.removed.map(
      (field): Change => ({
        path: `${was.name}.${field.name}`,
        kind: 'removed',
        text: `${entity.name} loses its ${field.name}, with all that is in it.`,
        before: sayFieldType(field),
        after: null,
      }),
    ),
    ...pairs.kept.flatMap(({ left, right }) => {
      const path = `${entity.name}.${right.name}`;
      const [before, after] = [sayFieldType(left), sayFieldType(right)];
      return [
        ...renamedMember(path, left.name, right.name),
        ...(before === after
          ? []
          : [{ path, kind: 'changed' as const, text: `${path} changes.`, before, after }]),
      ];
    }),
    ...pairs.added.map(
      (field): Change => ({
        path: `${entity.name}.${field.name}`,
        kind: 'added',
        text: `${entity.name} gets a ${field.name}.`,
        before: null,
        after: sayFieldType(field),
      }),
    ),
  ];
}

function renamedMember(path: string, left: string, right: string): Change[] {
  if (left === right) return [];
  const [entity = ''] = path.split('.');
  const text = `The ${left} of ${entity} is called ${right} now.`;
  return [{ path, kind: 'renamed', text, before: left, after: right }];
}

/** Of the two sides of a relation the one that tells most: where the key is, or that of the entity that comes first. */
function isTold({ entities }: Blueprint, entity: Entity, relation: Relation): boolean {
  const { kind, target, name, inverse } = relation;
  if (kind !== 'many-to-many') return kind === 'belongs-to';
  if (target === entity.name) return name <= inverse;
  const first = entities.find((each) => [entity.name, target].includes(each.name));
  return first?.name === entity.name;
}

function diffRelations(was: Entity, entity: Entity, context: Context): Change[] {
  const { renames, nameNow } = context;
  const now = (relation: Relation): Relation => ({
    ...relation,
    target: nameNow.get(relation.target) ?? relation.target,
  });
  const pairs = pair(was.relations, entity.relations, (name) => renames[`${entity.name}.${name}`]);
  return [
    ...pairs.removed
      .filter((relation) => isTold(context.before, was, relation))
      .map(
        (relation): Change => ({
          path: `${was.name}.${relation.name}`,
          kind: 'removed',
          text: `${entity.name} no longer has its ${relation.name}.`,
          before: describeRelation(relation),
          after: null,
        }),
      ),
    ...pairs.kept.flatMap(({ left, right }) => {
      const path = `${entity.name}.${right.name}`;
      const [before, after] = [describeRelation(now(left)), describeRelation(right)];
      return [
        ...renamedMember(path, left.name, right.name),
        ...(before === after
          ? []
          : [{ path, kind: 'changed' as const, text: `${path} changes.`, before, after }]),
      ];
    }),
    ...pairs.added
      .filter((relation) => isTold(context.after, entity, relation))
      .map(
        (relation): Change => ({
          path: `${entity.name}.${relation.name}`,
          kind: 'added',
          text: `${entity.name} gets a ${relation.name}.`,
          before: null,
          after: describeRelation(relation),
        }),
      ),
  ];
}

type Pairs<Part> = { removed: Part[]; kept: { left: Part; right: Part }[]; added: Part[] };

function pair<Part extends { name: string }>(
  before: readonly Part[],
  after: readonly Part[],
  was: (name: string) => string | undefined,
): Pairs<Part> {
  const old = new Map(before.map((part) => [part.name, part]));
  const found = after.map((right) => ({ right, left: old.get(was(right.name) ?? right.name) }));
  const kept = found.flatMap(({ left, right }) => (left === undefined ? [] : [{ left, right }]));
  const names = new Set(kept.map(({ left }) => left.name));
  return {
    removed: before.filter(({ name }) => !names.has(name)),
    kept,
    added: found.flatMap(({ left, right }) => (left === undefined ? [right] : [])),
  };
}
