import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, peek } from './cursor.ts';
import { findKeeping } from './deed-clauses.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';

const OPENERS = phrases(
  'after each | after every | after an | after a | after the | during each | during every | during an | during a | during the | at each | at every | at a | at an | at the | on each | on every | on a | in each | in every | with each | with every | per',
);
/** What is done and not what is there: an inspection, a treatment, a visit. */
const DEED =
  /(ion|ment|ing|visit|check|repair|session|lesson|handover|return|appointment|booking|order|shift|test|exam|walk|tour|trip|game|match|round)$/;

/** "After each inspection of a crate the keeper writes down the result": it is of the crate and of the keeper. */
export function readEachTime(
  tokens: readonly Token[],
  { budget }: SegmentContext,
): Statement[] | null {
  const cursor = cursorOf(tokens);
  const isOpened = acceptAny(cursor, OPENERS) !== null;
  const record = isOpened ? readNoun(cursor) : null;
  const head = record?.words.at(-1) ?? '';
  if (record === null || isValueWord(head) || !(budget.things.has(head) || DEED.test(head)))
    return null;
  const parties = readParties(cursor);
  acceptAny(cursor, [',']);
  const at = Math.max(0, cursor.at - 1);
  const keeping =
    findKeeping(tokens, Math.min(cursor.at, at), true) ?? keepingAfter(tokens, cursor.at);
  if (keeping === null) return null;
  const actor = actorIn(cursorOf(tokens, cursor.at, keeping.to), budget.things);
  const list = cursorOf(tokens, keeping.list);
  const items = readItems(list);
  const isMade =
    /^an?$/.test(items[0]?.determiner ?? '') && !isValueWord(items[0]?.noun.words.at(-1) ?? '');
  const isPlain =
    !isMade &&
    items.length > 0 &&
    items.every(
      ({ children, noun }) => children.length === 0 && !budget.things.has(noun.words.at(-1) ?? ''),
    );
  if (!isPlain) return null;
  const span = { start: record.start, end: endOffset(list) };
  const targets = [...parties, ...(actor === null ? [] : [actor])].map(itemOf);
  const has: Statement = { kind: 'has', subjects: [record], items, optional: false, ...span };
  return targets.length === 0 ? [has] : [has, belonging([record], targets, span)];
}

const LINKS = phrases(
  'of a | of an | of the | with a | with an | with the | for a | for the | at a | in a | by a',
);

function readParties(cursor: Cursor): Noun[] {
  const found: Noun[] = [];
  while (acceptAny(cursor, LINKS) !== null) {
    const noun = readNoun(cursor);
    if (noun === null) break;
    found.push(noun);
  }
  return found;
}

const KEEP =
  /^(note|record|write|log|enter|document|store|keep|fill|measure|track|need|want)(s|es)?$/;

/** "the keeper writes down": where the verb and the list begin. */
function keepingAfter(tokens: readonly Token[], from: number): { to: number; list: number } | null {
  for (let at = from; at < Math.min(from + 5, tokens.length - 1); at += 1) {
    if (!KEEP.test(tokens[at]?.lower ?? '')) continue;
    const isParticle = /^(down|in)$/.test(tokens[at + 1]?.lower ?? '');
    return { to: at, list: isParticle ? at + 2 : at + 1 };
  }
  return null;
}

function actorIn(cursor: Cursor, things: ReadonlySet<string>): Noun | null {
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const noun = readNoun(cursor);
  return noun !== null && things.has(noun.words.at(-1) ?? '') ? noun : null;
}
