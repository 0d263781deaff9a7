import { TRACK_VERBS } from '../lexicon/predicates.ts';
import { isPlural } from '../text/nouns.ts';
import { createTagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { readClauses } from './clauses.ts';
import { acceptAny, cursorOf, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { textOf } from './sentences.ts';
import type { Statement } from './statements.ts';

/** "Customer: name, email" and "Customer - name, email" outside any heading. */
export function readLabelled(
  tokens: readonly Token[],
  context: SegmentContext,
): Statement[] | null {
  const colon = tokens.findIndex((token) => [':', '-', '–', '—', '='].includes(token.text));
  const first = tokens[0];
  if (
    colon < 1 ||
    colon > 5 ||
    first === undefined ||
    tokens.slice(0, colon).some((token) => token.kind === 'symbol')
  )
    return null;
  const cursor = cursorOf(tokens, 0, colon);
  const isVerb =
    TRACK_VERBS.has(first.lower) && colon > 1 && isPlural(tokens[colon - 1]?.lower ?? '');
  if (isVerb) cursor.at += 1;
  acceptAny(cursor, ['each', 'every', 'a', 'an', 'the', 'our', 'my', 'all']);
  const noun = readNoun(cursor);
  if (noun === null || !isDone(cursor)) return null;
  const rest = tokens.slice(colon + 1);
  if (rest.length === 0) return null;
  const text = textOf(rest, context.prompt);
  const clauses = readClauses({
    tokens: rest,
    tagger: createTagger(text, rest[0]?.start ?? 0, context.budget),
    context: noun,
    previous: [noun],
  });
  if (
    clauses !== null &&
    clauses.length > 0 &&
    clauses.some((clause) => clause.kind !== 'constraint')
  )
    return clauses;
  const items = readItems(cursorOf(rest));
  return items.length === 0
    ? null
    : [
        {
          kind: 'has',
          subjects: [noun],
          items,
          optional: false,
          start: first.start,
          end: items.at(-1)?.end ?? noun.end,
        },
      ];
}

/** `email: string, unique` below an entity's heading. */
export function isFieldLine(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex((token) => [':', '-', '–', '—', '('].includes(token.text));
  return colon > 0 && colon <= 4;
}
