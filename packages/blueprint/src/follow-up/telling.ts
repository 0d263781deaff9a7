import { accept, acceptAny, type Cursor, peek } from '../grammar/cursor.ts';
import { phrases, words } from '../lexicon/words.ts';

/** Verbs that tell something of what stands before them. */
const TELLING = words(`
  is are be has have must can may should will cannot can't needs need belongs belong defaults default becomes become gets
  get goes go contains contain consists isn't aren't doesn't don't shouldn't mustn't needn't was were starts start begins begin
`);

/** True where a verb stands that tells something of the subject before it. */
export function isTelling(cursor: Cursor): boolean {
  const probe = { ...cursor };
  while (acceptAny(probe, ['also', 'now', 'no longer', 'only', 'always', 'never']) !== null);
  return TELLING.has(peek(probe)) || accept(probe, 'does not') || accept(probe, 'do not');
}

const TAILS = phrases(`
  everywhere | throughout | across the app | in the whole app | in the app | from now on | these days | nowadays | going forward | henceforth | any more | any longer | for now | as well | instead | anymore | now | too | again | please | thanks | thank you | though | ok
`);

/** Where the words end that mean something: "optional now", "no longer needed please". */
export function withoutTail(cursor: Cursor): Cursor {
  let { end } = cursor;
  for (let isCut = true; isCut; ) {
    isCut = false;
    for (const phrase of TAILS) {
      const at = end - phrase.split(' ').length;
      if (at <= cursor.at || !accept({ ...cursor, at, end }, phrase)) continue;
      end = at;
      isCut = true;
    }
    while (end > cursor.at && [',', '.', '!', ';'].includes(cursor.tokens[end - 1]?.text ?? '')) {
      end -= 1;
      isCut = true;
    }
  }
  return { ...cursor, end };
}

const POLITE = phrases(`
  could you please | can you please | would you please | could you | can you | would you | i would like you to | i want you to |
  i would like to | we would like to | i want to | we want to | i would like | we would like | i need to | we need to | we should | we have to | we must | i must | let us | let's |
  we need to | we also want to | we also need to | i also want to | i also need to | you should | please | also | now | then | so | just | and | but | next | finally | ok | okay | additionally | furthermore | moreover | ,
`);

export function skipPoliteness(cursor: Cursor): void {
  while (acceptAny(cursor, POLITE) !== null);
}
