import { isValueWord } from '../lexicon/value-nouns.ts';
import { singular } from '../text/nouns.ts';
import type { Item } from './statements.ts';

/** "a size (small, medium, large) with prices": what is told of a value stands beside it, as a value of the same thing. */
export function besideValues(item: Item): Item[] {
  const { qualities, children } = item;
  const heads = children.map(headOf);
  const isTold = qualities.values !== undefined && children.length > 0;
  if (!isTold || !heads.every(isValueWord)) return [item];
  return [{ ...item, children: [] }, ...children.map((child) => withOneName(child, item))];
}

/** The noun of "price per night". */
function headOf({ noun: { words } }: Item): string {
  const per = words.indexOf('per');
  return singular(words.at(per > 0 ? per - 1 : -1) ?? '');
}

/** "with different prices": each has one. */
function withOneName(child: Item, { noun }: Item): Item {
  const words = child.noun.words.filter((word) => !/^(different|own|various)$/.test(word));
  const isPer = words.includes('per');
  const name = isPer ? words : [...words.slice(0, -1), singular(words.at(-1) ?? '')];
  return {
    ...child,
    noun: { ...child.noun, words: name, plural: false },
    quantity: null,
    toldOf: noun,
  };
}
