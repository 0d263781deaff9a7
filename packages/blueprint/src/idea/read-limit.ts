import { USUAL_DEEDS } from '../lexicon/usual-deeds.ts';
import { headOf, isSomebody, many, nounAt, one } from './noun-phrase.ts';
import { asKept, belongs, type Found, name, type Sketch, thingsIn, upper } from './sketch.ts';

/** "max 20 members per class", "each class has max 25 pupils", "no double bookings", "only admins can publish". */
export function readLimit(sketch: Sketch, at: number): Found {
  const most = mayDoMost(sketch, at);
  if (most !== null) return most;
  if (
    !/^(max|maximum|maximal|at|up|no|limited|only|each|every|an?|per|nobody|no-one|without|avoid)$/.test(
      sketch.said[at] ?? '',
    )
  )
    return null;
  return (
    mostPer(sketch, at) ??
    eachHasMost(sketch, at) ??
    eachOnce(sketch, at) ??
    nobodyTwice(sketch, at) ??
    noOverlap(sketch, at) ??
    onlySome(sketch, at)
  );
}

/** Up to where the number stands that is the most. */
function mostAt(said: readonly string[], at: number): { most: string; end: number } | null {
  const end = /^(max|maximum|maximal)$/.test(said[at] ?? '')
    ? at + (said[at + 1] === 'of' ? 2 : 1)
    : said[at] === 'at' && /^(most|max)$/.test(said[at + 1] ?? '')
      ? at + 2
      : said[at] === 'up' && said[at + 1] === 'to'
        ? at + 2
        : said[at] === 'no' && said[at + 1] === 'more' && said[at + 2] === 'than'
          ? at + 3
          : said[at] === 'limited' && said[at + 1] === 'to'
            ? at + 2
            : null;
  return end === null ? null : numberAt(said, end);
}

const SPANS = /^(hour|minute|day|week|month|year|kg|km|time|euro|dollar)$/;

function mostPer(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const found = mostAt(said, at);
  if (found === null) return null;
  const isUnnamed = /^(per|in|for)$/.test(said[found.end] ?? '');
  const what = isUnnamed ? null : nounAt(said, found.end);
  const from = isUnnamed ? found.end : (what?.end ?? -1);
  const counted = what?.name ?? lastOf(sketch);
  if (
    counted === null ||
    SPANS.test(counted) ||
    !/^(per|in|for|each|every)$/.test(said[from] ?? '')
  )
    return null;
  const per = nounAt(said, from + 1);
  if (per === null || SPANS.test(per.name)) return null;
  const ofWhat = asKept(sketch, per.name);
  return { end: per.end, sentences: limited(sketch, found.most, counted, ofWhat, isUnnamed) };
}

function eachHasMost(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  if (!/^(each|every|a|an|per)$/.test(said[at] ?? '')) return null;
  const per = nounAt(said, at);
  if (per === null) return null;
  let from = /^(can|may)$/.test(said[per.end] ?? '') ? per.end + 1 : per.end;
  if (/^(has|have|take|takes|hold|holds|allows|fits)$/.test(said[from] ?? '')) from += 1;
  const deed = USUAL_DEEDS.get(said[from] ?? '');
  if (deed !== undefined) from += 1;
  const found = mostAt(said, from);
  const what = found === null ? null : nounAt(said, found.end);
  if (found === null || what === null || SPANS.test(what.name)) return null;
  if (deed === undefined)
    return { end: what.end, sentences: limited(sketch, found.most, what.name, per.name) };
  for (const thing of [per.name, what.name, deed.record]) name(sketch, thing);
  const sentences = [
    `We keep ${many(per.name)} and ${many(what.name)} and ${many(deed.record)}.`,
    ...belongs(deed.record, [per.name, what.name]),
    `${upper(one(per.name))} has at most ${found.most} ${many(deed.record)}.`,
  ];
  return { end: what.end, sentences };
}

/** "students can only book 3 items at a time", "a member may borrow up to 5 tools": of what is kept of the deed. */
function mayDoMost(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const who = nounAt(said, at);
  if (who === null || !isSomebody(who.name) || !/^(can|may|must)$/.test(said[who.end] ?? ''))
    return null;
  const isOnly = said[who.end + 1] === 'only';
  const from = who.end + (isOnly ? 2 : 1);
  const deed = USUAL_DEEDS.get(said[from] ?? '');
  const most = mostAt(said, from + 1) ?? (isOnly ? numberAt(said, from + 1) : null);
  const what = most === null ? null : nounAt(said, most.end);
  if (deed === undefined || most === null || what === null || SPANS.test(what.name)) return null;
  const { record } = deed;
  const isCore = /^(item|thing|piece)$/.test(what.name) && sketch.title !== null;
  const target = isCore ? (sketch.title ?? what.name) : what.name;
  for (const thing of [who.name, target, record]) name(sketch, thing);
  sketch.record = record;
  // Of those that are over, or were only asked for, there may be more.
  const atOnce = /^at (?:a|one|any) (?:time|moment)|^at once|^at the same time/.exec(
    said.slice(what.end, what.end + 4).join(' '),
  )?.[0];
  const isOpen = new RegExp(`${record} has [^.]*\\bconfirmed\\b`).test(sketch.kind ?? '');
  const counted = atOnce !== undefined && isOpen ? `confirmed ${many(record)}` : many(record);
  return {
    end: what.end + (atOnce !== undefined && isOpen ? atOnce.split(' ').length : 0),
    sentences: [
      ...[who.name, target, record].map((thing) => `We keep ${many(thing)}.`),
      ...belongs(record, [who.name, target]),
      `${upper(one(who.name))} has at most ${most.most} ${counted}.`,
    ],
  };
}

