import { splitSentences, stripEnd, stripStart } from '../grammar/sentences.ts';
import { itemOf, type Noun, type Statement } from '../grammar/statements.ts';
import { baseForm } from '../grammar/verbs.ts';
import { SCREEN_VERBS } from '../lexicon/predicates.ts';
import { BE, words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import type { Segment } from '../text/blocks.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { type KnownThings, type Mention, mentionsIn, nameOf } from './find-owner.ts';

export type Pairs = {
  isUnread: (token: Token) => boolean;
  known: KnownThings;
  isRelated: (left: string, right: string) => boolean;
};

/** "Parents post jobs", of which nothing was read: two known things with a verb between them are related. */
export function findPairs(segments: readonly Segment[], pairs: Pairs): Statement[] {
  return segments
    .filter(({ isRow, columns }) => !isRow && columns[0] !== '#heading')
    .flatMap(({ tokens }) => splitSentences(tokens))
    .flatMap((sentence) => pairsIn(stripStart(stripEnd(sentence)), pairs));
}

function pairsIn(tokens: readonly Token[], { isUnread, known, isRelated }: Pairs): Statement[] {
  if (!tokens.some(isUnread) || isStory(tokens)) return [];
  const mentions = mentionsIn(tokens, 0, tokens.length, known).filter(({ noun }) =>
    known.has(nameOf(noun.words)),
  );
  return mentions.flatMap((left, index) => {
    const right = mentions[index + 1];
    if (right === undefined) return [];
    const [a, b] = [toEntityName(left.noun.words), toEntityName(right.noun.words)];
    if (a === null || b === null || a === b || isRelated(a, b)) return [];
    if (!isOneOf(tokens, left) && !isOneOf(tokens, right)) return [];
    const isLost = [left, right].some(({ from, to }) => tokens.slice(from, to).some(isUnread));
    return isLost && isLinked(tokens, left, right) ? [relate(tokens, left, right)] : [];
  });
}

/** "As a member I can see books": whose wish it is is read elsewhere. */
function isStory(tokens: readonly Token[]): boolean {
  return tokens[0]?.lower === 'as' && /^(an?|the)$/.test(tokens[1]?.lower ?? '');
}

const MAX_BETWEEN = 5;
const NO_LINK = words('so that which who when if but while because or and not no never only');
const FILLERS = words('a an the our their its each every one several many some all of');

function isLinked(tokens: readonly Token[], left: Mention, right: Mention): boolean {
  const between = tokens.slice(left.to, right.from).map(({ lower }) => lower);
  const isPlain = !between.some((word) => /^[,;:()/]$/.test(word) || NO_LINK.has(word));
  if (between.some(isPlural)) return false;
  const isKind = between.length > 0 && between.every((word) => BE.has(word) || FILLERS.has(word));
  if (isKind || between.some((word) => SCREEN_VERBS.has(baseForm(word)))) return false;
  return isPlain && between.length <= MAX_BETWEEN && between.some((word) => !FILLERS.has(word));
}

/** "per hive", "in an apiary": one of these has the other. */
function isOneOf(tokens: readonly Token[], { noun, preposition, from }: Mention): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  return preposition !== null && !noun.plural && /^(an?|one|per)$/.test(before);
}

/** "Guests sit at tables": a guest belongs to a table; "parents post jobs": a job to a parent. */
function relate(tokens: readonly Token[], left: Mention, right: Mention): Statement {
  const [subject, target] = isOneOf(tokens, right) ? [left, right] : [right, left];
  const targets = [itemOf({ ...target.noun, plural: false })];
  const how = { optional: false, strong: true, many: false, isCoarse: true } as const;
  const start = tokens[left.from]?.start ?? 0;
  const end = tokens[right.to - 1]?.end ?? start;
  const noun: Noun = { ...subject.noun, plural: false };
  return { kind: 'belongs', subjects: [noun], targets, ...how, start, end };
}
