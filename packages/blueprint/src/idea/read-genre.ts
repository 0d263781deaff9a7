import { PURE_APP_WORDS } from '../lexicon/apps.ts';
import { USUAL_APPS } from '../lexicon/usual-apps.ts';
import {
  ACTIVITY_LOG,
  CARE,
  CARE_LOG,
  CLUB_LOG,
  SHIFT_PLAN,
  USUAL_GENRES,
  type UsualGenre,
} from '../lexicon/usual-genres.ts';
import { USUAL_THINGS } from '../lexicon/usual-things.ts';
import { isPlural, singular } from '../text/nouns.ts';
import {
  headOf,
  isSomebody,
  isValue,
  many,
  type NounPhrase,
  nounAt,
  one,
  phraseOf,
} from './noun-phrase.ts';
import { endOfAudience, type Head, isHeadEnd, PLACES } from './read-head.ts';

/** What software does with a thing that the prompt names: a registry of beehives, a food truck finder. */
export type Genre = {
  /** The words that name it, as they stand in the prompt. */
  called: string;
  /** What it keeps, in sentences. */
  text: string;
  /** In the singular; null where it keeps nothing but what happens. */
  thing: string | null;
  /** Its own words name it, whatever other software the words before and behind them may name. */
  isDeal: boolean;
  /** "journal". */
  genre: string;
  head: Head;
};

/** Null where the words of the head are none of what software does, or name nothing to do it with. */
export function readGenre(said: readonly string[], from: number): Genre | null {
  for (let at = from; at <= from + MAX_BEFORE; at += 1) {
    const genre = USUAL_GENRES.find((each) => isThere(said, at, each));
    if (genre === undefined) continue;
    let end = at + genre.said.length;
    while (PURE_APP_WORDS.has(said[end] ?? '') || (genre.isDeal && FIRMS.test(said[end] ?? '')))
      end += 1;
    if (!isHeadEnd(said, end)) continue;
    return at === from
      ? genreOf(said, from, end, genre)
      : genreBehind(said, { from, at, named: end }, genre);
  }
  return null;
}

const MAX_BEFORE = 3;
/** "ski hire | shop": whose software it is. */
const FIRMS = /^(shop|company|business|store|firm|station|centre|center|service)$/;

const isThere = (said: readonly string[], at: number, genre: UsualGenre) =>
  genre.said.every((word, index) => word === said[at + index]);

/** "food truck | finder for tourists". */
function genreBehind(
  said: readonly string[],
  { from, at, named }: { from: number; at: number; named: number },
  genre: UsualGenre,
): Genre | null {
  const noun = phraseOf(said, from, from, at);
  if (noun === null || isSoftware(noun.name, genre)) return null;
  const head: Head = { kind: null, from, named, end: endOfAudience(said, named) };
  return told(said, head, genre, noun);
}

/** "registry | of beehives", "log book | for a glider club", "marketplace | for used textbooks | for students". */
function genreOf(
  said: readonly string[],
  from: number,
  named: number,
  genre: UsualGenre,
): Genre | null {
  if (!/^(of|for)$/.test(said[named] ?? '')) return null;
  const noun = nounAt(said, named + 1);
  if (noun === null || !isHeadEnd(said, noun.end) || isSoftware(noun.name, genre)) return null;
  const head: Head = { kind: null, from, named, end: endOfAudience(said, noun.end) };
  const club = genre.isLog && !noun.isPlural ? CLUB.exec(noun.name)?.[1] : undefined;
  if (club !== undefined)
    return { ...namedBy(said, head, genre), text: fill(CLUB_LOG, club), thing: club };
  if (!noun.isPlural && !genre.isLog) return null;
  return told(said, head, genre, noun);
}

const CLUB = /^(.+) (?:club|society|association|team)$/;

