import type { Member } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { addMember, type Draft } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const COUNTS_ON =
  /\b(consecutive|sequential|sequentially|in sequence|running number|counts? (up )?(from|on)|numbered (from|on|in order)|starts? (at|with|from) 1|next number|no number is (left out|given twice)|never given twice|without gaps?|no gaps|auto-?increment)/;

function isNumberName(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return /^(number|no|nr|num|sequence|seq|serial|ordinal)$/.test(last);
}

/** `badgeNumber`, that "counts from 1 on and is never given twice": the server numbers what is made. */
export function addNumber(
  draft: Draft,
  { name, schema, facts }: { name: string; schema: Flat; facts: readonly Facts[] },
): boolean {
  const { type, nullable, description } = schema;
  if (type !== 'integer' || nullable || !isNumberName(name)) return false;
  const texts = facts
    .filter(({ intent, subject }) => intent === 'create' && subject.noun === draft.noun)
    .map(({ subject }) => subject.operation.text);
  if (!COUNTS_ON.test([description.toLowerCase(), ...texts].join('. '))) return false;
  const [around] = draft.parents.values();
  addMember(draft, name, {
    ...{ kind: 'integer', nullable, made: 'number' },
    ...(around !== undefined && { numberedBy: around }),
  });
  return true;
}

/** "It gets its number": a deed after which a record has the next one; null for every other. */
export function numberGiven(draft: Draft, { subject }: Facts): Member | null {
  const { text } = subject.operation;
  if (
    !/\b(gets|receives|is given|is assigned|has) (its|the|an?)( next)?( [a-z]+)? number\b/.test(
      text,
    )
  )
    return null;
  const found = [...draft.members.values()].filter(
    ({ kind, made, name, nullable }) =>
      kind === 'integer' && made === undefined && nullable && isNumberName(name),
  );
  const [only, ...others] = found;
  return only === undefined || others.length > 0 || plain(only.name) === '' ? null : only;
}
