import { globSync } from 'node:fs';
import type { Stack } from '@quantumlayer/stacks';
import { type Ran, run } from './commands.ts';

/** The tests of an app in an order that follows from the seed. */
export function runShuffled({ commands }: Stack, root: string, seed: number): Promise<Ran> {
  const [files = '', ...flags] = commands.tests.toReversed();
  const shuffled = ['--test-randomize', `--test-random-seed=${seed}`, files];
  return run([...flags.toReversed(), ...shuffled], root);
}

/** Each file of tests in a process of its own; gives those that fail so, with what they said. */
export async function runEachAlone(
  { commands }: Stack,
  root: string,
): Promise<{ files: number; failed: string[]; output: string }> {
  const [pattern = '', ...flags] = commands.tests.toReversed();
  const files = globSync(pattern, { cwd: root }).toSorted();
  const failed: string[] = [];
  let output = '';
  for (const file of files) {
    const ran = await run([...flags.toReversed(), file], root);
    if (ran.exitCode === 0) continue;
    failed.push(file);
    output += ran.output.replace(/^[\s\S]*failing tests/, `${file}: failing tests`);
  }
  return { files: files.length, failed, output };
}

/** Another one each day, so that each has its turn. */
export function chooseOfToday<Item>(items: readonly Item[], today: Date): Item | undefined {
  const day = Math.floor(today.getTime() / 86_400_000);
  return items[day % items.length];
}
