/** Times whole runs, prompt to verified capsule and live preview, for 1, 5 and 20 entities and for 20 with people and rules, on a warm dependency set. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Run } from '@quantumlayer/contracts';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import {
  defaultProject,
  peakMegabytes,
  postRun,
  untilFinished,
} from './factory-checks/real-runs.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:generate -- [options]

Times whole runs, prompt to verified capsule and live preview, for 1, 5 and 20 entities and for 20 with people and rules, three
times each, after the dependency set is there. Prints each stage, the medians and the highest memory of the server.

  --only TEXT   only the cases whose name holds this text, e.g. people
  --rounds N    so many times each`);

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, rounds: { type: 'string', default: '3' } },
});

const BARS_MS = { '5 entities': 20_000, '20, people': 45_000 };
const BAR_MEGABYTES = 600;
const LIMIT_MS = 600_000;

const one = 'A todo list: a task has a title, optional notes and a due date';

const five =
  'A library: members have a name and a unique email; authors have a name; a book has a title, a unique isbn, ' +
  'a price and belongs to an author; a copy belongs to a book and has a shelf mark and a status of available, ' +
  'lent or lost; a loan belongs to a copy and a member and has a start date and a due date';

const nouns =
  'Customer Supplier Product Category Warehouse Shipment Invoice Payment Contract Employee Department Vehicle Driver Route Depot Claim Ticket Asset Meeting Document'.split(
    ' ',
  );

const twenty = nouns
  .map((noun, index) => {
    const parent =
      index > 0 && index % 2 === 1 ? ` and belongs to a ${nouns[index - 1]?.toLowerCase()}` : '';
    return `- a ${noun.toLowerCase()} has a name, a unique code, a price, a start date and a status of draft, active or closed${parent}`;
  })
  .join('\n');

const twentyWithPeople = `${twenty}

Clerks and managers sign in. Clerks see only their own tickets. Only managers delete invoices. An invoice goes from draft to active
to closed; only managers close an invoice. A contract cannot be deleted while it is active. A warehouse has at most 50 shipments.`;

async function time(factory: FactoryProcess, projectId: string, prompt: string): Promise<Run> {
  const run = await postRun(factory, projectId, { prompt });
  const finished = await untilFinished(factory, run.id, LIMIT_MS);
  if (finished.status !== 'succeeded') {
    throw new Error(`run ${run.id} ${finished.status}: ${JSON.stringify(finished.failure)}`);
  }
  if (finished.previewId !== null) {
    await factory.json(`/api/v1/previews/${finished.previewId}/stop`, { method: 'POST' });
  }
  return finished;
}

function show(title: string, run: Run): void {
  const stages = run.stages.map(({ key, durationMs }) => `${key} ${Math.round(durationMs ?? 0)}`);
  console.log(`${title.padEnd(12)} ${Math.round(run.durationMs ?? 0)} ms   ${stages.join('  ')}`);
  // On a shared machine the processor time of programs can be compared, their duration cannot. The app is `start`.
  const checks = (run.evidence?.checks ?? []).map(({ id, durationMs, figures }) =>
    typeof figures.cpuMs === 'number'
      ? `${id} ${durationMs} (${figures.cpuMs} of processor)`
      : `${id} ${durationMs}`,
  );
  console.log(`${' '.repeat(13)}${checks.join('  ')}`);
}

const dataFolder = await mkdtemp(join(tmpdir(), 'ql-bench-'));
const factory = await startFactory({ entry: resolve('apps/server/src/main.ts'), dataFolder });
try {
  const projectId = await defaultProject(factory);
  show('set-up', await time(factory, projectId, one));
  const medians: Record<string, number> = {};
  const peaks: Record<string, number> = {};
  const cases = Object.entries({
    '1 entity': one,
    '5 entities': five,
    '20 entities': twenty,
    '20, people': twentyWithPeople,
  }).filter(([title]) => title.includes(options.only));
  for (const [title, prompt] of cases) {
    const durations: number[] = [];
    for (let round = 0; round < Number(options.rounds); round += 1) {
      const run = await time(factory, projectId, prompt);
      show(title, run);
      durations.push(run.durationMs ?? Number.NaN);
    }
    medians[title] = durations.sort((a, b) => a - b)[durations.length >> 1] ?? Number.NaN;
    peaks[title] = await peakMegabytes(factory.pid);
  }
  for (const [title, bar] of Object.entries(BARS_MS).filter(([name]) => name in medians)) {
    const median = medians[title] ?? Number.NaN;
    console.log(
      `${title.padEnd(12)} median ${Math.round(median)} ms, bar ${bar} ms, ratio ${(median / bar).toFixed(2)}`,
    );
  }
  const peak = peaks['5 entities'];
  if (peak !== undefined) {
    console.log(
      `server peak  ${Math.round(peak)} MB until 5 entities, bar ${BAR_MEGABYTES} MB, ratio ${(peak / BAR_MEGABYTES).toFixed(2)}`,
    );
  }
  console.log(`server peak  ${Math.round(await peakMegabytes(factory.pid))} MB at the end`);
} finally {
  await factory.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
