import assert from 'node:assert/strict';
import { call, expectProblem, expectRow, ids, type Row, walk } from './api.ts';

/** A deleted row is nowhere but in the list of what is deleted, until it is restored. */
export async function checkDeletion(path: string, row: Row): Promise<void> {
  const url = `${path}/${row.id}`;
  assert.equal(row.deletedAt, null);
  await expectProblem(404, 'POST', `${url}/restore`);
  assert.equal((await call('DELETE', url)).status, 204);
  await expectProblem(404, 'GET', url);
  await expectProblem(404, 'DELETE', url);
  assert.ok(!ids(await walk(`${path}?limit=100`)).includes(row.id));
  const deleted = await walk(`${path}?limit=100&deleted=only`);
  assert.ok(deleted.every(({ deletedAt }) => deletedAt !== null));
  assert.ok(ids(deleted).includes(row.id));

  const restored = await expectRow(200, 'POST', `${url}/restore`);
  const { updatedAt, version } = restored;
  assert.deepEqual(restored, { ...row, updatedAt, ...(version !== undefined && { version }) });
  assert.deepEqual(await expectRow(200, 'GET', url), restored);
  assert.ok(!ids(await walk(`${path}?limit=100&deleted=only`)).includes(row.id));
}
