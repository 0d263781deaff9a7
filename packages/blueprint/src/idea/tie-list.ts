import type { Reading } from '@quantumlayer/contracts';
import { addRelation } from '@quantumlayer/contracts/add-to-blueprint';
import { sayOne, standsAlone } from '../answers.ts';
import { PURE_APP_WORDS } from '../lexicon/apps.ts';
import { isOccasionWord } from '../lexicon/people.ts';
import { HELD } from '../lexicon/usual-deeds.ts';
import { WITHOUT_RELATION } from '../model/remark-words.ts';
import { toEntityName } from '../names.ts';
import { headOf, isSomebody } from './noun-phrase.ts';
import type { Idea } from './read-idea.ts';

/**
 * "A visitor log with hosts and badges", "a riding school with lessons, horses and riders": what is listed and stands in no
 * relation belongs to what the app is named after, else to the occasion that it is listed with. People take part in many;
 * where something is, or which kind it is, others belong to.
 */
export function tieList(reading: Reading, idea: Idea, alone: ReadonlySet<string>): Reading {
  const hub = hubOf(reading, idea);
  if (hub === null) return reading;
  const told = { ...reading, assumptions: [...reading.assumptions] };
  for (const thing of new Set(idea.listed)) {
    const name = toEntityName(thing.split(' '));
    const entity = told.blueprint.entities.find((each) => each.name === name);
    if (name === null || entity === undefined || name === hub.name) continue;
    const isApart = entity.relations.length === 0;
    if (!isApart && !(hub.isOccasion && CUSTOMERS.test(thing))) continue;
    if (alone.has(name) || (hub.isPerson && !RECORDS.test(headOf(thing)))) continue;
    told.blueprint = tie(thing, name, hub)(told.blueprint);
    told.assumptions.push({
      path: `${name}.${hub.name}`,
      text: `What is listed with ${sayOne(hub.name)} usually belongs to it: ${sayOne(name)}.`,
      answers: standsAlone(name),
    });
    told.questions = told.questions.filter(
      ({ path, text }) => path !== name || !text.includes(WITHOUT_RELATION),
    );
  }
  return told;
}

type Hub = { name: string; isOccasion: boolean; isPerson?: boolean };

const PLACES_AND_KINDS =
  /^(spot|place|location|venue|route|region|area|category|brand|genre|type|supplier|vendor|manufacturer|shelf|room|warehouse|field|lake|river|court|hall)$/;
/** Of each of them there is one, though people come to many. */
const OF_ONE =
  /^(lesson|appointment|session|consultation|treatment|walk|visit|viewing|ride|repair)$/;
/** For whom a job is done or a lesson held. */
const CUSTOMERS = /^(client|customer|patient)$/;
/** What is kept of somebody. */
const RECORDS =
  /^(grade|mark|absence|invoice|payment|fee|booking|order|appointment|contract|measurement|prescription|vaccination|attendance|visit|medication|result|score|certificate|quote|subscription|loan|rental)$/;
const PARTS =
  /^(part|container|package|item|line|step|invoice|payment|document|ticket|report|task|check|fee)$/;
const REMARKS = /^(comment|rating|review|photo|note|document|attachment|vote)$/;

function tie(thing: string, name: string, { name: hub, isOccasion }: Hub) {
  if (isOccasion && CUSTOMERS.test(thing)) return addRelation(hub, 'belongs-to', name);
  const isPart = REMARKS.test(headOf(thing)) || PARTS.test(headOf(thing));
  const isOwner = PLACES_AND_KINDS.test(headOf(thing)) || (isOccasion && !isPart);
  const isOfMany = isSomebody(thing) && !(isOccasion && OF_ONE.test(headOf(hub.toLowerCase())));
  if (isOfMany) return addRelation(name, 'many-to-many', hub);
  return isOwner ? addRelation(hub, 'belongs-to', name) : addRelation(name, 'belongs-to', hub);
}

/** What the list is of. */
function hubOf({ blueprint }: Reading, idea: Idea): Hub | null {
  const { sketch, kind, listed } = idea;
  const find = (thing: string | null) => {
    const name = thing === null ? null : toEntityName(thing.split(' '));
    return blueprint.entities.find((each) => each.name === name) ?? null;
  };
  const title = find(sketch.title);
  if (title !== null) return { name: title.name, isOccasion: false };
  const core = kind === null ? null : find(sketch.core);
  if (core !== null) return { name: core.name, isOccasion: false };
  const occasion = listed.map(find).find((each, at) => {
    const word = headOf(listed[at] ?? '');
    return each?.relations.length === 0 && (isOccasionWord(word) || HELD.has(word));
  });
  if (occasion != null) return { name: occasion.name, isOccasion: true };
  const { said } = sketch;
  const isBusiness =
    kind === null &&
    idea.head.named > idea.head.from &&
    !PURE_APP_WORDS.has(said[idea.head.named - 1] ?? '');
  // Of a business the first thing that it lists is what it deals with.
  const first = listed.find((thing) => !isSomebody(thing) && !PLACES_AND_KINDS.test(headOf(thing)));
  const deal = isBusiness ? find(first ?? null) : null;
  if (deal?.relations.length === 0) return { name: deal.name, isOccasion: true };
  // "pupils, grades and absences": what is kept of somebody.
  const who = find(listed.find((thing) => isSomebody(thing)) ?? null);
  return who === null ? null : { name: who.name, isOccasion: false, isPerson: true };
}
