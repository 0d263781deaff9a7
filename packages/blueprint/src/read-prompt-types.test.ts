import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function fieldOf(prompt: string, name: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  return blueprint.entities.flatMap(({ fields }) => fields).find((field) => field.name === name);
}

describe('types that a standard names', () => {
  it.each([
    ['Reviews have a text and a score (star rating).', 'score', 'rating'],
    ['Labels have a name and a shade (hex colour).', 'shade', 'colour'],
    ['Labels have a name and a shade (hex color).', 'shade', 'colour'],
    ['Labels have a name and a hex color.', 'hexColor', 'colour'],
    ['Artists have a name and an origin (country code).', 'origin', 'country'],
    ['Artists have a name and an ISO country code.', 'isoCountryCode', 'country'],
    ['Members have a name and a language (locale).', 'language', 'locale'],
    ['Members have a name and a preferred locale.', 'preferredLocale', 'locale'],
  ])('%s', (prompt, name, type) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type });
  });

  it.each([
    ['Reviews have a text and a rating.', 'rating', 'integer'],
    ['Labels have a name and a colour.', 'colour', 'string'],
    ['Artists have a name and a country.', 'country', 'string'],
    ['Calls have a number and a country code.', 'countryCode', 'string'],
  ])('does not guess them: %s', (prompt, name, type) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type });
  });
});

describe('the scale of a rating', () => {
  const score = (said: string) => fieldOf(`Reviews have a text and a score (${said}).`, 'score');

  it('ends where the prompt says', () => {
    expect(score('star rating, at most 10')).toMatchObject({ type: 'rating', max: 10 });
    expect(score('star rating, between 1 and 5')).not.toHaveProperty('max');
  });

  it('is a number with bounds when it does not begin at 1', () => {
    const bounds = { min: 0, max: 10 };
    expect(score('star rating, between 0 and 10')).toMatchObject({ type: 'integer', ...bounds });
  });

  it('holds the default', () => {
    expect(score('star rating, default 3')).toMatchObject({ type: 'rating', default: 3 });
    expect(score('star rating, default 9')).not.toHaveProperty('default');
  });
});
