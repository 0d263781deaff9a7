import type { Token } from '../text/tokens.ts';
import { inSingular, one } from './noun-phrase.ts';

/** Some words of the prompt and what they say in sentences that the reader of descriptions knows; none: not understood. */
export type Piece = { from: number; to: number; sentences: string[]; isDeed: boolean };

/** What the words up to here have told. */
export type Sketch = {
  tokens: readonly Token[];
  said: readonly string[];
  /** In sentences: what software of that kind keeps. */
  kind: string | null;
  pieces: Piece[];
  /** In the order in which they are named, in the singular. */
  things: string[];
  /** What values belong to that stand in a list. */
  core: string | null;
  /** What "it" and "them" stand for. */
  last: string | null;
  /** What the app is named after and keeps: the coins of a coin collection. */
  title: string | null;
  /** What is kept of the last deed. */
  record: string | null;
  /** Who did the last one. */
  subject: string | null;
};

/** What a reader of some words found; null where they are nothing that it knows. */
export type Found = { end: number; sentences: string[]; isDeed?: boolean } | null;

export function name(sketch: Sketch, thing: string): void {
  if (!sketch.things.includes(thing)) sketch.things.push(thing);
}

/** "A loan belongs to a member and a book." */
export function belongs(what: string, owners: readonly (string | null)[]): string[] {
  const named = [...new Set(owners)].filter((owner) => owner !== null && owner !== what);
  return named.map((owner) => `${upper(one(what))} belongs to ${one(owner ?? '')}.`);
}

/** "max 12 per class", "broken items": the thing that is kept already by the last word of its name, or without a quality before it. */
export function asKept({ things, kind }: Sketch, thing: string): string {
  const known = [...things, ...(kind === null ? [] : thingsIn(kind))];
  if (known.includes(thing)) return thing;
  const [quality = '', ...rest] = thing.split(' ');
  const head = rest.join(' ');
  if (kind !== null && QUALITY.test(quality) && known.includes(head)) return head;
  const longer = known.filter((each) => each.endsWith(` ${thing}`));
  return longer.length === 1 ? (longer[0] ?? thing) : thing;
}

const QUALITY =
  /([a-z]{2}(ed|en)|used|old|free|open|local|available|spare|leftover|favourite|favorite)$/;

/** Of the first sentence: "clients, projects and time entries". */
export function thingsIn(text: string): string[] {
  const [first = ''] = text.split('. ');
  return first
    .replace(/\.$/, '')
    .split(/, | and /)
    .map(inSingular);
}

export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
