import { eq, sql } from 'drizzle-orm';
import { Refusal } from '../contract/refusal.ts';
import type { Database } from '../database/database.ts';
import { attemptTable } from './tables.ts';

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3_600;

/** How often a password may be wrong before each further try has to wait, twice as long each time. */
const FREE = { account: 5, address: 50 } as const;
export type Attempt = { kind: keyof typeof FREE; of: string };

export type Attempts = ReturnType<typeof createAttempts>;

/**
 * Counts tries in the database, so that a restart forgives nothing. A try is counted before it is made: of many at
 * once no more get through than of many in a row.
 */
export function createAttempts(database: Database) {
  const { key, count, lastAt, blockedUntil } = attemptTable;
  const nextCount = sql`case when ${lastAt} < now() - interval '1 day' then 1 else ${count} + 1 end`;

  async function countOne(id: string, free: number): Promise<number | null> {
    const wait = sql`least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * power(2, least(20, ${nextCount} - ${free})))`;
    const [counted] = await database
      .insert(attemptTable)
      .values({ key: id, count: 1, lastAt: sql`now()` })
      .onConflictDoUpdate({
        target: key,
        set: {
          count: nextCount,
          lastAt: sql`now()`,
          blockedUntil: sql`case when ${nextCount} >= ${free} then now() + make_interval(secs => ${wait}) end`,
        },
        setWhere: sql`${blockedUntil} is null or ${blockedUntil} <= now()`,
      })
      .returning({ count });
    if (counted !== undefined) return null;
    const [blocked] = await database
      .select({ seconds: sql<number>`ceil(extract(epoch from ${blockedUntil} - now()))::int` })
      .from(attemptTable)
      .where(eq(key, id));
    return Math.max(1, blocked?.seconds ?? 1);
  }

  return {
    /** Refuses a try that has to wait. */
    async begin(...attempts: Attempt[]): Promise<void> {
      for (const { kind, of } of attempts) {
        const seconds = await countOne(`${kind} ${of}`, FREE[kind]);
        if (seconds !== null)
          throw new Refusal(
            'limited',
            `Too many attempts; try again in ${seconds} seconds.`,
            seconds,
          );
      }
    },

    /** It went well: what was counted of the account is forgotten, and of the address this try. */
    async succeed(account: string, address: string): Promise<void> {
      await database.delete(attemptTable).where(eq(key, `account ${account}`));
      await database
        .update(attemptTable)
        .set({ count: sql`greatest(0, ${count} - 1)`, blockedUntil: null })
        .where(eq(key, `address ${address}`));
    },
  };
}
