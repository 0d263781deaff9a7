import {
  ALSO_NOUNS,
  HELD,
  isMaking,
  JOINED,
  JUDGING,
  KEPT_VALUES,
  OFFERING,
  QUANTITIES,
  recordOfDeed,
  SCORING,
  SEEING,
  SHOWN,
  TAKING,
  TENDING,
  USUAL_DEEDS,
} from '../lexicon/usual-deeds.ts';
import { endOfModal, type Objects, objectsAt, subjectAt, type Verb, verbAt } from './clause.ts';
import { headOf, isSomebody, isValue, many, type NounPhrase, one } from './noun-phrase.ts';
import { asKept, belongs, type Found, name, type Sketch, upper } from './sketch.ts';

/** "neighbours can lend each other tools", "and earn stars": who does what, in the present. */
export function readDeed(sketch: Sketch, at: number): Found {
  const subject = subjectAt(sketch, at);
  if (subject === null) return null;
  const modal = endOfModal(sketch.said, subject.end);
  const isSure = modal > subject.end;
  const verb = verbAt(sketch.said, modal, subject.isOne && !isSure, isSure);
  if (verb === null) return null;
  return tell(sketch, subject.who, verb, objectsAt(sketch.said, verb.end));
}

/** "something to book meeting rooms": what is done, and nobody who does it. */
export function readErrand(sketch: Sketch, at: number, who: string | null = null): Found {
  const verb = verbAt(sketch.said, at, false);
  if (verb === null || (at === 0 && ALSO_NOUNS.has(verb.verb))) return null;
  return tell(sketch, who, verb, objectsAt(sketch.said, verb.end));
}

function tell(sketch: Sketch, who: string | null, { verb }: Verb, objects: Objects): Found {
  const said = sentencesOf(sketch, who, verb, inKept(sketch, objects));
  if (said === null) return null;
  sketch.subject = who;
  return { end: objects.end, sentences: said, isDeed: true };
}

/** In the names of what is kept already. */
function inKept(sketch: Sketch, objects: Objects): Objects {
  const { direct } = objects;
  return direct === null
    ? objects
    : { ...objects, direct: { ...direct, name: asKept(sketch, direct.name) } };
}

function sentencesOf(
  sketch: Sketch,
  who: string | null,
  verb: string,
  objects: Objects,
): string[] | null {
  if (verb === 'confirm or decline' && objects.direct === null && sketch.last !== null)
    return [
      ...kept(sketch, 'response', [who, sketch.last], []),
      'A response has a date and a status of confirmed or declined.',
    ];
  if (/^(approve|reject|accept|decline)/.test(verb)) return decided(sketch, who, verb, objects);
  const before = sketch.things.findLast((thing) => thing !== who) ?? null;
  const target = objects.isPronoun
    ? sketch.last === who
      ? before
      : sketch.last
    : (objects.direct?.name ?? null);
  if (target === null) {
    if (objects.isMutual) return done(sketch, who, verb, objects, who ?? '');
    const [only] = objects.others;
    return only === undefined
      ? alone(sketch, who, verb)
      : done(sketch, who, verb, objects, only.name);
  }
  if (objects.isAssigned) return tended(sketch, target, who);
  if (verb === 'return' && sketch.record !== null) return [`We keep ${many(sketch.record)}.`];
  if (/^(money|cash|fund)$/.test(target))
    return [
      ...kept(sketch, 'payment', [who, ...namesOf(objects.others)], []),
      'A payment has a date and an amount.',
    ];
  const isRecord = target === 'submission' || !/^(rate|review)$/.test(verb);
  if (objects.isPronoun && isRecord && JUDGING.has(verb)) return judged(sketch, who, verb);
  if (SCORING.has(verb))
    return [...kept(sketch, 'score', [who, target], []), 'A score has points as an integer.'];
  if (objects.isPronoun && TENDING.has(verb)) return tended(sketch, target, who);
  if (isValue(target) && objects.others.length > 0 && !KEPT_VALUES.has(headOf(target)))
    return measured(sketch, who, verb, target, objects.others);
  const counted = QUANTITIES.get(headOf(target));
  if (counted !== undefined && /^(get|earn|gain|receive|win|collect|score|have|give)$/.test(verb))
    return awarded(sketch, who, target, counted, objects.others);
  if (/^(hour|time|working hour)$/.test(target) && /^(log|track|record|enter|report)$/.test(verb))
    return kept(sketch, 'time entry', [who, ...namesOf(objects.others)], []);
  if (
    /^(homework|exercise|assignment|coursework)$/.test(headOf(target)) &&
    /^(submit|hand in|upload)$/.test(verb)
  )
    return submitted(sketch, who, target, objects);
  if (verb === 'take' && !/^(quiz|exam|test|survey|course)$/.test(headOf(target)))
    return made(sketch, who, target, objects);
  if (HELD.has(headOf(target)) && !sketch.things.includes(target))
    return made(sketch, who, target, objects);
  // Whom one hires is booked.
  if (/^(hire|rent)$/.test(verb) && isSomebody(target))
    return done(sketch, who, 'book', objects, target);
  if (verb === 'join' && !JOINED.has(headOf(target)))
    return done(sketch, who, 'sign up for', objects, target);
  if (USUAL_DEEDS.has(verb)) return done(sketch, who, verb, objects, target);
  const more = objects.also.map(({ name: each }) => each);
  if (SEEING.has(verb) && verb !== 'get') return seen(sketch, who, [target, ...more], objects);
  if (isMaking(verb) && more.length > 0) return madeAll(sketch, who, [target, ...more], objects);
  if (!isMaking(verb)) return who === null ? null : done(sketch, who, verb, objects, target);
  const told = made(sketch, who, nameOfMade(verb, target, objects.direct), objects);
  return OFFERING.has(verb) ? [...told, ...askedFor(sketch, who, target, objects)] : told;
}

