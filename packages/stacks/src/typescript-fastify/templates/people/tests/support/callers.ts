import type { Database } from '../../src/database/database.ts';
import { onlyRow } from '../../src/database/only-row.ts';
import { accountColumns } from '../../src/people/accounts.ts';
import { adminRole, type Role, roles } from '../../src/people/roles.ts';
import { createSessionCookie } from '../../src/people/session-cookie.ts';
import { createSessions } from '../../src/people/sessions.ts';
import { accountTable } from '../../src/people/tables.ts';
import { testers } from './testers.ts';

/** An account that is signed in. */
export type Caller = { id: string; headers: Record<string, string> };

/** Who is not signed in. */
export const nobody = { headers: {} };

export async function createCallers(database: Database) {
  const sessions = createSessions(database);
  const cookie = createSessionCookie(false);
  let count = 0;

  /** A new account of this role. */
  async function add(role: Role): Promise<Caller> {
    count += 1;
    const values = { email: `caller-${count}@example.com`, role };
    const account = onlyRow(
      await database.insert(accountTable).values(values).returning(accountColumns),
    );
    const token = await sessions.start(account.id);
    return { id: account.id, headers: { cookie: `${cookie.name}=${token}` } };
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

    /** The account that the tests of this path use. */
    forUrl(url: string): Caller {
      const [, , path = ''] = url.split(/[/?]/);
      return forRole(testers.get(path) ?? adminRole);
    },
  };
}
