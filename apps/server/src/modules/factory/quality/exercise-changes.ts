import { buildRequest } from './build-request.ts';
import { isObject } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import { parseJson } from './domain/parse-json.ts';
import type { RuleOfApp } from './domain/rules-of-app.ts';
import { create, type Exercise, find, idOf, newBody } from './rule-records.ts';

type Audited = Extract<RuleOfApp, { kind: 'audited' }>;

/** Makes a record and looks whether that was written down. */
export async function exerciseChanges(
  exercise: Exercise,
  operation: Operation,
  { changes: path }: Audited,
): Promise<void> {
  const { session } = exercise;
  const changes = find(exercise, 'get', path);
  if (changes === null || changes.roles?.length === 0) return;
  const made = await create(exercise, operation, await newBody(exercise, operation), 'valid');
  const id = idOf(made);
  if (id === null) return;
  const [, name = ''] = /\{([^}]+)\}/.exec(path) ?? [];
  const request = buildRequest(changes, { path: { [name]: id } });
  const attempt = 'the changes of a new record';
  const response = await session.attempt({
    ...{ operation: changes, attempt, expectation: 'success', request },
  });
  if (response === null || response.status >= 300) return;
  const page = parseJson(response.body);
  const items: unknown[] = isObject(page) && Array.isArray(page.items) ? page.items : [];
  if (items.length > 0) return;
  const message = 'nobody wrote down that it was made';
  session.record({
    ...{ operation: changes.id, kind: 'rule-broken', message, attempt, request, response },
  });
}
