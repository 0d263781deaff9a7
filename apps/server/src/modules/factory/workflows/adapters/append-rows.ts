import { hasEnded } from '@quantumlayer/workflow';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { ExecutionEvent } from '../ports.ts';
import { fenceConditions, requestDrive } from './fence.ts';
import type { Append, Folded } from './folded.ts';
import { executionTable } from './workflow-tables.ts';

export const EVENT_CHANNEL = 'workflow_event';

/** Somebody else wrote first. */
export class Stale extends Error {}

type Rows = {
  request: Append;
  /** After the facts. */
  folded: Folded;
  events: readonly ExecutionEvent[];
  /** Tells other processes. */
  announce: boolean;
};

/**
 * Moves the execution on from the expected number and adds its events, in one statement: every message to the database
 * counts. Returns the number of the drive it asked for, or null. Throws `Stale`.
 */
export async function appendRows(tx: Database, rows: Rows): Promise<number | null> {
  const { organisationId, executionId, request } = rows.request;
  const result: unknown = await tx.execute(sql`
    with moved as (${moveRow(tx, rows)}),
    added as (
      insert into workflow_event (organisation_id, execution_id, seq, type, node, attempt, at, data)
      select ${organisationId}::text, ${executionId}::text, e.seq, e.type, e.node, e.attempt, e.at, e.data
      from moved, jsonb_to_recordset(${JSON.stringify(rows.events)}::jsonb)
        as e (seq integer, type text, node text, attempt integer, at timestamptz, data jsonb)
    )
    select drive, dispatch from moved`);
  const row = firstRow(result);
  if (row === null) throw new Stale();
  const drive = Reflect.get(row, 'drive');
  const isRequested = request !== undefined && Reflect.get(row, 'dispatch') === 'requested';
  return isRequested && typeof drive === 'number' ? drive : null;
}

function moveRow(tx: Database, { request: append, folded, announce }: Rows): SQL {
  const { executionId, from, fence, request } = append;
  const { state, seq } = folded;
  const isOver = fence !== undefined && hasEnded(state);
  return tx
    .update(executionTable)
    .set({
      seq,
      status: state.status,
      epoch: state.epoch,
      failure: state.failure,
      startedAt: toDate(state.startedAt),
      finishedAt: toDate(state.finishedAt),
      ...(isOver && { dispatch: 'idle', process: null }),
      ...(hasEnded(state) && { wakeAt: null }),
      ...(request !== undefined && requestDrive(request)),
    })
    .where(
      and(
        eq(executionTable.id, executionId),
        eq(executionTable.seq, from.seq),
        ...(fence === undefined ? [] : fenceConditions(fence)),
      ),
    )
    .returning({
      drive: executionTable.drive,
      dispatch: executionTable.dispatch,
      ...(announce && { announced: sql`pg_notify(${EVENT_CHANNEL}, ${`${seq} ${executionId}`})` }),
    })
    .getSQL();
}

function firstRow(result: unknown): object | null {
  const rows: unknown = Reflect.get(Object(result), 'rows');
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return typeof row === 'object' ? row : null;
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