const numberAt = (said: readonly string[], at: number) => {
  const most = NUMBERS.get(said[at] ?? '') ?? said[at] ?? '';
  return /^\d+$/.test(most) ? { most, end: at + 1 } : null;
};

const NUMBERS = new Map(
  'one two three four five six seven eight nine ten twelve twenty'
    .split(' ')
    .map((word, index) => [word, String([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20][index])] as const),
);

const lastOf = ({ things, kind }: Sketch) =>
  things.findLast((thing) => isSomebody(thing)) ??
  (kind === null ? undefined : thingsIn(kind).find((thing) => isSomebody(thing))) ??
  'participant';
const SHARED =
  /^(class|course|workshop|event|lesson|session|training|slot|trip|tour|meeting|activity|shift)$/;
const OWN = /^(pupil|kid|child|player|employee)$/;

/** Whoever takes part is tied by a record of it, which is what is counted. */
function limited(
  sketch: Sketch,
  most: string,
  counted: string,
  per: string,
  isUnnamed = false,
): string[] {
  name(sketch, per);
  const { record: done } = sketch;
  const isOfDeed = isUnnamed || sketch.things.includes(counted);
  if (isOfDeed && done !== null && done !== counted && sketch.things.includes(per))
    return [
      `We keep ${many(done)} and ${many(per)}.`,
      `${upper(one(per))} has at most ${most} ${many(done)}.`,
    ];
  if (!isSomebody(counted) && headOf(counted) !== 'person') {
    name(sketch, counted);
    const isTold = sketch.record === counted || sketch.things.includes(counted);
    return [
      ...(isTold && sketch.kind === null ? [] : [`We keep ${many(counted)}.`]),
      ...belongs(counted, [per]),
      `At most ${most} ${many(counted)} per ${per}.`,
    ];
  }
  const who = headOf(counted) === 'person' ? lastOf(sketch) : counted;
  name(sketch, who);
  const isMany = SHARED.test(headOf(per)) && !OWN.test(headOf(who));
  const record = isMany ? recordOf(sketch, who, per) : who;
  name(sketch, record);
  const tied = isMany ? belongs(record, [who, per]) : belongs(who, [per]);
  return [
    `We keep ${many(record)} and ${many(per)}.`,
    ...tied,
    `${upper(one(per))} has at most ${most} ${many(record)}.`,
  ];
}

/** What such software keeps of both already: a booking of a member and a class. */
function recordOf({ kind }: Sketch, who: string, per: string): string {
  const both = /\bAn? ([a-z ]+) belongs to ([^.]+)\./g;
  const known = [...(kind ?? '').matchAll(both)].find(
    ([, , owners = '']) => owners.includes(` ${who}`) && owners.includes(` ${per}`),
  );
  return known?.[1] ?? 'registration';
}

/** "each gift can be reserved once". */
function eachOnce(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  if (!/^(each|every|a|an)$/.test(said[at] ?? '')) return null;
  const what = nounAt(said, at);
  const end = what?.end ?? -1;
  if (what !== null && /^(only )?once\b/.test(said.slice(end, end + 2).join(' ')))
    return onceWithin(sketch, what.name, said[end] === 'once' ? end + 1 : end + 2);
  const verb = /^(reserved|booked|borrowed|rented|claimed)$/.exec(said[end + 2] ?? '')?.[0];
  const isOnce = said[end + 3] === 'once' || (said[end + 3] === 'only' && said[end + 4] === 'once');
  if (what === null || verb === undefined || !isOnce || said[end + 1] !== 'be') return null;
  const record = verb === 'booked' ? 'booking' : 'reservation';
  name(sketch, what.name);
  name(sketch, record);
  return {
    end: end + (said[end + 3] === 'once' ? 4 : 5),
    sentences: [
      `We keep ${many(record)}.`,
      `${upper(one(record))} has a date and a name.`,
      ...belongs(record, [what.name]),
      `${upper(one(what.name))} has at most 1 ${record}.`,
    ],
  };
}

/** "each seat only once", of the tickets of a concert. */
function onceWithin(sketch: Sketch, value: string, end: number): Found {
  const { last, pieces } = sketch;
  const start = last === null ? '' : `${upper(one(last))} belongs to `;
  const told = pieces
    .flatMap(({ sentences }) => sentences)
    .find((each) => last !== null && each.startsWith(start));
  const owner = told?.slice(start.length).replace(/^an? |\.$/g, '');
  if (last === null || owner === undefined) return null;
  const sentences = [
    `${upper(one(last))} has ${one(value)}.`,
    `The ${value} of ${one(last)} is unique within ${one(owner)}.`,
  ];
  return { end, sentences };
}

