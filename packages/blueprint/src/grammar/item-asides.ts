import { PERIODS } from '../lexicon/periods.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { accept, type Cursor, isDone, isOpener, peek, tokenAt } from './cursor.ts';
import { isAdverbWord } from './noun.ts';
import type { Item } from './statements.ts';

/** "the station where it was found": which one is meant says nothing about what is kept. */
export function skipPlace(cursor: Cursor): boolean {
  const subject = peek(cursor) === 'where' ? peek(cursor, 1) : peek(cursor);
  if (!/^(it|they|he|she)$/.test(subject)) return false;
  while (!isDone(cursor) && ![',', 'and', ';', ')'].includes(peek(cursor))) cursor.at += 1;
  return true;
}

/** "the parts that were used, with the quantity", "one album at most": nothing more than that there are some. */
export function skipUsed(cursor: Cursor, { quantity, qualities }: Item): boolean {
  if (quantity === 'one' && accept(cursor, 'at most')) {
    qualities.optional = true;
    return true;
  }
  if (skipDoing(cursor)) return true;
  const isUsed =
    /^(that|which) (are|were|is|was|get|have been) (used|needed|taken|done|installed|ordered|served|sold|found|played|shown|performed|sung|involved|required)$/;
  const said = [0, 1, 2].map((ahead) => peek(cursor, ahead)).join(' ');
  if (!isUsed.test(said) || !/^(|,|with|and|\(|:)$/.test(peek(cursor, 3))) return false;
  cursor.at += 3;
  return true;
}

/** "a parent who pays, with a phone": what somebody does says which one is meant. */
function skipDoing(cursor: Cursor): boolean {
  const verb = peek(cursor, 1);
  const isClause =
    peek(cursor) === 'who' && /^[a-z]{3,}s$/.test(verb) && !/^(has|is|was)$/.test(verb);
  if (!isClause || !/^(|,|with|\()$/.test(peek(cursor, 2))) return false;
  cursor.at += 2;
  return true;
}

/** "goes to an owner monthly, with a total": when it is done is not kept, what follows is. */
export function skipAdverb(cursor: Cursor): boolean {
  const isSkipped =
    isAdverbWord(peek(cursor)) && ['', ',', ';', '.', ')'].includes(peek(cursor, 1));
  if (isSkipped) cursor.at += 1;
  return isSkipped;
}

/** "once they have finished, a finish time": what is known later may be missing before. */
export function skipCondition(cursor: Cursor): boolean {
  if (!['once', 'if', 'after'].includes(peek(cursor))) return false;
  for (let ahead = 2; ahead < 14; ahead += 1) {
    if (isOpener(peek(cursor, ahead))) return false;
    if (peek(cursor, ahead) !== ',' || tokenAt(cursor, ahead + 1) === undefined) continue;
    cursor.at += ahead + 1;
    return true;
  }
  return false;
}

/** "at least one inspection per year": how often is no part of the name. */
export function dropPeriod({ noun, quantity }: Item): void {
  if (quantity === null) return;
  const per = noun.words.indexOf('per');
  const isPeriod = per > 0 && PERIODS.has(noun.words.at(-1) ?? '');
  if (isPeriod && !isValueWord(noun.words[per - 1] ?? '')) noun.words = noun.words.slice(0, per);
}