function told(
  said: readonly string[],
  head: Head,
  genre: UsualGenre,
  noun: NounPhrase,
): Genre | null {
  const [owner, thing] = ownedIn(noun.name);
  const known = namedBy(said, head, genre);
  const isUsual = USUAL_THINGS.has(thing) || USUAL_THINGS.has(headOf(thing));
  if (owner !== null) {
    const text = `${many(thing)} and ${many(owner)}. A ${thing} belongs to ${one(owner)}.`;
    return { ...known, text, thing };
  }
  const kind = genre.isDeal || PLACES.test(thing) ? undefined : kindOf(thing);
  if (kind !== undefined) return { ...known, text: kind, thing: null };
  const done = headOf(thing);
  const tended = thing.slice(0, -done.length - 1);
  if (CARE.has(done) && tended !== '' && !genre.isDeal) {
    const text = fill(CARE_LOG.replaceAll('{records}', many(done)), tended);
    return { ...known, text: withRecord(text, done), thing: tended };
  }
  if (/ing$/.test(done) && !isUsual)
    return genre.isLog
      ? { ...known, text: fill(ACTIVITY_LOG, thing), thing: `${thing} entry` }
      : null;
  if ((isValue(thing) && !isUsual) || UNCOUNTED.test(thing)) return null;
  const plan = genre.isPlan && isSomebody(thing) ? SHIFT_PLAN : genre.text;
  const text = isUsual ? withoutFields(plan) : plan;
  return { ...known, text: withPeople(fill(text, thing), said, head), thing };
}

/** "my kids' vaccinations": whose they are. */
function ownedIn(name: string): [owner: string | null, thing: string] {
  const [first = '', ...rest] = name.split(' ');
  const who = singular(first);
  return isPlural(first) && isSomebody(who) && rest.length > 0
    ? [who, rest.join(' ')]
    : [null, name];
}

/** "customer complaints register", "registry of beehives": what software for such things keeps. */
const kindOf = (thing: string): string | undefined =>
  (USUAL_APPS.get(thing) ?? USUAL_APPS.get(headOf(thing)) ?? USUAL_APPS.get(many(headOf(thing))))
    ?.things;

/** "A {record} has a date." */
const withRecord = (text: string, record: string) =>
  text.replace(/A \{record\}/g, one(record).replace(/^a/, 'A'));

const namedBy = (said: readonly string[], head: Head, genre: UsualGenre) => ({
  called: said.slice(head.from, head.named).join(' '),
  genre: genre.said.join(' '),
  isDeal: genre.isDeal,
  head,
});

/** `[members]` are the students of "a film school, students can book ..." and of "lending for students". */
function withPeople(text: string, said: readonly string[], head: Head): string {
  const who = peopleIn(said, head.named);
  return text.replace(/\[(\w+)\]/g, (_all, usual: string) =>
    who === null ? usual : singular(usual) === usual ? who : many(who),
  );
}

/** The first that are named: by whom it is done, or for whom it is. */
function peopleIn(said: readonly string[], from: number): string | null {
  const at = said.findIndex(
    (word, index) =>
      index >= from && word !== 'people' && isPlural(word) && isSomebody(singular(word)),
  );
  return at < 0 ? null : singular(said[at] ?? '');
}

/** What software is said to be rather than what it is about: "a simple online directory". */
const isSoftware = (name: string, { isDeal }: UsualGenre) =>
  /^(online|digital|web)$/.test(name) ||
  (!(isDeal && USUAL_THINGS.has(name)) && PURE_APP_WORDS.has(headOf(name)));
const UNCOUNTED = /(ness|ance|ence|ware|stuff|information|data|money|time)$/;

const fill = (text: string, thing: string) =>
  text
    .replaceAll('{things}', many(thing))
    .replace(/\b[Aa]n? \{thing\}/g, (all) => (all.startsWith('A') ? upperOne(thing) : one(thing)))
    .replaceAll('{thing}', thing)
    .replace(/^./, (first) => first.toLowerCase());

const upperOne = (thing: string) => one(thing).replace(/^a/, 'A');

/** Of a thing that the tables know it is not told again what it has. */
const withoutFields = (text: string) => text.replace(/ A \{thing\} has [^.]*\./g, '');
