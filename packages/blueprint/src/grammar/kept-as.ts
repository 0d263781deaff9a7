import type { Token } from '../text/tokens.ts';
import { cursorOf, endOffset } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { Statement } from './statements.ts';

const KEPT = /^(recorded|kept|stored|saved|noted|logged|tracked|registered|documented|modelled)$/;

/** "Time spent is recorded as entries: the lawyer, the day": the entries are the things, whatever they are made of. */
export function readKeptAs(tokens: readonly Token[]): Statement[] | null {
  const as = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'as' &&
      KEPT.test(tokens[index - 1]?.lower ?? '') &&
      /^(is|are)$/.test(tokens[index - 2]?.lower ?? ''),
  );
  const cursor = cursorOf(tokens, as + 1);
  const thing = as > 0 ? readNoun(cursor) : null;
  const [first] = tokens;
  if (first === undefined || thing?.plural !== true) return null;
  if (!/^(:|with)$/.test(tokens[cursor.at]?.lower ?? '')) return null;
  cursor.at += 1;
  const items = readItems(cursor);
  if (items.length === 0) return null;
  const span = { start: first.start, end: endOffset(cursor) };
  return [{ kind: 'has', subjects: [thing], items, optional: false, ...span }];
}