/** "donors can find drives": they are kept, and nothing of who finds them. */
function seen(
  sketch: Sketch,
  who: string | null,
  things: readonly string[],
  { direct, others }: Objects,
): string[] | null {
  if (direct?.isPlural !== true || others.length > 0 || things.some((thing) => isValue(thing)))
    return null;
  for (const thing of things) name(sketch, thing);
  sketch.last = things.at(-1) ?? null;
  return [...(who === null || who === 'user' ? [] : exists(who)), ...things.flatMap(exists)];
}

/** "parents can share rides": others of them ask for it. */
function askedFor(sketch: Sketch, who: string | null, thing: string, { end }: Objects): string[] {
  const isTaken = sketch.said.slice(end).some((word) => TAKING.has(word));
  if (who === null || who === 'user' || SHOWN.has(headOf(thing)) || isTaken) return [];
  const record = `${headOf(thing)} request`;
  return [
    ...kept(sketch, record, [who, thing], []),
    `${upper(one(record))} has a date and a status (requested, accepted, declined).`,
  ];
}

const namesOf = (nouns: readonly NounPhrase[]) => nouns.map(({ name: each }) => each);

/** "pledge amounts to campaigns", "record blood pressure of patients": the value is told of each time. */
function measured(
  sketch: Sketch,
  who: string | null,
  verb: string,
  value: string,
  others: readonly NounPhrase[],
): string[] {
  const isNoting = /^(record|log|track|enter|measure|note|keep)$/.test(verb);
  const record = isNoting ? `${value} reading` : recordOfDeed(verb);
  return [
    ...kept(sketch, record, [who, ...namesOf(others)], []),
    `${upper(one(record))} has a date and ${one(value)}.`,
  ];
}

/** "friends suggest films and vote": on what they suggested. */
function alone(sketch: Sketch, who: string | null, verb: string): string[] | null {
  const deed = USUAL_DEEDS.get(verb);
  if (deed === undefined || sketch.last === null || sketch.last === who) return null;
  const on = sketch.last;
  const said = kept(sketch, deed.record, [who, on], []);
  if (verb === 'apply') sketch.last = deed.record;
  return said;
}

/** "report damage": what has no plural is one report of it. */
function nameOfMade(verb: string, target: string, direct: NounPhrase | null): string {
  if (verb === 'request')
    return `${target.replace(/ days?$/, '')} request`.replace('request request', 'request');
  if (
    verb === 'report' &&
    direct?.isPlural === false &&
    /^(damage|delay|absence|sickness|fraud|noise)$/.test(target)
  )
    return `${target} report`;
  return target;
}

/** "log their routes and grades". */
function madeAll(
  sketch: Sketch,
  who: string | null,
  [target = '', ...more]: readonly string[],
  objects: Objects,
): string[] {
  const values = [...objects.values, ...more.filter((each) => isValue(each))];
  const things = more.filter((each) => !isValue(each));
  const others = things.flatMap((thing) => made(sketch, who, thing, { ...objects, values: [] }));
  return [...made(sketch, who, target, { ...objects, values }), ...others];
}

function made(sketch: Sketch, who: string | null, thing: string, objects: Objects): string[] {
  name(sketch, thing);
  sketch.last = thing;
  sketch.core ??= thing;
  const owners = namesOf(objects.others).filter((other) => other !== thing);
  // Whoever uses the app is no thing by that alone.
  const by = who === 'user' && !sketch.things.includes(who) ? null : who;
  for (const owner of [by, ...owners]) if (owner !== null) name(sketch, owner);
  const named = [by, thing, ...owners].filter((each) => each !== null);
  return [
    ...named.flatMap(exists),
    ...belongs(thing, [by, ...owners]),
    ...hasAll(thing, objects.values),
  ];
}

