import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { RunnerBusy } from '../domain/workflow-errors.ts';
import type { Driver } from './driver.ts';
import { createSlots } from './slots.ts';
import type { Turn } from './turns.ts';

const QUEUE = 'executions';
const PRUNE_BATCH = 500;

export type Dispatcher = Awaited<ReturnType<typeof openDispatcher>>;

type Options = {
  pool: Pool;
  process: string;
  /** Executions driven at once by this process; 0 = only hands them to others. */
  concurrency: number;
  pollMs: number;
  log: Pick<Logger, 'debug' | 'warn' | 'error'>;
  driver: Driver;
};

type Current = { drive: Driver; active: Set<Turn>; slots: ReturnType<typeof createSlots> };

/** DBOS is one per process, and so is what its workflow function works for. */
let current: Current | null = null;

/**
 * The DBOS workflow: one turn at one execution. It has no steps of its own, since the journal is the record; so it may
 * run again after any crash and under any version of this code.
 */
const driveWorkflow = DBOS.registerWorkflow(
  async (executionId: string, drive: number): Promise<void> => {
    if (current === null) throw new Error('The workflow runner of this process is closed.');
    const { slots, active } = current;
    const leave = await slots.acquire();
    const turn = { executionId, drive };
    active.add(turn);
    try {
      await current.drive(turn);
    } finally {
      active.delete(turn);
      leave();
    }
  },
  { name: 'driveExecution' },
);

/** Queue, claims and recovery of turns on DBOS. No other file knows it. */
export async function openDispatcher(options: Options) {
  if (current !== null) throw new RunnerBusy();
  const { concurrency, log } = options;
  const slots = createSlots(concurrency);
  const active = new Set<Turn>();
  current = { drive: logged(options.driver, log), active, slots };
  try {
    await launch(options);
  } catch (error) {
    current = null;
    throw error;
  }

  return {
    /** Executions that this process drives. */
    active: (): string[] => [...active].map(({ executionId }) => executionId),

    /** Starts a turn here at once when there is room, else queues it for whoever has. Twice is once. */
    async start({ executionId, drive }: Turn): Promise<void> {
      const workflowID = idOf({ executionId, drive });
      const isHere = concurrency > 0 && slots.hasFree();
      await DBOS.startWorkflow(driveWorkflow, {
        workflowID,
        ...(!isHere && { queueName: QUEUE }),
      })(executionId, drive);
    },

    /** Those of the turns that DBOS is done with or never had. */
    async findOver(turns: readonly Turn[]): Promise<Turn[]> {
      if (turns.length === 0) return [];
      const open = await DBOS.listWorkflows({
        workflowIDs: turns.map(idOf),
        status: ['ENQUEUED', 'PENDING', 'DELAYED'],
        loadInput: false,
        loadOutput: false,
      });
      const known = new Set(open.map(({ workflowID }) => workflowID));
      return turns.filter((turn) => !known.has(idOf(turn)));
    },

    /** Queues the turns that processes which are gone had taken. */
    async recover(processes: readonly string[]): Promise<number> {
      const left = await DBOS.listWorkflows({
        executorId: [...processes],
        status: 'PENDING',
        loadInput: false,
        loadOutput: false,
      });
      const ids = left.map(({ workflowID }) => workflowID);
      if (ids.length > 0) await DBOS.resumeWorkflows(ids, { queueName: QUEUE });
      return ids.length;
    },

    /** Forgets finished turns: what happened in them is in the journal. */
    async prune(before: Date): Promise<void> {
      const done = await DBOS.listWorkflows({
        workflowName: 'driveExecution',
        status: ['SUCCESS', 'ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'],
        completedBefore: before.toISOString(),
        limit: PRUNE_BATCH,
        loadInput: false,
        loadOutput: false,
      });
      if (done.length > 0) await DBOS.deleteWorkflows(done.map(({ workflowID }) => workflowID));
    },

    async close(timeoutMs: number): Promise<void> {
      await DBOS.shutdown({ workflowCompletionTimeoutMS: timeoutMs });
      current = null;
    },
  };
}

async function launch({ pool, process, concurrency, pollMs, log }: Options): Promise<void> {
  DBOS.setConfig({
    name: 'quantumlayer',
    // Only the pool connects; DBOS asks for a complete address all the same, for its log.
    systemDatabaseUrl: 'postgresql://quantumlayer:unused@localhost:5432/quantumlayer',
    systemDatabasePool: pool,
    executorID: process,
    // A turn reads the journal, so turns of an older release may go on under this one.
    applicationVersion: 'journal-1',
    useListenNotify: false,
    listenQueues: concurrency > 0 ? [QUEUE] : [],
    logger: quietLogger(log),
  });
  await DBOS.launch();
  await DBOS.registerQueue(QUEUE, {
    workerConcurrency: Math.max(1, concurrency),
    minPollingIntervalMs: pollMs,
    // Processes that drive share one setting; one that does not has none to give.
    onConflict: concurrency > 0 ? 'always_update' : 'never_update',
  });
}

function idOf({ executionId, drive }: Turn): string {
  return `${executionId}:${drive}`;
}

function logged(driver: Driver, log: Options['log']): Driver {
  return async (turn) => {
    try {
      await driver(turn);
    } catch (error) {
      log.error({ err: error, ...turn }, 'workflow turn failed, it will be taken again');
      throw error;
    }
  };
}

/** What DBOS has to say goes to our log; its chatter at start only when debugging. */
function quietLogger(log: Options['log']) {
  return {
    debug: () => {},
    info: (entry: unknown) => log.debug({ dbos: entry }, 'workflow dispatcher'),
    warn: (entry: unknown) => log.warn({ dbos: entry }, 'workflow dispatcher'),
    error: (entry: unknown) => log.error({ err: entry }, 'workflow dispatcher'),
  };
}
