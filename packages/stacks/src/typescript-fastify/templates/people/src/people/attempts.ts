import { eq, sql } from 'drizzle-orm';
// @if contract
import { Refusal } from '../contract/refusal.ts';
// @end
import type { Database } from '../database/database.ts';
// @if !contract
import { Problem } from '../http/problem.ts';
// @end
import { attemptTable } from './tables.ts';

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3_600;

/** How often something may fail before each further try has to wait, twice as long each time. */
// @if signUp
const FREE = { account: 5, address: 30, reset: 3, signUp: 20 } as const;
// @end
// @if closed
const FREE = { account: 5, address: 30, reset: 3 } as const;
// @end
// @if contract
const FREE = { account: 5, address: 50 } as const;
// @end
export type AttemptKind = keyof typeof FREE;
export type Attempt = { kind: AttemptKind; of: string };

/** Too many tries; `retryAfter` is in seconds. */
// @if contract
export class TooManyAttempts extends Refusal {
  constructor(retryAfter: number) {
    super('limited', `Too many attempts; try again in ${retryAfter} seconds.`, { retryAfter });
  }
}
// @end
// @if !contract
export class TooManyAttempts extends Problem {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(429, 'too-many-attempts', `Too many attempts; try again in ${retryAfter} seconds.`);
    this.retryAfter = retryAfter;
  }
}
// @end

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
    /** Throws TooManyAttempts when it has to wait. */
    async begin(...attempts: Attempt[]): Promise<void> {
      for (const attempt of attempts) {
        const seconds = await countOne(keyOf(attempt), FREE[attempt.kind]);
        if (seconds !== null) throw new TooManyAttempts(seconds);
      }
    },

    /** It went well: this one does not count. */
    async uncount(attempt: Attempt): Promise<void> {
      await database
        .update(attemptTable)
        .set({ count: sql`greatest(0, ${count} - 1)`, blockedUntil: null })
        .where(eq(key, keyOf(attempt)));
    },

    /** Nothing that was counted counts any more. */
    async forgive(attempt: Attempt): Promise<void> {
      await database.delete(attemptTable).where(eq(key, keyOf(attempt)));
    },
  };
}

function keyOf({ kind, of }: Attempt): string {
  return `${kind} ${of}`;
}
