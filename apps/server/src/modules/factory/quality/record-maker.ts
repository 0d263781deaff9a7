import { buildRequest, type PathValues } from './build-request.ts';
import type { AppResponse, Expectation } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import {
  findPathReferences,
  findReferences,
  type Reference,
  type Resource,
} from './domain/resources.ts';
import type { Flavour } from './domain/valid-value.ts';
import type { Attempt, ExerciseSession } from './exercise-session.ts';
import { createReferenceSearch } from './reference-search.ts';

export type MadeRecord = { readonly id: string; readonly path: PathValues };
type Members = Record<string, unknown>;
type Want = { flavour: Flavour; fresh: boolean };

/** Makes real records, parents first, so that valid requests have real ids to speak of. */
export type RecordMaker = {
  /** Values for the path parameters of an operation; null when a parent cannot be made. */
  pathValues(operation: Operation, fresh: boolean): Promise<PathValues | null>;
  /** A valid body, with ids of real records in it; null when a parent cannot be made. */
  body(operation: Operation, want: Want): Promise<Members | null>;
  /** Creates a record; null when the app does not take it. What went wrong is a finding already. */
  create(resource: Resource, want: Want): Promise<MadeRecord | null>;
  /** Sends a valid write, searching what unnamed references point at. */
  write(operation: Operation, want: Want, path?: PathValues): Promise<AppResponse | null>;
};

const MAX_DEPTH = 12;

export function createRecordMaker(session: ExerciseSession): RecordMaker {
  const { document, resources, makeValue } = session;
  const parents = new Map<string, Promise<MadeRecord | null>>();
  /** Which candidate of a reference the app took, by operation path and name. */
  const learned = new Map<string, number>();

  async function parent(resource: Resource, fresh: boolean, depth: number) {
    if (depth > MAX_DEPTH) return null;
    if (fresh) return create(resource, { flavour: 'minimal', fresh: false }, depth);
    const known = parents.get(resource.path);
    if (known !== undefined) return known;
    const made = create(resource, { flavour: 'minimal', fresh: false }, depth);
    parents.set(resource.path, made);
    return made;
  }

  async function pathValues(
    operation: Operation,
    fresh: boolean,
    depth = 0,
  ): Promise<PathValues | null> {
    const values: Record<string, string> = {};
    for (const { name, candidates } of findPathReferences(operation, resources)) {
      const resource = candidates[0] ?? null;
      const made = resource === null ? null : await parent(resource, fresh, depth + 1);
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

  async function fillReference(reference: Reference, at: number, want: Want, depth: number) {
    const resource = reference.candidates[at] ?? null;
    if (resource === null) return undefined;
    const made = await parent(resource, want.fresh, depth + 1);
    return made === null ? undefined : reference.many ? [made.id] : made.id;
  }

  async function body(operation: Operation, want: Want, depth = 0, picks: readonly number[] = []) {
    const schema = operation.body?.schema ?? {};
    const made = makeValue(schema, want.flavour);
    if (!isObject(made)) return {};
    const members: Members = { ...made };
    for (const [index, reference] of findReferences(document, schema, resources).entries()) {
      const { name, many, required } = reference;
      const left = members[name] === null || !(name in members);
      if (left || (many && !required && (want.flavour === 'low' || want.flavour === 'minimal')))
        continue;
      const at = picks[index] ?? learned.get(`${operation.path} ${name}`) ?? 0;
      const id = await fillReference(reference, at, want, depth);
      if (id !== undefined) members[name] = id;
      else if (reference.candidates[at] && required) return null;
      else if (reference.candidates[at]) delete members[name];
    }
    return members;
  }

  /** Tries the candidates of references that the document does not name, until the app takes one. */
  async function write(operation: Operation, want: Want, path?: PathValues, depth = 0) {
    const references = findReferences(document, operation.body?.schema ?? {}, resources);
    const search = createReferenceSearch(references, ({ name }) =>
      learned.get(`${operation.path} ${name}`),
    );
    const place = path ?? (await pathValues(operation, want.fresh, depth));
    for (;;) {
      const members = place && (await body(operation, want, depth, search.picks));
      if (!place || !members) return noParent(operation, want);
      const tried: Attempt = {
        operation,
        attempt: `valid, ${want.flavour}`,
        expectation: 'answer',
        request: buildRequest(operation, { path: place, body: members }),
      };
      const response = await session.attempt(tried);
      if (response === null || response.status >= 500) return response;
      if (response.status < 300) {
        references.forEach(({ name }, index) => {
          const pick = search.picks[index];
          if (pick !== undefined && members[name] != null) {
            learned.set(`${operation.path} ${name}`, pick);
          }
        });
        return response;
      }
      if (search.advance(members, response)) continue;
      if (want.fresh) session.judge({ ...tried, expectation: expectedOf(want.flavour) }, response);
      return response;
    }
  }

  function noParent(operation: Operation, { flavour }: Want): null {
    session.record({
      operation: operation.id,
      kind: 'not-exercisable',
      message: 'a record that it refers to could not be created',
      attempt: `valid, ${flavour}`,
      request: null,
      response: null,
    });
    return null;
  }

  async function create(resource: Resource, want: Want, depth = 0): Promise<MadeRecord | null> {
    const path = await pathValues(resource.create, want.fresh, depth);
    if (path === null) return noParent(resource.create, want);
    const first = await write(resource.create, want, path, depth);
    const id = readId(first);
    if (id !== null) return { id, path };
    if (want.fresh || first === null || first.status >= 500) return null;
    // Refused once, e.g. since the parent has its one child already: all parents new.
    return create(resource, { ...want, fresh: true }, depth + 1);
  }

  return { pathValues, body, create, write };
}

function expectedOf(flavour: Flavour): Expectation {
  return flavour === 'minimal' || flavour === 'full' ? 'success' : 'success-unless-taken';
}

function readId(response: AppResponse | null): string | null {
  if (response === null || response.status >= 300) return null;
  const value: unknown = JSON.parse(response.body);
  const id = isObject(value) ? value.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
