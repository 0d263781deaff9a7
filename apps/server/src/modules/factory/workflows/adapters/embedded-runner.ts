import { type Fact, findUnit, unitState } from '@quantumlayer/workflow';
import { presentNodes } from '../domain/present-execution.ts';
import {
  ExecutionBusy,
  OutputNotReady,
  RunnerClosed,
  StageNotFound,
} from '../domain/workflow-errors.ts';
import type { WorkflowRunner } from '../ports.ts';
import { answerCancel, answerRetry, answerSignal } from './answer.ts';
import { type EmbeddedEngine, type EmbeddedRunnerOptions, openEngine } from './embedded-engine.ts';
import { streamEvents } from './event-stream.ts';
import { hasWork, listExecutions, summarise } from './execution-list.ts';
import type { Folded } from './folded.ts';

/** How often a signal that lost against another writer is judged again. */
const MAX_COLLISIONS = 50;

/** Facts that give a driver something to do. */
const calls: ReadonlySet<Fact['type']> = new Set([
  'stage.approved',
  'stage.modified',
  'stage.rejected',
  'execution.resumed',
  'execution.cancelling',
  'execution.retried',
]);

/**
 * The runner that needs nothing but the database: DBOS hands out turns, the journal is the record. One per process.
 * On embedded Postgres it takes over at once what an earlier process left; on a server, from a process that falls
 * silent for `deadAfterMs`.
 */
export async function openEmbeddedRunner(options: EmbeddedRunnerOptions): Promise<WorkflowRunner> {
  const engine = await openEngine(options);
  const { journal, database, outputs, clock, closing } = engine;
  let closed: Promise<void> | null = null;

  function requireOpen(): void {
    if (closing.aborted) throw new RunnerClosed();
  }

  async function load(organisationId: string, executionId: string) {
    requireOpen();
    const row = await journal.get(organisationId, executionId);
    return { row, folded: await journal.fold(row) };
  }

  return {
    async start(request) {
      requireOpen();
      await engine.start(request);
    },

    async get(organisationId, executionId) {
      const { row, folded } = await load(organisationId, executionId);
      return { ...summarise(row), nodes: presentNodes(folded.plan, folded.state) };
    },

    async list(organisationId, query) {
      requireOpen();
      return listExecutions(database, organisationId, query);
    },

    async hasWork() {
      requireOpen();
      return hasWork(database);
    },

    events(organisationId, executionId, afterSeq, { signal } = {}) {
      requireOpen();
      return streamEvents(engine, { organisationId, executionId }, afterSeq, signal);
    },

    async input(organisationId, executionId) {
      const { folded } = await load(organisationId, executionId);
      const { input } = folded.state;
      return input === null ? null : outputs.get(input);
    },

    async output(organisationId, executionId, node) {
      const { folded } = await load(organisationId, executionId);
      const output = outputOf(executionId, folded, node);
      return output === null ? null : outputs.get(output);
    },

    async signal(organisationId, executionId, signal) {
      requireOpen();
      await change(engine, organisationId, executionId, (folded) =>
        answerSignal(executionId, folded, signal, clock().getTime(), engine),
      );
    },

    async cancel(organisationId, executionId) {
      requireOpen();
      await change(engine, organisationId, executionId, async (folded) =>
        answerCancel(executionId, folded, clock().getTime()),
      );
    },

    async retry(organisationId, executionId, node) {
      requireOpen();
      await change(engine, organisationId, executionId, async (folded) =>
        answerRetry(executionId, folded, node, clock().getTime()),
      );
    },

    close() {
      closed ??= engine.close();
      return closed;
    },
  };
}

/** Reference of what a stage produced. */
function outputOf(executionId: string, { plan, state }: Folded, node: string): string | null {
  const unit = findUnit(plan, node);
  if (unit === null) throw new StageNotFound(executionId, node);
  const { status, output } = unitState(state, unit);
  if (status !== 'succeeded') throw new OutputNotReady(executionId, node, status);
  return output;
}

/** Judges and appends a signal; whoever else writes in between makes it judge again. */
async function change(
  { journal, clock, dispatch }: EmbeddedEngine,
  organisationId: string,
  executionId: string,
  answer: (folded: Folded) => Promise<Fact[]>,
): Promise<void> {
  for (let collision = 0; collision < MAX_COLLISIONS; collision += 1) {
    const row = await journal.get(organisationId, executionId);
    const from = await journal.fold(row);
    const facts = await answer(from);
    if (facts.length === 0) return;
    const needsDriver =
      facts.some(({ type }) => calls.has(type)) && facts.at(-1)?.type !== 'execution.cancelled';
    const appended = await journal.append({
      ...{ organisationId, executionId, from, facts },
      ...(needsDriver && { request: clock() }),
    });
    if (appended === null) continue;
    if (appended.requested !== null) await dispatch({ executionId, drive: appended.requested });
    return;
  }
  throw new ExecutionBusy(executionId);
}
