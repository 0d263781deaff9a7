import type { Decisions } from '../decisions.ts';
import { splitSentences, stripStart } from '../grammar/sentences.ts';
import { type Block, toSegments } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import { labelOf } from './label-of.ts';
import { isQuestion, reword } from './reword.ts';
import { splitClauses } from './split-clauses.ts';
import type { Clause } from './state.ts';
import { withoutFrame, withoutReason } from './wish-frames.ts';

/** The wishes of a text, one after another, without those that were said not to be meant. */
export function clausesOf(blocks: readonly Block[], decisions: Decisions): Clause[] {
  const sentences = toSegments(blocks).flatMap(({ tokens }) => splitSentences(tokens));
  return sentences.flatMap((tokens, sentence) =>
    clausesOfSentence(tokens)
      .filter(({ start, end }) =>
        decisions.notMeant.every((span) => start < span.start || end > span.end),
      )
      .map((clause) => ({ ...clause, sentence, isDecided: clause.start >= decisions.from })),
  );
}

function clausesOfSentence(sentence: readonly Token[]): Omit<Clause, 'sentence' | 'isDecided'>[] {
  const said = withoutFrame(stripStart(withoutEnd(sentence)));
  const { label, from } = labelOf(said);
  const pieces = splitClauses(reword(said.slice(from)));
  return pieces.flatMap((piece, index) => {
    const isLast = index === pieces.length - 1;
    const [first, last] = [
      index === 0 ? sentence[0] : piece[0],
      isLast ? lastOf(sentence) : piece.at(-1),
    ];
    if (first === undefined || last === undefined) return [];
    const tokens = withoutReason(withoutFrame(piece));
    const span = { start: first.start, end: last.end };
    const kept = new Set([...tokens, ...label]);
    return [
      {
        ...span,
        ...{ tokens, label, isBesideOthers: pieces.length > 1 },
        isQuestion: isQuestion(sentence, tokens),
        silent: sentence.filter(
          (token) => token.start >= span.start && token.end <= span.end && !kept.has(token),
        ),
      },
    ];
  });
}

function lastOf(tokens: readonly Token[]): Token | undefined {
  return withoutEnd(tokens).at(-1);
}

function withoutEnd(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && /^[.;!?,:]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return tokens.slice(0, end);
}
