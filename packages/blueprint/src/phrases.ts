import type { Phrase } from '@quantumlayer/contracts';
import { STRONG_BELONG } from './lexicon/predicates.ts';
import { FUNCTION_WORDS } from './lexicon/words.ts';
import type { Draft, Mark } from './model/draft.ts';
import type { Token } from './text/tokens.ts';

/** Cuts the prompt into phrases so that every word is inside one, each with what it became. */
export function cutPhrases(
  prompt: string,
  tokens: readonly Token[],
  draft: Draft,
): { phrases: Phrase[]; notUnderstood: string[] } {
  const owners = tokens.map((token) => ownerOf(token, draft.marks));
  fillGaps(tokens, owners);
  const phrases: Phrase[] = [];
  const notUnderstood: string[] = [];
  let from = 0;
  for (let index = 1; index <= tokens.length; index += 1) {
    if (index < tokens.length && sameRun(tokens, owners, index)) continue;
    const first = tokens[from];
    const last = tokens[index - 1];
    if (first && last) {
      const text = prompt.slice(first.start, last.end);
      const owner = owners[from];
      const became = owner ? meaningsOf(owner, draft.marks) : [];
      phrases.push({ text, start: first.start, end: last.end, became });
      if (became.length === 0) notUnderstood.push(explain(text, first.start, last.end, draft));
    }
    from = index;
  }
  return { phrases, notUnderstood };
}

/** The smallest mark around a token. */
function ownerOf(token: Token, marks: readonly Mark[]): Mark | null {
  let best: Mark | null = null;
  for (const mark of marks) {
    if (mark.start > token.start || mark.end < token.end) continue;
    if (best === null || mark.end - mark.start < best.end - best.start) best = mark;
  }
  return best;
}

/** Small words and punctuation between phrases join the one before (or after, at the start). */
function fillGaps(tokens: readonly Token[], owners: (Mark | null)[]): void {
  let index = 0;
  while (index < tokens.length) {
    if (owners[index] !== null) {
      index += 1;
      continue;
    }
    let end = index;
    while (end < tokens.length && owners[end] === null) end += 1;
    const gap = tokens.slice(index, end);
    const isSmall = gap.every((token) =>
      token.kind === 'symbol'
        ? !/\p{Extended_Pictographic}/u.test(token.text)
        : FUNCTION_WORDS.has(token.lower) || STRONG_BELONG.has(token.lower),
    );
    const owner = owners[index - 1] ?? owners[end] ?? null;
    if (isSmall && owner !== null) owners.fill(owner, index, end);
    index = end;
  }
}

function sameRun(
  tokens: readonly Token[],
  owners: readonly (Mark | null)[],
  index: number,
): boolean {
  if (owners[index] !== owners[index - 1]) return false;
  if (owners[index] !== null) return true;
  const previous = tokens[index - 1];
  return !(previous?.kind === 'symbol' && /^[.;!?]$/.test(previous.text));
}

function meaningsOf(owner: Mark, marks: readonly Mark[]): Phrase['became'] {
  const same = marks.filter((mark) => mark.start === owner.start && mark.end === owner.end);
  const seen = new Set<string>();
  return same
    .filter(({ path }) => !seen.has(path) && seen.add(path))
    .slice(0, 20)
    .map(({ path, meaning }) => ({ path, meaning }));
}

function explain(text: string, start: number, end: number, draft: Draft): string {
  const miss = draft.misses.find((each) => each.start < end && each.end > start);
  return miss === undefined ? text : `${text} (${miss.reason})`;
}
