import type { Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

/** "rating 10": the field as it is told of in a review, without the text beside it. */
function fieldsOf(prompt: string, name: string): string[] {
  const entity = read(prompt).blueprint.entities.find((each) => each.name === name);
  return (entity?.fields ?? []).map((field: Field) =>
    [field.name, field.type, field.min, field.max, field.values?.join('|')]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

describe('ratings', () => {
  it.each([
    ['a rating', 'rating rating'],
    ['stars', 'stars rating'],
    ['a star rating', 'starRating rating'],
    ['a 5-star rating', 'rating rating'],
    ['a 10-star rating', 'rating rating 10'],
    ['1-5 stars', 'stars rating'],
    ['1 to 5 stars', 'stars rating'],
    ['one to ten stars', 'stars rating 10'],
    ['up to 5 stars', 'stars rating'],
    ['a rating from 1 to 10', 'rating rating 10'],
    ['a rating (1-5)', 'rating rating'],
    ['a rating out of five', 'rating rating'],
    ['a score out of ten', 'score rating 10'],
    ['a mark out of 5', 'mark rating'],
    ['a taste score (1-10)', 'tasteScore rating 10'],
    ['a rating between 1 and 5 stars', 'rating rating'],
    ['a number of stars', 'numberOfStars rating'],
  ])('what somebody thinks of it: %s', (told, expected) => {
    const prompt = `Films have a title. Reviews have a text and ${told} and belong to a film.`;

    expect(fieldsOf(prompt, 'Review')).toEqual(['text text', expected]);
    expect(read(prompt).notUnderstood).toEqual([]);
  });

  it.each([
    ['a score', 'score integer'],
    ['a score from 0 to 100', 'score integer 0 100'],
    ['a score out of 100', 'score integer 0 100'],
    ['an average rating', 'averageRating decimal'],
    ['a rating (PG, R, U)', 'rating enum PG|R|U'],
    ['an age rating', 'ageRating integer'],
    ['a rating between 100 and 3000', 'rating integer 100 3000'],
    ['stars, likes', 'stars integer', 'likes integer'],
    ['a difficulty from 1 to 5', 'difficulty integer 1 5'],
  ])('but other numbers are what they were: %s', (told, ...expected) => {
    expect(fieldsOf(`Films have a title and ${told}.`, 'Film')).toEqual([
      'title string',
      ...expected,
    ]);
  });

  it.each([
    ['Members rate films from 1 to 5.', ['value rating']],
    ['Members rate films from 1 to 10.', ['value rating 10']],
    ['Members rate films with stars and a comment.', ['stars rating', 'comment text']],
  ])('that people give are things with a value: %s', (sentence, fields) => {
    const prompt = `Films have a title. Members have a name. ${sentence}`;
    expect(fieldsOf(prompt, 'Rating')).toEqual(fields);
  });

  it('say how far they go where the prompt does not, which an answer changes', () => {
    const prompt = 'Films have a title and a rating.';
    const { assumptions } = read(prompt);
    const [answer] = assumptions.find(({ path }) => path === 'Film.rating')?.answers ?? [];

    expect(fieldsOf(`${prompt}\n\nDecided:\n${answer?.sentence}`, 'Film')).toEqual([
      'title string',
      'rating rating 10',
    ]);
  });
});

describe('what is told of a choice', () => {
  it.each([
    ['a size (small, medium, large) with prices', 'size', 'price'],
    ['a size (small, medium, large) with a price', 'size', 'price'],
    ['a size (small, medium, large), each with a price', 'size', 'price'],
    ['a size (small, medium, large) with different prices', 'size', 'price'],
    ['a size (small, medium, large) with a price each', 'size', 'price'],
    ['a size (small/medium/large) with its price', 'size', 'price'],
    ['a size of small, medium or large with prices', 'size', 'price'],
    ['a category (small, medium, large) with a fee', 'category', 'fee'],
    ['a class (small, medium, large) with costs', 'class', 'cost'],
    ['a kind (small, medium, large) with a deposit', 'kind', 'deposit'],
    ['a type (small, medium, large) with a price per night', 'type', 'pricePerNight'],
    ['a format (small, medium, large) having a price', 'format', 'price'],
  ])('stands beside it: %s', (told, choice, amount) => {
    const prompt = `Boxes have a label. A box has ${told}.`;

    expect(fieldsOf(prompt, 'Box')).toEqual([
      'label string',
      `${choice} enum small|medium|large`,
      `${amount} money`,
    ]);
    expect(read(prompt).notUnderstood).toEqual([]);
    expect(read(prompt).assumptions.map(({ path }) => path)).toContain(`Box.${amount}`);
  });

  it('and goes on with the other values', () => {
    expect(
      fieldsOf('Boxes have a size (small, medium, large) with prices and a colour.', 'Box'),
    ).toEqual(['size enum small|medium|large', 'price money', 'colour string']);
  });
});
