import type { Decisions } from '../decisions.ts';
import { splitSentences, stripStart } from '../grammar/sentences.ts';
import { type Block, toSegments } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import { splitClauses } from './split-clauses.ts';
import type { Clause } from './state.ts';

/** The wishes of a text, one after another, without those that were said not to be meant. */
export function clausesOf(blocks: readonly Block[], decisions: Decisions): Clause[] {
  const sentences = toSegments(blocks).flatMap(({ tokens }) => splitSentences(tokens));
  return sentences.flatMap((tokens, sentence) => {
    const clauses = splitClauses(stripStart(withoutEnd(tokens)));
    return clauses.flatMap((clause): Clause[] => {
      const [first, last] = [clause[0], clause.at(-1)];
      if (first === undefined || last === undefined) return [];
      const label = clause === clauses[0] ? (tokens[0]?.start ?? first.start) : first.start;
      const span = { start: label, end: last.end };
      const isMeant = !decisions.notMeant.some(
        ({ start, end }) => span.start >= start && span.end <= end,
      );
      const isDecided = span.start >= decisions.from;
      return isMeant ? [{ ...span, tokens: clause, sentence, isDecided }] : [];
    });
  });
}

function withoutEnd(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && /^[.;!?,:]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return tokens.slice(0, end);
}
