import { buildRequest } from './build-request.ts';
import { flattenSchema } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import { type Condition, readRules } from './domain/rules-of-app.ts';
import { waysFrom } from './domain/ways.ts';
import { move } from './exercise-lifecycle.ts';
import { create, type Exercise, idOf, newBody } from './rule-records.ts';

/** Changes a record in each of the states in which it is not changed; each time one of its own. */
export async function exerciseFixed(
  exercise: Exercise,
  operation: Operation,
  { member, values }: Condition,
): Promise<void> {
  const { session } = exercise;
  const update = session.document.operations.find(
    ({ method, path, roles }) =>
      method === 'patch' &&
      roles?.length !== 0 &&
      path.replace(/\/\{[^}/]+\}$/, '') === operation.path,
  );
  if (update === undefined) return;
  for (const value of values) {
    if (session.stopReason() !== null) return;
    const id = await makeWith(exercise, operation, member, value);
    if (id !== null)
      await change(exercise, update, id, `a change of a record with ${member}=${value}`);
  }
}

/** The id of a new record with this value, by transitions where these alone give it; null when it cannot be had. */
async function makeWith(
  exercise: Exercise,
  operation: Operation,
  member: string,
  value: unknown,
): Promise<string | null> {
  const { root } = exercise.session.document;
  const schema = operation.body?.schema ?? {};
  const body = await newBody(exercise, operation);
  const what = `${member}=${String(value)}`;
  if (body !== null && member in flattenSchema(root, schema).properties)
    return idOf(await create(exercise, operation, { ...body, [member]: value }, what));
  const lifecycle = readRules(root, schema).find(({ kind }) => kind === 'lifecycle');
  const way = lifecycle?.kind === 'lifecycle' ? waysFrom(lifecycle).get(String(value)) : undefined;
  const id = way && idOf(await create(exercise, operation, body, 'valid'));
  if (way === undefined || id == null) return null;
  for (const step of way) await move(exercise, step, id, 'success');
  return id;
}

/** Sends another value of each member, which has to be refused. */
async function change(
  { session, records }: Exercise,
  update: Operation,
  id: string,
  attempt: string,
): Promise<void> {
  const body = await records.body(update, { flavour: 'full', fresh: false });
  const [, name = ''] = /\{([^}]+)\}$/.exec(update.path) ?? [];
  if (body === null || Object.keys(body).length === 0) return;
  const request = buildRequest(update, { path: { [name]: id }, body });
  await session.attempt({ operation: update, attempt, expectation: 'conflict', request });
}
