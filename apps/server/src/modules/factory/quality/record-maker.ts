import {
  type Chain,
  createBodyMaker,
  type Learned,
  type MadeRecord,
  type Members,
  type Want,
} from './body-maker.ts';
import { buildRequest, type PathValues } from './build-request.ts';
import type { AppResponse } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import { parseJson } from './domain/parse-json.ts';
import type { Resource } from './domain/resources.ts';
import type { ExerciseSession } from './exercise-session.ts';
import { createPathLearner } from './learn-path.ts';
import { createRecordWriter, recordNoParent } from './record-writer.ts';

/** Makes real records, parents first, so that valid requests have real ids to speak of. */
export type RecordMaker = {
  /** Values for the path parameters of an operation; null when a parent cannot be made. */
  pathValues(operation: Operation, fresh: boolean): Promise<PathValues | null>;
  /** A valid body, with ids of real records in it; null when a parent cannot be made. */
  body(operation: Operation, want: Want): Promise<Members | null>;
  /** Creates a record; null when the app does not take it. What went wrong is a finding already. */
  create(resource: Resource, want: Want): Promise<MadeRecord | null>;
  /** Finds out which records the path of an operation speaks of, where no name says it. */
  learnPath(operation: Operation): Promise<void>;
  /** The record with this id was deleted. */
  forget(id: string): void;
  /** Sends a valid write, searching what unnamed references point at. */
  write(operation: Operation, want: Want, path?: PathValues): Promise<AppResponse | null>;
};

export function createRecordMaker(session: ExerciseSession): RecordMaker {
  /** The records that may be referred to, the newest last. */
  const made = new Map<string, MadeRecord[]>();
  const learned = createLearned();
  const bodies = createBodyMaker({ session, learned, parent });
  const write = createRecordWriter({ session, learned, bodies });
  const recordsOf = ({ path }: Resource) => made.get(path) ?? [];

  /** A new record where that is wanted and the app takes one more; else the first that was made. */
  async function parent(resource: Resource, fresh: boolean, chain: Chain) {
    const [first] = recordsOf(resource);
    if (first !== undefined && !fresh) return first;
    if (chain.includes(resource.path)) return first ?? null;
    const want = { flavour: 'minimal', fresh: false } as const;
    return (await create(resource, want, chain)) ?? recordsOf(resource).at(-1) ?? null;
  }

  async function create(
    resource: Resource,
    want: Want,
    outer: Chain = [],
  ): Promise<MadeRecord | null> {
    if (resource.create.roles?.length === 0) return adopt(resource);
    const chain = [...outer, resource.path];
    const path = await bodies.pathValues(resource.create, want.fresh, chain);
    if (path === null) return recordNoParent(session, resource.create, want);
    const first = await write(resource.create, want, path, chain);
    const id = readId(first);
    if (id !== null) {
      const record = { id, path };
      made.set(resource.path, [...recordsOf(resource), record]);
      return record;
    }
    if (want.fresh || first === null || first.status >= 500) return null;
    // Refused once, e.g. since the parent has its one child already: all parents new.
    return create(resource, { ...want, fresh: true }, outer);
  }

  /** Nobody may make one by itself, as a team comes with who signs up: one that is there already. */
  async function adopt(resource: Resource): Promise<MadeRecord | null> {
    const [known] = recordsOf(resource);
    if (known !== undefined) return known;
    const operation = session.document.operations.find(
      ({ method, path }) => method === 'get' && path === resource.path,
    );
    if (operation === undefined || resource.path.includes('{')) return null;
    const request = buildRequest(operation, {});
    const tried = { operation, attempt: 'valid', expectation: 'success', request } as const;
    const response = await session.attempt(tried);
    const page = response === null ? null : parseJson(response.body);
    const items: readonly unknown[] = isObject(page) && Array.isArray(page.items) ? page.items : [];
    const id = items.flatMap((item) => (isObject(item) ? [item.id] : []))[0];
    if (typeof id !== 'string' && typeof id !== 'number') return null;
    const record = { id: String(id), path: {} };
    made.set(resource.path, [record]);
    return record;
  }

  /** Nothing may refer to a record that is gone. */
  function forget(id: string): void {
    for (const [path, records] of made) {
      made.set(
        path,
        records.filter((record) => record.id !== id),
      );
    }
  }

  const learnPath = createPathLearner({ session, learned, bodies });
  return { ...bodies, create, write, forget, learnPath };
}

function createLearned(): Learned {
  const picks = new Map<string, number>();
  const keyOf = ({ path }: Operation, name: string) => `${path} ${name}`;
  return {
    find: (operation, name) => picks.get(keyOf(operation, name)),
    keep: (operation, name, pick) => void picks.set(keyOf(operation, name), pick),
  };
}

function readId(response: AppResponse | null): string | null {
  if (response === null || response.status >= 300) return null;
  const value = parseJson(response.body);
  const id = isObject(value) ? value.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
