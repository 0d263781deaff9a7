import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { OUTBOX_CHANNEL } from './outbox-table.ts';

/** Something that happened. Events of one aggregate are delivered in the order of their appending. */
export type OutboxEvent = {
  organisationId: string;
  /** Id of what it happened to, e.g. `run_…`. */
  aggregate: string;
  /** Past tense, e.g. `run.finished`. */
  type: string;
  payload: Record<string, unknown>;
};

/** Writes the event in the transaction of the change it tells of: both are there or neither is. */
export async function appendOutbox(
  tx: Pick<Database, 'execute'>,
  { organisationId, aggregate, type, payload }: OutboxEvent,
): Promise<void> {
  await tx.execute(sql`
    WITH appended AS (
      INSERT INTO outbox (organisation_id, aggregate, type, payload)
      VALUES (${organisationId}, ${aggregate}, ${type}, ${JSON.stringify(payload)}::jsonb)
    )
    SELECT pg_notify(${OUTBOX_CHANNEL}, '')`);
}
