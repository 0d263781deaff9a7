import { USUAL_THINGS } from '../lexicon/usual-things.ts';
import { headOf, isValue, many, type NounPhrase, one } from './noun-phrase.ts';
import { type Sketch, upper } from './sketch.ts';

/** Of what is done each time it is told how many. */
const UNITS = /^(kilomet(er|re)|km|mile|litre|liter|minute|lap|calorie)$/;
/** Told of each thing, though several are named: dates, rates. */
const MEASURED =
  /^(date|rate|price|size|weight|amount|cost|name|age|year|duration|distance|quantity|number|status|colour|color|address|deadline)$/;
/** Of what stands before it in the list. */
const OF_LAST = /^(address|price|deadline|weight|height|age)$/;
const FOUND =
  /^(location|place|date|year|price|time|country) (found|bought|made|seen|taken|caught|acquired|paid)$/;

/** "hourly rates", "kilometres", "location found", "low stock alerts": a value in a list beside what is kept, as a sentence. */
export function tellMeasured(sketch: Sketch, { name, isPlural }: NounPhrase): string | null {
  const { core, last, kind } = sketch;
  if (isPlural && last !== null && OF_LAST.test(name)) return ofThing(last, `an optional ${name}`);
  if (core === null) return null;
  const has = (value: string) => `${upper(one(core))} has ${value}.`;
  if (FOUND.test(name)) return has(one(name));
  if (isPlural && UNITS.test(name)) return has(`the number of ${many(name)} as a decimal`);
  if (isPlural && name.includes(' ') && MEASURED.test(headOf(name)))
    return has(`an optional ${name}`);
  const low = /^low (.+) alert$/.exec(name)?.[1];
  if (low !== undefined) return has(`a minimum ${low}`);
  const level = /^(.+) level$/.exec(name)?.[1];
  if (level !== undefined && isValue(level)) return has(`a ${level} as an integer`);
  return kind !== null && /^(point|star|coin)$/.test(name)
    ? has(`${many(name)} as an integer`)
    : null;
}

/** What no table knows has a name beside that, by which one knows it. */
const ofThing = (thing: string, value: string) =>
  `${upper(one(thing))} has ${USUAL_THINGS.has(headOf(thing)) ? '' : 'a name and '}${value}.`;
