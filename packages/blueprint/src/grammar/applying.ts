import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

const ARTICLE = /^(an?|their|his|her|the)$/;

/**
 * "Candidates apply for jobs with a cover letter", "babysitters apply": they submit applications. "Coupons apply to orders" is
 * none: nothing is told of it.
 */
export function withApplications(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const isDone = /^(apply|applies)$/.test(token.lower) && isPlural(tokens[at - 1]?.lower ?? '');
    if (!isDone) return [token];
    const rest = tokens.slice(at + 1);
    const end = rest.findIndex(({ text }) => /^[,;.:(]$/.test(text));
    const clause = end < 0 ? rest : rest.slice(0, end);
    if (clause.length > 0 && !hasValues(clause)) return [token];
    return [like(token, 'submit'), like(token, 'applications')];
  });
}

/** "with a cover letter", "for them with a CV". */
function hasValues(clause: readonly Token[]): boolean {
  const link = clause.findIndex(({ lower }) => lower === 'with');
  const [first] = clause;
  const isOpening = link === 0 || (/^(for|to)$/.test(first?.lower ?? '') && link > 0 && link < 5);
  return isOpening && ARTICLE.test(clause[link + 1]?.lower ?? '');
}
