import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

const said: [string, number | undefined, number | undefined][] = [
  ['The stock must never be below zero.', 0, undefined],
  ['The stock must not be above 500.', undefined, 500],
  ['Stock should not drop under zero.', 0, undefined],
  ['The stock may not exceed 500.', undefined, 500],
  ['The stock cannot be more than ten.', undefined, 10],
  ["The stock can't be less than 3.", 3, undefined],
  ['The stock must be below 10.', undefined, 9],
  ['The stock never goes below 2.', 2, undefined],
  ['The stock must not fall below 2.', 2, undefined],
  ['The stock is never more than 7.', undefined, 7],
  ['The stock must stay above 4.', 5, undefined],
  ['The stock is limited to 20.', undefined, 20],
];

describe('bounds that are said by what is refused', () => {
  it.each(said)('%s', (sentence, min, max) => {
    const outcome = readPrompt(`A shop: a product has a title and a stock. ${sentence}`);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const stock = outcome.reading.blueprint.entities[0]?.fields.find(
      ({ name }) => name === 'stock',
    );

    expect([stock?.min, stock?.max]).toEqual([min, max]);
    expect(outcome.reading.notUnderstood).toEqual([]);
  });

  it('are none where no number follows', () => {
    const outcome = readPrompt(
      'A product has a title and a stock. The stock must not be below the demand.',
    );
    const field = outcome.ok ? outcome.reading.blueprint.entities[0]?.fields[1] : undefined;
    expect(field).not.toHaveProperty('min');
    expect(outcome).toMatchObject({ ok: true, reading: { notUnderstood: [expect.anything()] } });
  });
});
