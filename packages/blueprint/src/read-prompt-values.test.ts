import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

function entitiesOf(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.reading.blueprint.entities;
}

function namesOf(prompt: string) {
  return entitiesOf(prompt).map(({ name }) => name);
}

function fieldsOf(prompt: string, entity: string) {
  return entitiesOf(prompt).find(({ name }) => name === entity)?.fields ?? [];
}

describe('values that stand where things may stand', () => {
  it('keeps a date and an amount with the thing that joins two others', () => {
    const prompt =
      'Pet adoption: animals (name, age), adopters (full name, email), adoptions linking an animal with an adopter on a date with a fee.';

    expect(namesOf(prompt)).toEqual(['Animal', 'Adopter', 'Adoption']);
    expect(fieldsOf(prompt, 'Adoption')).toMatchObject([
      { name: 'date', type: 'date' },
      { name: 'fee', type: 'money' },
    ]);
  });

  it('keeps a time and a price without "with"', () => {
    const prompt =
      'Vets (name), pets (name), appointments linking a pet with a vet at a time for a price.';

    expect(namesOf(prompt)).toEqual(['Vet', 'Pet', 'Appointment']);
    expect(fieldsOf(prompt, 'Appointment').map(({ name }) => name)).toEqual(['time', 'price']);
  });
});

describe('a verb that tells what to keep', () => {
  it('is no part of the name of a thing of two words', () => {
    expect(namesOf('Record stock movements with a type of in or out and a quantity.')).toEqual([
      'StockMovement',
    ]);
    expect(namesOf('Log phone calls with a duration. Manage guest lists with a name.')).toEqual([
      'PhoneCall',
      'GuestList',
    ]);
  });
});

describe('what a number must not be', () => {
  it.each([
    ["which can't be negative", 0],
    ['that cannot be negative', 0],
    ['(not negative)', 0],
    ['which must be positive', 1],
  ])('bounds a stock quantity %s', (said, min) => {
    expect(
      fieldsOf(`Items have a name, a price and a stock quantity ${said}.`, 'Item'),
    ).toContainEqual(expect.objectContaining({ name: 'stockQuantity', min }));
  });
});
