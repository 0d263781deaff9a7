import { aboveDecisions, readDecisions } from '../decisions.ts';
import { asksForSomethingElse } from '../is-about-data.ts';
import { ERRANDS, HOSTILE, PURE_APP_WORDS } from '../lexicon/apps.ts';
import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { USUAL_APPS } from '../lexicon/usual-apps.ts';
import { deedVerb } from '../lexicon/usual-deeds.ts';
import { USUAL_THINGS } from '../lexicon/usual-things.ts';
import { DETERMINERS, PREPOSITIONS } from '../lexicon/words.ts';
import { correct } from '../model/spelling.ts';
import { isPlural, plural, singular } from '../text/nouns.ts';
import { tokenize } from '../text/tokens.ts';
import { headOf, inSingular, isSomebody, many, nounAt, one, phraseOf } from './noun-phrase.ts';
import { readAside } from './read-aside.ts';
import { readDeed, readErrand } from './read-deed.ts';
import { type Genre, readGenre } from './read-genre.ts';
import { type Head, isKeeping, PLACES, readHead } from './read-head.ts';
import { readItem } from './read-item.ts';
import { readLimit } from './read-limit.ts';
import { belongs, type Found, name, type Sketch, thingsIn, upper } from './sketch.ts';
import { fitKind, isNamedIn, type UsualKind } from './usual-kind.ts';

/** An idea of a line, told in sentences that the reader of descriptions knows. */
export type Idea = {
  sketch: Sketch;
  head: Head;
  kind: UsualKind | null;
  /** In the singular: what a list of the prompt names. */
  listed: string[];
  /** In the singular: the thing that the software is about, where no table knows what such a thing has. */
  unknown: string | null;
};

const MAX_WORDS = 40;
const DESCRIBES =
  /\b(has|have|contains?|consists?|belongs?|includes?)\b(?! (max|at most|up to|one|two|three|no|to|\d+) )/i;
const BETWEEN =
  /^([,.;:!?–—-]|and|or|but|also|plus|then|with|where|that|which|who|can|lets|let|allows|in|so|to|including|like|keeping|having|featuring|us|our)$/;

const VOCABULARY = new Set(
  [...USUAL_THINGS.keys()].flatMap((thing) => [headOf(thing), plural(headOf(thing))]),
);

/** "appontments": a long word that is one typo away from the name of a thing. */
const mend = (word: string) =>
  word.length < 8 || /(ed|ing)$/.test(word) || VOCABULARY.has(word)
    ? word
    : (correct(word, VOCABULARY) ?? word);

/** Null where the prompt is more than an idea, describes what things have, or asks for something else than software. */
export function readIdea(prompt: string): Idea | null {
  const above = aboveDecisions(prompt);
  if (above.length > 300 || DESCRIBES.test(above) || /[(|\n*]\s*\S|^\d+[.)]/.test(above.trim()))
    return null;
  const tokens = tokenize(above);
  const said = tokens.map(({ lower }) => mend(lower));
  if (tokens.length > MAX_WORDS || tokens.length < 2) return null;
  if (ERRANDS.has(said[0] ?? '') || said.some((word) => HOSTILE.has(word))) return null;
  if (asksForSomethingElse(said) || readDecisions(prompt).notMeant.length > 0) return null;
  const sketch: Sketch = {
    ...{ tokens, said, kind: null, pieces: [], things: [], core: null },
    ...{ last: null, record: null, subject: null, title: null },
  };
  const isClause = (at: number) => {
    const blank = { ...sketch, pieces: [], things: [] };
    return (
      readDeed(blank, at) !== null ||
      (at === 0 && !isKeeping(said[0]) && readErrand(blank, at) !== null)
    );
  };
  const { head, kind, genre } = readAsked(said, isClause);
  // Of two words only "tool library" is an idea: "stock photos" names a thing.
  if (tokens.length < 3 && genre === null && kind?.isOfWhat !== true) return null;
  if (kind !== null) {
    sketch.kind = kind.text;
    const called = head.kind ?? '';
    sketch.core =
      genre?.thing ??
      kind.things.find((thing) => isNamedIn(thing, called)) ??
      kind.things.find((thing) => !isSomebody(thing)) ??
      null;
    sketch.last = sketch.core;
    sketch.title = genre?.thing ?? null;
  }
  if (kind === null) nameTitle(sketch, head);
  else nameCaredFor(sketch, head);
  const listed = readRest(sketch, head);
  const thing = genre?.thing ?? null;
  const unknown = thing === null || USUAL_THINGS.has(headOf(thing)) ? null : thing;
  const isTold = sketch.pieces.some(({ sentences }) => sentences.length > 0);
  return isTold || kind !== null ? { sketch, head, kind, listed, unknown } : null;
}

