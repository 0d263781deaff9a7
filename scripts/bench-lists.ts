/**
 * What a page of each list costs with 10,000 rows against one with 100: time at the API, first page, a page in the
 * middle and a filtered one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type FactoryProcess, seedRows, startFactory } from '@quantumlayer/testing';
import { isMet, type Measure, median, printMeasures } from './bench/report.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:lists

What a page of each list costs with 10,000 rows against one with 100: time at the API of the first page, one in the
middle and a filtered one.`);

const FEW = 100;
const MANY = 10_000;
const TURNS = 60;
/** A page of a list of 10,000 may take this many times what it takes in one of 100. */
const BAR_RATIO = 3;
/** Words that are looked for are compared with those of every row. */
const BAR_FILTERED_MS = 150;

type Page = { nextCursor: string | null };
type Times = { first: number; middle: number; filtered: number };

/** Of each list a filter that few rows pass, so that it reads all of them. */
const lists = { runs: 'q=number%2077:', drops: 'q=number%2077:', projects: 'q=number%2077' };
const entry = resolve('apps/server/src/main.ts');

const [few, many] = [await measure(FEW), await measure(MANY)];
const measures = Object.keys(lists).flatMap((list) => {
  const [small, large] = [few[list], many[list]];
  if (small === undefined || large === undefined) throw new Error(`${list} was not measured`);
  const whole = (['first', 'middle'] as const).flatMap((page): Measure[] => [
    { what: `${list}, ${page} page of ${MANY}, median`, value: large[page], unit: 'ms' },
    {
      what: `${list}, ${page} page, ${MANY} against ${FEW}`,
      value: large[page] / small[page],
      unit: 'x',
      bar: { limit: BAR_RATIO, best: 'low' },
    },
  ]);
  const filtered: Measure = {
    what: `${list}, words found in ${MANY}, median`,
    value: large.filtered,
    unit: 'ms',
    bar: { limit: BAR_FILTERED_MS, best: 'low' },
  };
  return [...whole, filtered];
});
printMeasures(measures);
process.exitCode = measures.every(isMet) ? 0 : 1;

async function measure(rows: number): Promise<Record<string, Times>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-lists-'));
  const open = () => startFactory({ entry, dataFolder, env: { WEB_UI: 'false' } });
  try {
    await (await open()).stop();
    await seedRows(dataFolder, rows);
    const factory = await open();
    const times: Record<string, Times> = {};
    for (const [list, filter] of Object.entries(lists)) {
      times[list] = await timeList(factory, `/api/v1/${list}?limit=25`, filter, rows);
    }
    await factory.stop();
    return times;
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function timeList(
  factory: FactoryProcess,
  path: string,
  filter: string,
  rows: number,
): Promise<Times> {
  const middle = await findMiddle(factory, path, rows);
  return {
    first: await timeRequests(factory, path),
    middle: await timeRequests(factory, middle),
    filtered: await timeRequests(factory, `${path}&${filter}`),
  };
}

async function findMiddle(factory: FactoryProcess, path: string, rows: number): Promise<string> {
  let address = path.replace('limit=25', 'limit=50');
  for (let seen = 0; seen < rows / 2; seen += 50) {
    const { nextCursor } = await factory.json<Page>(address);
    if (nextCursor === null) throw new Error(`${path} ends after ${seen} rows`);
    address = `${path.replace('limit=25', 'limit=50')}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return address.replace('limit=50', 'limit=25');
}

async function timeRequests(factory: FactoryProcess, path: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const started = performance.now();
    await factory.json(path);
    times.push(performance.now() - started);
  }
  return median(times);
}
