import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

describe('a lifecycle', () => {
  it.each([
    ['An invoice has a number and a total, and goes from draft to sent to paid.', 0],
    ['Invoices have a number (unique) and go from draft to sent, then to paid.', 0],
    [
      'Customers have a name. An invoice belongs to a customer and moves from draft to sent to paid.',
      1,
    ],
  ])('shares the subject of its sentence: %s', (prompt, index) => {
    const { blueprint, notUnderstood } = read(prompt);

    expect(blueprint.entities[index]).toMatchObject({
      name: 'Invoice',
      lifecycle: {
        field: 'status',
        initial: 'draft',
        transitions: [
          { name: 'send', from: ['draft'], to: 'sent' },
          { name: 'pay', from: ['sent'], to: 'paid' },
        ],
      },
    });
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    ['from resolved or closed', ['resolved', 'closed']],
    ['from closed', ['closed']],
    ['', ['closed']],
  ])('goes back to where it began when it is reopened %s', (from, sources) => {
    const chain = 'Tickets go from new to resolved to closed';
    const { blueprint, notUnderstood } = read(
      `Tickets have a subject. ${chain} and can be reopened ${from}`.trim(),
    );

    expect(blueprint.entities[0]).toMatchObject({
      fields: [{ name: 'subject' }, { name: 'status' }],
      lifecycle: {
        initial: 'new',
        transitions: [
          { name: 'resolve' },
          { name: 'close' },
          { name: 'reopen', from: sources, to: 'new' },
        ],
      },
    });
    expect(notUnderstood).toEqual([]);
  });

  it('takes no clause for the name of a thing', () => {
    const { blueprint } = read('A trip has a driver and a fare and goes from a city to a city.');

    expect(blueprint.entities[0]?.lifecycle).toBeUndefined();
  });

  it('is offered for what a thing can be, and made by the answer', () => {
    const prompt = 'A report has a title. A report is draft, submitted or approved.';
    const { blueprint, assumptions } = read(prompt);
    const answer = assumptions
      .find(({ path }) => path === 'Report.status')
      ?.answers.find(({ sentence }) => sentence.includes('goes from'));

    expect(blueprint.entities[0]?.lifecycle).toBeUndefined();
    expect(answer?.sentence).toBe('A report goes from draft to submitted to approved.');
    expect(
      read(`${prompt}\nDecided: ${answer?.sentence}`).blueprint.entities[0]?.lifecycle?.transitions,
    ).toHaveLength(2);
  });

  it('is not offered for what is seen or not', () => {
    const { assumptions } = read('An album has a name. An album is public or private.');

    expect(assumptions.find(({ path }) => path === 'Album.visibility')?.answers).toEqual([]);
  });
});
