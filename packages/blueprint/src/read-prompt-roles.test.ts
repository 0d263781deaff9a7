import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const TRIPS = 'Trips have a date and a distance.';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

const rolesOf = ({ blueprint }: Reading) => blueprint.people?.roles.map(({ name }) => name);
const thingsOf = ({ blueprint }: Reading) => blueprint.entities.map(({ name }) => name);

describe('people that a prompt lists', () => {
  it.each([
    'There are drivers and dispatchers. Only dispatchers may delete trips.',
    'There are drivers and dispatchers. Drivers create trips, dispatchers delete them.',
    'We have drivers and dispatchers who log in.',
    'We have drivers and dispatchers with accounts. Only dispatchers may delete trips.',
    'Both drivers and dispatchers sign in.',
    'Users can be drivers or dispatchers. Drivers see only their own trips.',
    'A user is either a driver or a dispatcher. Only dispatchers delete trips.',
    'Every user is a driver or a dispatcher. Nobody but dispatchers may delete trips.',
    'Everyone is a driver or a dispatcher. Drivers may only see their own trips.',
    'Our users are drivers and dispatchers. Drivers see only their own trips.',
    'It is used by drivers and dispatchers. Only dispatchers may delete trips.',
    'People who use it: drivers, dispatchers. Only dispatchers may delete trips.',
    'Two kinds of user: driver, dispatcher.',
    'There are two types of users: drivers and dispatchers.',
    'There are two different kinds of user, namely drivers and dispatchers.',
    'The roles are driver and dispatcher.',
  ])('are roles where something is said of what they may: %s', (sentence) => {
    const reading = read(`${TRIPS} ${sentence}`);

    expect(rolesOf(reading)).toEqual(['driver', 'dispatcher']);
    expect(thingsOf(reading)).toEqual(['Trip']);
    expect(reading.notUnderstood).toEqual([]);
  });

  it('are no things where what they do tells of another', () => {
    const reading = read(
      'There are drivers and dispatchers. Drivers create trips with a date and a distance. Only dispatchers may delete trips.',
    );
    expect(rolesOf(reading)).toEqual(['driver', 'dispatcher']);
    expect(thingsOf(reading)).toEqual(['Trip']);
    expect(reading.notUnderstood).toEqual([]);
  });

  it.each(['Only managers delete customers.', 'Only managers remove customers.'])(
    'act on people who are kept, without a word between: %s',
    (sentence) => {
      const { blueprint, notUnderstood } = read(
        `Customers have a name and a phone. Clerks and managers sign in. ${sentence}`,
      );

      expect(notUnderstood).toEqual([]);
      expect(blueprint.entities[0]?.access?.delete).toEqual(['manager']);
    },
  );

  it('may be called whatever they are called', () => {
    const reading = read(`${TRIPS} Users are wardens or rangers. Only rangers may delete trips.`);
    expect(rolesOf(reading)).toEqual(expect.arrayContaining(['warden', 'ranger']));
    expect(thingsOf(reading)).toEqual(['Trip']);
  });

  it.each([
    'There are drivers and dispatchers.',
    'There are drivers and dispatchers. Drivers have a name and a phone.',
    'There are drivers and dispatchers. Drivers have a name and a phone and belong to a dispatcher.',
  ])('are things where nothing is: %s', (sentence) => {
    const reading = read(`${TRIPS} ${sentence}`);

    expect(reading.blueprint.people).toBeUndefined();
    expect(thingsOf(reading)).toEqual(['Trip', 'Driver', 'Dispatcher']);
  });

  it('stay things beside a role where they have values, and whether they sign in is asked', () => {
    const prompt = `${TRIPS} There are drivers and dispatchers. Drivers have a name and a phone. Only dispatchers may delete trips.`;
    const reading = read(prompt);
    const asked = reading.questions.find(({ path }) => path === 'Driver');
    const answered = read(`${prompt}\n\nDecided:\n${asked?.answers[0]?.sentence}`);

    expect(thingsOf(reading)).toContain('Driver');
    expect(rolesOf(reading)).toEqual(['dispatcher', 'admin']);
    expect(rolesOf(answered)).toEqual(['driver', 'dispatcher']);
    expect(thingsOf(answered)).toContain('Driver');
  });

  it('stay things where others belong to them, and that is said', () => {
    const reading = read(
      `There are drivers and dispatchers. ${TRIPS.replace('.', ' and belong to a driver.')} Only dispatchers may delete trips.`,
    );

    expect(thingsOf(reading).sort()).toEqual(['Driver', 'Trip']);
    expect(rolesOf(reading)).toEqual(['driver', 'dispatcher']);
    expect(reading.assumptions.find(({ path }) => path === 'Driver')?.text).toContain(
      'things that are kept as well',
    );
  });

  it('are no states', () => {
    const { blueprint } = read('Users have a name and can be active or blocked.');
    expect(blueprint.people).toBeUndefined();
    expect(blueprint.entities[0]?.fields.map(({ values }) => values)).toContainEqual([
      'active',
      'blocked',
    ]);
  });
});
