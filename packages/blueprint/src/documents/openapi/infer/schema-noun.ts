import { singular, wordsOf } from '../words.ts';

/** Affixes of names of schemas that say how a record is sent, not what it is. */
const AFFIXES =
  /^(new|create|creation|created|update|updated|patch|input|request|req|response|resp|body|dto|list|page|paged|paginated|collection|details?|summary|base|in|out|read|write|payload|schema|model|result|envelope|item|full|short|public|private|add|edit|post|put|get|data|object|entity|resource|form|params?|info)$/;

export function schemaNoun(name: string | null): string[] {
  const words = wordsOf(name ?? '').filter((word) => !AFFIXES.test(word));
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
}
