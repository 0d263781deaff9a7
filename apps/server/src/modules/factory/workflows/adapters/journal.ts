import {
  type ExecutionState,
  evolve,
  type Fact,
  hasEnded,
  initialState,
  type WorkflowPlan,
} from '@quantumlayer/workflow';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { ExecutionNotFound } from '../domain/workflow-errors.ts';
import type { ExecutionEvent, Projector } from '../ports.ts';
import { toEvent, toFact } from './event-row.ts';
import { readPlan } from './plans.ts';
import { eventTable, executionTable } from './workflow-tables.ts';

export type ExecutionRow = typeof executionTable.$inferSelect;

/** The journal folded up to `seq`. */
export type Folded = { plan: WorkflowPlan; state: ExecutionState; seq: number };

/** Proof of the right to drive: the number of the turn and the process that took it. */
export type Fence = { drive: number; process: string };

export type Append = {
  organisationId: string;
  executionId: string;
  from: Folded;
  facts: readonly Fact[];
  /** Absent for a person's signal, which needs only to be the next to write. */
  fence?: Fence;
  /** Asks for a driver in the same transaction when nobody drives. */
  request?: Date;
};

export type Appended = { folded: Folded; requested: number | null };

class Stale extends Error {}

const PAGE = 1_000;
const REMEMBERED = 500;

export type Journal = ReturnType<typeof createJournal>;

type Dependencies = {
  database: Database;
  projectors: readonly Projector[];
  /** Told after a commit. */
  notify: (executionId: string, seq: number) => void;
  /** Tells other processes, inside the transaction. */
  announce: boolean;
};

export const EVENT_CHANNEL = 'workflow_event';

/** The single truth about an execution: numbered facts, appended by whoever has seen the last one. */
export function createJournal({ database, projectors, notify, announce }: Dependencies) {
  const remembered = new Map<string, Folded>();

  function remember(executionId: string, folded: Folded): Folded {
    remembered.delete(executionId);
    remembered.set(executionId, folded);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return folded;
  }

  async function find(executionId: string): Promise<ExecutionRow | null> {
    const rows = await database
      .select()
      .from(executionTable)
      .where(eq(executionTable.id, executionId));
    return rows[0] ?? null;
  }

  async function get(organisationId: string, executionId: string): Promise<ExecutionRow> {
    const row = await find(executionId);
    if (row === null || row.organisationId !== organisationId) {
      throw new ExecutionNotFound(executionId);
    }
    return row;
  }

  async function read(executionId: string, after: number, limit = PAGE): Promise<ExecutionEvent[]> {
    return database
      .select()
      .from(eventTable)
      .where(and(eq(eventTable.executionId, executionId), gt(eventTable.seq, after)))
      .orderBy(asc(eventTable.seq))
      .limit(limit);
  }

  /** Folds what is new since the last time; a long journal is read once per process. */
  async function fold(row: Pick<ExecutionRow, 'id' | 'definition'>): Promise<Folded> {
    const known = remembered.get(row.id) ?? start(row);
    return catchUp(row.id, known);
  }

  async function catchUp(executionId: string, known: Folded): Promise<Folded> {
    let { state, seq } = known;
    for (;;) {
      const events = await read(executionId, seq);
      for (const event of events) state = evolve(known.plan, state, toFact(event));
      seq = events.at(-1)?.seq ?? seq;
      if (events.length < PAGE) return remember(executionId, { plan: known.plan, state, seq });
    }
  }

  async function write(tx: Database, request: Append): Promise<Appended> {
    const { from, facts } = request;
    const events = facts.map((fact, index) => toEvent(request, from.seq + index + 1, fact));
    const states: ExecutionState[] = [];
    let state = from.state;
    for (const fact of facts) {
      state = evolve(from.plan, state, fact);
      states.push(state);
    }
    const seq = from.seq + facts.length;
    const requested = await advanceRow(tx, request, { plan: from.plan, state, seq }, announce);
    if (events.length > 0) await tx.insert(eventTable).values(events);
    for (const [index, event] of events.entries()) {
      for (const project of projectors) await project(tx, event, states[index] ?? state);
    }
    return { folded: { plan: from.plan, state, seq }, requested };
  }

  /** Null when somebody else wrote first, or the fence is gone: read again and judge again. */
  async function append(request: Append): Promise<Appended | null> {
    try {
      const appended = await database.transaction((tx) => write(tx, request));
      remember(request.executionId, appended.folded);
      notify(request.executionId, appended.folded.seq);
      return appended;
    } catch (error) {
      if (error instanceof Stale) return null;
      throw error;
    }
  }

  return { find, get, read, fold, catchUp, append, write, notify };
}

function start(row: Pick<ExecutionRow, 'definition'>): Folded {
  const plan = readPlan(row.definition);
  return { plan, state: initialState(plan), seq: 0 };
}

/** Moves the row on only from the expected number; returns the number of the drive that it asked for. */
async function advanceRow(
  tx: Database,
  { executionId, from, fence, request }: Append,
  next: Folded,
  announce: boolean,
): Promise<number | null> {
  const { state, seq } = next;
  const rows = await tx
    .update(executionTable)
    .set({
      seq,
      status: state.status,
      epoch: state.epoch,
      failure: state.failure,
      startedAt: toDate(state.startedAt),
      finishedAt: toDate(state.finishedAt),
      ...(fence !== undefined &&
        hasEnded(state) && { dispatch: 'idle', process: null, wakeAt: null }),
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
    });
  const [row] = rows;
  if (row === undefined) throw new Stale();
  return request !== undefined && row.dispatch === 'requested' ? row.drive : null;
}

/** Asks for the next drive, unless one is asked for or under way. */
export function requestDrive(now: Date) {
  const { dispatch, drive, dispatchAt } = executionTable;
  const isIdle = sql`${dispatch} = 'idle'`;
  return {
    dispatch: sql`case when ${isIdle} then 'requested' else ${dispatch} end`,
    drive: sql`case when ${isIdle} then ${drive} + 1 else ${drive} end`,
    dispatchAt: sql`case when ${isIdle} then ${now.toISOString()}::timestamptz else ${dispatchAt} end`,
    wakeAt: null,
  };
}

export function fenceConditions({ drive, process }: Fence) {
  return [
    eq(executionTable.drive, drive),
    eq(executionTable.process, process),
    eq(executionTable.dispatch, 'driving'),
  ];
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
