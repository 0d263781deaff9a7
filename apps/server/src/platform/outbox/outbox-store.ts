import type { DatabaseHandle } from '../database.ts';

/** An event under way to its subscribers. */
export type Delivery = {
  id: string;
  organisationId: string;
  aggregate: string;
  type: string;
  payload: Record<string, unknown>;
  createdAt: Date;
  /** Attempts including this one. */
  attempts: number;
  /** Subscribers that have it already. */
  deliveredTo: string[];
};

export type DeadEvent = Omit<Delivery, 'deliveredTo'> & { diedAt: Date; lastError: string };

/**
 * The oldest pending event of each aggregate, unless another process has it or its next attempt is not due. Those
 * behind it wait, which keeps the order.
 */
const CLAIM = `
  UPDATE outbox SET attempts = attempts + 1, claimed_until = now() + $2 * interval '1 ms'
  WHERE id IN (
    SELECT id FROM outbox
    WHERE id IN (
        SELECT DISTINCT ON (aggregate) id FROM outbox
        WHERE delivered_at IS NULL AND dead_at IS NULL ORDER BY aggregate, id
      )
      AND delivered_at IS NULL AND dead_at IS NULL
      AND (claimed_until IS NULL OR claimed_until <= now())
      AND (retry_at IS NULL OR retry_at <= now())
    ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
  )
  RETURNING id, organisation_id AS "organisationId", aggregate, type, payload,
    created_at AS "createdAt", attempts, delivered_to AS "deliveredTo"`;

export type OutboxStore = ReturnType<typeof createOutboxStore>;

export function createOutboxStore({ pool }: Pick<DatabaseHandle, 'pool'>) {
  return {
    async claim(limit: number, leaseMs: number): Promise<Delivery[]> {
      const { rows } = await pool.query<Delivery>(CLAIM, [limit, leaseMs]);
      return rows.sort((one, other) => Number(BigInt(one.id) - BigInt(other.id)));
    },

    async markDelivered(ids: string[]): Promise<void> {
      await pool.query(
        `UPDATE outbox SET delivered_at = now(), claimed_until = NULL, last_error = NULL
         WHERE id = ANY($1::bigint[])`,
        [ids],
      );
    },

    async markFailed(
      id: string,
      deliveredTo: string[],
      error: string,
      retryInMs: number,
    ): Promise<void> {
      await pool.query(
        `UPDATE outbox SET claimed_until = NULL, delivered_to = $2, last_error = $3,
           retry_at = now() + $4 * interval '1 ms' WHERE id = $1`,
        [id, deliveredTo, error, retryInMs],
      );
    },

    async markDead(id: string, deliveredTo: string[], error: string): Promise<void> {
      await pool.query(
        `UPDATE outbox SET claimed_until = NULL, delivered_to = $2, last_error = $3, dead_at = now()
         WHERE id = $1`,
        [id, deliveredTo, error],
      );
    },

    /** For the only process on the database, at its start: what a dead one had claimed is free. */
    async releaseClaims(): Promise<void> {
      await pool.query('UPDATE outbox SET claimed_until = NULL WHERE claimed_until IS NOT NULL');
    },

    async listDead(limit: number): Promise<DeadEvent[]> {
      const { rows } = await pool.query<DeadEvent>(
        `SELECT id, organisation_id AS "organisationId", aggregate, type, payload, created_at AS "createdAt",
           attempts, dead_at AS "diedAt", last_error AS "lastError"
         FROM outbox WHERE dead_at IS NOT NULL ORDER BY outbox.id DESC LIMIT $1`,
        [limit],
      );
      return rows;
    },

    /** Puts a dead event back to where it stood; false when there is no such event. */
    async revive(id: string): Promise<boolean> {
      const revived = await pool.query(
        `UPDATE outbox SET dead_at = NULL, retry_at = NULL, attempts = 0 WHERE id = $1 AND dead_at IS NOT NULL`,
        [id],
      );
      return revived.rowCount === 1;
    },

    async prune(keepMs: number): Promise<number> {
      const gone = await pool.query(
        `DELETE FROM outbox WHERE delivered_at <= now() - $1 * interval '1 ms'`,
        [keepMs],
      );
      return gone.rowCount ?? 0;
    },

    async count(): Promise<{ pending: number; dead: number }> {
      const { rows } = await pool.query<{ pending: number; dead: number }>(
        `SELECT count(*) FILTER (WHERE delivered_at IS NULL AND dead_at IS NULL)::int AS pending,
           count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead FROM outbox WHERE delivered_at IS NULL`,
      );
      return rows[0] ?? { pending: 0, dead: 0 };
    },
  };
}
