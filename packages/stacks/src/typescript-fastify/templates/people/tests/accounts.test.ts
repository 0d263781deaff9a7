import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
// @if !above
import { adminRole, type Role, roles } from '../src/people/roles.ts';
// @end
// @if above
import { firstAdminRole as adminRole, type Role, roles } from '../src/people/roles.ts';
// @end
import {
  call,
  database,
  expectPage,
  expectProblem,
  expectProblemAt,
  expectRow,
} from './support/api.ts';
import { addAccount, PASSWORD, sessionStatus, trySignIn } from './support/credentials.ts';

const path = '/api/accounts';
const [role] = roles;

describe('accounts', () => {
  // One that stays: the last of this role is neither switched off nor deleted.
  before(() => addAccount(adminRole));

  it('are made, read and listed without their passwords', async () => {
    const account = await addAccount(role);
    assert.deepEqual(Object.keys(account).sort(), [
      'createdAt',
      'email',
      'id',
      'isActive',
      'role',
// @if teams
      'teamId',
// @end
      'updatedAt',
    ]);
    assert.deepEqual(await expectRow(200, 'GET', `${path}/${account.id}`), account);
    const { items } = await expectPage(`${path}?role=${role}&sort=-createdAt&limit=100`);
    assert.ok(items.some(({ id }) => id === account.id));
    assert.ok(items.every((item) => item.role === role && !('passwordHash' in item)));
  });

  it('have an address of their own and a role that there is', async () => {
    const { email } = await addAccount(role);
    const body = { email, role, password: PASSWORD };
    await expectProblemAt('/email', 409, 'POST', path, body);
    await expectProblemAt('/role', 422, 'POST', path, { ...body, role: 'emperor' });
    await expectProblemAt('/id', 422, 'POST', path, { ...body, id: email });
  });

  it('are changed: another role holds at once, a new password ends the sessions', async () => {
    const { id, email } = await addAccount(role);
    const { as } = await trySignIn(email, PASSWORD);
    await expectRow(200, 'PATCH', `${path}/${id}`, { role: adminRole });
    assert.equal((await call('GET', path, undefined, as)).status, 200);
    await expectRow(200, 'PATCH', `${path}/${id}`, { password: 'a quite different phrase' });
    assert.equal(await sessionStatus(as), 401);
    assert.equal((await trySignIn(email, 'a quite different phrase')).status, 200);
  });

  it('are switched off, which nobody can tell from a wrong password', async () => {
    const { id, email } = await addAccount(role);
    const { as } = await trySignIn(email, PASSWORD);
    await expectRow(200, 'PATCH', `${path}/${id}`, { isActive: false });
    assert.equal(await sessionStatus(as), 401);
    assert.equal((await trySignIn(email, PASSWORD)).status, 401);
    // The session does not come back with the account.
    await expectRow(200, 'PATCH', `${path}/${id}`, { isActive: true });
    assert.equal(await sessionStatus(as), 401);
    assert.equal((await trySignIn(email, PASSWORD)).status, 200);
  });

  it('are deleted with their sessions', async () => {
    const { id, email } = await addAccount(role);
    const { as } = await trySignIn(email, PASSWORD);
    assert.equal((await call('DELETE', `${path}/${id}`)).status, 204);
    assert.equal(await sessionStatus(as), 401);
    await expectProblem(404, 'DELETE', `${path}/${id}`);
    await expectProblem(404, 'PATCH', `${path}/${id}`, {});
  });

  it('always have one of the role that manages them', async () => {
    await database.execute(sql`update account set password_hash = null`);
    const last = await addAccount(adminRole);
    const url = `${path}/${last.id}`;
    await expectProblem(409, 'PATCH', url, { isActive: false });
    await expectProblem(409, 'DELETE', url);
    const lower = roles.find((each: Role) => each !== adminRole);
    if (lower !== undefined) {
      await expectProblem(409, 'PATCH', url, { role: lower });
      // Of the others none is kept for that.
      const { id } = await addAccount(lower);
      assert.equal((await call('DELETE', `${path}/${id}`)).status, 204);
    }
    const other = await addAccount(adminRole);
    const both = [last.id, other.id].map((id) => call('DELETE', `${path}/${id}`));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [204, 409]);
  });
});
