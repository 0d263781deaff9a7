import { buildRequest } from './build-request.ts';
import type { AppResponse, Expectation } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import { parseJson } from './domain/parse-json.ts';
import type { RuleOfApp } from './domain/rules-of-app.ts';
import { freeRecord } from './exercise-lifecycle.ts';
import { create, type Exercise, find, idOf, newBody } from './rule-records.ts';

type SoftDeletion = Extract<RuleOfApp, { kind: 'soft-delete' }>;

/** Deletes a record, looks for it, and restores it. */
export async function exerciseDeletion(
  exercise: Exercise,
  operation: Operation,
  { restore: path }: SoftDeletion,
): Promise<void> {
  const { session } = exercise;
  const restore = find(exercise, 'post', path);
  const place = path.slice(0, path.lastIndexOf('/'));
  const [remove, read] = [find(exercise, 'delete', place), find(exercise, 'get', place)];
  if (restore === null || remove === null || remove.roles?.length === 0) return;
  const made = await create(exercise, operation, await newBody(exercise, operation), 'valid');
  const id = idOf(made);
  if (id === null) return;
  const attempt = (one: Operation | null, what: string, expectation: Expectation) => {
    const [, name = ''] = /\{([^}]+)\}/.exec(one?.path ?? '') ?? [];
    if (one === null) return null;
    const request = buildRequest(one, { path: { [name]: id } });
    return session.attempt({ operation: one, attempt: what, expectation, request });
  };
  await attempt(restore, 'a record that is not deleted', 'rejection');
  await freeRecord(exercise, operation, id);
  await attempt(remove, 'valid', 'success');
  await attempt(read, 'a record that is hidden', 'rejection');
  await judgeList(exercise, operation, id);
  await attempt(restore, 'a record that is hidden', 'success');
  await attempt(read, 'a record that was restored', 'success');
}

async function judgeList({ session }: Exercise, { path }: Operation, id: string): Promise<void> {
  const list = session.document.operations.find(
    (one) => one.method === 'get' && one.path === path && one.roles?.length !== 0,
  );
  if (list === undefined) return;
  const attempt = 'a list without what is hidden';
  const request = buildRequest(list, { query: { limit: 100, sort: '-createdAt' } });
  const response = await session.attempt({
    ...{ operation: list, attempt, expectation: 'answer', request },
  });
  if (!isListed(response, id)) return;
  const message = 'a record that was deleted is in the list';
  session.record({ operation: list.id, kind: 'rule-broken', message, attempt, request, response });
}

function isListed(response: AppResponse | null, id: string): boolean {
  const page = response !== null && response.status < 300 ? parseJson(response.body) : null;
  const items = isObject(page) && Array.isArray(page.items) ? page.items : [];
  return items.some((item) => isObject(item) && item.id === id);
}