/** "nobody may have two shifts at the same time". */
function nobodyTwice(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const words = said.slice(at, at + 12).join(' ');
  const found =
    /^(nobody|no one|no-one|no (\w+)) (?:may|can|should|must|is allowed to|has|have)(?: have| work| get| be)?(?: in| on)? (?:two|2) (\w+) at (?:the same time|once)/.exec(
      words,
    );
  const [all, , said2, plural] = found ?? [];
  if (all === undefined || plural === undefined) return null;
  const what = nounAt([plural], 0)?.name ?? plural;
  const who = said2 ?? sketch.things.find((thing) => isSomebody(thing)) ?? 'employee';
  name(sketch, what);
  name(sketch, who);
  return {
    end: at + all.split(' ').length,
    sentences: [
      `We keep ${many(what)}.`,
      `${upper(one(what))} has a start time and an end time.`,
      ...belongs(what, [who]),
      `${upper(many(what))} of the same ${who} must not overlap.`,
    ],
  };
}

const HELD = /^(booking|reservation|appointment|shift|rental|lesson|session)$/;

function noOverlap(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const words = said.slice(at, at + 4).join(' ');
  if (
    sketch.last === 'slot' &&
    /^no overlaps?$|^no conflicts?$/.test(said.slice(at, at + 2).join(' '))
  ) {
    const owner = sketch.things.findLast((thing) => isSomebody(thing)) ?? 'person';
    const sentences = [
      'We keep slots.',
      'A slot has a start time and an end time.',
      ...belongs('slot', [owner]),
      `Slots of the same ${owner} must not overlap.`,
    ];
    return { end: at + 2, sentences };
  }
  const twice =
    /^(?:an?|the|no|each) ([a-z]+) (?:cannot|can not|can't|can|must not|may not|may) (?:not )?be (rented|booked|reserved|borrowed|hired) twice(?: (?:on|at) the same (?:day|time))?/.exec(
      said.slice(at, at + 12).join(' '),
    );
  if (twice !== null) return neverTwice(sketch, at, twice);
  const [all] =
    /^no (double|overlapping|duplicate) \w+|^(no|without) (overlaps?|conflicts?)|^(without|avoid) double \w+|^(?:so )?(?:that )?(?:nobody|no one) (?:can )?double books?/.exec(
      words,
    ) ?? [];
  if (all === undefined) return null;
  const record = sketch.things.findLast(
    (thing) => HELD.test(headOf(thing)) && thing !== 'lesson' && thing !== 'session',
  );
  const isTimed = record === 'booking' || record === 'reservation' || record === 'rental';
  const object = sketch.last ?? sketch.core;
  const made = record ?? 'booking';
  // What has a time of its own is booked once.
  const isOne =
    object !== null &&
    /^(lesson|session|class|slot|seat|appointment)$/.test(headOf(object)) &&
    made !== object;
  const once = object === null ? [] : [`${upper(one(object))} has at most 1 ${made}.`];
  name(sketch, made);
  const times =
    isTimed || record === undefined
      ? [`${upper(one(made))} has a start time and an end time.`]
      : [];
  const tied = record === undefined && object !== null ? [...belongs(made, [object])] : [];
  return {
    end: at + all.split(' ').length,
    sentences: [
      `We keep ${many(made)}.`,
      ...(isOne ? once : [...times, ...tied, `No double ${many(made)}.`]),
    ],
  };
}

/** "an item can't be rented twice on the same day". */
function neverTwice(
  sketch: Sketch,
  at: number,
  [all, what = '', verb = '']: RegExpExecArray,
): Found {
  const record =
    { rented: 'rental', hired: 'rental', booked: 'booking', borrowed: 'loan' }[verb] ??
    'reservation';
  name(sketch, what);
  name(sketch, record);
  return {
    end: at + all.split(' ').length,
    sentences: [
      `We keep ${many(what)} and ${many(record)}.`,
      `${upper(one(record))} has a start time and an end time.`,
      ...belongs(record, [what]),
      `${upper(many(record))} of the same ${what} must not overlap.`,
    ],
  };
}

/** "only librarians can add books", "where only admins can publish". */
function onlySome(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  if (said[at] !== 'only') return null;
  const who = nounAt(said, at + 1);
  if (who === null || !/^(can|may)$/.test(said[who.end] ?? '')) return null;
  const verb = said[who.end + 1] ?? '';
  const known =
    /^(add|create|edit|change|delete|remove|see|read|publish|write|post|manage|approve)$/;
  if (!known.test(verb)) return null;
  const what = nounAt(said, who.end + 2);
  const target = what?.name ?? sketch.core;
  if (target === null || target === undefined) return null;
  name(sketch, target);
  sketch.last = target;
  const does = /^(publish|write|post)$/.test(verb) ? 'create' : verb;
  return {
    end: what?.end ?? who.end + 2,
    sentences: [`We keep ${many(target)}.`, `Only ${many(who.name)} can ${does} ${many(target)}.`],
  };
}
