import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const MEMBERS = 'Members have a name.';
const LOANS = `${MEMBERS} Loans have a due date and a status (open, returned) and belong to a member.`;
const FLAGGED = `${MEMBERS} Subscriptions have a plan and an active flag and belong to a member.`;

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

const open = { field: 'status', values: ['open'] };

describe('a limit of how many there are', () => {
  it.each([
    'There can be at most 3 open loans per member.',
    'At most three open loans per member.',
    'A member may have no more than three unreturned loans.',
    'Members can have a maximum of 3 open loans at once.',
    "Members can't have more than 3 open loans at a time.",
    'No member may have more than 3 open loans.',
    'The limit is 3 open loans per member.',
    'max. 3 open loans per member',
    'Every member is allowed up to 3 open loans.',
    'Never more than 3 loans that are open for a member.',
    'A member is limited to 3 open loans.',
    'A member can only have 3 open loans.',
    'A member has fewer than 4 open loans.',
    'Each member may hold at most 3 loans which are not returned.',
    'For each member there are at most 3 open loans.',
    'A member can have 3 open loans at most.',
  ])('of some rows alone, by their state: %s', (sentence) => {
    const { blueprint, notUnderstood } = read(`${LOANS} ${sentence}`);

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Member', 'Loan']);
    expect(blueprint.entities[1]?.rules).toEqual([
      { kind: 'at-most', per: 'member', most: 3, where: open },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it('is told of what the sentence speaks of', () => {
    const told = LOANS.replace(/\.$/, ', at most 3 open ones per member.');
    expect(read(told).blueprint.entities[1]?.rules).toMatchObject([{ most: 3, where: open }]);
  });

  it.each([
    ['Only one active subscription per member.', [true]],
    ['There is only one active subscription per member.', [true]],
    ['Each member can only have one active subscription.', [true]],
    ['At most one inactive subscription per member.', [false]],
    ['A member may have at most one subscription that is not active.', [false]],
  ])('by a flag: %s', (sentence, values) => {
    const { blueprint, notUnderstood } = read(`${FLAGGED} ${sentence}`);

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Member', 'Subscription']);
    expect(blueprint.entities[1]?.rules).toEqual([
      { kind: 'at-most', per: 'member', most: 1, where: { field: 'active', values } },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    ['Not more than 2 loans a day.', 'within a day'],
    ['A member can make not more than 2 loans a day.', 'within a day'],
    ['At most 5 loans per week.', 'within a week'],
    ['A member may have at most 2 overdue loans.', 'no field of Loan tells what is overdue'],
    ['At most 3 open loans per shelf.', 'belong to a shelf'],
  ])('is listed where it cannot be kept, and makes no thing: %s', (sentence, reason) => {
    const { blueprint, notUnderstood } = read(`${LOANS} ${sentence}`);

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Member', 'Loan']);
    expect(blueprint.entities[1]?.rules).toBeUndefined();
    expect(notUnderstood).toHaveLength(1);
    expect(notUnderstood[0]).toContain(reason);
  });

  it('of things that nothing else tells of makes them', () => {
    const { blueprint } = read(
      'An election has a title and at most 9 candidates. A candidate has a name.',
    );
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Election', 'Candidate']);
  });
});