/** The software that is asked for: of a usual kind, or one that does something usual with some thing. */
function readAsked(said: readonly string[], isClause: (at: number) => boolean) {
  const head = readHead(said, isClause);
  // "document approval": a word of asking that names a thing as well.
  const isThing = head.from > 0 && USUAL_THINGS.has(said[head.from - 1] ?? '');
  const genre = readGenre(said, head.from) ?? (isThing ? readGenre(said, head.from - 1) : null);
  const text = head.kind === null ? null : (USUAL_APPS.get(head.kind)?.things ?? null);
  const kind = text === null ? null : fitKind(text, said, head);
  if (genre === null || (kind !== null && !isOfAnother(head, kind, genre)))
    return { head, genre: null, kind };
  const named = { ...genre.head, kind: genre.called };
  return { head: named, genre, kind: { ...fitKind(genre.text, said, named), isOfWhat: true } };
}

/** "tool library", "home brewing journal", "equipment booking": the kind is known by one word, and the others say of what. */
function isOfAnother(
  { kind, isOfAudience = false }: Head,
  { things, isOfWhat }: UsualKind,
  genre: Genre,
): boolean {
  if (isOfAudience) return genre.thing !== null;
  if (kind === null || isOfWhat || (genre.thing !== null && things.includes(genre.thing)))
    return false;
  return (
    genre.genre.split(' ').some((word) => singular(word) === kind) ||
    (genre.isDeal && kind === genre.thing && !PLACES.test(kind))
  );
}

const LOGS =
  /^(directory|collection|registry|register|database|catalog|catalogue|tracker|log|archive|list|inventory|planner|book)$/;

/** "coin collection", "warranty tracker for home appliances": the words before name what is kept. */
function nameTitle(sketch: Sketch, head: Head): void {
  const { said } = sketch;
  const word = said[head.named - 1] ?? '';
  const noun = phraseOf(said, head.from, Math.max(head.from, head.named - 3), head.named - 1);
  const isUsual = noun !== null && USUAL_THINGS.has(headOf(noun.name));
  if (noun === null || !(LOGS.test(word) || (PURE_APP_WORDS.has(word) && isUsual))) return;
  if (/(ing|ness|online)$/.test(noun.name)) return;
  // "allergies" are taken for values of something else by the reader.
  const isTaken = PLURAL_VALUES.has(headOf(many(noun.name))) && !isUsual;
  const sentences = [
    `We keep ${many(noun.name)}.`,
    ...(isTaken ? [`${upper(one(noun.name))} has a name.`] : []),
  ];
  name(sketch, noun.name);
  const whom = head.end > head.named ? nounAt(said, head.named + 1) : null;
  if (
    whom?.isPlural === true &&
    whom.end === head.end &&
    !isSomebody(whom.name) &&
    said[head.named] !== 'like'
  ) {
    name(sketch, whom.name);
    sentences.push(`We keep ${many(whom.name)}.`, ...belongs(noun.name, [whom.name]));
  }
  sketch.title = noun.name;
  sketch.core = noun.name;
  sketch.last = noun.name;
  sketch.pieces.push({ from: 0, to: head.end, sentences, isDeed: true });
}

const CARED =
  /^(resident|patient|inmate|pupil|child|kid|toddler|baby|guest|player|athlete|horse|dog|cat|pet|animal|cow|plant|vehicle|car|truck|van|machine)$/;

/** "track medication for residents": of each of them, who are not those that use it. */
function nameCaredFor(sketch: Sketch, { named, end }: Head): void {
  const { said, core } = sketch;
  const whom = said[named] === 'for' ? nounAt(said, named + 1) : null;
  if (whom === null || core === null || !whom.isPlural || !CARED.test(headOf(whom.name))) return;
  if (sketch.kind === null || thingsIn(sketch.kind).includes(whom.name)) return;
  name(sketch, whom.name);
  const sentences = [`We keep ${many(whom.name)}.`, ...belongs(core, [whom.name])];
  sketch.pieces.push({ from: 0, to: end, sentences, isDeed: true });
}

