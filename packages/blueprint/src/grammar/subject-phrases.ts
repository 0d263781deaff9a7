import { PERSON_ROLES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { type Cursor, cursorOf, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Predicate } from './predicate.ts';
import type { Noun } from './statements.ts';

const LINKS = words('of for by between in at on from to along within inside under during');
const FURTHER_LINKS = words('of for by in at on from to with and into');
const COUNTED = words('a an one each exactly every');

export type LinkedSubject = { from: number; noun: Noun; owners: Noun[] };

/** "An enrolment of a student in a course has": the first noun is the subject and belongs to the others. */
export function readLinkedSubject(
  tokens: readonly Token[],
  predicate: Predicate,
  floor: number,
): LinkedSubject | null {
  if (predicate.kind !== 'has') return null;
  for (let from = floor; from < predicate.from - 3; from += 1) {
    const before = tokens[from - 1]?.lower ?? '';
    if (from > 0 && ![',', ';', ':', 'and', '.', 'where'].includes(before)) continue;
    if (from > 0 && from === floor) continue;
    const linked = readLinked(cursorOf(tokens, from, predicate.from));
    if (linked !== null) return { from, ...linked };
  }
  return null;
}

function readLinked(cursor: Cursor): Omit<LinkedSubject, 'from'> | null {
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const noun = readNoun(cursor);
  const head = noun?.words.at(-1) ?? '';
  if (noun === null || isValueWord(head) || PERSON_ROLES.has(head)) return null;
  const owners: Noun[] = [];
  while (cursor.at < cursor.end && peek(cursor) !== ',') {
    const links = owners.length === 0 ? LINKS : FURTHER_LINKS;
    if (!links.has(peek(cursor)) || !COUNTED.has(peek(cursor, 1))) return null;
    cursor.at += 2;
    const owner = readNoun(cursor);
    if (owner === null || isValueWord(owner.words.at(-1) ?? '')) return null;
    owners.push(owner);
  }
  return owners.length > 0 && cursor.at >= cursor.end - 1 ? { noun, owners } : null;
}
