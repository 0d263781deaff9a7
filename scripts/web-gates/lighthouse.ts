import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Measure, median } from '../bench/report.ts';
import type { Pages } from './page-figures.ts';

const folder = '.ci/lighthouse';
const TRIES = 5;

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

/** Lighthouse's scores of pages. One that is below its bar is measured again: a busy machine is slow, a slow page stays slow. */
export async function measureWithLighthouse(visit: Visit, pages: Pages): Promise<Measure[]> {
  const score = await loadLighthouse();
  const measures: Measure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    for (const form of ['desktop', 'mobile'] as const) {
      const bars = BARS[form];
      const seen: Scores[] = [];
      do seen.push(await score(`${visit.url}${path}`, form, visit));
      while (seen.length < TRIES && median(seen.map((one) => one.performance)) < bars.performance);
      console.log(`${name}, ${form}: performance ${seen.map((one) => one.performance).join(', ')}`);
      for (const kind of ['performance', 'accessibility'] as const) {
        measures.push({
          what: `Lighthouse ${kind} of ${name}, ${form}`,
          value: median(seen.map((one) => one[kind])),
          unit: '',
          bar: { limit: bars[kind], best: 'high' },
        });
      }
    }
  }
  return measures;
}

/** The part of Lighthouse that is used here; it is installed when this runs and so unknown to the compiler. */
type Lighthouse = (
  url: string,
  flags: object,
  config?: object,
) => Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;

async function loadLighthouse() {
  if (!existsSync(join(folder, 'node_modules/lighthouse'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
  const load = (file: string) =>
    import(pathToFileURL(join(folder, 'node_modules/lighthouse/core', file)).href);
  const { default: lighthouse }: { default: Lighthouse } = await load('index.js');
  const { default: desktop }: { default: object } = await load('config/desktop-config.js');

  return async (address: string, form: Form, { port, cookie }: Visit): Promise<Scores> => {
    const flags = {
      port,
      extraHeaders: { cookie },
      onlyCategories: ['performance', 'accessibility'],
      logLevel: 'error',
    };
    let scores: Scores = { performance: Number.NaN, accessibility: Number.NaN };
    // It gives no score where it saw no paint, which says nothing about the page.
    for (let turn = 0; turn < TRIES && Number.isNaN(scores.performance); turn += 1) {
      const result = await lighthouse(address, flags, form === 'desktop' ? desktop : undefined);
      const points = (category: string) =>
        Math.round(100 * (result?.lhr.categories[category]?.score ?? Number.NaN));
      scores = { performance: points('performance'), accessibility: points('accessibility') };
    }
    return scores;
  };
}
