import type { Token } from '../text/tokens.ts';
import { readImperative } from './deed-parts.ts';
import { readDefinedByParties } from './defined-by-parties.ts';
import { readEnough } from './enough-values.ts';
import { readForEach, readSameness, readTogether } from './for-each.ts';
import { readJointRecord } from './joint-records.ts';
import { readKeptAs } from './kept-as.ts';
import { readKindsWithValues } from './kinds-with-values.ts';
import { readMaking } from './making.ts';
import { readMarking } from './marking.ts';
import { readLabelledDeed, readNamedDeed } from './named-deeds.ts';
import { readPlacedPlurals } from './placed-plurals.ts';
import { mayBeNotation, readNotation } from './relation-notation.ts';
import type { SegmentContext } from './segment-context.ts';
import type { Noun, Statement } from './statements.ts';
import { readTimeLog } from './time-log.ts';
import { readWhichWhich } from './which-which.ts';

/** Sentences whose form as a whole says what they tell: a notation, a record of two things, a deed that is named. */
export function readWholeForm(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
): Statement[] | null {
  const notation = mayBeNotation(tokens) ? readNotation(tokens) : null;
  if (notation !== null) return notation;
  const forEach = () =>
    readTogether(tokens) ?? readSameness(tokens) ?? readForEach(tokens) ?? readKeptAs(tokens);
  if (heading !== null) return forEach();
  return (
    readEnough(tokens) ??
    readWhichWhich(tokens, context) ??
    readJointRecord(tokens, context) ??
    readNamedDeed(tokens, context) ??
    readLabelledDeed(tokens, context) ??
    readMarking(tokens) ??
    readKindsWithValues(tokens) ??
    readTimeLog(tokens) ??
    readMaking(tokens, context) ??
    forEach() ??
    readPlacedPlurals(tokens) ??
    readDefinedByParties(tokens, context) ??
    readImperative(tokens)
  );
}
