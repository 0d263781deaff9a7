import type { Database } from '../../src/database/database.ts';
import { onlyRow } from '../../src/database/only-row.ts';
import { accountColumns } from '../../src/people/account.ts';
import { adminRole, type Role, roles } from '../../src/people/roles.ts';
import { createSessionCookie } from '../../src/people/session-cookie.ts';
import { createSessions } from '../../src/people/sessions.ts';
import { accountTable } from '../../src/people/tables.ts';
// @if teams
import { sampleTeam, teamTable } from '../../src/people/team.ts';
// @end
import { testers } from './testers.ts';

// @if !teams
/** An account that is signed in. */
export type Caller = { id: string; headers: Record<string, string> };
// @end
// @if teams
/** An account that is signed in. */
export type Caller = { id: string; teamId: string; headers: Record<string, string> };
// @end

/** Who is not signed in. */
export const nobody = { headers: {} };

export async function createCallers(database: Database) {
  const sessions = createSessions(database);
  const cookie = createSessionCookie(false);
  let count = 0;

// @if !teams
  /** A new account of this role. */
  async function add(role: Role): Promise<Caller> {
    count += 1;
    const values = { email: `caller-${count}@example.com`, role };
// @end
// @if teams
  async function addTeam(): Promise<string> {
    count += 1;
    const values = sampleTeam(5_000 + count);
    const rows = await database.insert(teamTable).values(values).returning({ id: teamTable.id });
    return onlyRow(rows).id;
  }

  const home = await addTeam();

  /** A new account of this role, in the team that the tests share unless another one is given. */
  async function add(role: Role, teamId = home): Promise<Caller> {
    count += 1;
    const values = { email: `caller-${count}@example.com`, role, teamId };
// @end
    const account = onlyRow(
      await database.insert(accountTable).values(values).returning(accountColumns),
    );
    const token = await sessions.start(account.id);
// @if !teams
    return { id: account.id, headers: { cookie: `${cookie.name}=${token}` } };
// @end
// @if teams
    return { id: account.id, teamId, headers: { cookie: `${cookie.name}=${token}` } };
// @end
  }

  const ofRole = new Map<Role, Caller>();
  for (const role of roles) ofRole.set(role, await add(role));

  /** The account of this role that the tests share. */
  function forRole(role: Role): Caller {
    const caller = ofRole.get(role);
    if (caller === undefined) throw new Error(`There is no role ${role}.`);
    return caller;
  }

  return {
    add,
    forRole,
// @if teams

    /** A new account of this role, in a new team. */
    addElsewhere: async (role: Role) => add(role, await addTeam()),
// @end

    /** The account that the tests of this path use. */
    forUrl(url: string): Caller {
      const [, , path = ''] = url.split(/[/?]/);
      return forRole(testers.get(path) ?? adminRole);
    },
  };
}
