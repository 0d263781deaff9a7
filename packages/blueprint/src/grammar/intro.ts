import { APP_WORDS, LEAD_FILLERS, LEAD_VERBS, PURE_APP_WORDS } from '../lexicon/apps.ts';
import { isActorWord } from '../lexicon/people.ts';
import { MANY_TO_MANY_VERBS, ONE_TO_MANY_VERBS, TRACK_VERBS } from '../lexicon/predicates.ts';
import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { type Cursor, cursorOf, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Noun } from './statements.ts';
import { baseForm, CRUD } from './verbs.ts';

/** The opening of a prompt: "Build me a simple invoicing API for", and where the rest begins. */
export type Intro = {
  noun: Noun;
  rest: number;
  connector: string;
  isNamed: boolean;
  hasVerb: boolean;
};

const CONNECTORS = new Set([
  ':',
  'with',
  'where',
  'that',
  'which',
  'for',
  'to',
  'so',
  'in',
  ',',
  '.',
  '-',
  '–',
  '—',
  'having',
  'including',
  'containing',
  '(',
  'storing',
  'tracking',
  'of',
  'managing',
  'about',
  'around',
  'using',
  'who',
  'by',
  'on',
]);

/** "Estate agents' CRM": whose program it is belongs to its name. */
function readOwnedName(cursor: Cursor, isFirst: boolean): Noun | null {
  const probe = { ...cursor };
  const owner = isFirst ? readNoun(probe) : null;
  const isOwned = cursor.tokens[probe.at - 1]?.possessive === true;
  const name = owner !== null && isOwned ? readNoun(probe) : null;
  const head = name?.words.at(-1) ?? '';
  if (owner === null || name === null || !(PURE_APP_WORDS.has(head) || APP_WORDS.has(head)))
    return null;
  cursor.at = probe.at;
  return { ...name, words: [...owner.words, ...name.words], start: owner.start };
}

/** Reads what is asked for at the start of a sentence; null when the sentence opens otherwise. */
export function readIntro(
  tokens: readonly Token[],
  isFirst: boolean,
  hasMore = false,
): Intro | null {
  const cursor = cursorOf(tokens);
  let hasVerb = false;
  while (
    LEAD_FILLERS.has(peek(cursor)) ||
    LEAD_VERBS.has(peek(cursor)) ||
    (cursor.at > 0 && [',', '!', '.'].includes(peek(cursor)))
  ) {
    if (LEAD_VERBS.has(peek(cursor))) hasVerb = true;
    cursor.at += 1;
  }
  if (
    TRACK_VERBS.has(peek(cursor)) &&
    hasVerb &&
    cursor.at > 0 &&
    tokens[cursor.at - 1]?.lower === 'to'
  )
    return null;
  // "We need to know which trainer leads which course" asks for no program.
  if (/^(know|see)$/.test(peek(cursor)) && tokens[cursor.at - 1]?.lower === 'to') return null;
  const started = cursor.at;
  const noun = readOwnedName(cursor, isFirst) ?? readNoun(cursor);
  if (noun === null || noun.words.includes('per')) return null;
  if (isStatement(noun) || /^(us|me|you)$/.test(noun.words.at(-1) ?? '')) return null;
  if (peek(cursor) === 'like' && peek(cursor, 1) !== '') skipModel(cursor);
  while (['please', 'thanks'].includes(peek(cursor))) cursor.at += 1;
  const connector = peek(cursor);
  const isNamed =
    PURE_APP_WORDS.has(noun.words.at(-1) ?? '') ||
    (APP_WORDS.has(noun.words.at(-1) ?? '') && !noun.plural);
  if (connector === ':' && !isFirst && !hasVerb && noun.words.length === 1) return null;
  if (connector !== '' && !CONNECTORS.has(connector)) return null;
  if (
    !isNamed &&
    !(isFirst && (hasVerb || connector === ':' || connector === '.' || connector === ''))
  )
    return null;
  if (noun.plural && !isNamed && !(connector === '' && noun.words.length > 1 && hasMore))
    return null;
  const first = tokens[started];
  if (first === undefined) return null;
  return { noun, rest: cursor.at, connector, isNamed, hasVerb };
}

/** "a site like stackoverflow with questions": which other program it is to be like. */
function skipModel(cursor: Cursor): void {
  const probe = { ...cursor, at: cursor.at + 1 };
  if (readNoun(probe) !== null && CONNECTORS.has(peek(probe))) cursor.at = probe.at;
}

const WISHES = words('needs need wants want requires seeks');

/** "Our fire brigade needs an app that manages": where the wish for a program begins after who has it; 0 without one. */
export function wishStart(tokens: readonly Token[]): number {
  const verb = tokens.findIndex(({ lower }, index) => index > 0 && index < 6 && WISHES.has(lower));
  if (verb < 1 || !/^(an?|some)$/.test(tokens[verb + 1]?.lower ?? '')) return 0;
  const program = tokens.findIndex(
    ({ lower }, index) => index > verb + 1 && index < verb + 6 && PURE_APP_WORDS.has(lower),
  );
  const isClient = /^(an?|the|our|my|this)$/.test(tokens[0]?.lower ?? '');
  return isClient && program > 0 ? verb + 1 : 0;
}

/** "Teams play matches" is no title: a verb follows the plural. */
export function isStatement({ words }: Noun): boolean {
  return (
    words.some(
      (word, index) =>
        index > 0 &&
        index < words.length - 1 &&
        isPlural(words[index - 1] ?? '') &&
        (ONE_TO_MANY_VERBS.has(word) || MANY_TO_MANY_VERBS.has(word)),
    ) ||
    isDoing(words) ||
    isDoneByMany(words)
  );
}

/** "inspectors audit restaurants": people in the plural are no part of a name, so what follows them is a verb. */
function isDoneByMany([subject = '', verb = '', ...rest]: readonly string[]): boolean {
  const object = rest.at(-1) ?? '';
  const isActor = isPlural(subject) && isActorWord(singular(subject));
  return isActor && !CRUD.has(verb) && !isPlural(verb) && isPlural(object) && rest.length < 3;
}

/** "restaurant places orders": one of them does it. */
function isDoing([subject = '', verb = '', object = '', more]: readonly string[]): boolean {
  const base = baseForm(verb);
  const isKnown = ONE_TO_MANY_VERBS.has(base) || MANY_TO_MANY_VERBS.has(base);
  return more === undefined && isKnown && verb !== base && !isPlural(subject) && isPlural(object);
}

/** "todo list" keeps todos, "expense tracker" expenses: the thing before the word for a program. */
export function thingOf(noun: Noun): Noun | null {
  const words = noun.words.filter((word) => !LEAD_FILLERS.has(word));
  let end = words.length;
  while (end > 0 && PURE_APP_WORDS.has(words[end - 1] ?? '')) end -= 1;
  const kept = words.slice(0, end);
  const last = kept.at(-1);
  if (last === undefined) return null;
  if (/(ing|ment)$/.test(last) || last === 'of') return end === words.length ? noun : null;
  return { ...noun, words: kept, plural: isPlural(last) };
}
