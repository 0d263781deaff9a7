import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { serverNodeFlags } from './server-node-flags.ts';

it('are those of npm start', async () => {
  const root = new URL('../../../package.json', import.meta.url);
  const { scripts } = JSON.parse(await readFile(root, 'utf8'));
  expect(scripts.start).toContain(`node ${serverNodeFlags.join(' ')} apps/server/src/main.ts`);
});
