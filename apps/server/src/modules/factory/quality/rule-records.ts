import type { Members } from './body-maker.ts';
import { buildRequest } from './build-request.ts';
import type { AppResponse, Expectation } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Method, Operation } from './domain/openapi-document.ts';
import { parseJson } from './domain/parse-json.ts';
import type { ExerciseSession } from './exercise-session.ts';
import type { RecordMaker } from './record-maker.ts';
import type { SignedInPeople } from './sign-in-people.ts';

export type Exercise = {
  session: ExerciseSession;
  records: RecordMaker;
  /** Null when nobody signs in to the app. */
  people: SignedInPeople | null;
};

/** A body that the app should take, with parents of its own. */
export function newBody({ records }: Exercise, operation: Operation): Promise<Members | null> {
  return records.body(operation, { flavour: 'full', fresh: true });
}

/** Sends a body to make a record; null when a parent cannot be made or no answer came. */
export async function create(
  { session, records }: Exercise,
  operation: Operation,
  body: Members | null,
  attempt: string,
  expectation: Expectation = 'success-unless-taken',
  /** Where somebody else than usual makes it. */
  headers?: Readonly<Record<string, string>>,
): Promise<AppResponse | null> {
  const path = await records.pathValues(operation, false);
  if (path === null || body === null) return null;
  const request = { ...buildRequest(operation, { path, body }), ...(headers && { headers }) };
  return session.attempt({ operation, attempt, expectation, request });
}

export function find(
  { session }: Pick<Exercise, 'session'>,
  method: Method,
  path: string,
): Operation | null {
  const { operations } = session.document;
  return operations.find((one) => one.method === method && one.path === path) ?? null;
}

/** The id of the record that a 2xx answer holds. */
export function idOf(response: AppResponse | null): string | null {
  const made = response !== null && response.status < 300 ? parseJson(response.body) : null;
  return isObject(made) && made.id !== undefined ? String(made.id) : null;
}
