import { APP_WORDS } from '../lexicon/apps.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { isPlainValue } from './clause-links.ts';
import { acceptAny, type Cursor, cursorOf, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import type { Item, Statement } from './statements.ts';

/** "Invoicing for freelancers: Client (name, email)": what stands before the colon is a title. */
export function readAppTitle(tokens: readonly Token[]): Statement[] {
  const cursor = cursorOf(tokens);
  if (acceptAny(cursor, ['like', 'similar to']) !== null) return readModelled(cursor);
  const noun = readNoun(cursor);
  if (noun === null) return [];
  const app: Statement = { kind: 'app', noun, start: noun.start, end: noun.end };
  if (noun.plural) return isTitleOfClauses(tokens, cursor.at) ? [app] : [];
  if (acceptAny(cursor, ['for', 'of']) === null) return [];
  acceptAny(cursor, ['a', 'an', 'the', 'our', 'my']);
  acceptAny(cursor, ['small', 'local', 'little']);
  const audience = readNoun(cursor);
  const isThing =
    tokens[cursor.at + 2]?.text === '(' ||
    tokens[cursor.at + 3]?.text === '(' ||
    tokens[cursor.at + 2]?.lower === 'with' ||
    (tokens[cursor.at + 2]?.text === ',' && isPlural(tokens[cursor.at + 1]?.lower ?? ''));
  const isTitle = isThing || isTitleOfClauses(tokens, cursor.at);
  if (audience === null || tokens[cursor.at]?.text !== ':' || !isTitle) return [];
  const { start, end } = audience;
  return [app, { kind: 'app', noun: audience, start, end }];
}

/**
 * "Car rental with bookings.", and then what each of them has: a title of two words and the things that it is about. What the prompt
 * names again is a thing itself.
 */
export function readTitleWith(
  tokens: readonly Token[],
  { isFirst, prompt }: SegmentContext,
): Statement[] | null {
  const cursor = cursorOf(tokens);
  const noun = isFirst ? readNoun(cursor) : null;
  const head = noun?.words.at(-1) ?? '';
  const isTitle = noun !== null && noun.words.length > 1 && !noun.plural && !APP_WORDS.has(head);
  if (!isTitle || acceptAny(cursor, ['with']) === null) return null;
  const items = readItems(cursor);
  const isThing = (item: Item) => item.noun.plural && !isPlainValue(item);
  const end = tokens.at(-1)?.end ?? noun.end;
  const rest = prompt.slice(end).toLowerCase();
  const isOver = isDone(cursor) && items.length > 0 && rest.trim().length > 20;
  if (!isOver || !items.every(isThing) || rest.includes(head)) return null;
  return [
    { kind: 'app', noun, start: noun.start, end: noun.end },
    { kind: 'topic', items, announced: true, start: items[0]?.start ?? noun.end, end },
  ];
}

/** "like trello but for wedding planners: weddings, vendors": which program it is like, and for whom. */
function readModelled(cursor: Cursor): Statement[] {
  const model = readNoun(cursor);
  if (model === null || acceptAny(cursor, ['but for', 'for']) === null) return [];
  const audience = readNoun(cursor);
  if (audience === null || peek(cursor) !== ':') return [];
  return [model, audience].map((noun) => ({ kind: 'app', noun, start: noun.start, end: noun.end }));
}

/** "Hotel reservations: rooms have a number": clauses follow, so the plural before the colon has no list of its own. */
function isTitleOfClauses(tokens: readonly Token[], colon: number): boolean {
  const [sign, subject, verb] = tokens.slice(colon, colon + 3);
  return (
    colon > 1 &&
    sign?.text === ':' &&
    isPlural(subject?.lower ?? '') &&
    verb?.kind === 'word' &&
    !isPlural(verb.lower) &&
    !/^(and|or|with|of|per|in|for|by)$/.test(verb.lower)
  );
}