const exists = (thing: string) => [`We keep ${many(thing)}.`];

function hasAll(thing: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  // Of a report more is kept than what comes with it.
  const usual = headOf(thing) === 'report' ? ['a description', 'a date'] : [];
  const has = [...usual, ...values.map((value) => (value === 'photo' ? 'photos' : one(value)))];
  return [`${upper(one(thing))} has ${has.join(', ').replace(/, ([^,]+)$/, ' and $1')}.`];
}

function done(
  sketch: Sketch,
  who: string | null,
  verb: string,
  objects: Objects,
  target: string,
): string[] {
  const { record, roles } = USUAL_DEEDS.get(verb) ?? { record: recordOfDeed(verb), roles: null };
  name(sketch, target);
  const others = namesOf(objects.others).filter((other) => other !== target);
  sketch.last = target;
  if (!objects.isMutual || roles === null || who === null)
    return kept(sketch, record, [who, target, ...others], objects.values);
  const isDirect = objects.direct !== null || objects.isPronoun;
  name(sketch, who);
  name(sketch, record);
  sketch.record = record;
  const [gives, takes] = roles.map((role) => `${one(role)} (${one(who)})`);
  const exist = [record, who, ...(isDirect ? [target] : [])].flatMap(exists);
  return [
    ...exist,
    ...belongs(record, others),
    `${upper(one(record))} has ${isDirect ? `${one(target)}, ` : ''}${gives} and ${takes}.`,
  ];
}

/** What is kept each time; what it has is what such a record usually has, where nothing is told. */
function kept(
  sketch: Sketch,
  record: string,
  parties: readonly (string | null)[],
  values: readonly string[],
): string[] {
  name(sketch, record);
  sketch.record = record;
  for (const party of parties) if (party !== null) name(sketch, party);
  const named = parties.filter((party) => party !== null);
  const told = [...named, record].flatMap(exists);
  return [...told, ...belongs(record, parties), ...hasAll(record, values)];
}

/** "get a score in each game"; "and earn stars" for what was just done. */
function awarded(
  sketch: Sketch,
  who: string | null,
  target: string,
  record: string,
  others: readonly NounPhrase[],
): string[] {
  const isOne = /^(score|result|mark)$/.test(headOf(target));
  const counted = isOne ? one(headOf(target)) : `${headOf(target)}s as an integer`;
  if (others.length === 0 && sketch.record !== null)
    return [`${upper(one(sketch.record))} has a date and ${counted}.`];
  const what = headOf(target) === record ? 'points as an integer' : counted;
  return [
    ...kept(
      sketch,
      record,
      [who, ...namesOf(others), ...(others.length === 0 ? [sketch.last] : [])],
      [],
    ),
    `${upper(one(record))} has a date and ${what}.`,
  ];
}

function submitted(
  sketch: Sketch,
  who: string | null,
  target: string,
  { others }: Objects,
): string[] {
  const said = kept(sketch, 'submission', [who, target, ...namesOf(others)], []);
  sketch.last = 'submission';
  return [...said, 'A submission has a submission date, an optional text and an optional file.'];
}

/** "and teachers grade it". */
function judged(sketch: Sketch, who: string | null, verb: string): string[] | null {
  const target = sketch.last;
  if (target === null) return null;
  const value = /^(rate|review)$/.test(verb)
    ? 'rating'
    : /^(grade|mark)$/.test(verb)
      ? 'grade'
      : 'score';
  const by = who === null ? [] : [`${upper(one(target))} optionally belongs to ${one(who)}.`];
  return [`${upper(one(target))} has an optional ${value} and an optional feedback text.`, ...by];
}

function tended(sketch: Sketch, target: string, who: string | null): string[] | null {
  if (who === null) return null;
  name(sketch, target);
  sketch.last = target;
  return [...exists(target), `${upper(one(target))} optionally belongs to ${one(who)}.`];
}

/** "managers approve": what was asked for before. */
function decided(
  sketch: Sketch,
  who: string | null,
  verb: string,
  objects: Objects,
): string[] | null {
  const target = objects.direct?.name ?? sketch.last;
  sketch.core ??= target;
  if (who === null || target === null) return null;
  const isTheirs = /^(their|the) /.test(who);
  const people = many(isTheirs ? who.replace(/^\w+ /, '') : who);
  const does = verb.replace('accept', 'approve').replace('decline', 'reject');
  const isNew = objects.direct !== null && !sketch.things.includes(target);
  if (isNew) name(sketch, target);
  return [
    ...(isNew && sketch.kind === null ? exists(target) : []),
    `${upper(people)} ${does} ${many(target)}.`,
  ];
}
