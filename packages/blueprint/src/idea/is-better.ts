import type { Entity, Reading } from '@quantumlayer/contracts';
import { say } from '../answers.ts';
import { USUALLY_KEPT, WITHOUT_FIELDS } from '../model/remark-words.ts';
import { singular } from '../text/nouns.ts';
import { PLACES } from './read-head.ts';
import type { Idea } from './read-idea.ts';
import { isNamedIn } from './usual-kind.ts';

/** Whether it is worth to be told in sentences: what the grammar understands and holds together stays as it is. */
export function mayBeBetter(idea: Idea, before: Reading | null): boolean {
  const { sketch, head, kind } = idea;
  if (before !== null && isOfKind(before) && before.notUnderstood.length === 0)
    return kind?.isOfWhat === true;
  if (before === null || before.notUnderstood.length > 0) return true;
  if (namesLimit(before) || namesValue(before)) return true;
  const { entities } = before.blueprint;
  const isDone = isDeedTold(sketch);
  if (sketch.tokens.some(({ lower }, at) => lower !== sketch.said[at])) return true;
  if (coreOf(idea).some((thing) => !isIn(before, thing))) return true;
  // "clients, translators, jobs": the list may hold together.
  if (idea.listed.length >= 3 && lonelyIn(before) > 0) return true;
  if (namesBusiness(idea, before)) return true;
  if (kind !== null && (kind.isOfWhat || entities.length === 1)) return true;
  if (!(kind !== null || isDone) || sketch.said.slice(0, -1).includes('.')) return false;
  const title = ` ${ourOwn(sketch.said, head.end).map(singular).join(' ')} `;
  const isTitled = entities.some(({ name }) => title.includes(` ${say(name)}`));
  const isLonely = entities.some(({ relations }) => relations.length === 0);
  return isDone || isLonely || isTitled || sketch.said.filter((word) => word === 'with').length > 1;
}

/** Whether an idea tells more, told in sentences, than the grammar reads in it; null: it refuses the prompt. */
export function isBetter(idea: Idea, reading: Reading, before: Reading | null): boolean {
  const { sketch, head, kind } = idea;
  const { entities, people } = reading.blueprint;
  if (entities.length === 0) return false;
  const isFounded = kind !== null || entities.length > 1 || isDeedTold(sketch);
  const missed = lengthOf(reading.notUnderstood);
  const length = sketch.tokens.at(-1)?.end ?? 0;
  if (before === null) return missed <= length * 0.6 && isFounded;
  const isLess = before.blueprint.people !== undefined && people === undefined;
  if (isLess || doubles(reading, before)) return false;
  const isTorn = kind === null && lonelyIn(reading) > lonelyIn(before);
  if (missed < lengthOf(before.notUnderstood)) return !isTorn || isDeedTold(sketch);
  if (missed > lengthOf(before.notUnderstood)) return namesLimit(before);
  if (coreOf(idea).some((thing) => !isIn(before, thing) && isIn(reading, thing))) return true;
  if (kind !== null && namesValue(before) && !namesValue(reading)) return true;
  const isApart =
    before.blueprint.entities.length > 1 && lonelyIn(before) === before.blueprint.entities.length;
  if (kind !== null && isApart && lonelyIn(reading) === 0) return true;
  if (namesBusiness(idea, before) && lonelyIn(reading) === 0) return true;
  const isSame = before.blueprint.entities.every(({ name }) =>
    entities.some((each) => each.name === name),
  );
  if (isSame && fieldsIn(reading) >= fieldsIn(before) && lonelyIn(reading) < lonelyIn(before))
    return true;
  if (kind?.isOfWhat && isSame && fieldsIn(reading) > fieldsIn(before)) return true;
  const [only, ...others] = before.blueprint.entities;
  const isOnlyName = others.length === 0 && only?.fields.every(({ name }) => name === 'name');
  if (kind !== null && isOnlyName && fieldsIn(reading) > fieldsIn(before)) return true;
  // The kind by its last word alone, where the words before it say of what.
  if (isOfKind(before) && kind !== null) return true;
  const names = new Set(entities.map(({ name }) => name));
  const title = ` ${ourOwn(sketch.said, head.end).map(singular).join(' ')} `;
  const isMended = sketch.tokens.some(({ lower }, at) => lower !== sketch.said[at]);
  const lost = before.blueprint.entities.filter(
    ({ name }) =>
      !names.has(name) &&
      !title.includes(` ${say(name)}`) &&
      !isMended &&
      !sketch.things.some((thing) => thing.split(' ').includes(say(name))),
  );
  const isStrong = kind !== null || isDeedTold(sketch) || namesBusiness(idea, before);
  if (isMended && entities.length >= before.blueprint.entities.length) return true;
  if (!isStrong || sketch.said.slice(0, -1).includes('.')) return false;
  // Words that the grammar took for a name and the idea for what is done: `Max14Day`, `DonorsPledgeAmount`.
  const isMistaken =
    lost.length > 0 && lost.every(({ name }) => say(name).includes(' ') || name === 'Nobody');
  const isLonely = before.blueprint.entities.some(({ relations }) => relations.length === 0);
  const isDone = isDeedTold(sketch);
  const isTitled = before.blueprint.entities.some(({ name }) => !names.has(name));
  // "with guests with rsvp, tables, vendors": what the second list belongs to, the grammar guesses.
  const isNested = sketch.said.filter((word) => word === 'with').length > 1;
  if (!isDone && !isLonely && !isTitled && !isNested) return false;
  // "for architects with clients": whom it is for was taken for what owns the rest.
  const isOfTitle = before.blueprint.entities.filter(({ name }) => !names.has(name)).length;
  if (lost.length === 0 && rulesIn(reading) > rulesIn(before)) return true;
  const isMore =
    lost.length === 0 &&
    (entities.length > before.blueprint.entities.length ||
      (isOfTitle > 0 && entities.length + 1 >= before.blueprint.entities.length) ||
      (entities.length === before.blueprint.entities.length &&
        lonelyIn(reading) < lonelyIn(before)));
  return (
    isMore || (isMistaken && entities.length >= before.blueprint.entities.length - lost.length)
  );
}

