import { readPrompt } from '@quantumlayer/blueprint';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from './blueprint.ts';
import { mergeBlueprint } from './merge-blueprint.ts';

const LIBRARY =
  'A library: books have a title. A member has a name. A loan belongs to a book and has a due date.';

function read(prompt: string): Blueprint {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  // As the API sends it.
  return JSON.parse(JSON.stringify(outcome.reading.blueprint));
}

describe('an answer to a blueprint that somebody is changing', () => {
  const base = read(LIBRARY);
  const own: Blueprint = {
    ...base,
    entities: base.entities.map((entity) =>
      entity.name === 'Loan'
        ? { ...entity, fields: entity.fields.map((field) => ({ ...field, unique: true })) }
        : entity,
    ),
  };
  const answered = (sentence: string) =>
    mergeBlueprint(base, read(`${LIBRARY}\n\nDecided:\n${sentence}`), own);

  it('brings what it says and leaves what was changed', () => {
    const loan = answered('A loan belongs to a member.').entities.find(
      ({ name }) => name === 'Loan',
    );
    expect(loan?.relations.map(({ target }) => target).sort()).toEqual(['Book', 'Member']);
    expect(loan?.fields[0]).toMatchObject({ name: 'dueDate', unique: true });
  });

  it('brings new entities and names', () => {
    expect(answered('A shelf has a number.').entities.map(({ name }) => name)).toContain('Shelf');
    expect(answered('The app is called Books.')).toMatchObject({ name: 'books', title: 'Books' });
  });

  it('takes away what it leaves out', () => {
    const next = { ...base, entities: base.entities.filter(({ name }) => name !== 'Member') };
    expect(mergeBlueprint(base, next, own).entities.map(({ name }) => name)).toEqual([
      'Book',
      'Loan',
    ]);
  });

  it('that changes nothing changes nothing', () => {
    expect(mergeBlueprint(base, base, own)).toEqual(own);
  });
});
