import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
// @if teamsAlone
import { adminRole, roles } from '../src/people/roles.ts';
// @end
// @if above
import { adminRole, firstAdminRole, roles, rolesAboveTeams } from '../src/people/roles.ts';
// @end
// @if above
import { teamPath } from '../src/people/team.ts';
import { seed } from '../src/seed.ts';
import {
  call,
  callers,
  database,
  empty,
  expectPage,
  expectProblem,
  expectProblemAt,
  expectRow,
  ids,
} from './support/api.ts';
import { PASSWORD } from './support/credentials.ts';
import { apiTables } from './support/examples.ts';
// @end
// @if teamsAlone
import { teamPath } from '../src/people/team.ts';
import { seed } from '../src/seed.ts';
import {
  callers,
  database,
  empty,
  expectPage,
  expectProblem,
  expectProblemAt,
  expectRow,
  ids,
} from './support/api.ts';
import { PASSWORD } from './support/credentials.ts';
import { apiTables } from './support/examples.ts';
// @end

const path = '/api/accounts';
const [role] = roles;
let count = 0;
const newMember = () => {
  count += 1;
  return { email: `member-${count}@example.com`, role, password: PASSWORD };
};

describe('a team', () => {
  it('is told to its members, who see no other one', async () => {
    const member = await callers.addElsewhere(role);
    const session = await expectRow(200, 'GET', '/api/auth/session', undefined, member);
    assert.equal(session.teamId, member.teamId);
    const other = `${teamPath}/${callers.forRole(role).teamId}`;
    await expectProblem(404, 'GET', other, undefined, member);
    await expectRow(200, 'GET', `${teamPath}/${member.teamId}`, undefined, member);
    assert.deepEqual(ids((await expectPage(teamPath, member)).items), [member.teamId]);
  });

  it('has accounts that its own manager makes, and that join it', async () => {
    const manager = await callers.addElsewhere(adminRole);
    const made = await expectRow(201, 'POST', path, newMember(), manager);
    assert.equal(made.teamId, manager.teamId);
    const { items } = await expectPage(path, manager);
    assert.deepEqual(ids(items), [manager.id, made.id].sort());
    const { teamId } = callers.forRole(role);
    await expectProblemAt('/teamId', 422, 'POST', path, { ...newMember(), teamId }, manager);
    await expectProblemAt('/teamId', 422, 'PATCH', `${path}/${made.id}`, { teamId }, manager);
  });

  it('has accounts that managers of other teams neither see nor change', async () => {
    const { id } = callers.forRole(role);
    const url = `${path}/${id}`;
    const stranger = await callers.addElsewhere(adminRole);
    await expectProblem(404, 'GET', url, undefined, stranger);
    await expectProblem(404, 'PATCH', url, { password: 'taken over by others' }, stranger);
    await expectProblem(404, 'DELETE', url, undefined, stranger);
    assert.deepEqual(ids((await expectPage(path, stranger)).items), [stranger.id]);
    assert.ok(ids((await expectPage(`${path}?limit=100`)).items).includes(id));
  });

  it('has an audit log of its own', async () => {
    const manager = await callers.addElsewhere(adminRole);
    const stranger = await callers.addElsewhere(adminRole);
    const { id } = await expectRow(201, 'POST', path, newMember(), manager);
    const about = async (as: typeof manager) =>
      (await expectPage(`/api/audit?rowId=${id}`, as)).items.map(({ operation }) => operation);
    assert.deepEqual(await about(manager), ['createAccount']);
    assert.deepEqual(await about(stranger), []);
  });

  it('keeps an account that manages the others', async () => {
    const manager = await callers.addElsewhere(adminRole);
    await database.execute(sql`update account set password_hash = 'x' where id = ${manager.id}`);
    const url = `${path}/${manager.id}`;
    await expectProblem(409, 'DELETE', url, undefined, manager);
    await expectProblem(409, 'PATCH', url, { isActive: false }, manager);
    await expectRow(200, 'PATCH', url, { isActive: true }, manager);
  });

// @if above
  it('is nothing that who manages it rises above', async () => {
    const manager = await callers.addElsewhere(adminRole);
    for (const above of rolesAboveTeams) {
      const body = { ...newMember(), role: above };
      await expectProblemAt('/role', 422, 'POST', path, body, manager);
      await expectProblemAt('/role', 422, 'PATCH', `${path}/${manager.id}`, body, manager);
      const { id } = await callers.add(above, manager.teamId);
      await expectProblem(404, 'PATCH', `${path}/${id}`, { password: PASSWORD }, manager);
    }
  });

  it('is seen from above, and so are its accounts', async () => {
    const above = callers.forRole(firstAdminRole);
    const { id, teamId } = await callers.addElsewhere(adminRole);
    await expectRow(200, 'GET', `${teamPath}/${teamId}`, undefined, above);
    await expectRow(200, 'GET', `${path}/${id}`, undefined, above);
    const made = await expectRow(201, 'POST', path, { ...newMember(), teamId }, above);
    assert.equal(made.teamId, teamId);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const nowhere = { ...newMember(), teamId: unknown };
    await expectProblemAt('/teamId', 422, 'POST', path, nowhere, above);
    assert.equal((await call('DELETE', `${path}/${id}`, undefined, above)).status, 204);
  });

  it('keeps the last account above', async () => {
    await database.execute(sql`update account set password_hash = null`);
    const above = callers.forRole(firstAdminRole);
    await database.execute(sql`update account set password_hash = 'x' where id = ${above.id}`);
    await expectProblem(409, 'DELETE', `${path}/${above.id}`, undefined, above);
  });

// @end
  it('has example accounts, and so has another one', async () => {
    const tables = apiTables.map(({ table }) => table);
    await empty(...tables);
    await seed(database);
    const ofSeed = sql`split_part(email, '@', 2) in ('seed.example', 'other.example')`;
    const teams = sql`(select distinct team_id from account where ${ofSeed}) as teams`;
    assert.equal(await database.$count(teams), 2);
    await empty(...tables);
  });
});
