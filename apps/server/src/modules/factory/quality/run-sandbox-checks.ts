import type { CheckContext, GateDependencies, GateRequest } from './check-context.ts';
import type { CheckOutcome } from './domain/quality-check.ts';
import type { DependencySet } from './ports.ts';
import { reportOutcome } from './report-outcome.ts';
import { runMigrationCheck } from './run-migration-check.ts';
import { runTestCheck, runToolCheck } from './run-program-check.ts';
import { runServerChecks } from './run-server-checks.ts';
import { WALL_MS, WRITABLE_FOLDERS } from './sandboxed-app.ts';

/** Runs what needs the app's files in the sandbox. */
export function runSandboxChecks(
  dependencies: GateDependencies,
  request: GateRequest,
  set: DependencySet,
): Promise<CheckOutcome[]> {
  return inWorkFolder(dependencies, request, set, runLanes);
}

/** Gives the app's files a work folder that is gone afterwards. */
export async function inWorkFolder<Result>(
  dependencies: GateDependencies,
  request: GateRequest,
  set: DependencySet,
  use: (context: CheckContext) => Promise<Result>,
): Promise<Result> {
  const { runId, files } = request;
  const writable = ['node_modules', ...WRITABLE_FOLDERS];
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
async function runLanes(context: CheckContext): Promise<CheckOutcome[]> {
  const report = (outcome: CheckOutcome) => reportOutcome(context, outcome);
  const lanes = await Promise.allSettled([
    runTestCheck(context).then((outcome) => [report(outcome)]),
    runTools(context, report),
    runServerChecks(context).then((outcomes) => outcomes.map(report)),
  ]);
  return lanes.flatMap((lane) => {
    if (lane.status === 'rejected') throw lane.reason;
    return lane.value;
  });
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
