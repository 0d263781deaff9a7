import type { Page } from '@quantumlayer/contracts';
import { and, desc, eq, isNotNull, lt, ne, or } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { ExecutionQuery, ExecutionSummary } from '../domain/execution.ts';
import { CursorInvalid } from '../domain/workflow-errors.ts';
import type { ExecutionRow } from './folded.ts';
import { executionTable } from './workflow-tables.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Newest first, by creation and id. */
export async function listExecutions(
  database: Database,
  organisationId: string,
  { status, definition, limit = DEFAULT_LIMIT, cursor }: ExecutionQuery,
): Promise<Page<ExecutionSummary>> {
  const size = Math.min(Math.max(1, limit), MAX_LIMIT);
  const rows = await database
    .select()
    .from(executionTable)
    .where(
      and(
        eq(executionTable.organisationId, organisationId),
        status === undefined ? undefined : eq(executionTable.status, status),
        definition === undefined ? undefined : eq(executionTable.definitionName, definition),
        cursor === undefined ? undefined : after(cursor),
      ),
    )
    .orderBy(desc(executionTable.createdAt), desc(executionTable.id))
    .limit(size + 1);
  const items = rows.slice(0, size).map(summarise);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? writeCursor(last) : null };
}

/** Whether somebody is at an execution, should be, or will be woken. */
export async function hasWork(database: Database): Promise<boolean> {
  const [found] = await database
    .select({ id: executionTable.id })
    .from(executionTable)
    .where(or(ne(executionTable.dispatch, 'idle'), isNotNull(executionTable.wakeAt)))
    .limit(1);
  return found !== undefined;
}

export function summarise(row: ExecutionRow): ExecutionSummary {
  return {
    organisationId: row.organisationId,
    id: row.id,
    definition: { name: row.definitionName, revision: row.definitionRevision },
    status: row.status,
    epoch: row.epoch,
    seq: row.seq,
    failure: row.failure,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}

function writeCursor({ createdAt, id }: ExecutionSummary): string {
  return Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url');
}

function after(cursor: string) {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const createdAt = new Date(Number(time));
  if (id === '' || time === '' || Number.isNaN(createdAt.getTime())) throw new CursorInvalid();
  return or(
    lt(executionTable.createdAt, createdAt),
    and(eq(executionTable.createdAt, createdAt), lt(executionTable.id, id)),
  );
}
