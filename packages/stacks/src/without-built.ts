import type { GeneratedFile } from '@quantumlayer/contracts';
import type { Stack } from './stack.ts';

/** The files of an app without what `commands.build` has made of them, which the next version builds anew. */
export function withoutBuilt(
  { built }: Pick<Stack, 'built'>,
  files: readonly GeneratedFile[],
): GeneratedFile[] {
  return files.filter(({ path }) => built === undefined || !path.startsWith(`${built}/`));
}
