import { words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';

/** Words for a mass of things; what follows one after a colon only says what it is made of. */
const MASSES = words(
  'equipment gear stuff furniture hardware media merchandise supplies machinery material materials assets belongings everything',
);
const ENDS = ['and so on', 'and so forth', 'and the like', 'and such', 'etc', 'and more'];

/** Where the examples in "our equipment: laptops, monitors and so on" begin; null when there are none. */
export function findExamples(tokens: readonly Token[]): number | null {
  const colon = tokens.findIndex((token) => token.text === ':');
  const mass = tokens[colon - 1]?.lower ?? '';
  const tail = tokens
    .slice(-4)
    .map((token) => token.lower)
    .filter((word) => word !== '.')
    .join(' ');
  const isOpen = ENDS.some((end) => tail.endsWith(end));
  return colon > 0 && MASSES.has(mass) && isOpen ? colon + 1 : null;
}
