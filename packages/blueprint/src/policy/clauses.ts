import { splitSentences, stripEnd, stripStart } from '../grammar/sentences.ts';
import { words } from '../lexicon/words.ts';
import { type Block, toSegments } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence of the prompt as rules are looked for in it: without its end mark. */
export type Sentence = { tokens: readonly Token[]; whole: readonly Token[] };

export function sentencesOf(
  blocks: readonly Block[],
  isOfTeams: (tokens: readonly Token[]) => boolean,
): Sentence[] {
  return toSegments(blocks)
    .filter(({ isRow }) => !isRow)
    .flatMap(({ tokens }) => splitSentences(tokens))
    .filter((whole) => whole.some(({ lower }) => SIGNS.has(lower)) || isOfTeams(whole))
    .map((whole) => ({ whole, tokens: stripStart(stripEnd(whole)) }));
}

/** Words without which no sentence speaks of people or rules; the others are not looked at any further. */
const SIGNS = words(`
  can can't cannot may must mustn't should shouldn't only never not nobody none no everyone everybody anyone anybody as roles role kinds types groups
  sign signs log logs login logon authenticate authentication account accounts sign-in sign-up register registers invite invites invitation
  unique delete deletes deleted deleting removed remove removes kept overlap overlapping most more maximum max up
  goes go moves move passes pass changes change progresses progress runs develops from after before later earlier exceed > →
  double double-booking double-bookings double-booked together
  see view read browse edit update create add make manage maintain administer write approve reject accept decline cancel
  approves rejects accepts declines confirms confirm
  users user admin admins granted refused are is optimistic overwrite overwrites lost soft soft-delete soft-deleted soft-deletion
  softly restore restored recover recovered undelete undeleted hides hidden archived deleting deletion recoverable restorable trash
  who track tracks tracked audit audited trail history log changes trace traced
  limit limited allowed fewer maximally forever deletable removable removing erased neither
`);

/** Where a clause may begin: at the start and after what joins clauses. */
export function clauseStarts(tokens: readonly Token[]): number[] {
  return [0, ...tokens.flatMap(({ lower }, index) => (JOINTS.has(lower) ? [index + 1] : []))];
}

/** Where a clause that begins at `from` may end (exclusive), the longest first. */
export function clauseEnds(tokens: readonly Token[], from: number): number[] {
  const inner = tokens.flatMap(({ lower }, index) =>
    index > from && JOINTS.has(lower) ? [index] : [],
  );
  return [tokens.length, ...inner.reverse()];
}

export const JOINTS: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  '-',
  '–',
  '—',
  'and',
  'but',
  'while',
  'whereas',
  'where',
]);

export function skipJoints(tokens: readonly Token[], at: number): number {
  let index = at;
  while (
    JOINTS.has(tokens[index]?.lower ?? '') ||
    (index > at && /^(also|then|so)$/.test(tokens[index]?.lower ?? ''))
  )
    index += 1;
  return index;
}

/** Lower-case words with one space between them: what the patterns of rules are matched against. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower, possessive }) => (possessive ? `${lower}'s` : lower))
    .join(' ');
}

const RULE_SIGNS = words(`
  unique same delete deletes deleted deleting removed remove removes kept stay remain overlap overlapping twice once most more maximum max up only
  goes go moves move passes pass changes change progresses progress runs develops after before later earlier exceed greater less lower higher never two no double double-booking double-bookings double-booked together single request once
  optimistic overwrite overwrites lost soft soft-delete soft-deleted soft-deletion softly restore restored recover recovered undelete undeleted
  hides hidden archived deletion recoverable restorable trash who track tracks tracked audit audited trail history log trace traced
  limit limited allowed fewer maximally forever deletable removable unless removing erased allow
  edited changed updated modified altered amended editable
`);

/** Whether a sentence has a word without which it states no rule of rows. */
export function mayStateRule(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }) => RULE_SIGNS.has(lower));
}
