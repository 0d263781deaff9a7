import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { ExecutionNotFound } from '../domain/workflow-errors.ts';
import type { ExecutionEvent } from '../ports.ts';
import type { ExecutionHead, ExecutionRow } from './folded.ts';
import { eventTable, executionTable } from './workflow-tables.ts';

/** Events read at once. */
export const PAGE = 1_000;

export function createJournalReader(database: Database) {
  async function get(organisationId: string, executionId: string): Promise<ExecutionRow> {
    const rows = await database
      .select()
      .from(executionTable)
      .where(
        and(eq(executionTable.id, executionId), eq(executionTable.organisationId, organisationId)),
      );
    if (rows[0] === undefined) throw new ExecutionNotFound(executionId);
    return rows[0];
  }

  /** The row without its definition, which may be long. */
  async function head(executionId: string): Promise<ExecutionHead | null> {
    const { organisationId, status, seq, drive, process } = executionTable;
    const rows = await database
      .select({ organisationId, status, seq, drive, process })
      .from(executionTable)
      .where(eq(executionTable.id, executionId));
    return rows[0] ?? null;
  }

  async function read(executionId: string, after: number, limit = PAGE): Promise<ExecutionEvent[]> {
    return database
      .select()
      .from(eventTable)
      .where(and(eq(eventTable.executionId, executionId), gt(eventTable.seq, after)))
      .orderBy(asc(eventTable.seq))
      .limit(limit);
  }

  return { head, get, read };
}
