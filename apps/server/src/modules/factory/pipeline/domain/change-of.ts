import type { RunChange, ShowChanges } from '@quantumlayer/contracts';

/** What a request changes a version by: a blueprint from a form, an earlier version, a document, or the words of its prompt. */
export function changeOf(
  base: string,
  { blueprint, document, restored, renames = {}, values = {} }: Omit<ShowChanges, 'base'>,
): RunChange {
  const change = { base, renames, values };
  if (blueprint !== undefined) return { ...change, kind: 'form', blueprint };
  if (restored !== undefined) return { ...change, kind: 'restore', restored };
  return { ...change, kind: document === undefined ? 'prompt' : 'document' };
}
