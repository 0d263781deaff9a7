import type { GeneratedFile } from '@quantumlayer/contracts';
import type { CheckContext, GateDependencies, GateRequest } from './check-context.ts';
import type { CheckOutcome } from './domain/quality-check.ts';
import type { DependencySet } from './ports.ts';
import { reportOutcome } from './report-outcome.ts';
import { runBuildCheck } from './run-build-check.ts';
import { runMigrationCheck } from './run-migration-check.ts';
import { runTestCheck, runToolCheck } from './run-program-check.ts';
import { runServerChecks } from './run-server-checks.ts';
import { WALL_MS, WRITABLE_FOLDERS } from './sandboxed-app.ts';

/** How the checks ended, and what was built on the way. */
export type SandboxChecks = { outcomes: CheckOutcome[]; built: GeneratedFile[] };

/** Runs what needs the app's files in the sandbox. */
export function runSandboxChecks(
  dependencies: GateDependencies,
  request: GateRequest,
  set: DependencySet,
): Promise<SandboxChecks> {
  return inWorkFolder(dependencies, request, set, runLanes);
}

/** Gives the app's files a work folder that is gone afterwards. */
export async function inWorkFolder<Result>(
  dependencies: GateDependencies,
  request: GateRequest,
  set: DependencySet,
  use: (context: CheckContext) => Promise<Result>,
): Promise<Result> {
  const { runId, files, stack } = request;
  const built = stack.built === undefined ? [] : [stack.built];
  const writable = ['node_modules', ...WRITABLE_FOLDERS, ...built];
  const workFolder = await dependencies.workFolders.open(runId, files, writable);
  try {
    const place = { workPath: workFolder.path, dependencyPath: set.folder, label: runId };
    const wall = { ...WALL_MS, ...dependencies.wall };
    return await use({ ...dependencies, ...request, workFolder, place, wall });
  } finally {
    await workFolder.remove();
  }
}

/** Three lanes at once: none of them keeps two cores busy. All have to end before the files may go. */
async function runLanes(context: CheckContext): Promise<SandboxChecks> {
  const report = (outcome: CheckOutcome) => reportOutcome(context, outcome);
  const built: GeneratedFile[] = [];
  const lanes = await Promise.allSettled([
    runTestCheck(context).then((outcome) => [report(outcome)]),
    runTools(context, report),
    runBuilt(context, report, built),
  ]);
  const outcomes = lanes.flatMap((lane) => {
    if (lane.status === 'rejected') throw lane.reason;
    return lane.value;
  });
  return { outcomes, built };
}

/** The app is started with what was built for it. */
async function runBuilt(
  context: CheckContext,
  report: (outcome: CheckOutcome) => CheckOutcome,
  built: GeneratedFile[],
): Promise<CheckOutcome[]> {
  const build = await runBuildCheck(context);
  if (build !== null) report(build.outcome);
  built.push(...(build?.files ?? []));
  const served = await runServerChecks(context);
  return [...(build === null ? [] : [build.outcome]), ...served.map(report)];
}

async function runTools(context: CheckContext, report: (outcome: CheckOutcome) => CheckOutcome) {
  const outcomes = [
    report(await runToolCheck(context, 'typecheck')),
    report(await runToolCheck(context, 'lint')),
  ];
  const { previous } = context;
  if (previous) outcomes.push(report(await runMigrationCheck(context, previous)));
  return outcomes;
}
