import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from '../bench/report.ts';

/** React and Next alone are 142 KB of what a page loads first. */
const FIRST_LOAD_KB = 175;

/** What is loaded when it is needed, known by words that are in no other code. */
const LAZY: readonly { name: string; limit: number; marks: readonly string[] }[] = [
  { name: 'canvas', limit: 90, marks: ['react-flow__'] },
  // A view of a file, with the largest of its grammars.
  { name: 'editor', limit: 170, marks: ['cm-content', 'cm-search', 'LinkReference'] },
  { name: 'comparison', limit: 170, marks: ['cm-content', 'cm-merge', 'LinkReference'] },
  { name: 'chart', limit: 30, marks: ['u-over'] },
];

type Route = { route: string; firstLoadChunkPaths: string[] };

/** Sizes of a build of the web UI in kilobytes of gzip, each with its bar. `folder` is the `.next` of the build. */
export function measureBundles(folder: string): Measure[] {
  const routes: Route[] = JSON.parse(
    readFileSync(join(folder, 'diagnostics/route-bundle-stats.json'), 'utf8'),
  );
  const chunks = join(folder, 'static/chunks');
  const files = readdirSync(chunks).filter((name) => name.endsWith('.js'));
  const sizes = new Map(
    files.map((name) => {
      const code = readFileSync(join(chunks, name));
      return [name, { text: code.toString(), size: gzipSync(code, { level: 9 }).length / 1_000 }];
    }),
  );
  const total = (names: Iterable<string>) =>
    [...new Set(names)].reduce((sum, name) => sum + (sizes.get(name)?.size ?? Number.NaN), 0);

  const first = routes.map(({ route, firstLoadChunkPaths }) => ({
    route,
    names: firstLoadChunkPaths.map((path) => path.split('/').at(-1) ?? path),
  }));
  const always = new Set(first.flatMap(({ names }) => names));
  const later = [...sizes].filter(([name]) => !always.has(name));
  return [
    ...first.map(({ route, names }) => bar(`first load of ${route}`, total(names), FIRST_LOAD_KB)),
    ...LAZY.flatMap(({ name, limit, marks }) => {
      const members = later.filter(([, { text }]) => marks.some((mark) => text.includes(mark)));
      if (members.length === 0) return [];
      return [bar(`${name}, when it is needed`, total(members.map(([file]) => file)), limit)];
    }),
  ];
}

function bar(what: string, value: number, limit: number): Measure {
  return { what, value, unit: 'KB gzip', bar: { limit, best: 'low' } };
}