function readRest(sketch: Sketch, head: Head): string[] {
  const { said } = sketch;
  const listed: string[] = [];
  let at = head.end;
  let isList = head.end === 0 || head.named === head.end;
  const whom = said[head.named] === 'for' ? nounAt(said, head.named + 1) : null;
  // "a board for neighbours to post jobs": they do it.
  const doer =
    whom?.isPlural === true && isSomebody(whom.name) && whom.end === head.end ? whom.name : null;
  while (at < said.length) {
    const from = at;
    // A thing that is named again is no subject of what follows.
    const told = readLimit(sketch, at) ?? readAside(sketch, at) ?? readDeed(sketch, at);
    const found: Found =
      told ??
      (said[at - 1] === 'to' || at === 0
        ? errandAt(sketch, at, at === head.end + 1 ? doer : null)
        : null);
    if (found !== null) {
      sketch.pieces.push({ from, to: found.end, sentences: found.sentences, isDeed: true });
      at = found.end;
      continue;
    }
    const word = said[at] ?? '';
    if (BETWEEN.test(word) || (isKeeping(word) && at > 0) || /^(of|track)$/.test(word)) {
      isList ||= /^(with|:|keep|-|including)$/.test(word) || isKeeping(word);
      at += 1;
      continue;
    }
    const isAside = said[at - 1] === 'to' || (head.end === 0 && !isPluralAt(said, at));
    const item = isList && !isAside ? readItem(sketch, at) : null;
    if (item !== null) {
      const [kept] = item.sentences.flatMap((each) => /^We keep (.+)\.$/.exec(each)?.[1] ?? []);
      if (kept !== undefined) listed.push(inSingular(kept));
      sketch.pieces.push({ from, to: item.end, sentences: item.sentences, isDeed: false });
      at = item.end;
      continue;
    }
    at = unknown(sketch, at);
  }
  return listed;
}

const isPluralAt = (said: readonly string[], at: number) => nounAt(said, at)?.isPlural === true;

function errandAt(sketch: Sketch, at: number, who: string | null): Found {
  const { said } = sketch;
  if (!isKeeping(said[at])) return readErrand(sketch, at, who);
  if (who === null) return null;
  // "for teachers to plan lessons" tells what they do, "for teachers to manage pupils, grades" what is kept.
  const found = readErrand({ ...sketch, things: [...sketch.things] }, at, who);
  const isList =
    found !== null &&
    (said[found.end] === ',' ||
      (said[found.end] === 'and' && deedVerb(said[found.end + 1] ?? '', false) === null));
  return found === null || isList ? null : readErrand(sketch, at, who);
}

/** Up to where the next phrase begins. */
function unknown(sketch: Sketch, from: number): number {
  let to = from + 1;
  while (
    to < sketch.said.length &&
    !/^([,.;:!?]|and|where|that|who|when|max|with)$/.test(sketch.said[to] ?? '')
  )
    to += 1;
  // "guests scan a code and order food": who does it is told, whatever the first deed is.
  const who = isPlural(sketch.said[from] ?? '') ? singular(sketch.said[from] ?? '') : null;
  if (who !== null && isSomebody(who)) sketch.subject = who;
  const isOfSomebody = who !== null && isSomebody(who);
  sketch.pieces.push({ from, to, sentences: knownIn(sketch, from, to), isDeed: isOfSomebody });
  return to;
}

/** "by category": words that name nothing but what is kept already. */
function knownIn({ said, things, kind }: Sketch, from: number, to: number): string[] {
  const known = [...things, ...(kind === null ? [] : thingsIn(kind))];
  const words = said.slice(from, to).map((word) => singular(word));
  const named = words.flatMap((word) => known.find((thing) => headOf(thing) === word) ?? []);
  const isSmall = (word: string) =>
    word !== 'per' && (PREPOSITIONS.has(word) || DETERMINERS.has(word));
  const rest = words.filter(
    (word) => !isSmall(word) && !known.some((thing) => headOf(thing) === word),
  );
  return rest.length > 0 ? [] : named.map((thing) => `We keep ${many(thing)}.`);
}
