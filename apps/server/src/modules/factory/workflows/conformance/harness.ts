import type { WorkflowDraft } from '@quantumlayer/contracts';
import { PlatformError } from '#kernel/errors.ts';
import type { Database } from '#platform/database.ts';
import type {
  ExecutionEvent,
  OutputValidators,
  Projector,
  StepContext,
  StepHandlers,
  WorkflowRunner,
} from '../ports.ts';

export type RunnerSetup = {
  handlers: StepHandlers;
  validators?: OutputValidators;
  projectors?: readonly Projector[];
  concurrency?: number;
  /** How long running steps may go on when the runner closes. */
  drainMs?: number;
};

/** What an adapter brings to be tested: one empty home, on which runners are opened one after the other. */
export type RunnerHome = {
  /** Where callers keep their own rows. */
  database: Database;
  open(setup: RunnerSetup): Promise<WorkflowRunner>;
  close(): Promise<void>;
};

export const ORGANISATION = 'org_1';

/** Fails in the way a domain error does. */
class Refused extends PlatformError {
  readonly code = 'refused';
  readonly kind = 'invalid';
  readonly retryable: boolean;
  readonly next = 'Ask more politely.';

  constructor(retryable: boolean) {
    super('It was refused.');
    this.retryable = retryable;
  }

  override details() {
    return { reason: 'manners' };
  }
}

/** Handlers that the tests hold by the hand: what was called, and gates that open when they say so. */
export function createStage() {
  const calls: Pick<StepContext, 'executionId' | 'node' | 'attempt' | 'idempotencyKey'>[] = [];
  const aborted: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();

  function gate(executionId: string): PromiseWithResolvers<void> {
    const known = gates.get(executionId) ?? Promise.withResolvers<void>();
    gates.set(executionId, known);
    return known;
  }

  const handlers: StepHandlers = {
    async echo(context) {
      note(context);
      return context.inputs;
    },
    async add({ inputs, ...context }) {
      note(context);
      return Number(inputs.to ?? 0) + 1;
    },
    async gated(context) {
      note(context);
      await Promise.race([gate(context.executionId).promise, untilAborted(context)]);
      context.signal.throwIfAborted();
      return 'through';
    },
    async failing({ inputs, ...context }) {
      note(context);
      if (context.attempt < Number(inputs.until)) throw new Refused(inputs.retryable !== false);
      return context.attempt;
    },
    async talking(context) {
      note(context);
      for (let line = 1; line <= 1_000; line += 1) context.progress(`line ${line}`, { line });
      await new Promise((resolve) => setTimeout(resolve, 30));
      context.progress('the \u0000 end');
      return 'said';
    },
  };

  function note({ executionId, node, attempt, idempotencyKey }: Omit<StepContext, 'inputs'>) {
    calls.push({ executionId, node, attempt, idempotencyKey });
  }

  async function untilAborted({ signal, executionId }: StepContext): Promise<void> {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    aborted.push(executionId);
  }

  return {
    handlers,
    /** Executions whose gated step has cleaned up after its abort. */
    aborted,
    open: (executionId: string) => gate(executionId).resolve(),
    callsOf: (executionId: string) =>
      calls.filter((call) => call.executionId === executionId).map(({ node }) => node),
    detailsOf: (executionId: string) => calls.filter((call) => call.executionId === executionId),
  };
}

export type Stage = ReturnType<typeof createStage>;

type Nodes = WorkflowDraft['nodes'];
type StepNode = Extract<Nodes[number], { kind: 'step' }>;

export function definition(nodes: Nodes): WorkflowDraft {
  return { version: 1, name: 'test', nodes };
}

export function step(
  id: string,
  handler: string,
  after: string[] = [],
  more: Partial<StepNode> = {},
): StepNode {
  return { kind: 'step', id, handler, after, ...more };
}

export const AT_ONCE = { attempts: 3, initialMs: 5, factor: 1, maxMs: 5, jitter: 0 };

let count = 0;

/** Starts an execution of its own and returns its id. */
export async function begin(
  runner: WorkflowRunner,
  nodes: Nodes,
  input: unknown = null,
): Promise<string> {
  count += 1;
  const executionId = `exe_${count}`;
  await runner.start({
    organisationId: ORGANISATION,
    executionId,
    definition: definition(nodes),
    input,
  });
  return executionId;
}

/** Follows the events until one is as wanted. */
async function until(
  runner: WorkflowRunner,
  executionId: string,
  isWanted: (event: ExecutionEvent) => boolean,
): Promise<ExecutionEvent> {
  const stop = AbortSignal.timeout(15_000);
  for await (const event of runner.events(ORGANISATION, executionId, 0, { signal: stop })) {
    if (isWanted(event)) return event;
  }
  throw new Error(`${executionId} ended, or 15 s passed, without the wanted event`);
}

export function untilType(runner: WorkflowRunner, id: string, type: string, node?: string) {
  return until(runner, id, (e) => e.type === type && (node === undefined || e.node === node));
}

/** All events of an execution, once it has ended. */
export async function journalOf(
  runner: WorkflowRunner,
  executionId: string,
  after = 0,
): Promise<ExecutionEvent[]> {
  const events: ExecutionEvent[] = [];
  const stop = AbortSignal.timeout(15_000);
  for await (const event of runner.events(ORGANISATION, executionId, after, { signal: stop })) {
    events.push(event);
  }
  return events;
}

export async function finish(runner: WorkflowRunner, executionId: string) {
  await journalOf(runner, executionId);
  return runner.get(ORGANISATION, executionId);
}

export async function statuses(runner: WorkflowRunner, executionId: string) {
  const { nodes } = await runner.get(ORGANISATION, executionId);
  return Object.fromEntries(nodes.map(({ key, status }) => [key, status]));
}
