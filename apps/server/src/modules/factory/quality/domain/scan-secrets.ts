import type { GeneratedFile } from '@quantumlayer/contracts';
import { entropyOf, looksLikePlaceholder, secretPatterns } from './secret-patterns.ts';

/** Where a credential stands. The credential itself is never repeated, only enough to find it. */
export type SecretFinding = { path: string; line: number; kind: string; preview: string };

/** Samples and lock files hold values that only look like credentials. */
const isSample = (path: string) => /(^|\/)\.?env\.(example|sample|template)$|\.example$/.test(path);

/** All matches of a line count: a placeholder may stand before a real credential. */
const everyMatch = secretPatterns.map((one) => ({
  ...one,
  pattern: new RegExp(one.pattern, `${one.pattern.flags}g`),
}));

export function scanSecrets(files: readonly GeneratedFile[]): SecretFinding[] {
  return files.flatMap(({ path, content }) =>
    content.split('\n').flatMap((text, index) => {
      const found = scanLine(path, text);
      return found === null ? [] : [{ path, line: index + 1, ...found }];
    }),
  );
}

function scanLine(path: string, line: string): { kind: string; preview: string } | null {
  for (const { kind, pattern, entropy, guessed } of everyMatch) {
    for (const match of line.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      if (entropyOf(value) < entropy) continue;
      if ((guessed || isSample(path)) && looksLikePlaceholder(value)) continue;
      return { kind, preview: `${value.slice(0, 4)}… (${value.length} characters)` };
    }
  }
  return null;
}
