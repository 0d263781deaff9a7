import { USUAL_THINGS } from '../lexicon/usual-things.ts';
import { withWhom } from '../model/usual-app.ts';
import { singular } from '../text/nouns.ts';
import { isSomebody, many, nounAt, one, phraseOf } from './noun-phrase.ts';
import type { Head } from './read-head.ts';
import { thingsIn } from './sketch.ts';

/** What software of a kind keeps, in the words of the prompt. */
export type UsualKind = {
  text: string;
  things: string[];
  /** The prompt says of what it is: a booking app for tennis courts. */
  isOfWhat: boolean;
};

/** Names of the same thing, of which people use either. */
const SAME = [
  ['customer', 'client'],
  ['issue', 'bug'],
  ['employee', 'staff member', 'worker'],
  ['trainer', 'coach', 'instructor'],
  ['student', 'pupil', 'learner'],
  ['teacher', 'tutor', 'instructor'],
  [
    'vehicle',
    'car',
    'bike',
    'boat',
    'van',
    'scooter',
    'item',
    'tool',
    'machine',
    'truck',
    'phone',
    'computer',
    'laptop',
    'watch',
    'instrument',
    'shoe',
  ],
  ['member', 'singer', 'musician'],
  ['channel', 'room'],
  ['flashcard', 'card'],
  ['pet', 'dog', 'cat', 'animal'],
  ['sitter', 'walker'],
  ['person', 'ancestor'],
  ['reader', 'kid'],
  ['enrolment', 'enrollment'],
  ['course', 'class'],
  ['photo', 'picture'],
  ['booking', 'reservation', 'rental'],
  ['todo', 'task', 'chore'],
  ['post', 'article'],
  ['milestone', 'deadline'],
  ['review', 'rating'],
  ['table', 'seat'],
  ['listing', 'property'],
  ['wine', 'bottle'],
  ['planned meal', 'meal', 'dinner', 'lunch'],
];

/** "babysitter booking app", "a booking app for tennis courts": what is booked is named. */
function bookedIn(said: readonly string[], { kind, from, named, end }: Head): string | null {
  if (!/^(booking|scheduling)$/.test(kind ?? '')) return null;
  const at = said.indexOf(kind ?? '');
  const before = phraseOf(said, from, from, Math.max(from, at));
  const behind = end > named && said[named] === 'for' ? nounAt(said, named + 1) : null;
  const what = before ?? (behind?.isPlural === true ? behind : null);
  if (what === null || /^(online|appointment|simple)$/.test(what.name)) return null;
  const [thing, things] = [what.name, many(what.name)];
  return `customers, ${things} and bookings. A booking has a start time, an end time and a status (requested, confirmed, cancelled). A booking belongs to a customer and ${one(thing)}.`;
}

export function fitKind(text: string, said: readonly string[], head: Head): UsualKind {
  const behind = said.slice(head.named);
  const audience = said.slice(head.named, head.end);
  const booked = bookedIn(said, head);
  const replaced = booked ?? withWhom(text, audience);
  const own = said.slice(head.from, head.named).map((word) => singular(word));
  const called = (head.kind ?? '').split(' ').map((word) => singular(word));
  const before = own.filter((word) => !called.includes(word) && USUAL_THINGS.has(word));
  const named = new Set([...before, ...behind.map((word) => singular(word))]);
  const fitted = thingsIn(replaced).reduce((now, thing) => {
    const other = named.has(thing)
      ? undefined
      : SAME.find((same) => same.includes(thing))?.find((each) => named.has(each));
    if (other === undefined || thingsIn(now).includes(other)) return now;
    return now
      .replace(new RegExp(`\\b${many(thing)}\\b`, 'gi'), many(other))
      .replace(new RegExp(`\\b(an? )?${thing}\\b`, 'gi'), (_all, article: string | undefined) =>
        article === undefined ? other : `${article[0]}${/^[aeio]/.test(other) ? 'n' : ''} ${other}`,
      );
  }, replaced);
  const isOfWhat = booked !== null || /^\w+ (booking|rental)$/.test(head.kind ?? '');
  return { text: fitted, things: thingsIn(fitted), isOfWhat };
}

/**
 * What of it is kept beside what the prompt lists. Who lists several things that such software keeps, and nothing else, wants
 * those, and what ties them; who lists three others wants none of it.
 */
export function droppedOf(
  kind: UsualKind,
  called: string,
  listed: readonly string[],
  isMore: boolean,
): string[] {
  const others = listed.filter((thing) => !kind.things.includes(thing));
  const same = listed.filter((thing) => kind.things.includes(thing));
  const rest = kind.things.filter((thing) => !listed.includes(thing));
  if (others.length >= 3 && same.length === 0)
    return rest.filter((thing) => !isNamedIn(thing, called));
  if (isMore || others.length > 0 || same.length < 2) return [];
  return rest.filter((thing) => !isNamedIn(thing, called) && !isBetween(kind.text, thing, same));
}

/** The expenses of an expense tracker, the time entries of time tracking. */
export const isNamedIn = (thing: string, called: string): boolean =>
  !isSomebody(thing) &&
  called
    .split(' ')
    .some((word) => thing.split(' ').includes(word) || thing.split(' ').includes(singular(word)));

/** It belongs to two of them, or two of them to it. */
function isBetween(text: string, thing: string, named: readonly string[]): boolean {
  const ownersOf = (what: string) =>
    [
      ...text.matchAll(new RegExp(`\\ban? ${what} (?:optionally )?belongs to ([^.]+)\\.`, 'gi')),
    ].map(([, owners = '']) => owners);
  const holds = named.filter((each) => ownersOf(each).some((said) => hasWord(said, thing)));
  const held = named.filter((each) => ownersOf(thing).some((said) => hasWord(said, each)));
  // Whoever takes part stays with the list of who did.
  return holds.length >= 2 || held.length >= 2 || (holds.length === 1 && isSomebody(thing));
}

const hasWord = (text: string, word: string) => new RegExp(`\\b${word}\\b`, 'i').test(text);
