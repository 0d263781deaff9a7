import type { Token } from './tokens.ts';

/** "A member has:", "Each order consists of the following fields:": whose the lines below are; null where no one thing is named. */
export function ownerOfList(tokens: readonly Token[]): Token[] | null {
  const [article] = tokens;
  const verb = tokens.findIndex(
    ({ lower }, at) =>
      at > 1 && at < 5 && /^(has|have|contains?|includes?|needs?|consists?|gets?)$/.test(lower),
  );
  if (!/^(an?|each|every|one)$/.test(article?.lower ?? '') || verb < 0) return null;
  const rest = tokens.slice(verb + 1).filter(({ kind }) => kind === 'word');
  const isOpen = rest.every(({ lower }) =>
    /^(of|the|following|these|those|fields?|values?|columns?|data|properties|attributes|details|information)$/.test(
      lower,
    ),
  );
  return isOpen && tokens.at(-1)?.text === ':' ? tokens.slice(1, verb) : null;
}
