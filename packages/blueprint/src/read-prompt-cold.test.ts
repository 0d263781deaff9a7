import { describe, expect, it } from 'vitest';
import { readInBrief } from './corpus/in-brief.ts';
import { isNounOfDeed } from './lexicon/deed-nouns.ts';
import { readPrompt } from './read-prompt.ts';

function notUnderstood(prompt: string): string {
  const outcome = readPrompt(prompt);
  return outcome.ok ? outcome.reading.notUnderstood.join(' ; ') : outcome.refusal.code;
}

describe('a noun of doing', () => {
  it.each([
    ['referral', 'refer'],
    ['audit', 'audit'],
    ['admission', 'admit'],
    ['certification', 'certify'],
    ['sponsorship', 'sponsor'],
    ['practice', 'practise'],
  ])('%s is what "%s" names', (noun, verb) => {
    expect(isNounOfDeed(noun, verb)).toBe(true);
  });

  it.each([
    ['carrier', 'carry'],
    ['reference', 'review'],
    ['room', 'roam'],
  ])('%s is not of "%s"', (noun, verb) => {
    expect(isNounOfDeed(noun, verb)).toBe(false);
  });
});

describe('a prompt of somebody who tries it cold', () => {
  it('makes no thing of a period, of how often and of whom the app is for', () => {
    expect(
      readInBrief('Each employee writes one timesheet per week. A timesheet has a total.'),
    ).not.toContain('TimesheetPerWeek: name | ');
    expect(readInBrief('Record the temperature of every fridge twice a day.')).toEqual([
      'Fridge: temperature | ',
    ]);
    expect(
      readInBrief('An app for landlords: properties, tenants, leases with rent and start date.'),
    ).toEqual(['Property: name | ', 'Tenant: name | ', 'Lease: rent, startDate | ']);
  });

  it('keeps a length of time away from a date, and lists it', () => {
    const prompt = 'Loans (item, due date, max 14 days). Items have a name.';
    expect(readInBrief(prompt)).toContain('Loan: dueDate | belongs-to Item');
    expect(notUnderstood(prompt)).toContain('14 days');
  });

  it('lists where all of it happens', () => {
    expect(
      notUnderstood('In our clinic physios treat athletes. A treatment has a date.'),
    ).toContain('In our clinic');
  });

  it('takes an agent for somebody and not for a state', () => {
    const outcome = readPrompt('Rounds have a weekday and a cleaner.');
    const fields = outcome.ok ? outcome.reading.blueprint.entities[0]?.fields : [];
    expect(fields?.map(({ type }) => type)).toEqual(['string', 'string']);
  });
});
