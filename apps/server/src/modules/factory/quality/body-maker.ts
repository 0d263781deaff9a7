import type { PathValues } from './build-request.ts';
import { isObject, listsOf, type Schema } from './domain/json-schema.ts';
import { keepRules } from './domain/keep-rules.ts';
import type { Operation } from './domain/openapi-document.ts';
import {
  findPathReferences,
  findReferences,
  type Reference,
  type Resource,
} from './domain/resources.ts';
import type { Flavour } from './domain/valid-value.ts';
import type { ExerciseSession } from './exercise-session.ts';

export type MadeRecord = { readonly id: string; readonly path: PathValues };
export type Members = Record<string, unknown>;
/** Which values to make, and whether the records they refer to must be new ones. */
export type Want = { flavour: Flavour; fresh: boolean };

/** The resources whose records are being made, outermost first: none of them can be made inside itself. */
export type Chain = readonly string[];

/** Which candidate of a reference the app took. */
export type Learned = {
  find(operation: Operation, name: string): number | undefined;
  keep(operation: Operation, name: string, pick: number): void;
};

type Dependencies = {
  session: ExerciseSession;
  learned: Learned;
  parent(resource: Resource, fresh: boolean, chain: Chain): Promise<MadeRecord | null>;
};

export type BodyMaker = ReturnType<typeof createBodyMaker>;

/** Fills bodies and paths with valid values and with the ids of records that exist. */
export function createBodyMaker({ session, learned, parent }: Dependencies) {
  const { document, resources, makeValue } = session;

  async function pathValues(
    operation: Operation,
    fresh: boolean,
    chain: Chain = [],
  ): Promise<PathValues | null> {
    const values: Record<string, string> = {};
    for (const { name, candidates } of findPathReferences(operation, resources)) {
      const resource = candidates[learned.find(operation, name) ?? 0] ?? null;
      const made = resource === null ? null : await parent(resource, fresh, chain);
      if (resource !== null && made === null) return null;
      values[name] ??= encodeURIComponent(made?.id ?? plainPathValue(operation, name));
      for (const [outer, value] of Object.entries(made?.path ?? {})) {
        if (operation.path.includes(`{${outer}}`)) values[outer] = value;
      }
    }
    return values;
  }

  function plainPathValue(operation: Operation, name: string): string {
    const parameter = operation.parameters.find((one) => one.place === 'path' && one.name === name);
    return String(makeValue(parameter?.schema ?? { type: 'string' }, 'full'));
  }

  async function fillReference(reference: Reference, at: number, want: Want, chain: Chain) {
    const resource = reference.candidates[at] ?? null;
    if (resource === null) return undefined;
    const made = await parent(resource, want.fresh, chain);
    return made === null ? undefined : reference.many ? [made.id] : made.id;
  }

  /** Records inside a body keep rules and refer to others, too; false when one of these cannot be made. */
  async function fillLists(schema: Schema, members: Members, want: Want, chain: Chain) {
    for (const [name, item] of listsOf(document.root, schema)) {
      const given = members[name];
      if (!Array.isArray(given)) continue;
      const rows = given.filter(isObject).map((row) => keepRules(document.root, item, row));
      members[name] = rows;
      for (const row of rows) {
        for (const reference of findReferences(document, item, resources)) {
          if (row[reference.name] === null || !(reference.name in row)) continue;
          const id = await fillReference(reference, 0, want, chain);
          if (id === undefined && reference.candidates[0]) return false;
          row[reference.name] = id ?? row[reference.name];
        }
      }
    }
    return true;
  }

  async function body(
    operation: Operation,
    want: Want,
    chain: Chain = [],
    picks: readonly number[] = [],
  ) {
    const schema = operation.body?.schema ?? {};
    const made = makeValue(schema, want.flavour);
    if (!isObject(made)) return {};
    const members: Members = keepRules(document.root, schema, made);
    for (const [index, reference] of findReferences(document, schema, resources).entries()) {
      const { name, many, required } = reference;
      const left = members[name] === null || !(name in members);
      if (left || (many && !required && (want.flavour === 'low' || want.flavour === 'minimal')))
        continue;
      const at = picks[index] ?? learned.find(operation, name) ?? 0;
      const id = await fillReference(reference, at, want, chain);
      if (id !== undefined) members[name] = id;
      else if (!reference.candidates[at] || reference.candidates.length > 1) continue;
      else if (required) return null;
      else delete members[name];
    }
    return (await fillLists(schema, members, want, chain)) ? members : null;
  }

  return { pathValues, body };
}
