import type { Item, Noun } from '../grammar/statements.ts';
import { APP_WORDS } from '../lexicon/apps.ts';
import { PLURAL_VALUES, TYPE_BY_LAST_WORD } from '../lexicon/fields.ts';
import { GENERIC_ACTORS, MANY_TO_MANY_VERBS, ONE_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { DECIMAL_UNITS, INTEGER_UNITS } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import type { DraftEntity } from './draft.ts';

export function headOf(noun: Noun): string {
  return noun.words.at(-1) ?? '';
}

const APP_ONLY = words(`
  app api system platform backend software thing things stuff data everything something information
  thanks hello hi that thats too others other
`);

export function isEntityNoun(noun: Noun): boolean {
  return !APP_ONLY.has(headOf(noun)) && toEntityName(noun.words) !== null;
}

function isUnit(word: string): boolean {
  return (
    (INTEGER_UNITS.has(word) || DECIMAL_UNITS.has(word)) && !['people', 'characters'].includes(word)
  );
}

const AMOUNT_WORDS = words('max min maximum minimum total expected remaining estimated average');

/** "max travellers", "expected guests": a number of them. */
export function isAmount(noun: Noun): boolean {
  return noun.plural && noun.words.length > 1 && AMOUNT_WORDS.has(noun.words[0] ?? '');
}

/** A plural that stands for things, not for one value. */
export function isThing(noun: Noun): boolean {
  return (
    noun.plural &&
    !PLURAL_VALUES.has(headOf(noun)) &&
    !/^(times|dates|counts|totals)$/.test(headOf(noun)) &&
    !/^(special|next)$/.test(noun.words[0] ?? '') &&
    !isAmount(noun) &&
    !isUnit(headOf(noun)) &&
    !noun.words.includes('of') &&
    !(noun.words.length > 1 && headOf(noun) === 'names') &&
    isEntityNoun(noun) &&
    !['at', 'on'].includes(headOf(noun))
  );
}

/** What is said to have a type, values, a unit or a default is a value, whatever its name. */
function isMeasured({ qualities, quantity }: Item): boolean {
  const { numeric, type, values, unit, min, max } = qualities;
  return (
    numeric === true ||
    type !== undefined ||
    values !== undefined ||
    unit !== undefined ||
    qualities.default !== undefined ||
    (min !== undefined && max !== undefined && quantity === null)
  );
}

export function isSurelyEntity(item: Item): boolean {
  if (item.refersTo !== null || item.limit !== undefined || isMeasured(item)) return false;
  if (item.children.length > 0) return isEntityNoun(item.noun);
  if (item.quantity === 'many')
    return isEntityNoun(item.noun) && (item.noun.plural || !looksLikeValue(item.noun));
  if (item.isExclusive === true) return isEntityNoun(item.noun);
  // "a car has photos": pictures of which nothing more is told are a value of it.
  if (/^(photos|pictures|images)$/.test(headOf(item.noun))) return false;
  return isThing(item.noun) && !looksLikeValue(item.noun);
}

export function looksLikeValue(noun: Noun): boolean {
  const link = noun.words.findIndex((word) => word === 'per' || word === 'of');
  return (
    isValueWord((link > 0 ? noun.words[link - 1] : headOf(noun)) ?? '') ||
    (noun.words[link] === 'of' && isValueWord(headOf(noun)))
  );
}

export function isTopicEntity(item: Item): boolean {
  if (item.children.length > 0) return isEntityNoun(item.noun);
  if (
    !isEntityNoun(item.noun) ||
    item.qualities.type !== undefined ||
    item.qualities.values !== undefined
  )
    return false;
  if (item.noun.plural) return !PLURAL_VALUES.has(headOf(item.noun)) || item.quantity === 'many';
  return item.indefinite && !looksLikeValue(item.noun) && !APP_WORDS.has(headOf(item.noun));
}

const AMOUNTS = words('price fee cost amount salary wage');

/** When something is: never a thing that others belong to, unless it is described. */
const TIMES = words('day weekday date time start end');

/** "a category" is a relation when Category is an entity; "email" stays a value even if someone lists emails. */
export function isPlainValue(noun: Noun, item: Item): boolean {
  if (TIMES.has(headOf(noun)) && !noun.plural && item.quantity !== 'many') return true;
  if (item.children.length > 0 || item.quantity !== null) return false;
  if (!noun.plural && AMOUNTS.has(headOf(noun))) return true;
  if (TIMES.has(headOf(noun)) || /^(number|amount) of/.test(noun.words.join(' '))) return true;
  return TYPE_BY_LAST_WORD.some(
    ([type, set]) =>
      !['text', 'integer', 'money', 'boolean'].includes(type) && set.has(headOf(noun)),
  );
}

export function isPerson(entity: DraftEntity, role: string): boolean {
  if (role === 'parent') return true;
  return /(Employee|Staff|StaffMember|Person|User|Worker|Member|Manager|TeamMember|Agent|Colleague|Teacher|Contact|Patient)$/.test(
    entity.name,
  );
}

export function isGenericActor(noun: Noun): boolean {
  return noun.words.length === 1 && GENERIC_ACTORS.has(noun.words[0] ?? '');
}

export function relates(verb: string): boolean {
  return ONE_TO_MANY_VERBS.has(verb) || MANY_TO_MANY_VERBS.has(verb);
}
