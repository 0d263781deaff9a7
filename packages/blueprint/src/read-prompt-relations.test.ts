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

  it.each([
    'A ride belongs to a rider and optionally to a driver.',
    'A ride belongs to a rider, and optionally a driver.',
    'A ride belongs to a rider. A ride belongs optionally to a driver.',
  ])('keeps the one required and the other not: %s', (prompt) => {
    const outcome = readPrompt(`A rider has a name. A driver has a name. ${prompt}`);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const ride = outcome.reading.blueprint.entities.find(({ name }) => name === 'Ride');
    expect(ride?.relations.map(({ target, required }) => ({ target, required }))).toEqual([
      { target: 'Rider', required: true },
      { target: 'Driver', required: false },
    ]);
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

  it('makes no relation of what nobody does, and lists it', () => {
    const { relations, notUnderstood } = read(
      'Medicines have a name. Assistants have a name. Assistants cannot sell medicines.',
    );

    expect(relations).toEqual([]);
    expect(notUnderstood.join(' ')).toContain('cannot sell medicines');
  });

  it('records a deed of which only the sentence before tells to whom it is done', () => {
    const { names, relations } = read(
      'We hand out keys to guests. Keys: number. Guests: name. When a key is handed out we note the date.',
    );

    expect(names).toContain('Handover');
    expect(relations).toContain('Handover belongs-to Key as key');
    expect(relations).toContain('Handover belongs-to Guest as guest');
  });

  it('takes a line below a title for a thing when it tells of one', () => {
    const { names, relations } = read(
      'Community centre:\n* rooms can be hired by groups\n* a room: name, capacity\n* a group: name, email\n* a hire has the date and a purpose',
    );

    expect(names.sort()).toEqual(['Group', 'Hire', 'Room']);
    expect(relations).toContain('Hire belongs-to Room as room');
  });
});
