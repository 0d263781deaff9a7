import { isValueWord } from '../lexicon/value-nouns.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { cursorOf } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Predicate } from './predicate.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';
import type { Subject } from './subjects.ts';

/** "Team: name, captain is a player": in the list after a label the subject is a value of what is labelled. */
export function isListedRole(tokens: readonly Token[], { from, nouns }: Subject): boolean {
  const [noun, second] = nouns;
  const isBare = noun?.plural === false && second === undefined && noun.words.length < 3;
  return isBare && (from === 0 || /^[,:]$/.test(tokens[from - 1]?.text ?? ''));
}

export function asRole(made: Statement[], owner: Noun): void {
  const [kind] = made;
  if (kind?.kind !== 'is-a') return;
  const { start, end } = kind;
  const refersTo = { ...kind.target, plural: false };
  const items = kind.subjects.map((noun) => ({ ...itemOf(noun), refersTo, end }));
  made[0] = { kind: 'has', subjects: [owner], items, optional: false, start, end };
}

/** "a president and a treasurer, both are members": the two that were just listed. */
export function isBoth(tokens: readonly Token[], { from, kind }: Predicate): boolean {
  return kind === 'be' && [from - 1, from].some((at) => tokens[at]?.lower === 'both');
}

export function lastTwo(before: Statement | undefined): Noun[] {
  const items = before?.kind === 'has' ? before.items.slice(-2) : [];
  return items.length === 2 ? items.map(({ noun }) => noun) : [];
}

/** "An issue appears monthly and contains articles": the subject of a verb that was not read goes on. */
export function withOpening(
  tokens: readonly Token[],
  { from, kind }: Predicate,
  found: Subject,
): Subject {
  const [first, second] = tokens;
  const isElided = tokens[from - 1]?.lower === 'and' && found.nouns.length === 0;
  const isCounted = /^(a|an|each|every)$/.test(first?.lower ?? '') && second?.kind === 'word';
  if (kind !== 'has' || !isElided || found.pronoun !== '' || !isCounted || from > 7) return found;
  const noun = readNoun(cursorOf(tokens, 1, 2));
  return noun === null ? found : { ...found, nouns: [noun] };
}

/** "Clients send documents, each has a file", "a client has several projects, each with": the many things that were named last have it. */
export function objectsOf(before: Statement | undefined): Noun[] {
  const items = before?.kind === 'acts' || before?.kind === 'has' ? before.items : [];
  const item = items.at(-1);
  const isOne = before?.kind === 'acts' ? items.length === 1 : item?.quantity === 'many';
  const isThing = item !== undefined && !isValueWord(singular(item.noun.words.at(-1) ?? ''));
  return isThing && isOne && item.noun.plural && item.children.length === 0 ? [item.noun] : [];
}

/** "..., each has a file": one of many, told by nothing but the word. */
export function isEachAlone(
  tokens: readonly Token[],
  { from }: Predicate,
  subject: Subject,
): boolean {
  if (subject.pronoun === 'each') return true;
  const isOpening = from === 0 || /^([,;:]|and|where)$/.test(tokens[from - 1]?.lower ?? '');
  return tokens[from]?.lower === 'each' && subject.nouns.length === 0 && isOpening;
}
