import { ANSWER_BLANK, type Answer, type Entity, type Field } from '@quantumlayer/contracts';
import { toPluralName } from './names.ts';

/** Names as the prompt would say them: `LineItem` -> "line item". */
export function say(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
}

/** "a task", "an invoice". */
export function sayOne(name: string): string {
  const words = say(name);
  return `${/^([aeio]|u(?!s|ni))/.test(words) ? 'an' : 'a'} ${words}`;
}

export const sayMany = (name: string) => say(toPluralName(name));
export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const fixed = (sentence: string): Answer => ({ label: sentence.replace(/\.$/, ''), sentence });

function open(label: string, sentence: string, example: string): Answer {
  return { label, sentence, example };
}

/** "the due date of a task". */
export function sayField(entity: string, field: string): string {
  return `the ${say(field)} of ${sayOne(entity)}`;
}

export function optionalOrRequired(entity: string, field: string): Answer[] {
  const what = upper(sayField(entity, field));
  return [
    { label: 'Required', sentence: `${what} is required.` },
    { label: 'Optional', sentence: `${what} is optional.` },
  ];
}

export function betweenBounds(entity: string, field: string): Answer[] {
  const what = upper(sayField(entity, field));
  return [open('Between', `${what} is between ${ANSWER_BLANK}.`, '1 and 5')];
}

export function scaleUpTo(entity: string, field: string, max: number): Answer[] {
  return [fixed(`${upper(sayField(entity, field))} is between 1 and ${max}.`)];
}

export function betweenLengths(entity: string, field: string): Answer[] {
  const what = upper(sayField(entity, field));
  return [open('Between', `${what} is between ${ANSWER_BLANK} characters long.`, '3 and 60')];
}

const MAX_CHOICES = 8;

export function defaultOf(
  entity: string,
  { name, values }: Pick<Field, 'name' | 'values'>,
): Answer[] {
  const what = upper(sayField(entity, name));
  const choices = (values ?? []).slice(0, MAX_CHOICES);
  if (choices.length === 0)
    return [open('Its default', `${what} defaults to ${ANSWER_BLANK}.`, '0')];
  return choices.map((value) => ({ label: value, sentence: `${what} defaults to ${value}.` }));
}

export function oneOrMany(from: string, to: string): Answer[] {
  return [
    fixed(`${upper(sayOne(from))} has exactly one ${say(to)}.`),
    fixed(`${upper(sayOne(from))} has many ${sayMany(to)}.`),
  ];
}

export function fieldsOf(entity: string): Answer[] {
  const what = upper(sayOne(entity));
  return [open(`${what} has`, `${what} has ${ANSWER_BLANK}.`, 'a title, a price and a date')];
}

export function nameAlone(entity: string): Answer[] {
  return [fixed(`${upper(sayOne(entity))} has a name.`)];
}

export function standsAlone(entity: string): Answer[] {
  return [fixed(`${upper(sayOne(entity))} stands alone.`)];
}

export function nothingElse(entity: string): Answer[] {
  return [fixed(`${upper(sayOne(entity))} has nothing else than what is told.`)];
}

export function oneOfLists(
  entity: string,
  field: string,
  lists: readonly (readonly string[])[],
): Answer[] {
  return lists.map((values) => ({
    label: values.join(', '),
    sentence: `${upper(sayField(entity, field))} is ${listed(values)}.`,
  }));
}

function listed(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

const STATE = /^[a-z]+(?: [a-z]+){0,2}$/;

/** What a thing can be, as states that it goes through. */
export function oneAfterAnother(entity: string, values: readonly string[]): Answer[] {
  const states = values.map((value) => value.toLowerCase());
  const isChain = states.length > 1 && states.every((state) => STATE.test(state));
  return isChain ? [fixed(`${upper(sayOne(entity))} goes from ${states.join(' to ')}.`)] : [];
}

const MAX_PARTNERS = 3;

/** What a thing without relations may belong to, or hold. */
export function ties(entity: string, others: readonly string[]): Answer[] {
  const what = upper(sayOne(entity));
  return [
    ...others
      .slice(0, MAX_PARTNERS)
      .flatMap((other) => [
        fixed(`${upper(sayOne(other))} belongs to ${sayOne(entity)}.`),
        fixed(`${what} belongs to ${sayOne(other)}.`),
      ]),
    ...(others.length > MAX_PARTNERS
      ? [open(`${what} belongs to`, `${what} belongs to ${ANSWER_BLANK}.`, sayOne(others[0] ?? ''))]
      : []),
    fixed(`${what} stands alone.`),
  ];
}

export function appNames(): Answer[] {
  return [open('The app is called', `The app is called ${ANSWER_BLANK}.`, 'Corner Shop')];
}

/** Instead of shared: each belongs to one. */
export function notShared(from: string, to: string): Answer[] {
  return [fixed(`Each ${say(to)} belongs to exactly one ${say(from)}.`)];
}

export function mayBelong(record: string, party: string): Answer[] {
  return [fixed(`${upper(sayOne(record))} optionally belongs to ${sayOne(party)}.`)];
}

/** What was read by the second chance and is not to be. */
export function notMeant(words: string): Answer[] {
  return [{ label: 'Not meant', sentence: `Not meant: "${words}".` }];
}

/** The fields that are most often left open, for the rule that everything is required. */
export function optionalFields(entities: readonly Entity[]): Answer[] {
  const doubtful = entities.flatMap(({ name, fields }) =>
    fields
      .filter((field) => field.required && !field.unique && LATER.has(field.type))
      .map((field) => ({
        label: `${upper(sayField(name, field.name))} is optional`,
        sentence: `${upper(sayField(name, field.name))} is optional.`,
      })),
  );
  return [
    ...doubtful.slice(0, MAX_CHOICES),
    open('Optional is', `${upper(ANSWER_BLANK)} is optional.`, 'The description of a task'),
  ];
}

/** Types of what is often known only later. */
const LATER: ReadonlySet<string> = new Set(['date', 'datetime', 'time', 'text', 'phone', 'url']);
