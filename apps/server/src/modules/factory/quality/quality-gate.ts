import type { AttackReport, Check, Evidence, GeneratedFile } from '@quantumlayer/contracts';
import type { GateDependencies, GateRequest } from './check-context.ts';
import { deniedLicences, type Licence } from './domain/licences.ts';
import {
  assembleEvidence,
  type CheckId,
  type CheckOutcome,
  checkIds,
  checksOf,
  checkTitles,
  findFailure,
} from './domain/quality-check.ts';
import { reportOutcome } from './report-outcome.ts';
import { attackAlone } from './run-attack-check.ts';
import { runLicenceCheck, runSecretCheck } from './run-file-checks.ts';
import { runInstallCheck } from './run-install-check.ts';
import { inWorkFolder, runSandboxChecks } from './run-sandbox-checks.ts';

export type GateVerdict = {
  evidence: Evidence;
  passed: boolean;
  /** The first check that did not pass, in words; null when all did. */
  failure: { check: string; reason: string } | null;
  /** Digest of each check's whole output. */
  logs: Record<string, string>;
  /** What the app serves and no generator wrote: text files below the folder that the stack names. */
  built: GeneratedFile[];
};

export type QualityGate = ReturnType<typeof createGate>;

/** Executes every check of the quality stage. What fails is a verdict; what cannot be executed at all throws. */
export function createGate(dependencies: GateDependencies) {
  const { sandbox, blobs, workFolders, logger, denied = deniedLicences } = dependencies;

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

    /** Carries out the attacks alone; rejects when the app cannot be started. */
    async attack(request: GateRequest): Promise<AttackReport> {
      const { stack, signal, progress } = request;
      const set = await dependencies.dependencies.ensure(stack.dependencySet(), {
        signal,
        progress,
      });
      return inWorkFolder(dependencies, request, set, attackAlone);
    },

    async run(request: GateRequest): Promise<GateVerdict> {
      const log = logger.child({ runId: request.runId });
      const [installed, set] = await runInstallCheck(dependencies.dependencies, request);
      reportOutcome(request, installed);
      const wanted = checksOf(request.stack).filter(
        (id) => id !== 'migration' || request.previous !== undefined,
      );
      const ran =
        set === null
          ? { outcomes: skipRest(wanted), built: [] }
          : await runSandboxChecks(dependencies, request, set);
      request.signal.throwIfAborted();
      const packages: readonly Licence[] = set?.packages ?? [];
      const files = [runSecretCheck(request.files)];
      if (set !== null) files.push(runLicenceCheck(packages, denied));
      for (const outcome of files) reportOutcome(request, outcome);
      const outcomes = [installed, ...ran.outcomes, ...files];
      const ordered = checkIds.flatMap((id) => outcomes.filter((one) => one.id === id));
      const checks = await Promise.all(ordered.map(store));
      const failure = findFailure(checks, wanted);
      log.info({ failure: failure?.check ?? null }, 'the quality gate has run');
      return {
        evidence: assembleEvidence({ isolation: sandbox.describe(), checks, licences: packages }),
        passed: failure === null,
        failure,
        logs: Object.fromEntries(checks.map(({ id, outputDigest }) => [id, outputDigest])),
        built: ran.built,
      };
    },
  };
}

/** Neither needs what is installed. */
const NEED_NO_SET: readonly CheckId[] = ['install', 'secrets'];

function skipRest(wanted: readonly CheckId[]): CheckOutcome[] {
  const need = wanted.filter((id) => !NEED_NO_SET.includes(id));
  return need.map((id) => ({
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
