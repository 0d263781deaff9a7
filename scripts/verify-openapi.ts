/** Examines the reading of OpenAPI documents: apps are made of documents of many tastes, started and called. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { offerHelp } from './offer-help.ts';
import { type Paper, readPaper } from './verify-openapi/conformance/examiner/read-paper.ts';
import type { Result } from './verify-openapi/conformance/examiner/run-exam.ts';
import { examine, type Marked } from './verify-openapi/examine.ts';
import { installModules } from './verify-openapi/generate-app.ts';
import { fallenBehind, readReached, writeReached } from './verify-openapi/reached.ts';

offerHelp(`npm run verify:openapi -- [options]

Makes an app of each document below scripts/verify-openapi/conformance, starts it on a fresh folder and asks it what the document
says and what nobody may get out of it. Then the tests run that were generated with the app. Prints a line per document, what failed, how
many of the app's own tests passed and how many of its lines they cover, and ends with the totals. An attack is withstood, or
broken (the app gave way), or not reached: what it needs is not built or does not work, so that nothing was shown.

  --only NAME       only this document (may be given more than once)
  --half HALF       dev or held-out; both when absent
  --modules FOLDER  a node_modules with the packages of the apps that is there already
  --keep FOLDER     the apps and their data stay in this folder
  --no-own-tests    leaves out the tests that were generated with each app
  --totals          how many, not what: for those who may not learn from the held-out half
  --record          writes what was reached to scripts/verify-openapi/reached.json, where it is more than before

Ends with 1 when a document reaches less than reached.json says, or a test of an app fails.`);

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    half: { type: 'string' },
    modules: { type: 'string' },
    keep: { type: 'string' },
    'no-own-tests': { type: 'boolean', default: false },
    totals: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const HALVES = ['dev', 'held-out'];
const papersFolder = fileURLToPath(new URL('./verify-openapi/conformance', import.meta.url));

async function choosePapers(): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (const half of HALVES.filter((one) => one === (options.half ?? one)))
    for (const name of await namesIn(half))
      if (options.only?.includes(name) ?? true)
        papers.push(await readPaper(papersFolder, half, name));
  if (papers.length === 0) throw new Error('There is no such document.');
  return papers;
}

/** None where the half has no documents yet. */
async function namesIn(half: string): Promise<readonly string[]> {
  if (!existsSync(join(papersFolder, half))) return [];
  return (await readdir(join(papersFolder, half))).toSorted();
}

const right = (results: readonly Result[], kind: Result['kind']) => {
  const all = results.filter((result) => result.kind === kind);
  return `${all.filter(({ outcome }) => outcome === 'passed').length}/${all.length}`;
};

/** What an attack could not be carried out on is neither withstood nor broken. */
const attacked = (results: readonly Result[]) => {
  const count = (outcome: Result['outcome']) =>
    results.filter((result) => result.kind === 'exploit' && result.outcome === outcome).length;
  return [count('passed'), count('failed'), count('not reached')].join(' / ');
};

const COLUMNS = [22, 9, 13, 32, 14, 9, 9, 8];
const row = (...cells: readonly string[]) =>
  cells.map((cell, at) => cell.padEnd(COLUMNS[at] ?? 0)).join(' ');

function wordOf(kind: Result['kind'], outcome: Result['outcome']): string {
  return kind === 'exploit' && outcome === 'failed' ? 'broken' : outcome;
}

/** Passed of all tests that came with the app, and the part of its lines that they run. */
const ownCells = (own: Marked['own']) =>
  own === null
    ? ['-', '-']
    : [`${own.passed}/${own.passed + own.failed}`, `${own.coverageLines.toFixed(1)} %`];

function show({ paper, results, unasked, own, seconds }: Marked): void {
  const cells = [right(results, 'functional'), attacked(results), right(results, 'undetermined')];
  cells.push(...ownCells(own));
  console.log(row(paper.name, paper.half, ...cells, `${seconds.toFixed(0)} s`));
  if (options.totals) return;
  for (const { kind, name, outcome, why } of results)
    if (outcome !== 'passed')
      console.log(`  ${kind} ${wordOf(kind, outcome)}: ${name}\n      ${why}`);
  for (const failure of own?.failures ?? []) console.log(`  own test failed: ${failure}`);
  for (const operation of unasked) console.log(`  no question speaks of ${operation}`);
}

const folder = options.keep
  ? resolve(options.keep)
  : await mkdtemp(join(tmpdir(), 'verify-openapi-'));
await mkdir(folder, { recursive: true });
const modules = options.modules ? resolve(options.modules) : await installModules(folder);
const marked: Marked[] = [];
const exploits = 'withstood / broken / not reached';
const heads = ['functional', exploits, 'undetermined', 'own tests', 'lines', 'time'];
console.log(row('document', 'half', ...heads));
for (const paper of await choosePapers()) {
  const one = await examine(paper, { folder, modules, runsOwnTests: !options['no-own-tests'] });
  show(one);
  marked.push(one);
}
const all = marked.flatMap(({ results }) => results);
const owns = marked.flatMap(({ own }) => own ?? []);
const failed = owns.reduce((sum, own) => sum + own.failed, 0);
const ran = owns.reduce((sum, own) => sum + own.passed + own.failed, 0);
const totals = [right(all, 'functional'), attacked(all), right(all, 'undetermined')];
console.log(row('all', '', ...totals, ran === 0 ? '-' : `${ran - failed}/${ran}`));
const before = await readReached();
const fallen = fallenBehind(before, marked);
for (const line of fallen) console.log(line);
if (options.record) await writeReached(before, marked);
if (!options.keep) await rm(folder, { recursive: true, force: true });
process.exitCode = fallen.length === 0 && failed === 0 ? 0 : 1;
