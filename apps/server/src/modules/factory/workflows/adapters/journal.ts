import { type ExecutionState, evolve, type Fact, initialState } from '@quantumlayer/workflow';
import type { Database } from '#platform/database.ts';
import type { Projector } from '../ports.ts';
import { appendRows, Stale } from './append-rows.ts';
import { toEvent, toFact } from './event-row.ts';
import type { Append, Appended, ExecutionRow, Folded } from './folded.ts';
import { createJournalReader, PAGE } from './journal-reader.ts';
import { readPlan } from './plans.ts';
import { toStorable } from './storable.ts';

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

/** The single truth about an execution: numbered facts, appended by whoever has seen the last one. */
export function createJournal({ database, projectors, notify, announce }: Dependencies) {
  const reader = createJournalReader(database);
  const { read } = reader;
  const remembered = new Map<string, Folded>();

  function remember(executionId: string, folded: Folded): Folded {
    remembered.delete(executionId);
    remembered.set(executionId, folded);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return folded;
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
    const { from } = request;
    // Before anything is made of them: the state goes into rows as well.
    const facts = toStorable(request.facts);
    const events = facts.map((fact, index) => toEvent(request, from.seq + index + 1, fact));
    const states = statesAfter(from, facts);
    const state = states.at(-1) ?? from.state;
    const folded = { plan: from.plan, state, seq: from.seq + facts.length };
    const requested = await appendRows(tx, { request, folded, events, announce });
    for (const [index, event] of events.entries()) {
      for (const project of projectors) await project(tx, event, states[index] ?? state);
    }
    return { folded, requested };
  }

  /** Null when somebody else wrote first, or the fence is gone: read again and judge again. */
  async function append(request: Append): Promise<Appended | null> {
    try {
      // One statement is a transaction of its own.
      const appended =
        projectors.length === 0
          ? await write(database, request)
          : await database.transaction((tx) => write(tx, request));
      remember(request.executionId, appended.folded);
      notify(request.executionId, appended.folded.seq);
      return appended;
    } catch (error) {
      if (error instanceof Stale) return null;
      throw error;
    }
  }

  return { ...reader, fold, catchUp, append, write, notify };
}

function start(row: Pick<ExecutionRow, 'definition'>): Folded {
  const plan = readPlan(row.definition);
  return { plan, state: initialState(plan), seq: 0 };
}

function statesAfter({ plan, state }: Folded, facts: readonly Fact[]): ExecutionState[] {
  const states: ExecutionState[] = [];
  for (const fact of facts) states.push(evolve(plan, states.at(-1) ?? state, fact));
  return states;
}
