import type { DatabaseHandle } from '../database.ts';
import type { Migration } from '../migrate.ts';

export const idempotencyMigrations: readonly Migration[] = [
  {
    id: '0001-idempotency-key',
    sql: `
      CREATE TABLE idempotency_key (
        organisation_id text NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        request_digest text NOT NULL,
        claimed_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        status int,
        headers jsonb,
        body text,
        PRIMARY KEY (organisation_id, route, key)
      );
      CREATE INDEX idempotency_key_expires_at ON idempotency_key (expires_at)`,
  },
];

export type KeyScope = { organisationId: string; route: string; key: string };
export type StoredAnswer = { status: number; headers: Record<string, string>; body: string };

/** What became of a claim: ours to serve, answered before, being served, or used for something else. */
export type Claim =
  | { state: 'claimed' }
  | { state: 'answered'; answer: StoredAnswer }
  | { state: 'in-progress' }
  | { state: 'other-request' };

type Row = {
  request_digest: string;
  status: number | null;
  headers: Record<string, string>;
  body: string;
};

/** A claim without an answer for so long was left by a process that died. */
const ABANDONED_MS = 60_000;
const KEPT_MS = 24 * 3_600_000;

export type IdempotencyStore = ReturnType<typeof createIdempotencyStore>;

export function createIdempotencyStore({ pool }: Pick<DatabaseHandle, 'pool'>, clock: () => Date) {
  const scopeOf = ({ organisationId, route, key }: KeyScope) => [organisationId, route, key];
  const ago = (milliseconds: number) => new Date(clock().getTime() - milliseconds);

  async function read(scope: KeyScope): Promise<Row | undefined> {
    const { rows } = await pool.query<Row>(
      `SELECT request_digest, status, headers, body FROM idempotency_key
       WHERE organisation_id = $1 AND route = $2 AND key = $3`,
      scopeOf(scope),
    );
    return rows[0];
  }

  return {
    /** Of two that claim at the same moment one gets it. */
    async claim(scope: KeyScope, digest: string): Promise<Claim> {
      const taken = await pool.query(
        `INSERT INTO idempotency_key AS k (organisation_id, route, key, request_digest, claimed_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organisation_id, route, key) DO UPDATE
           SET request_digest = $4, claimed_at = $5, expires_at = $6, status = NULL, headers = NULL, body = NULL
           WHERE k.expires_at <= $5 OR (k.status IS NULL AND k.claimed_at <= $7 AND k.request_digest = $4)`,
        [...scopeOf(scope), digest, clock(), ago(-KEPT_MS), ago(ABANDONED_MS)],
      );
      if (taken.rowCount === 1) return { state: 'claimed' };
      const row = await read(scope);
      if (!row) return { state: 'in-progress' };
      if (row.request_digest !== digest) return { state: 'other-request' };
      if (row.status === null) return { state: 'in-progress' };
      const { status, headers, body } = row;
      return { state: 'answered', answer: { status, headers, body } };
    },

    async answer(scope: KeyScope, { status, headers, body }: StoredAnswer): Promise<void> {
      await pool.query(
        `UPDATE idempotency_key SET status = $4, headers = $5, body = $6
         WHERE organisation_id = $1 AND route = $2 AND key = $3`,
        [...scopeOf(scope), status, JSON.stringify(headers), body],
      );
    },

    /** Nothing was done, so the key may be used again. */
    async release(scope: KeyScope): Promise<void> {
      await pool.query(
        'DELETE FROM idempotency_key WHERE organisation_id = $1 AND route = $2 AND key = $3',
        scopeOf(scope),
      );
    },

    async prune(): Promise<number> {
      const gone = await pool.query('DELETE FROM idempotency_key WHERE expires_at <= $1', [
        clock(),
      ]);
      return gone.rowCount ?? 0;
    },
  };
}
