type Part = { lower: string; text: string; possessive: boolean };

const CONTRACTIONS =
  /^(it|that|there|who|what|where|which|he|she|they|there|these)['’](s|re|ve|ll)$/i;
const SPOKEN = /^(i|we|you|they)['’](ve|d|m|re|ll)$/i;
const CONTRACTED_VERBS: Record<string, string> = {
  s: 'is',
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: 'would',
  m: 'am',
};

/** "that's unique", "there're classes": two words, of which each spans the whole. */
export function splitContraction(piece: string, before: string, after: string): Part[] | null {
  const [, first, second] =
    CONTRACTIONS.exec(piece) ?? SPOKEN.exec(piece) ?? bareContraction(piece, before, after);
  if (first === undefined || second === undefined) return null;
  const verb = CONTRACTED_VERBS[second.toLowerCase()] ?? second;
  return [first.toLowerCase(), verb].map((lower) => ({ lower, text: lower, possessive: false }));
}

/** Written without the apostrophe, where no other word is spelt so. */
const BARE = /^(?:(there|that|what|she)(s)|(they|you)(re|ve)|(we|i)(ve)|(i)(m))$/i;
const BEFORE_CLAUSE = /^(whether|if|when|because|once|until|while|unless|since|date|day|time)$/;

/** "while its status is paid": the status of it. */
const OWNED = /^\s+[a-z]+(\s+[a-z]+)?\s+(is|are|was|were|has|have|goes|becomes|can|may|must)\b/i;

/** "theres a list", "whats wrong", "whether its back". */
function bareContraction(piece: string, before: string, after: string): string[] {
  if (piece === piece.toUpperCase()) return [];
  if (/^its$/i.test(piece) && BEFORE_CLAUSE.test(before) && !OWNED.test(after))
    return [piece, 'it', 's'];
  const [whole = '', ...parts] = BARE.exec(piece) ?? [];
  return [whole, ...parts.filter((part) => part !== undefined)];
}
