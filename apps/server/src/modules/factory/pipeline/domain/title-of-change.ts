import type { BlueprintChange, VersionChange } from '@quantumlayer/contracts';

const LONGEST = 100;

/** What a change is called: in the words that asked for it, or in those of what it changes. */
export function titleOfChange(
  kind: VersionChange['kind'],
  prompt: string,
  changes: readonly BlueprintChange[],
): string {
  const said = kind === 'form' ? changes.map(({ text }) => text).join(', ') : prompt;
  const line = said.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
