import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

/**
 * "belongs optionally to a group": optionally belongs to it; "belongs to a sale and optionally to a customer": to an
 * optional customer, and the sale must be there.
 */
export function withOptionalPartners(tokens: readonly Token[]): readonly Token[] {
  const verb = tokens.findIndex(({ lower }) => /^belongs?$/.test(lower));
  const [belongs, adverb] = tokens.slice(verb, verb + 2);
  if (verb < 0 || belongs === undefined) return tokens;
  if (adverb?.lower === 'optionally')
    return [...tokens.slice(0, verb), adverb, belongs, ...tokens.slice(verb + 2)];
  const said = [...tokens];
  for (let at = said.length - 1; at > verb + 1; at -= 1) {
    const [before, token] = said.slice(at - 1, at + 1);
    if (token?.lower !== 'optionally' || !/^(and|,)$/.test(before?.lower ?? '')) continue;
    const article = at + (said[at + 1]?.lower === 'to' ? 2 : 1);
    if (/^(a|an|one|the|its)$/.test(said[article]?.lower ?? ''))
      said.splice(at, article - at + 1, like(token, 'an'), like(token, 'optional'));
  }
  return said;
}
