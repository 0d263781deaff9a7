import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  const { blueprint, questions, assumptions, notUnderstood } = outcome.reading;
  const relations = blueprint.entities.flatMap(({ name, relations }) =>
    relations.map(({ kind, target, name: role }) => `${name} ${kind} ${target} as ${role}`),
  );
  return {
    names: blueprint.entities.map(({ name }) => name),
    relations,
    questions,
    assumptions,
    notUnderstood,
  };
}

describe('what the reader makes of things and how they hang together', () => {
  it('shares tags between posts and says so', () => {
    const { relations, assumptions } = read('Posts have a title and many tags.');

    expect(relations).toContain('Tag many-to-many Post as posts');
    expect(assumptions.map(({ path }) => path)).toContain('Post.Tag');
  });

  it('leaves a list of skills to its owner', () => {
    expect(read('A volunteer has a name and a list of skills.').relations).toContain(
      'Skill belongs-to Volunteer as volunteer',
    );
  });

  it('asks how a thing without any relation belongs to the others', () => {
    const { questions } = read(
      'A company has a name. A team has a name and many players. A player has a name.',
    );

    expect(questions.map(({ path }) => path)).toEqual(['Company']);
  });

  it('takes a kind of a known thing for that thing', () => {
    const { names, assumptions } = read(
      'Employees have a name and an email. Managers are employees as well.',
    );

    expect(names).toEqual(['Employee']);
    expect(assumptions.map(({ text }) => text)).toContain(
      '"managers" are of the kind Employee and are not kept apart.',
    );
  });

  it('lists examples of a mass of things and makes no things of them', () => {
    const { names, notUnderstood } = read(
      'We manage our equipment: laptops, monitors and so on. An asset has a name and a price.',
    );

    expect(names).toEqual(['Asset']);
    expect(notUnderstood.join(' ')).toContain('laptops');
  });
});
