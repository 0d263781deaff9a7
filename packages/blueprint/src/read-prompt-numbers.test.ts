import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood } = outcome.reading;
  return { fields: blueprint.entities.flatMap(({ fields }) => fields), notUnderstood };
}

describe('numbers and units', () => {
  it.each([
    ['A project has a key (unique, 2-5 uppercase letters) and a name.', '2-5 uppercase letters'],
    ['An invoice has a date and a code with 3 letters followed by 4 digits.', '4 digits'],
    ['A team has a name and a maximum of 5 guides. Guides have a name. A team has guides.', '5'],
    ['Quizzes have a title and 10 questions. A question has a text.', '10'],
  ])('are listed where nothing was made of them: %s', (prompt, listed) => {
    expect(read(prompt).notUnderstood.join(' ')).toContain(listed);
  });

  it.each([
    'A user has a name of at most 40 characters.',
    'A pin has a code of exactly 4 digits.',
    'A tank has a volume between 5 and 500 litres.',
    'A review has a score from 1 to 10 and a text.',
    'A product has a price of more than 0 and a stock of at least 1.',
  ])('are accounted for by the bound that they became: %s', (prompt) => {
    expect(read(prompt).notUnderstood).toEqual([]);
  });

  it('bound nothing when they count a part of the whole', () => {
    const { fields } = read('An invoice has a code with 3 letters followed by 4 digits.');

    expect(fields).toEqual([expect.not.objectContaining({ maxLength: 3 })]);
  });
});
