import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const TICKETS = 'Projects have a name. Tickets have a number and a title and belong to a project.';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

describe('unique within something else', () => {
  it.each([
    'The number is unique per project.',
    'The number is unique within a project.',
    'The number of a ticket is unique within its project.',
    'Ticket numbers are unique within a project.',
    'In a project the number is unique.',
    'Within a project, numbers are unique.',
    "Each ticket has a number that's unique in the project.",
    'A number can only be used once per project.',
    'A number cannot be used twice in a project.',
    'The same number may not occur twice in a project.',
    'No two tickets in a project have the same number.',
    'No two tickets may have the same number in one project.',
    'The number is unique for a project.',
    'The number is unique together with the project.',
  ])('%s', (sentence) => {
    const { blueprint, notUnderstood } = read(`${TICKETS} ${sentence}`);
    const [project, ticket] = blueprint.entities;

    expect(ticket?.uniqueTogether?.map((names) => [...names].sort())).toEqual([
      ['number', 'project'],
    ]);
    expect(
      [...(project?.fields ?? []), ...(ticket?.fields ?? [])].some(({ unique }) => unique),
    ).toBe(false);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    'Clinics have a name. Patients have a name and a number that is unique per clinic and belong to a clinic.',
    'Clinics have a name. Patients have a name and a number (unique per clinic) and belong to a clinic.',
    'Clinics have a name. Patients have a name and a number and belong to a clinic, unique by clinic and number.',
  ])('is told where the field is: %s', (prompt) => {
    const { blueprint, notUnderstood } = read(prompt);
    expect(blueprint.entities[1]?.uniqueTogether).toEqual([['clinic', 'number']]);
    expect(notUnderstood).toEqual([]);
  });

  it.each(['in the whole system', 'in the app', 'in the database'])(
    'and unique %s means everywhere',
    (where) => {
      const { blueprint, notUnderstood } = read(`${TICKETS} The number is unique ${where}.`);
      expect(blueprint.entities[1]?.fields[0]?.unique).toBe(true);
      expect(notUnderstood).toEqual([]);
    },
  );

  it.each(['The number is unique within a year.', 'The number is unique per year.'])(
    'asks whether the year is to be kept: %s',
    (sentence) => {
      const prompt = `Invoices have a number and a date. ${sentence}`;
      const { blueprint, notUnderstood, questions } = read(prompt);
      const [answer] = questions.find(({ text }) => text.includes('within a year'))?.answers ?? [];
      const next = read(`${prompt}\n\nDecided:\n${answer?.sentence}`);

      expect(blueprint.entities[0]?.uniqueTogether).toBeUndefined();
      expect(notUnderstood.join()).toContain('no year of invoice is kept by itself');
      expect(next.blueprint.entities[0]?.uniqueTogether?.flat().sort()).toEqual(['number', 'year']);
      expect(next.notUnderstood).toEqual([]);
    },
  );
});