/** "A marketplace where sellers list items with a title and a price": the items are what such software calls listings. */
function doubles(reading: Reading, before: Reading): boolean {
  const isGuessed = (name: string) =>
    before.assumptions.some(
      ({ path, text }) => path.startsWith(`${name}.`) && text.includes(WITHOUT_FIELDS),
    );
  const told = before.blueprint.entities.filter(
    ({ name, fields }) =>
      fields.filter((field) => field.name !== 'name').length > 1 && !isGuessed(name),
  );
  const isTold = ({ name }: Entity) => before.blueprint.entities.some((each) => each.name === name);
  return told.some((thing) => {
    const kept = reading.blueprint.entities.find(({ name }) => name === thing.name);
    return (
      kept !== undefined &&
      reading.blueprint.entities.some((each) => !isTold(each) && isAlike(each, thing))
    );
  });
}

function isAlike(one: Entity, other: Entity): boolean {
  const names = new Set(one.fields.map(({ name }) => name));
  const shared = other.fields.filter(({ name }) => names.has(name));
  return shared.length > 1 || shared.some(({ name }) => !OF_MANY.test(name));
}

/** What things of every kind have. */
const OF_MANY = /^(name|title|description|notes?|status|type|kind|date|number|price|amount|text)$/;

/** What the kind itself names: an expense tracker without expenses is none. */
const coreOf = ({ head, kind }: Idea): string[] =>
  kind?.things.filter((thing) => isNamedIn(thing, head.kind ?? '')) ?? [];

const isIn = ({ blueprint }: Reading, thing: string) =>
  blueprint.entities.some(({ name }) => say(name) === thing || say(name).endsWith(` ${thing}`));

const isOfKind = ({ assumptions }: Reading) =>
  assumptions.some(({ text }) => text.includes(USUALLY_KEPT));

/** `FreightForwarding`, `SheepFarm`: whose software it is was taken for a thing that owns the rest. */
function namesBusiness({ sketch, head, listed }: Idea, { blueprint }: Reading): boolean {
  const words = sketch.said.slice(head.from, head.named).map(singular);
  const last = words.at(-1) ?? '';
  if (listed.length < 2 || !(/[a-z]{3}ing$/.test(last) || PLACES.test(last) || FIRM.test(last)))
    return false;
  return blueprint.entities.some(({ name }) => say(name) === words.join(' '));
}

const FIRM =
  /^(business|company|service|team|office|center|centre|station|association|practice|brigade)$/;

const fieldsIn = ({ blueprint }: Reading) =>
  blueprint.entities.reduce((sum, { fields }) => sum + fields.length, 0);

const rulesIn = ({ blueprint }: Reading) =>
  blueprint.entities.reduce((sum, { rules = [] }) => sum + rules.length, 0);

const lonelyIn = ({ blueprint }: Reading) =>
  blueprint.entities.filter(({ relations }) => relations.length === 0).length;

const isDeedTold = ({ pieces }: Idea['sketch']) =>
  pieces.some(({ isDeed, sentences }) => isDeed && sentences.length > 0);

/** `Max14Day`, `max3AttemptsPerStudent`: a limit was taken for a name. */
const namesLimit = ({ blueprint }: Reading) =>
  blueprint.entities.some(({ name, fields }) =>
    [name, ...fields.map((field) => field.name)].some((each) =>
      /^max\d|^nobody$|^leaderboard$|^dashboard$/i.test(each),
    ),
  );

/** `DrinkByDate`: what each has was taken for a thing. */
const namesValue = ({ blueprint }: Reading) =>
  blueprint.entities.some(({ name }) => /[a-z](Date|Rate|Price|Size|Amount|Number)$/.test(name));

/** The words of the head, or of "our bakery". */
const ourOwn = (said: readonly string[], end: number) =>
  said.slice(0, /^(our|my)$/.test(said[0] ?? '') ? 3 : end);

const lengthOf = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + text.replace(/ \(.*\)$/, '').length, 0);
