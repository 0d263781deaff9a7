import assert from 'node:assert/strict';
import type { InjectOptions } from 'fastify';
// @if !people
import { app, expectRow } from './api.ts';
// @end
// @if people
import { app, callers, expectRow } from './api.ts';
// @end

/** A change needs the version that it is based on; of several at once one wins, and the others are told so. */
export async function checkVersions(
  url: string,
  changes: object,
  methods: readonly ('PATCH' | 'DELETE')[],
): Promise<void> {
// @if people
  const { headers: caller } = callers.forUrl(url);
// @end
  const send = async (method: 'GET' | 'PATCH' | 'DELETE', tag?: string) => {
    const payload: InjectOptions = method === 'PATCH' ? { payload: changes } : {};
// @if !people
    const headers = tag === undefined ? {} : { 'if-match': tag };
// @end
// @if people
    const headers = { ...caller, ...(tag !== undefined && { 'if-match': tag }) };
// @end
    return app.inject({ method, url, headers, ...payload });
  };
  const before = String((await send('GET')).headers.etag);
  for (const method of methods) {
    for (const none of [undefined, '', '*'])
      assert.equal((await send(method, none)).statusCode, 428);
  }
  const answers = await Promise.all([1, 2, 3, 4].map(() => send('PATCH', before)));
  const statuses = answers.map(({ statusCode }) => statusCode).sort();
  assert.deepEqual(statuses, [200, 412, 412, 412]);
  const won = answers.find(({ statusCode }) => statusCode === 200);
  assert.notEqual(won?.headers.etag, before);
  for (const method of methods) {
    for (const stale of [before, `W/${won?.headers.etag}`, '"0"', 'nonsense']) {
      const { statusCode, headers, body } = await send(method, stale);
      assert.equal(statusCode, 412);
      assert.equal(headers.etag, won?.headers.etag);
      assert.equal(JSON.parse(body).version, won?.json().version);
    }
  }
  assert.deepEqual(await expectRow(200, 'GET', url), won?.json());
}
