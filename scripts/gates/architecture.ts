import { existsSync, readFileSync } from 'node:fs';
import type { Gate } from './gate.ts';
import { listModules } from './modules.ts';
import { listFiles } from './source-files.ts';

export const architectureGate: Gate = {
  name: 'architecture',
  promise: 'the tables of ARCHITECTURE.md name exactly the folders there are',
  async check(root) {
    const file = `${root}/ARCHITECTURE.md`;
    if (!existsSync(file)) return { problems: ['ARCHITECTURE.md is missing'] };
    const named = namedFolders(readFileSync(file, 'utf8'));
    return { problems: compareFolders(named, existingFolders(root)) };
  },
};

/** The first cell of each table row that is a folder in backticks, e.g. `| \`factory/runs\` | … |`. */
export function namedFolders(markdown: string): string[] {
  return [...markdown.matchAll(/^\| `([a-z][a-z0-9/-]*)` \|/gm)].map(([, folder]) => `${folder}`);
}

export function compareFolders(named: readonly string[], existing: readonly string[]): string[] {
  return [
    ...existing
      .filter((one) => !named.includes(one))
      .map((one) => `${one} is not in ARCHITECTURE.md`),
    ...named
      .filter((one) => !existing.includes(one))
      .map((one) => `${one} is named, but not there`),
  ];
}

function existingFolders(root: string): string[] {
  const rooms = listFiles(root)
    .map((path) => /^((apps|packages)\/[^/]+)\/src\//.exec(path)?.[1])
    .filter((room) => room !== undefined);
  return [...new Set(rooms), ...listModules(root).keys()].sort();
}
