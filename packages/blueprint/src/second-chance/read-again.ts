import { nounOf } from '../grammar/noun-of.ts';
import { findRule } from '../grammar/rules.ts';
import { splitSentences, stripEnd, stripStart } from '../grammar/sentences.ts';
import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { withoutDeedOfActor } from '../grammar/told-otherwise.ts';
import type { Segment } from '../text/blocks.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { findList } from './find-lists.ts';
import { findOwner, type KnownThings } from './find-owner.ts';

export type Unread = { isUnread: (token: Token) => boolean; known: KnownThings };

/** What the sentences of a segment say that the grammar did not read, as coarse statements. */
export function readAgain(segment: Segment, again: Unread): Statement[] {
  if (segment.isRow || segment.columns[0] === '#heading') return [];
  const found: Statement[] = [];
  let before: readonly Token[] = [];
  for (const sentence of splitSentences(segment.tokens)) {
    const tokens = withoutDeedOfActor(stripStart(stripEnd(sentence)));
    const said = before;
    before = tokens;
    if (!tokens.some(again.isUnread) || findRule(tokens)?.isHostile === true) continue;
    found.push(...readList(tokens, said, again));
  }
  return found;
}

/** The longest list of values of one sentence, for the thing that it most likely tells of. */
function readList(
  tokens: readonly Token[],
  said: readonly Token[],
  { isUnread, known }: Unread,
): Statement[] {
  const list = findList(tokens, isUnread, known);
  const [first] = list?.items ?? [];
  if (list === null || first === undefined) return [];
  const owner = findOwner(tokens, list.from, known) ?? antecedent(list.items, said);
  if (owner === null) return [];
  const { start } = first;
  const end = tokens[list.to - 1]?.end ?? first.end;
  const how = { optional: false, isCoarse: true } as const;
  return [{ kind: 'has', subjects: [owner], items: list.items, ...how, start, end }];
}

/** "Customers call us. I need their name": the things that the sentence before tells of. */
function antecedent([first]: readonly Item[], before: readonly Token[]): Noun | null {
  const subject = before.find(({ kind }) => kind === 'word');
  if (first?.determiner !== 'their' || subject === undefined || !isPlural(subject.lower))
    return null;
  return nounOf([subject], subject.start, subject.end);
}
