/**
 * Proves follow-ups: an app is started on example rows, changed ten times in words, and started on the same rows each
 * time. Every row is looked up before and after; a migration that fails must leave all as it was. Edits by hand stay.
 *
 *   npm run verify:follow-ups -- [--modules FOLDER]
 */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { readFollowUp, readPrompt } from '@quantumlayer/blueprint';
import type { GeneratedFile } from '@quantumlayer/contracts';
import {
  type AppMigration,
  type AppVersion,
  compareRows,
  followOn,
  generateApp,
  type Stack,
  stacks,
  type TableRows,
} from '@quantumlayer/stacks';
import { installPackages } from './bench/generated-app.ts';
import { offerHelp } from './offer-help.ts';
import { rowsIn, startAndStop } from './verify-follow-ups/running-app.ts';
import { run } from './verify-stacks/commands.ts';

offerHelp(`npm run verify:follow-ups -- [--modules FOLDER]

Proves follow-ups: an app is started on example rows, changed ten times in words, and started on the same rows each time.

  --modules FOLDER  a node_modules that is there already; that of react-admin, which has what both stacks need`);

const PROMPT =
  'An invoicing app. Clients have a name, a unique email, a phone and a fax number. A client has many invoices. An invoice has a number, a due date, an amount of money and a status of draft, sent or paid. Products have a name, a price, a quantity and a code.';
const FOLLOW_UPS = [
  'Add a discount to the invoice.',
  'Drop the fax number.',
  'Rename client to customer.',
  'Invoices also have many payments; a payment has an amount of money and a date.',
  'The phone is optional now.',
  'The status of an invoice can also be cancelled.',
  'Rename the due date to deadline.',
  'Change the quantity of the product to decimal.',
  'A product has a rating from 1 to 5.',
  'The code of a product must be unique.',
];
const BY_HAND = '\nAsk Ann before you change this.\n';

const { values: options } = parseArgs({ options: { modules: { type: 'string' } } });
let failed = 0;

function report(ok: boolean, line: string): void {
  if (!ok) failed += 1;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${line}`);
}

type Place = { folder: string; modules: string };

async function write(files: readonly GeneratedFile[], name: string, place: Place): Promise<string> {
  const root = join(place.folder, name);
  for (const { path, content } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await symlink(place.modules, join(root, 'node_modules'));
  return root;
}

function first(stack: Stack): AppVersion {
  const outcome = readPrompt(PROMPT);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint } = outcome.reading;
  const generated = generateApp(stack, blueprint);
  const code = generated.map((file) =>
    file.path === 'README.md' ? { ...file, content: `${file.content}${BY_HAND}` } : file,
  );
  return { blueprint, generated, code };
}

/** The next version by words; throws where they are not understood. */
function follow(stack: Stack, base: AppVersion, text: string) {
  const outcome = readFollowUp(base.blueprint, text);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, renames, values, changes, notUnderstood } = outcome.reading;
  if (changes.length === 0 || notUnderstood.length > 0)
    throw new Error(`not understood: ${text} (${notUnderstood.join('; ')})`);
  const change = {
    ...{ blueprint, title: text },
    renames: new Map(Object.entries(renames)),
    values: new Map(Object.entries(values)),
  };
  return { blueprint, ...followOn(stack, base, change, generateApp(stack, blueprint)) };
}

type Step = { place: Place; dataDir: string; root: string; name: string; rows: TableRows[] };

/** Nothing may be different after a migration that failed at its end, and the version before has to start. */
async function failOnce(
  stack: Stack,
  files: readonly GeneratedFile[],
  migration: AppMigration['migration'],
  { place, dataDir, root, name, rows }: Step,
): Promise<boolean> {
  if (migration === null) return true;
  const spoilt = stack.failingMigration(migration);
  const all = files.map((file) => (file.path === spoilt.path ? spoilt : file));
  const failing = await write(all, `${name}-failing`, place);
  const isRefused = (await startAndStop(stack, { root: failing, dataDir })) !== null;
  const isSame = isDeepStrictEqual(await rowsIn(stack, { root, dataDir }), rows);
  return isRefused && isSame && (await startAndStop(stack, { root, dataDir })) === null;
}

async function verify(stack: Stack, place: Place): Promise<void> {
  const dataDir = join(place.folder, 'data');
  let version = first(stack);
  let root = await write(version.code, '0', place);
  const problem = await startAndStop(stack, { root, dataDir }, stack.data.seeding);
  let rows = await rowsIn(stack, { root, dataDir });
  const count = rows.reduce((sum, table) => sum + table.rows.length, 0);
  report(problem === null && count > 0, `started on ${count} example rows ${problem ?? ''}`);
  for (const [at, text] of FOLLOW_UPS.entries()) {
    const name = String(at + 1);
    const { blueprint, files, generated, conflicts, kept, migration } = follow(
      stack,
      version,
      text,
    );
    const step = { place, dataDir, root, name, rows };
    const isHarmless = await failOnce(stack, files, migration.migration, step);
    root = await write(files, name, place);
    const trouble = await startAndStop(stack, { root, dataDir });
    const after = await rowsIn(stack, { root, dataDir });
    const { tables, rowsBefore, rowsAfter, rowsThatDiffer, differences } = compareRows(
      rows,
      after,
      migration,
    );
    const isMerged = conflicts.length === 0 && kept.includes('README.md');
    report(
      trouble === null && rowsThatDiffer === 0 && isHarmless && isMerged,
      `${name}. ${text} ${migration.migration?.path ?? 'no migration'}: ${tables} tables, ${rowsBefore} rows before, ${rowsAfter} after, ${rowsThatDiffer} differ; lost: ${migration.losses.join(', ') || 'nothing'}; a failing migration ${isHarmless ? 'leaves all as it was' : 'does harm'} ${trouble ?? ''} ${differences.join('; ')}`,
    );
    rows = after;
    version = { blueprint, generated, code: files };
  }
  for (const program of ['typecheck', 'lint', 'tests'] as const) {
    const { exitCode, output } = await run(stack.commands[program], root);
    report(
      exitCode === 0,
      `the last version: ${program} ${exitCode === 0 ? '' : output.slice(-2_000)}`,
    );
  }
}

const folder = await mkdtemp(join(tmpdir(), 'verify-follow-ups-'));
try {
  for (const stack of stacks) {
    if (options.modules === undefined) await installPackages(stack, join(folder, 'set'));
    const modules = options.modules ?? join(folder, 'set/node_modules');
    await verify(stack, { folder: join(folder, stack.id), modules });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'Every row is where it should be.' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
