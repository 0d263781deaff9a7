import type { ParentLookup } from '@quantumlayer/contracts';
import { singular } from '../words.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';

const WHO =
  '(?:who|whoever|owner|author|creator|writer|poster|starter|host|maker|person who|user who|one who|somebody who|people who)';

/** "By who wrote the comment or who started the thread": the parent whose owner may as well; null where one alone may. */
function orOwnerOf({ inference, facts }: Deciding, draft: Draft): string | null {
  const { operation, parents } = facts.subject;
  const parent = inference.drafts.get(parents.at(-1)?.noun ?? '');
  if (parent?.owner == null || draft.owner === null) return null;
  const said = `${operation.text} ${operation.responses.map(({ description }) => description.toLowerCase()).join('. ')}`;
  const isSaid = said.split(/[.;]/).some((clause) => {
    const [before = '', ...after] = clause.split(/\b(?:or|and|as well as|also)\b/);
    return after.some((rest) => names(before, draft, parent) && speaksOf(rest, parent));
  });
  return isSaid ? resourceName(parent) : null;
}

/** Whoever may reach the record may pass the one around it, be it whose it is. */
export function sharedRight(
  deciding: Deciding,
  draft: Draft,
): { own: { orOwnerOf?: string }; parents: (all: ParentLookup[]) => ParentLookup[] } {
  const resource = orOwnerOf(deciding, draft);
  if (resource === null) return { own: {}, parents: (all) => all };
  return {
    own: { orOwnerOf: resource },
    parents: (all) =>
      all.map((one) => (one.resource === resource ? { ...one, scope: 'all' as const } : one)), // a literal
  };
}

function speaksOf(text: string, { words, noun }: Draft): boolean {
  const last = words.at(-1) ?? noun;
  const pattern = new RegExp(`\\b${WHO}\\b[^.;]{0,40}\\b([a-z]+)\\b`, 'g');
  const isOf = [...text.matchAll(pattern)].length > 0;
  const all = text.split(/[^a-z]+/).map(singular);
  return (isOf || new RegExp(`\\b${last}(?:'s|’s)? ${WHO}\\b`).test(text)) && all.includes(last);
}

/** The first half of the clause is about the record itself. */
function names(text: string, draft: Draft, parent: Draft): boolean {
  const who = new RegExp(`\\b(${WHO}|its own|their own|own)\\b`);
  return who.test(text) && !speaksOf(text, parent) && draft !== parent;
}
