import { expect, it } from 'vitest';
import { pruneUnused } from './prune-unused.ts';

const files = [
  {
    path: 'src/main.ts',
    content: "import { wanted } from './library/parts.ts';\n\nwanted();\n",
  },
  {
    path: 'src/library/parts.ts',
    content: `import { readFile, type Stats } from 'node:fs';
import { other } from './other.ts';

/** Stays: \`unwanted\` is named in a comment only. */
export function wanted(): Stats | null {
  return helper();
}

export function unwanted(): void {
  readFile(other, () => undefined);
}

const helper = () => null;
`,
  },
  { path: 'src/library/other.ts', content: "export const other = 'x';\n" },
];

it('leaves out what nothing uses, with its imports and the files that only it used', () => {
  const pruned = pruneUnused(files, (path) => path.startsWith('src/library/'));

  expect(pruned.map(({ path }) => path)).toEqual(['src/main.ts', 'src/library/parts.ts']);
  expect(pruned[1]?.content).toBe(`import type { Stats } from 'node:fs';

/** Stays: \`unwanted\` is named in a comment only. */
export function wanted(): Stats | null {
  return helper();
}

const helper = () => null;
`);
});
