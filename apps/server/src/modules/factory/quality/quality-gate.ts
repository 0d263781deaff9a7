import type { Check, Evidence } from '@quantumlayer/contracts';
import type { Logger } from 'pino';
import { PlatformError } from '#kernel/errors.ts';
import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { CheckContext, GateRequest } from './check-context.ts';
import { deniedLicences, type Licence } from './domain/licences.ts';
import {
  assembleEvidence,
  type CheckId,
  type CheckOutcome,
  checkIds,
  checkTitles,
  findFailure,
} from './domain/quality-check.ts';
import type { SamplePattern } from './domain/valid-value.ts';
import type {
  ConnectApp,
  DependencySet,
  DependencyStore,
  SchemaChecker,
  WorkFolders,
} from './ports.ts';
import { runLicenceCheck, runSecretCheck } from './run-file-checks.ts';
import { runTestCheck, runToolCheck } from './run-program-check.ts';
import { runServerChecks } from './run-server-checks.ts';
import { WALL_MS, type WallLimits, WRITABLE_FOLDERS } from './sandboxed-app.ts';

export type GateVerdict = {
  evidence: Evidence;
  passed: boolean;
  /** The first check that did not pass, in words; null when all did. */
  failure: { check: string; reason: string } | null;
  /** Digest of each check's whole output. */
  logs: Record<string, string>;
};

export type GateDependencies = {
  sandbox: Sandbox;
  blobs: BlobStore;
  dependencies: DependencyStore;
  workFolders: WorkFolders;
  connectApp: ConnectApp;
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  logger: Logger;
  /** SPDX prefixes; a package under one of them fails the licence check. */
  denied?: readonly string[];
  wall?: Partial<WallLimits>;
};

export type QualityGate = ReturnType<typeof createGate>;

/** Executes every check of the quality stage. What fails is a verdict; what cannot be executed at all throws. */
export function createGate(dependencies: GateDependencies) {
  const { sandbox, blobs, workFolders, logger, denied = deniedLicences } = dependencies;

  async function install(request: GateRequest): Promise<[CheckOutcome, DependencySet | null]> {
    const started = performance.now();
    const base = { id: 'install', exitCode: 0, figures: {} } as const;
    try {
      const { signal, progress, stack } = request;
      const set = await dependencies.dependencies.ensure(stack.dependencySet(), {
        signal,
        progress,
      });
      const { command, contentDigest, lockDigest, packages } = set;
      const figures = { contentDigest, lockDigest, packages: packages.length };
      const durationMs = performance.now() - started;
      const output = JSON.stringify({ ...figures, command }, null, 2);
      return [
        { ...base, status: 'passed', command, durationMs, output, reason: null, figures },
        set,
      ];
    } catch (error) {
      if (!PlatformError.is(error)) throw error;
      const durationMs = performance.now() - started;
      const output = JSON.stringify({ message: error.message, ...error.details() }, null, 2);
      const failed = { ...base, status: 'failed', exitCode: null, durationMs, output } as const;
      return [{ ...failed, command: ['npm', 'ci'], reason: error.message }, null];
    }
  }

  async function runInSandbox(request: GateRequest, set: DependencySet): Promise<CheckOutcome[]> {
    const writable = ['node_modules', ...WRITABLE_FOLDERS];
    const workFolder = await workFolders.open(request.runId, request.files, writable);
    try {
      const label = request.runId;
      const place = { workPath: workFolder.path, dependencyPath: set.folder, label };
      const wall = { ...WALL_MS, ...dependencies.wall };
      const context: CheckContext = { ...dependencies, ...request, workFolder, place, wall };
      // Three lanes: the tests take longest and use both cores only in part.
      const lanes = await Promise.all([
        runTestCheck(context).then((outcome) => [report(request, outcome)]),
        runTools(context),
        runServerChecks(context).then((all) => all.map((outcome) => report(request, outcome))),
      ]);
      return lanes.flat();
    } finally {
      await workFolder.remove();
    }
  }

  async function runTools(context: CheckContext): Promise<CheckOutcome[]> {
    const typecheck = report(context, await runToolCheck(context, 'typecheck'));
    return [typecheck, report(context, await runToolCheck(context, 'lint'))];
  }

  async function store(outcome: CheckOutcome): Promise<Check> {
    const { output, command, durationMs, ...rest } = outcome;
    return {
      ...rest,
      title: checkTitles[outcome.id],
      command: [...command],
      durationMs: Math.round(durationMs),
      outputDigest: await blobs.put(Buffer.from(output)),
    };
  }

  return {
    /** Removes the work folders that an earlier process left; returns how many it were. */
    collectLeftovers: () => workFolders.collect(),

    async run(request: GateRequest): Promise<GateVerdict> {
      const log = logger.child({ runId: request.runId });
      const [installed, set] = await install(request);
      report(request, installed);
      const rest = set === null ? skipRest() : await runInSandbox(request, set);
      request.signal.throwIfAborted();
      const packages: readonly Licence[] = set?.packages ?? [];
      const files = [runSecretCheck(request.files)];
      if (set !== null) files.push(runLicenceCheck(packages, denied));
      for (const outcome of files) report(request, outcome);
      const outcomes = [installed, ...rest, ...files];
      const ordered = checkIds.flatMap((id) => outcomes.filter((one) => one.id === id));
      const checks = await Promise.all(ordered.map(store));
      const failure = findFailure(checks);
      log.info({ failure: failure?.check ?? null }, 'the quality gate has run');
      return {
        evidence: assembleEvidence({ isolation: sandbox.describe(), checks, licences: packages }),
        passed: failure === null,
        failure,
        logs: Object.fromEntries(checks.map(({ id, outputDigest }) => [id, outputDigest])),
      };
    },
  };
}

function report(request: Pick<GateRequest, 'progress'>, outcome: CheckOutcome): CheckOutcome {
  const { id, status, durationMs, figures } = outcome;
  const seconds = (durationMs / 1000).toFixed(1);
  request.progress(`${checkTitles[id]}: ${status} in ${seconds} s`, { check: id, status, figures });
  return outcome;
}

const NEED_SET: readonly CheckId[] = [
  'typecheck',
  'lint',
  'start',
  'operations',
  'tests',
  'licences',
];

function skipRest(): CheckOutcome[] {
  return NEED_SET.map((id) => ({
    id,
    status: 'skipped',
    command: [],
    exitCode: null,
    durationMs: 0,
    output: '',
    reason: 'The dependency set is not installed.',
    figures: {},
  }));
}
