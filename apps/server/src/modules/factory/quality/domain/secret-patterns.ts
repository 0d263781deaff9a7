/** A kind of credential and the text it is known by. */
export type SecretPattern = {
  readonly kind: string;
  readonly pattern: RegExp;
  /** Bits per character that the first group (or all of it) must have at least. */
  readonly entropy: number;
  /** A kind that only a name gives away, so that placeholders are common. */
  readonly guessed?: boolean;
};

/** Formats as their issuers document them; the guessed ones come last. */
export const secretPatterns: readonly SecretPattern[] = [
  { kind: 'private key', pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/, entropy: 0 },
  { kind: 'AWS access key', pattern: /\b((?:AKIA|ASIA)[A-Z2-7]{16})\b/, entropy: 3 },
  { kind: 'GitHub token', pattern: /\b(gh[pousr]_[A-Za-z0-9]{36,})\b/, entropy: 3 },
  { kind: 'GitHub token', pattern: /\b(github_pat_[A-Za-z0-9_]{60,})\b/, entropy: 3 },
  { kind: 'GitLab token', pattern: /\b(glpat-[\w-]{20,})/, entropy: 3 },
  { kind: 'npm token', pattern: /\b(npm_[A-Za-z0-9]{36})\b/, entropy: 3 },
  { kind: 'Slack token', pattern: /\b(xox[abeoprs]-[\w-]{20,})/, entropy: 3 },
  {
    kind: 'Slack webhook',
    pattern: /hooks\.slack\.com\/services\/(T\w+\/B\w+\/\w{20,})/,
    entropy: 3,
  },
  { kind: 'Stripe key', pattern: /\b((?:sk|rk)_live_[A-Za-z0-9]{20,})\b/, entropy: 3 },
  { kind: 'Google API key', pattern: /\b(AIza[\w-]{35})/, entropy: 3 },
  { kind: 'Anthropic key', pattern: /\b(sk-ant-[\w-]{24,})/, entropy: 3 },
  { kind: 'OpenAI key', pattern: /\b(sk-(?:proj-)?[A-Za-z0-9_-]{32,})/, entropy: 3.5 },
  { kind: 'SendGrid key', pattern: /\b(SG\.[\w-]{22}\.[\w-]{43})/, entropy: 3 },
  { kind: 'JSON Web Token', pattern: /\b(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,})/, entropy: 3 },
  {
    kind: 'password in a URL',
    // A password for this very machine is that of a throw-away database.
    pattern:
      /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@'"`${}]+:([^\s:/@'"`${}]{6,})@(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?#\s'"`]|$))[^\s'"`]+/i,
    entropy: 2.5,
    guessed: true,
  },
  {
    kind: 'assigned secret',
    pattern:
      /(?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|private[_-]?key|credentials?)["']?\s*[:=]\s*["'`]([^\s"'`]{12,})["'`]/i,
    entropy: 3.3,
    guessed: true,
  },
  {
    kind: 'assigned secret',
    pattern:
      /^\s*(?:export\s+)?[A-Z0-9_]*(?:PASSWORD|SECRET|TOKEN|API_?KEY)[A-Z0-9_]*=([^\s"'$]{12,})\s*$/,
    entropy: 3.3,
    guessed: true,
  },
];

const PLACEHOLDER =
  /^(password|secret|postgres)$|change.?me|your[_-]|example|placeholder|dummy|sample|redacted|xxxx|\*{3,}|<[^>]+>|\$\{|\{\{|process\.env|not-?a-?(real-?)?secret/i;

export function looksLikePlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

/** Shannon entropy in bits per character: words have about 3, random base64 more than 4. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...text].length;
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / length) * Math.log2(count / length),
    0,
  );
}
