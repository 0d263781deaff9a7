import {
  DEED_NAMES,
  DEED_NOUNS,
  DEED_VERBS,
  KEEPING_VERBS,
  TRADE_NOUNS,
} from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import type { Token } from '../text/tokens.ts';
import { readDeedClause } from './deed-clauses.ts';
import { readEachTime } from './each-time.ts';
import { readLaterClauses } from './later-clause.ts';
import { readPairClauses } from './pair-clauses.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import type { Item, Noun, Statement } from './statements.ts';

/** A sentence read as a whole, or in another way that accounts for clearly more of the values that it names. */
export function readBest(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
  readBody: ReadBody,
): Statement[] {
  const best = readMost(tokens, heading, context, isBullet, readBody);
  return heading === null && !isBullet ? [...best, ...readPairClauses(tokens, context)] : best;
}

function readMost(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
  readBody: ReadBody,
): Statement[] {
  const whole = readBody(tokens, heading, context, isBullet);
  if (heading !== null || tokens[0]?.lower === 'as') return whole;
  const values = tokens.filter(
    ({ kind, lower }) => kind === 'word' && isValueWord(lower) && !context.budget.things.has(lower),
  );
  const told = coverage(values, whole);
  const lost = values.length - told;
  if (lost === 0 || (told > 0 && lost < LOST)) return whole;
  const things = tokens.filter(
    ({ kind, lower }) => kind === 'word' && context.budget.things.has(lower),
  );
  let best = {
    made: whole,
    told: told === 0 ? 0 : told + GAIN - 1,
    things: coverage(things, whole, namesIn),
  };
  const fewest = best.things - GAIN;
  const readings = [
    readEachTime(tokens, context),
    readDeedClause(tokens, context),
    ...readLaterClauses(tokens, context, readBody),
  ];
  for (const made of readings) {
    if (made === null) continue;
    const score = { made, told: coverage(values, made), things: coverage(things, made, namesIn) };
    const isMore =
      score.told > best.told ||
      (score.told === best.told && best.made !== whole && score.things > best.things);
    if (isMore && score.things >= fewest) best = score;
  }
  return best.made;
}

/** So many values must be lost, and so many more be found, before a sentence that is read in part is read otherwise. */
const LOST = 2;
const GAIN = 2;

/** Every noun that a statement holds. */
function namesIn(statement: Statement): Span[] {
  const subjects = 'subjects' in statement ? statement.subjects : [];
  const items =
    'items' in statement ? statement.items : 'targets' in statement ? statement.targets : [];
  const nouns = statement.kind === 'deed' ? statement.parties : [];
  return [...subjects, ...nouns, ...items.flatMap(itemSpans)];
}

/** How many of the names a reading holds: those of values, or those of things. */
function coverage(
  values: readonly Token[],
  made: readonly Statement[],
  spansIn: (statement: Statement) => Span[] = spansOf,
): number {
  const spans = made.flatMap(spansIn);
  return values.filter((token) =>
    spans.some(({ start, end }) => token.start >= start && token.end <= end),
  ).length;
}

type Span = { start: number; end: number };

function spansOf(statement: Statement): Span[] {
  if (
    statement.kind === 'constraint' ||
    statement.kind === 'is-a' ||
    statement.kind === 'many-to-many'
  )
    return [statement];
  if (statement.kind === 'deed') return statement.values.flatMap(itemSpans);
  if (statement.kind === 'belongs') return statement.targets.flatMap(itemSpans);
  if (statement.kind === 'acts') return keptByDeed(statement);
  if (statement.kind === 'topic')
    return statement.items
      .filter(({ noun, children }) => noun.plural || children.length > 0)
      .flatMap(itemSpans);
  return statement.kind === 'has' ? statement.items.flatMap(itemSpans) : [];
}

function isKeptDeed(verb: string): boolean {
  return (
    [DEED_NOUNS, DEED_NAMES, TRADE_NOUNS].some((names) => names.has(verb)) || DEED_VERBS.has(verb)
  );
}

/** Values beside the thing that is dealt with are kept only of deeds that are recorded. */
function keptByDeed({ verb, items, given = [] }: Extract<Statement, { kind: 'acts' }>): Span[] {
  const isKept = isKeptDeed(verb) || KEEPING_VERBS.has(verb);
  const spans = isKept
    ? items.flatMap(itemSpans)
    : items.slice(0, 1).flatMap((item) => [item.noun, ...itemSpans(item).slice(1)]);
  return [...spans, ...given.flatMap(itemSpans)];
}

function itemSpans(item: Item): Span[] {
  return [item, ...item.children.flatMap(itemSpans), ...item.belongsTo.flatMap(itemSpans)];
}
