import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, PREPOSITIONS, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { cursorOf } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';

const MAX_TRIES = 6;
/** Each try reads the sentence again: a sentence as long as a page is tried less often. */
const MAX_READ = 1_500;

/** "At the market we sell cheese, so a sale has a date": a sentence cut where another clause may begin. */
export function readLaterClauses(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[][] {
  const starts = tokens.map((_token, at) => at).filter((at) => mayStart(tokens, at, context));
  const inner = { ...context, isFirst: false };
  const tries = Math.min(MAX_TRIES, Math.floor(MAX_READ / tokens.length));
  return starts.slice(0, tries).map((at) => {
    const before = isClause(tokens, at)
      ? readBody(tokens.slice(0, at - 1), null, context, false)
      : [];
    const made = readBody(tokens.slice(at), null, inner, false);
    return [...before.filter(isSaid), ...made, ...ties(tokens, at, made, context)];
  });
}

/** Of the first part of a sentence only what is certain. */
function isSaid({ kind }: Statement): boolean {
  return kind === 'has' || kind === 'belongs' || kind === 'acts';
}

function isClause(tokens: readonly Token[], at: number): boolean {
  return /^(,|;|-|so|but|and|where)$/.test(tokens[at - 1]?.lower ?? '');
}

const SPEAKERS = words('we i they');
const OPENERS = words('a an each every the');

function mayStart(tokens: readonly Token[], at: number, { budget }: SegmentContext): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (at < 2 || token === undefined || before === undefined || tokens.length - at < 4) return false;
  if (token.lower === 'for' && /^(each|every)$/.test(tokens[at + 1]?.lower ?? '')) return true;
  if (PREPOSITIONS.has(before.lower) || DETERMINERS.has(before.lower)) return false;
  if (SPEAKERS.has(token.lower) || OPENERS.has(token.lower)) return true;
  return budget.things.has(token.lower) && isPlural(token.lower);
}

/** "After a shoot I upload photos": the photos are of the shoot, if of nothing else. */
function ties(
  tokens: readonly Token[],
  to: number,
  made: readonly Statement[],
  { budget }: SegmentContext,
): Statement[] {
  const [first, second] = tokens;
  const isPlace =
    /^(after|during|in|on|at|for|before)$/.test(first?.lower ?? '') &&
    OPENERS.has(second?.lower ?? '');
  const place = isPlace ? readNoun(cursorOf(tokens, 2, to)) : null;
  const thing = made.flatMap(thingsOf).find(({ words: name }) => !isValueWord(name.at(-1) ?? ''));
  if (place === null || thing === undefined || !budget.things.has(place.words.at(-1) ?? ''))
    return [];
  const { start, end } = place;
  const how = {
    optional: false,
    strong: false,
    many: false,
    isIfLonely: true,
    start,
    end,
  } as const;
  return [{ kind: 'belongs', subjects: [thing], targets: [itemOf(place)], ...how }];
}

function thingsOf(statement: Statement): Noun[] {
  if (statement.kind === 'topic' || statement.kind === 'acts')
    return statement.items.map(({ noun }) => noun);
  return statement.kind === 'has' || statement.kind === 'belongs' ? statement.subjects : [];
}
