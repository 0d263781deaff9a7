import { PERSON_ROLES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Item, Noun } from './statements.ts';

/** What each thing has one of, though people name it in the plural: "tasks, due dates and priorities". */
const CARRIED = words(
  'date time deadline priority status price cost quantity amount severity duration progress rate level count total points',
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

function isCarriedWord({ words }: Noun): boolean {
  const head = words.at(-1) ?? '';
  return CARRIED.has(head) || CARRIED.has(singular(head));
}

/** True of a plural that is no value of anything, and of which nothing is said. */
export function isThing({ noun, refersTo, qualities }: Item): boolean {
  const isPlain = refersTo === null && Object.keys(qualities).length === 0;
  return noun.plural && isPlain && !isCarriedWord(noun);
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
  return noun.plural && isNamed && isCarriedWord(noun);
}

/** Plurals that may be one value of something else, and are things where nothing but things is listed. */
const THINGS = words(
  'notes guests participants attendees passengers meters goals votes likes followers seats slots places threads results',
);

function isBare({ children, quantity, determiner, noun }: Item): boolean {
  return (
    children.length === 0 && quantity === null && determiner === null && noun.words.length === 1
  );
}

function counted(item: Item): Item {
  return { ...item, quantity: 'many' };
}

function one({ noun }: Item): Item['noun'] {
  const head = noun.words.at(-1) ?? '';
  const name = CARRIED.has(head) ? head : singular(head);
  return { ...noun, words: [...noun.words.slice(0, -1), name], plural: false };
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
    else if (owner !== undefined && isThing(owner) && isCarried(item))
      owner.children.push({ ...item, noun: one(item) });
    else kept.push(things > 2 && isBare(item) && THINGS.has(head) ? counted(item) : item);
  }
  return kept;
}
