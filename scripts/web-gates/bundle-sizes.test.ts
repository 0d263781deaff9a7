import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMet } from '../bench/report.ts';
import { measureBundles } from './bundle-sizes.ts';

/** Text that is about so large after gzip. */
const noise = (kilobytes: number) => randomBytes(kilobytes * 1_000).toString('base64');

describe('measureBundles', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bundles-'));
    mkdirSync(join(folder, 'diagnostics'));
    mkdirSync(join(folder, 'static/chunks'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function build(chunks: Record<string, string>, firstLoad: Record<string, string[]>): string[] {
    for (const [name, text] of Object.entries(chunks)) {
      writeFileSync(join(folder, 'static/chunks', `${name}.js`), text);
    }
    const routes = Object.entries(firstLoad).map(([route, names]) => ({
      route,
      firstLoadChunkPaths: names.map((name) => `.next/static/chunks/${name}.js`),
    }));
    writeFileSync(join(folder, 'diagnostics/route-bundle-stats.json'), JSON.stringify(routes));
    return measureBundles(folder)
      .filter((measure) => !isMet(measure))
      .map(({ what }) => what);
  }

  it('finds nothing wrong with a build within its bars', () => {
    const chunks = { a: noise(100), chart: `u-over${noise(20)}` };
    expect(build(chunks, { '/runs': ['a'] })).toEqual([]);
  });

  it('names the route whose chunks are too large together', () => {
    const chunks = { a: noise(110), b: noise(110) };
    expect(build(chunks, { '/': ['a'], '/runs': ['a', 'b'] })).toEqual(['first load of /runs']);
  });

  it('names what is too large when it is needed', () => {
    const chunks = { a: noise(10), view: `cm-content${noise(120)}`, find: `cm-search${noise(60)}` };
    expect(build(chunks, { '/': ['a'] })).toContain('editor, when it is needed');
  });

  it('fails when a route names a chunk that is not there', () => {
    expect(build({ a: noise(1) }, { '/': ['a', 'lost'] })).toEqual(['first load of /']);
  });
});
