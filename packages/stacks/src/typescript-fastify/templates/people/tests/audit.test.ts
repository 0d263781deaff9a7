import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
// @if !above
import { adminRole } from '../src/people/roles.ts';
// @end
// @if above
import { firstAdminRole as adminRole } from '../src/people/roles.ts';
// @end
import { call, callers, expectPage } from './support/api.ts';
import { addAccount, PASSWORD, trySignIn } from './support/credentials.ts';

describe('the audit log', () => {
  const about = async (id: string) => {
    const { items } = await expectPage(`/api/audit?rowId=${id}`);
    return items.map(({ operation, status, accountId }) => ({ operation, status, accountId }));
  };

  // One that stays: the last of this role is neither switched off nor deleted.
  before(() => addAccount(adminRole));

  it('says who changed which row, the newest first', async () => {
    const { id } = await addAccount(adminRole);
    await call('PATCH', `/api/accounts/${id}`, { isActive: false });
    await call('PATCH', `/api/accounts/${id}`, { isActive: 'perhaps' });
    await call('GET', `/api/accounts/${id}`);
    await call('DELETE', `/api/accounts/${id}`);
    const accountId = callers.forRole(adminRole).id;
    assert.deepEqual(await about(id), [
      { operation: 'deleteAccount', status: 204, accountId },
      { operation: 'updateAccount', status: 200, accountId },
      { operation: 'createAccount', status: 201, accountId },
    ]);
  });

  it('says who signed in and who failed to', async () => {
    const { id, email } = await addAccount(adminRole);
    await trySignIn(email, 'another long phrase');
    await trySignIn(email, PASSWORD);
    const [last, failed] = await about(id);
    assert.deepEqual(last, { operation: 'signIn', status: 200, accountId: id });
    assert.deepEqual(failed, { operation: 'signIn', status: 401, accountId: null });
  });

  it('is read page by page', async () => {
    await addAccount(adminRole);
    const { items, nextCursor } = await expectPage('/api/audit?limit=1');
    const next = await expectPage(`/api/audit?limit=1&cursor=${nextCursor}`);
    assert.ok(String(next.items[0]?.at) <= String(items[0]?.at));
    assert.notEqual(next.items[0]?.id, items[0]?.id);
  });
});
