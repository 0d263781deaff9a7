import { isActorWord } from '../lexicon/people.ts';
import { ABOUT_NOUNS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { singular } from '../text/nouns.ts';
import type { Cursor } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Noun } from './statements.ts';

/** The verb of a deed; who enters or records what is kept writes it. The cursor stands before what it is done to. */
export function verbOfDeed(verb: string, cursor: Cursor, subjects: readonly Noun[]): string {
  if (verb === 'enter') return isRecordNext(cursor) ? 'write' : verb;
  const [subject, second] = subjects;
  const isByPeople = subject?.plural === true && second === undefined && isActor(subject);
  return /^(record|capture|store)$/.test(verb) && isByPeople ? 'write' : verb;
}

function isActor({ words }: Noun): boolean {
  return isActorWord(singular(words.at(-1) ?? ''));
}

/** "Teachers enter grades": to write them down; "runners enter races" is another deed. */
function isRecordNext(cursor: Cursor): boolean {
  const head = readNoun({ ...cursor })?.words.at(-1) ?? '';
  return isValueWord(singular(head)) || isValueWord(head) || ABOUT_NOUNS.has(singular(head));
}
