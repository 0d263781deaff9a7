import type { Reading, Remark } from '@quantumlayer/contracts';
import { notMeant, say, sayMany, sayOne, upper } from '../answers.ts';
import { aboveDecisions, readDecisions } from '../decisions.ts';
import { recordNames } from '../lexicon/kept-deeds.ts';
import { isOccasionWord } from '../lexicon/people.ts';
import { singular } from '../text/nouns.ts';
import { tokenize } from '../text/tokens.ts';
import { WITHOUT_FIELDS } from './remark-words.ts';

type Kept = { verb: string; name: string; has: string };

/** What is told of a deed each time that it is done. */
const TIMES: ReadonlyMap<string, string> = new Map([
  ['book', 'a start time and an end time'],
  ['reserve', 'a start time and an end time'],
  ['rent', 'a start date, an end date and an optional return date'],
  ['hire', 'a start date, an end date and an optional return date'],
  ['borrow', 'a loan date, a due date and an optional return date'],
]);
const PASSIVES = new Map(
  [...TIMES.keys()].map((verb) => [verb.endsWith('e') ? `${verb}d` : `${verb}ed`, verb]),
);
/** What is kept of a deed already, or is over with it. */
const DEEDS = new Set(
  'booking reservation rental loan appointment slot seat ticket service time lesson session room-night'.split(
    ' ',
  ),
);

/** A sentence that the prompt leaves out, and what is said of it. */
export type AssumedRecord = { sentence: string; remark: Remark };

/**
 * "Members book courts": a court is booked again and again, so what is kept is each booking, with when it is. Null where the
 * prompt names such a thing, says of what is booked when it is, or does not describe both.
 */
export function findAssumedRecord(prompt: string, reading: Reading): AssumedRecord | null {
  const { blueprint } = reading;
  const things = new Set(blueprint.entities.map(({ name }) => say(name)));
  const tokens = tokenize(aboveDecisions(prompt));
  const said = tokens.map(({ lower }) => lower);
  for (const at of said.keys()) {
    const deed = deedAt(said, at, things);
    const names = deed === null ? [] : namesOf(deed.record);
    if (deed === null || names.some((name) => isDescribed(reading, name))) continue;
    const { record, actor, object } = deed;
    const words = prompt.slice(tokens[deed.from]?.start, tokens[deed.to - 1]?.end);
    const isDenied = readDecisions(prompt).notMeant.some(({ start, end }) =>
      prompt.slice(start, end).includes(words),
    );
    if (isDenied) continue;
    return {
      sentence: `A ${record.name} has ${record.has}. A ${record.name} belongs to ${sayOne(actor)} and ${sayOne(object)}.`,
      remark: {
        path: upper(record.name),
        text: `"${words}": each ${record.name} is kept, with when it is, since ${sayMany(object)} are there for more than one.`,
        answers: notMeant(words),
      },
    };
  }
  return null;
}

function keptOf(verb: string): Kept | null {
  const [has, name] = [TIMES.get(verb), recordNames(verb)[0]];
  return has === undefined || name === undefined ? null : { verb, name: say(name), has };
}

/** What it may be called in the prompt: "a hire has a date". */
const namesOf = ({ verb }: Kept) => [verb, ...recordNames(verb).map(say)];

/** Who does it to what, and the words of it. */
type Deed = { record: Kept; actor: string; object: string; from: number; to: number };

function deedAt(said: readonly string[], at: number, names: ReadonlySet<string>): Deed | null {
  const word = said[at] ?? '';
  const passive = PASSIVES.get(word);
  const deed = passive === undefined ? activeAt(said, at, names) : passiveAt(said, at, names);
  const record = keptOf(passive ?? word);
  if (deed === null || record === null || deed.actor === deed.object) return null;
  return isWithValues(said, deed.to) || isHeld(deed.object) ? null : { ...deed, record };
}

/** "members can book a court". */
function activeAt(said: readonly string[], at: number, names: ReadonlySet<string>) {
  const subject = /^(can|may|could|to)$/.test(said[at - 1] ?? '') ? at - 2 : at - 1;
  const actor = singular(said[subject] ?? '');
  const from = at + (/^(an?|the|our|some)$/.test(said[at + 1] ?? '') ? 2 : 1);
  const object = objectAt(said, from, names);
  if (object === null || !names.has(actor)) return null;
  return { actor, object: object.name, from: at, to: object.end };
}

/** "books can be borrowed by members". */
function passiveAt(said: readonly string[], at: number, names: ReadonlySet<string>) {
  const isPassive =
    said[at - 1] === 'be' && /^(can|may|could)$/.test(said[at - 2] ?? '') && said[at + 1] === 'by';
  const object = [at - 4, at - 3].flatMap((from) => {
    const found = objectAt(said, from, names);
    return found?.end === at - 2 ? [found.name] : [];
  })[0];
  const by = objectAt(said, at + 2, names);
  if (!isPassive || object === undefined || by === null) return null;
  return { actor: by.name, object, from: at - 3, to: by.end };
}

/** With anything but the name that every thing gets; a desk booking is a booking. */
function isDescribed({ blueprint, assumptions }: Reading, name: string): boolean {
  const entity = blueprint.entities.find((each) => ` ${say(each.name)}`.endsWith(` ${name}`));
  if (entity === undefined) return false;
  return !assumptions.some(
    ({ path, text }) => path === `${entity.name}.name` && text.includes(WITHOUT_FIELDS),
  );
}

function objectAt(
  said: readonly string[],
  from: number,
  names: ReadonlySet<string>,
): { name: string; end: number } | null {
  for (const length of [2, 1]) {
    const words = said.slice(from, from + length);
    const name = [...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' ');
    if (words.length === length && names.has(name)) return { name, end: from + length };
  }
  return null;
}

/** "book rooms with a date": what is told of the deed is read as it is. */
const isWithValues = (said: readonly string[], end: number) =>
  /^(with|from|on|for|\()$/.test(said[end] ?? '') && /^(an?|the|\w+s)$/.test(said[end + 1] ?? '');

const isHeld = (name: string) => {
  const head = name.split(' ').at(-1) ?? '';
  return DEEDS.has(head) || isOccasionWord(head) || /(ing|ment|tion|sion)$/.test(head);
};
