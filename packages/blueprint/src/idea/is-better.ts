import type { Reading } from '@quantumlayer/contracts';
import { say } from '../answers.ts';
import type { Idea } from './read-idea.ts';

/** Whether an idea tells more, told in sentences, than the grammar reads in it; null: it refuses the prompt. */
export function isBetter(
  { sketch, head, kind }: Idea,
  reading: Reading,
  before: Reading | null,
): boolean {
  const { entities, people } = reading.blueprint;
  if (entities.length === 0) return false;
  const isFounded =
    kind !== null || entities.length > 1 || sketch.pieces.some(({ isDeed }) => isDeed);
  const missed = lengthOf(reading.notUnderstood);
  const length = sketch.tokens.at(-1)?.end ?? 0;
  if (before === null) return missed <= length * 0.6 && isFounded;
  const isLess = before.blueprint.people !== undefined && people === undefined;
  if (isLess) return false;
  if (missed < lengthOf(before.notUnderstood)) return true;
  if (missed > lengthOf(before.notUnderstood)) return namesLimit(before);
  const names = new Set(entities.map(({ name }) => name));
  const title = ` ${ourOwn(sketch.said, head.end).join(' ')} `;
  const isMended = sketch.tokens.some(({ lower }, at) => lower !== sketch.said[at]);
  const lost = before.blueprint.entities.filter(
    ({ name }) => !names.has(name) && !title.includes(` ${say(name)}`) && !isMended,
  );
  const isStrong = kind !== null || sketch.pieces.some(({ isDeed }) => isDeed);
  if (isMended && entities.length >= before.blueprint.entities.length) return true;
  if (!isStrong || sketch.said.slice(0, -1).includes('.')) return false;
  // Words that the grammar took for a name and the idea for what is done: `Max14Day`, `DonorsPledgeAmount`.
  const isMistaken =
    lost.length > 0 && lost.every(({ name }) => say(name).includes(' ') || name === 'Nobody');
  const isLonely = before.blueprint.entities.some(({ relations }) => relations.length === 0);
  const isDone = sketch.pieces.some(({ isDeed }) => isDeed);
  const isTitled = before.blueprint.entities.some(({ name }) => !names.has(name));
  // "with guests with rsvp, tables, vendors": what the second list belongs to, the grammar guesses.
  const isNested = sketch.said.filter((word) => word === 'with').length > 1;
  if (!isDone && !isLonely && !isTitled && !isNested) return false;
  const isMore = lost.length === 0 && entities.length > before.blueprint.entities.length;
  return (
    isMore || (isMistaken && entities.length >= before.blueprint.entities.length - lost.length)
  );
}

/** `Max14Day`, `max3AttemptsPerStudent`: a limit was taken for a name. */
const namesLimit = ({ blueprint }: Reading) =>
  blueprint.entities.some(({ name, fields }) =>
    [name, ...fields.map((field) => field.name)].some((each) => /^max\d|^nobody$/i.test(each)),
  );

/** The words of the head, or of "our bakery". */
const ourOwn = (said: readonly string[], end: number) =>
  said.slice(0, /^(our|my)$/.test(said[0] ?? '') ? 3 : end);

const lengthOf = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + text.replace(/ \(.*\)$/, '').length, 0);
