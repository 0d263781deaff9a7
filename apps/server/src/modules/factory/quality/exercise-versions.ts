import { buildRequest } from './build-request.ts';
import type { Expectation } from './domain/finding.ts';
import type { Operation } from './domain/openapi-document.ts';
import { create, type Exercise, idOf, newBody } from './rule-records.ts';
import { takesVersion } from './versioned-client.ts';

/** Changes a record without a version and with one that is gone, which has to be refused. */
export async function exerciseVersions(exercise: Exercise, operation: Operation): Promise<void> {
  const { session, records } = exercise;
  const [update, ...others] = session.document.operations
    .filter((one) => isOfRecord(operation, one) && one.roles?.length !== 0)
    .toSorted(({ method }) => (method === 'patch' || method === 'put' ? -1 : 1));
  if (update === undefined || update.body === null) return;
  const made = await create(exercise, operation, await newBody(exercise, operation), 'valid');
  const id = idOf(made);
  const tag = made?.headers.etag;
  if (id === null || tag === undefined) return;
  const body = await records.body(update, { flavour: 'full', fresh: false });
  const attempt = (one: Operation, what: string, expectation: Expectation, version: string) => {
    const [, name = ''] = /\{([^}]+)\}/.exec(one.path) ?? [];
    const request = buildRequest(one, { path: { [name]: id }, ...(one === update && { body }) });
    const headers = { 'if-match': version };
    return session.attempt({
      ...{ operation: one, attempt: what, expectation },
      request: { ...request, headers },
    });
  };
  await attempt(update, 'a change without a version', 'unconditional', '');
  const changed = await attempt(update, 'a change of this version', 'success-unless-taken', tag);
  if (changed === null || changed.status >= 300) return;
  await attempt(update, 'a change of the version of before', 'stale', tag);
  for (const other of others.filter(({ method }) => method === 'delete')) {
    await attempt(other, 'without a version', 'unconditional', '');
    await attempt(other, 'of the version of before', 'stale', tag);
  }
}

/** `PATCH /orders/{id}` of `POST /orders`. */
function isOfRecord({ path }: Operation, one: Operation): boolean {
  return takesVersion(one) && one.path.replace(/\/\{[^}/]+\}$/, '') === path;
}
