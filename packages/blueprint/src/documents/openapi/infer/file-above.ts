import type { Behaviour } from '@quantumlayer/contracts';
import { successOf } from '../operations.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';

type Of = NonNullable<Extract<Behaviour, { kind: 'read' }>['of']>;

/** A link is made of a file, and who has its token gets the file: that of the record which it is below; null for every other. */
export function fileAbove(
  { inference, facts }: Deciding,
  draft: Draft,
): { parent: Draft; of: Of } | null {
  const contents = successOf(facts.subject.operation)?.response.contents ?? [];
  const isFile = contents.length > 0 && contents.every(({ schema }) => schema.format === 'binary');
  if (facts.subject.operation.method !== 'get' || !isFile || hasFile(draft)) return null;
  const holders = [...draft.parents].flatMap(([noun, by]) => {
    const parent = inference.drafts.get(noun);
    return parent !== undefined && hasFile(parent) ? [{ parent, by }] : [];
  });
  const [only, ...others] = holders;
  if (only === undefined || others.length > 0) return null;
  return { parent: only.parent, of: { resource: resourceName(only.parent), by: only.by } };
}

function hasFile({ members }: Draft): boolean {
  return [...members.values()].filter(({ kind }) => kind === 'file').length === 1;
}
