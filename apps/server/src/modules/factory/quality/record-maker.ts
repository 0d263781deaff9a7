import {
  createBodyMaker,
  type Learned,
  type MadeRecord,
  type Members,
  type Want,
} from './body-maker.ts';
import type { PathValues } from './build-request.ts';
import type { AppResponse } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import type { Resource } from './domain/resources.ts';
import type { ExerciseSession } from './exercise-session.ts';
import { createRecordWriter, recordNoParent } from './record-writer.ts';

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
  const parents = new Map<string, Promise<MadeRecord | null>>();
  const learned = createLearned();
  const bodies = createBodyMaker({ session, learned, parent });
  const write = createRecordWriter({ session, learned, bodies });

  async function parent(resource: Resource, fresh: boolean, depth: number) {
    if (depth > MAX_DEPTH) return null;
    if (fresh) return create(resource, { flavour: 'minimal', fresh: false }, depth);
    const known = parents.get(resource.path);
    if (known !== undefined) return known;
    const made = create(resource, { flavour: 'minimal', fresh: false }, depth);
    parents.set(resource.path, made);
    return made;
  }

  async function create(resource: Resource, want: Want, depth = 0): Promise<MadeRecord | null> {
    const path = await bodies.pathValues(resource.create, want.fresh, depth);
    if (path === null) return recordNoParent(session, resource.create, want);
    const first = await write(resource.create, want, path, depth);
    const id = readId(first);
    if (id !== null) return { id, path };
    if (want.fresh || first === null || first.status >= 500) return null;
    // Refused once, e.g. since the parent has its one child already: all parents new.
    return create(resource, { ...want, fresh: true }, depth + 1);
  }

  return { ...bodies, create, write };
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
  const value: unknown = JSON.parse(response.body);
  const id = isObject(value) ? value.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
