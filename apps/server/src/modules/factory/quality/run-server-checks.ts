import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxProcess, SandboxResult } from '#modules/factory/sandbox/index.ts';
import type { CheckContext } from './check-context.ts';
import { createContractWorld } from './contract/contract-world.ts';
import { exerciseContract } from './contract/exercise-contract.ts';
import { explainResult, tailOf, withLog } from './domain/explain-result.ts';
import { describeFinding } from './domain/finding.ts';
import { type CheckOutcome, checkTitles } from './domain/quality-check.ts';
import { type ExerciseReport, exerciseOperations } from './exercise-operations.ts';
import type { AppClient } from './ports.ts';
import { runAttackCheck } from './run-attack-check.ts';
import { CHECK_LIMITS } from './sandboxed-app.ts';
import { type Credentials, type SignedInPeople, signInPeople } from './sign-in-people.ts';
import { START_MS, startApp } from './start-app.ts';
import { usageOf } from './usage-of.ts';

const EXERCISE_MS = 300_000;
const SHOWN_FINDINGS = 3;

/** Starts the app in the sandbox, waits until it answers, exercises its operations and attacks it. */
export async function runServerChecks(context: CheckContext): Promise<CheckOutcome[]> {
  const { process, app, durationMs, admin, readLog } = await startApp(context);
  try {
    if (app === 'late' || !('client' in app)) {
      const start = await failedStart(context, process, app, durationMs);
      return [
        start,
        skipped('operations', 'builtin:exerciser'),
        skipped('attacks', 'builtin:attacker'),
      ];
    }
    const { client, close } = app;
    const people = context.blueprint.contract ? Promise.resolve(null) : signInPeople(client, admin);
    const operations = await exercise({ context, process, client, people, admin });
    const attacks = await runAttackCheck(context, { client, people, admin, readLog }).finally(
      close,
    );
    const end = await process.stop();
    return [startOutcome(context, end, durationMs, null), operations, attacks];
  } finally {
    await process.stop();
  }
}

async function failedStart(
  context: CheckContext,
  app: SandboxProcess,
  early: SandboxResult | 'late',
  durationMs: number,
): Promise<CheckOutcome> {
  const end = early === 'late' ? await app.stop() : early;
  const title = checkTitles.start;
  const limits = { ...CHECK_LIMITS, wallMs: context.wall.app };
  const reason =
    early === 'late'
      ? `${title}: it did not answer on its socket within ${START_MS / 1000} s.`
      : (explainResult(title, end, limits) ?? `${title}: it ended by itself instead of serving.`);
  return startOutcome(context, end, durationMs, withLog(reason, end.output));
}

function startOutcome(
  { stack }: CheckContext,
  end: SandboxResult,
  durationMs: number,
  reason: string | null,
): CheckOutcome {
  return {
    id: 'start',
    status: reason === null ? 'passed' : 'failed',
    command: stack.commands.start,
    exitCode: end.exitCode,
    durationMs,
    output: end.output,
    reason,
    figures: {
      ...(reason === null && { readyMs: Math.round(durationMs) }),
      ...usageOf(end),
    },
  };
}

function skipped(id: CheckOutcome['id'], command: string): CheckOutcome {
  return {
    id,
    status: 'skipped',
    command: [command],
    exitCode: null,
    durationMs: 0,
    output: '',
    reason: 'The app did not start.',
    figures: {},
  };
}

type Exercised = {
  context: CheckContext;
  process: SandboxProcess;
  client: AppClient;
  people: Promise<SignedInPeople | null>;
  admin: Credentials;
};

async function exercise({
  context,
  process,
  client,
  people,
  admin,
}: Exercised): Promise<CheckOutcome> {
  const started = performance.now();
  const limit = AbortSignal.timeout(EXERCISE_MS);
  try {
    const { createChecker, samplePattern } = context;
    const { contract } = context.blueprint;
    const common = {
      signal: AbortSignal.any([context.signal, limit]),
      progress: (done: number, total: number) =>
        context.progress(`exercising operation ${done + 1} of ${total}`),
    };
    const world = contract && createContractWorld({ client, contract, samplePattern, admin });
    const report = world
      ? await exerciseContract({ ...common, world, checker: createChecker(world.document.root) })
      : await exerciseOperations({
          ...{ ...common, client, people: await people, createChecker, samplePattern },
        });
    const reason = await explainExercise(report, process);
    return operationsOutcome(performance.now() - started, JSON.stringify(report, null, 2), reason, {
      exercised: report.exercised,
      failed: report.failed,
      operations: report.operations.length,
      requests: report.requests,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return operationsOutcome(performance.now() - started, why, why, {});
  }
}

function operationsOutcome(
  durationMs: number,
  output: string,
  reason: string | null,
  figures: CheckOutcome['figures'],
): CheckOutcome {
  return {
    id: 'operations',
    status: reason === null ? 'passed' : 'failed',
    command: ['builtin:exerciser'],
    exitCode: null,
    durationMs,
    output,
    reason,
    figures,
  };
}

/** Null when every operation is sound; else the first findings and, if the app died, its last words. */
async function explainExercise(
  report: ExerciseReport,
  app: SandboxProcess,
): Promise<string | null> {
  const total = report.operations.length;
  if (total === 0) return 'The app documents no operation, so nothing is proven.';
  if (report.failed === 0 && report.exercised === total && report.stopped === null) return null;
  const findings = report.operations.flatMap((operation) => operation.findings);
  const shown = findings.slice(0, SHOWN_FINDINGS).map((finding) => `- ${describeFinding(finding)}`);
  const count = `${report.failed} of ${total} operations are not as documented:`;
  const stopped = report.stopped === null ? [] : [`It was ended early: ${report.stopped}.`];
  const ended = await Promise.race([app.finished, sleep(50, null)]);
  const log = ended === null ? [] : [`The app ended; its log ends with:\n${tailOf(ended.output)}`];
  return [count, ...shown, ...stopped, ...log].join('\n');
}
