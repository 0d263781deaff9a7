import { PERSON_ROLES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Item } from './statements.ts';

/** What each thing has one of, though people name it in the plural: "tasks, due dates and priorities". */
const CARRIED = words(
  'date deadline priority status price quantity amount severity duration progress rate level count total',
);

/** "tasks, due dates and priorities", "items and quantities": the values of the thing that was named before them. */
export function carryValues(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const owner = kept.at(-1);
    if (owner !== undefined && isThing(owner) && isCarried(item))
      owner.children.push({ ...item, noun: one(item), end: item.end });
    else kept.push(item);
  }
  return kept;
}

function isThing({ noun, refersTo, qualities }: Item): boolean {
  const isPlain = refersTo === null && Object.keys(qualities).length === 0;
  return noun.plural && isPlain && !CARRIED.has(singular(noun.words.at(-1) ?? ''));
}

/** True of a plural that names one value of each thing, whatever stands before it. */
export function isCarried({
  noun,
  children,
  belongsTo,
  quantity,
  determiner,
  refersTo,
}: Item): boolean {
  const isBare = children.length === 0 && belongsTo.length === 0 && refersTo === null;
  const isNamed = isBare && quantity === null && determiner === null;
  return noun.plural && isNamed && CARRIED.has(singular(noun.words.at(-1) ?? ''));
}

function one({ noun }: Item): Item['noun'] {
  const head = noun.words.at(-1) ?? '';
  return { ...noun, words: [...noun.words.slice(0, -1), singular(head)], plural: false };
}

/** "issues, severity and assignee, comments": in a list of things a single value is that of the thing before it. */
export function carryNamed(items: readonly Item[]): Item[] {
  const things = items.filter(({ noun }) => noun.plural).length;
  const kept: Item[] = [];
  for (const item of items) {
    const owner = kept.at(-1);
    const isNamed = !item.noun.plural && item.determiner === null && item.belongsTo.length === 0;
    const head = item.noun.words.at(-1) ?? '';
    const isValue = isValueWord(head) || PERSON_ROLES.has(head);
    if (things > 1 && owner !== undefined && isThing(owner) && isNamed && isValue)
      owner.children.push(item);
    else kept.push(item);
  }
  return kept;
}
