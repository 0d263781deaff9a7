import { isDeepStrictEqual } from 'node:util';
import {
  compareRows,
  type RowComparison,
  readTableRows,
  type TableRows,
} from '@quantumlayer/stacks';
import type { CheckContext, PreviousVersion } from './check-context.ts';
import { explainResult, withLog } from './domain/explain-result.ts';
import type { CheckOutcome } from './domain/quality-check.ts';
import { openMigrationFolders, type VersionPlace } from './migration-folders.ts';
import { CHECK_LIMITS, describeBeside } from './sandboxed-app.ts';
import { settleBuiltin } from './settle-builtin.ts';
import { createCredentials } from './sign-in-people.ts';
import { startApp } from './start-app.ts';

const TITLE = 'Migrate a seeded database';

type Report = RowComparison & {
  migration: string | null;
  /** Null where there is no migration that could fail. */
  failingMigrationKeeps: boolean | null;
};

/** What was measured speaks against the migration, in words. */
class MigrationUnsound extends Error {}

/**
 * Starts the version before on example rows, then the new one on the same data, and compares row by row. In between, a
 * migration that fails at its end has to leave all as it was, so that the version before starts again.
 */
export async function runMigrationCheck(
  context: CheckContext,
  previous: PreviousVersion,
): Promise<CheckOutcome> {
  const settle = settleBuiltin('migration', 'migrator');
  try {
    const report = await migrate(context, previous);
    const { tables, rowsBefore, rowsAfter, rowsDropped, rowsThatDiffer } = report;
    const keeps = report.failingMigrationKeeps;
    const figures = {
      ...{ tables, rowsBefore, rowsAfter, rowsDropped, rowsThatDiffer },
      ...(keeps !== null && { failingMigrationKeeps: keeps }),
    };
    return settle(JSON.stringify(report, null, 2), explain(report), figures);
  } catch (error) {
    context.signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    return settle(why, `${TITLE}: ${why}`, {});
  }
}

async function migrate(context: CheckContext, previous: PreviousVersion): Promise<Report> {
  const folders = await openMigrationFolders(context, previous);
  const app = { context, admin: createCredentials('admin'), starts: { count: 0 } };
  try {
    const { before, next, failing } = folders;
    context.progress('filling the version before with example rows');
    await serve(app, before, 'The version before', context.stack.data.seeding);
    const seeded = await seed(app, before);
    if (seeded.every(({ rows }) => rows.length === 0))
      throw new MigrationUnsound('the version before holds no example rows, so nothing is proven');
    const failingMigrationKeeps =
      failing === null ? null : await provesNoHarm(app, { before, failing }, seeded);
    context.progress('starting the new version on the rows of the one before');
    await serve(app, next, 'The new version');
    const comparison = compareRows(seeded, await dump(app, next), previous);
    return { migration: previous.migration?.path ?? null, failingMigrationKeeps, ...comparison };
  } finally {
    await folders.remove();
  }
}

type App = {
  context: CheckContext;
  admin: ReturnType<typeof createCredentials>;
  /** A socket that a killed app has left is in the way of the next one. */
  starts: { count: number };
};

/** The new version with a migration that fails at its very end: it must not start, and nothing may be different. */
async function provesNoHarm(
  app: App,
  { before, failing }: { before: VersionPlace; failing: VersionPlace },
  seeded: readonly TableRows[],
): Promise<boolean> {
  app.context.progress('letting the migration fail at its end');
  const { process, app: started } = await start(app, failing);
  await process.stop();
  if (started !== 'late' && 'client' in started) {
    await started.close();
    throw new MigrationUnsound('the new version went on after its migration had failed');
  }
  const left = await dump(app, before);
  await serve(app, before, 'The version before, after a migration that failed,');
  return isDeepStrictEqual(left, seeded);
}

async function serve(
  app: App,
  place: VersionPlace,
  who: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { process, app: started } = await start(app, place, env);
  const end = await process.stop();
  if (started !== 'late' && 'client' in started) return await started.close();
  const reason =
    started === 'late'
      ? `${who} did not answer in time.`
      : (explainResult(who, started, { ...CHECK_LIMITS, wallMs: app.context.wall.app }) ??
        `${who} ended by itself instead of serving.`);
  throw new MigrationUnsound(withLog(reason, end.output));
}

function start(
  { context, admin, starts }: App,
  place: VersionPlace,
  env: Readonly<Record<string, string>> = {},
) {
  starts.count += 1;
  const socketFile = `app-${starts.count}.sock`;
  return startApp({ ...context, place: { ...place, socketFile } }, { admin, env });
}

/** The example rows of the app itself, or where it has none those that its tables take. */
async function seed(app: App, place: VersionPlace): Promise<TableRows[]> {
  const own = await dump(app, place);
  const { fill } = app.context.stack.data;
  if (fill === undefined || own.some(({ rows }) => rows.length > 0)) return own;
  await runBeside(app, place, { command: fill, what: 'Filling the tables' });
  return await dump(app, place);
}

async function dump(app: App, place: VersionPlace): Promise<TableRows[]> {
  const command = app.context.stack.data.dump;
  return readTableRows(await runBeside(app, place, { command, what: 'Reading the rows' }));
}

/** A program of the stack on the data of an app that does not run, and what it prints. */
async function runBeside(
  { context: { sandbox, signal, wall } }: App,
  place: VersionPlace,
  { command, what }: { command: readonly string[]; what: string },
): Promise<string> {
  const spec = describeBeside(place, command, wall.tests);
  const result = await sandbox.run(spec, { signal });
  const failure = explainResult(what, result, { ...CHECK_LIMITS, wallMs: wall.tests });
  if (failure !== null) throw new MigrationUnsound(withLog(failure, result.output));
  return result.stdout.toString('utf8');
}

/** Null when every row is where it should be and a migration that fails does no harm. */
function explain({ rowsThatDiffer, rowsBefore, failingMigrationKeeps, ...report }: Report) {
  if (failingMigrationKeeps === false) return `${TITLE}: a migration that failed has left traces.`;
  if (rowsThatDiffer === 0) return null;
  const shown = report.differences.slice(0, 3).map((line) => `- ${line}`);
  return [`${rowsThatDiffer} of ${rowsBefore} rows are not as they were:`, ...shown].join('\n');
}
