import { APP_WORDS, LEAD_FILLERS } from '../lexicon/apps.ts';
import { singular } from '../text/nouns.ts';
import { createTagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { isPlainValue } from './clause-links.ts';
import { readClauses } from './clauses.ts';
import { acceptAny, cursorOf, isDone, peek } from './cursor.ts';
import { type readIntro, thingOf } from './intro.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { mayBeNotation, readNotation } from './relation-notation.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { textOf } from './sentences.ts';
import type { Item, Noun, Statement } from './statements.ts';
import { carryNamed, isCarried, isThing } from './values-among-things.ts';

export function readAfterIntro(
  tokens: readonly Token[],
  intro: NonNullable<ReturnType<typeof readIntro>>,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const [first] = tokens;
  const restToken = tokens[intro.rest];
  if (first === undefined) return null;
  let rest = tokens.slice(intro.rest + (/^[:,.\-–—]$/.test(intro.connector) ? 1 : 0));
  const app: Statement = {
    kind: 'app',
    noun: intro.noun,
    start: first.start,
    end: restToken?.start ?? intro.noun.end,
  };
  const appOnly: Statement = { ...app, end: intro.noun.end };
  if (rest.length === 0)
    return intro.isNamed || intro.hasVerb || context.isFirst ? [appOnly] : null;
  if (intro.connector === '(' && !intro.isNamed) return null;
  if (['with', 'having', 'including', 'containing'].includes(intro.connector)) rest = rest.slice(1);
  else if (['for', 'of', 'about', 'around'].includes(intro.connector))
    return [appOnly, ...readPurpose(rest.slice(1), context, readBody)];
  else if (intro.connector === 'where') rest = rest.slice(1);
  const inner = { ...context, isFirst: false };
  const notation = mayBeNotation(rest) ? readNotation(rest) : null;
  if (notation !== null) return [appOnly, ...notation];
  const text = textOf(rest, context.prompt);
  const items = readItems(cursorOf(rest));
  const isLabel = intro.connector === ':' && !intro.isNamed && !intro.hasVerb;
  const [value, second] = isLabel ? items : [];
  const isListed = second !== undefined && !value?.noun.plural && value?.children.length === 0;
  const clauses = readClauses({
    tokens: rest,
    tagger: createTagger(text, rest[0]?.start ?? 0, context.budget),
    context: value !== undefined && (isListed || isPlainValue(value)) ? intro.noun : null,
    previous: [],
  });
  if (clauses !== null && clauses.length > 0) return [appOnly, ...clauses];
  if (items.length === 0) return [appOnly];
  return [appOnly, ...assignIntroItems(items, intro.noun, tokens, intro.isNamed, inner)];
}

/** "an app for managing recipes", "for a clinic with patients and doctors", "for invoices". */
function readPurpose(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] {
  const verb = tokens[0]?.lower ?? '';
  const inner = { ...context, isFirst: false };
  if (verb.endsWith('ing')) {
    return readBody(tokens, null, inner, true);
  }
  const cursor = cursorOf(tokens);
  acceptAny(cursor, ['a', 'an', 'the', 'our', 'my', 'small', 'local']);
  const place = readNoun(cursor);
  if (
    place !== null &&
    !place.plural &&
    [':', 'with', 'where', 'that', 'to', ',', 'which', '-', '–', '—'].includes(peek(cursor))
  ) {
    const app: Statement = { kind: 'app', noun: place, start: place.start, end: place.end };
    const skip = peek(cursor) === 'to' ? 0 : 1;
    const rest = tokens.slice(cursor.at + skip);
    const listed = rest.slice(rest.findIndex(({ text }) => text === ':') + 1);
    const notation = mayBeNotation(listed) ? readNotation(listed) : null;
    if (notation !== null) return [app, ...notation];
    const text = textOf(rest, context.prompt);
    const clauses = readClauses({
      tokens: rest,
      tagger: createTagger(text, rest[0]?.start ?? 0, context.budget),
      context: null,
      previous: [],
    });
    if (clauses !== null && clauses.length > 0) return [app, ...clauses];
    const items = readItems(cursorOf(rest));
    return items.length > 0 ? [app, ...assignIntroItems(items, place, tokens, true, inner)] : [app];
  }
  const listed = place?.plural === true && peek(cursor) === ':' ? tokens.slice(cursor.at + 1) : [];
  const things = readItems(cursorOf(listed)).filter(isThing);
  // "an app for landlords: properties, units, tenants": whom it is for, and then what it keeps.
  if (place !== null && things.length > 2) {
    const audience: Statement = { kind: 'app', noun: place, start: place.start, end: place.end };
    return [audience, ...readBody(listed, null, inner, true)];
  }
  if (place !== null && !place.plural && isDone(cursor))
    return [{ kind: 'app', noun: place, start: place.start, end: place.end }];
  const made = readBody(tokens, null, inner, true);
  const isAlone = place?.plural === true && isDone(cursor);
  return isAlone ? made.map(markAudience) : made;
}

/** "a diary for builders": those who use it, unless more is said of them. */
function markAudience(statement: Statement): Statement {
  return statement.kind === 'topic' ? { ...statement, isAudience: true } : statement;
}

/** "online shop", "library": the app itself, and no thing that it keeps. */
function isAppAlone({ words }: Noun): boolean {
  return words.every((word) => APP_WORDS.has(word) || LEAD_FILLERS.has(word));
}

/** "note taking app with notes": they are what the app is about, and no text of something else. */
function isInTitle({ noun, children }: Item, { words }: Noun): boolean {
  const [word = '', more] = noun.words;
  return (
    noun.plural && more === undefined && children.length === 0 && words.includes(singular(word))
  );
}

/** A list after the title holds entities ("posts and comments") or the fields of what the title names ("title and due date"). */
function assignIntroItems(
  items: Item[],
  noun: Noun,
  _tokens: readonly Token[],
  isNamed: boolean,
  _context: SegmentContext,
): Statement[] {
  const start = items[0]?.start ?? 0;
  const end = items.at(-1)?.end ?? 0;
  for (const item of items) if (isInTitle(item, noun)) item.quantity = 'many';
  const entityLike = items.filter(
    (item) =>
      item.children.length > 0 ||
      (item.noun.plural && item.qualities.type === undefined && !isCarried(item)),
  ).length;
  const [first] = items;
  const opensWithThings = isNamed && entityLike > 1 && first !== undefined && isThing(first);
  const isOfApp = (isNamed && isAppAlone(noun)) || /ing$/.test(noun.words.at(-1) ?? '');
  if (opensWithThings || (isOfApp && entityLike > 0) || entityLike * 2 > items.length)
    return [{ kind: 'topic', items: carryNamed(items), start, end }];
  const thing = isNamed ? thingOf(noun) : noun;
  return thing === null
    ? [{ kind: 'topic', items, start, end }]
    : [{ kind: 'has', subjects: [thing], items, optional: false, start, end }];
}
