import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const SHOP =
  'Orders have a number and a status (draft, submitted, approved). Products have a name and a price.';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

function accessOf({ blueprint }: Reading, name: string) {
  return blueprint.entities.find((entity) => entity.name === name)?.access;
}

function rolesOf({ blueprint }: Reading): string[] | undefined {
  return blueprint.people?.roles.map(({ name }) => name);
}

describe('people', () => {
  it.each([
    ['Users log in with email and password.', ['user', 'admin'], 'open'],
    ['There are two roles: manager and clerk.', ['clerk', 'manager'], 'closed'],
    ['Only admins can delete products.', ['user', 'admin'], 'open'],
    ['Doctors and receptionists sign in.', ['doctor', 'receptionist', 'admin'], 'closed'],
    ['A shop where clerks and managers log in.', ['clerk', 'manager'], 'closed'],
    ['Drivers and fleet managers sign in.', ['driver', 'fleetManager'], 'closed'],
    [
      'Customers sign up themselves. The head of sales may delete orders.',
      ['customer', 'headOfSales'],
      'open',
    ],
    ['Staff must log in. Only the manager creates accounts.', ['staff', 'manager'], 'closed'],
  ])('%s', (sentence, roles, signUp) => {
    const reading = read(`${SHOP} ${sentence}`);

    expect(rolesOf(reading)).toEqual(roles);
    expect(reading.blueprint.people?.signUp).toBe(signUp);
    expect(reading.notUnderstood).toEqual([]);
    expect(reading.assumptions.map(({ path }) => path)).toContain('people');
  });

  it('of equal rank may not do what is said of the others alone', () => {
    const reading = read(
      `${SHOP} Doctors and receptionists sign in. Only doctors can change orders. Receptionists see only their own products.`,
    );

    expect(accessOf(reading, 'Order')?.update).toEqual(['doctor', 'admin']);
    expect(accessOf(reading, 'Product')).toMatchObject({ rows: 'own', seesAll: [] });
  });

  it.each([
    SHOP,
    `${SHOP} Customers place orders.`,
    `${SHOP} As a clerk I can add products.`,
    `${SHOP} Customers have a name and a password.`,
    `${SHOP} Users can create, edit and delete products.`,
  ])('there are none where nobody is said to sign in: %s', (prompt) => {
    const { blueprint } = read(prompt);

    expect(blueprint.people).toBeUndefined();
    expect(blueprint.entities.flatMap(({ access }) => access ?? [])).toEqual([]);
  });

  it('are asked about where stories tell of them', () => {
    const { questions } = read(`${SHOP} As a clerk I can add products.`);

    expect(
      questions.find(({ path }) => path === 'people')?.answers.map(({ sentence }) => sentence),
    ).toEqual(['People sign in.', 'Nobody signs in.']);
    const answered = read(`${SHOP} As a clerk I can add products.\n\nDecided:\nPeople sign in.`);
    expect(rolesOf(answered)).toEqual(['clerk', 'admin']);
  });

  it('are overturned by an answer', () => {
    const prompt = `${SHOP} Clerks and managers log in. Only managers may delete orders.`;
    const { assumptions } = read(prompt);
    const answers = assumptions.find(({ path }) => path === 'people')?.answers ?? [];
    const decided = (label: string) =>
      read(`${prompt}\n\nDecided:\n${answers.find((answer) => answer.label === label)?.sentence}`);

    expect(decided('Nobody signs in').blueprint.people).toBeUndefined();
    const equal = decided('Everyone who signs in may do everything');
    expect(rolesOf(equal)).toEqual(['clerk', 'manager']);
    expect(accessOf(equal, 'Order')).toBeUndefined();
    expect(decided('People sign up by themselves').blueprint.people?.signUp).toBe('open');
  });

  it('keep passwords and sessions for themselves', () => {
    const { blueprint, assumptions } = read(
      'Sessions have a title and a room. Users have a name and a password and attend many sessions. Users sign in.',
    );

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['SessionRecord', 'User']);
    expect(blueprint.entities[1]?.fields.map(({ name }) => name)).toEqual(['name']);
    expect(assumptions.map(({ text }) => text).join(' ')).toContain('accounts keep passwords');
  });
});

describe('rights', () => {
  const people = 'There are three roles: customer, clerk and manager.';
  const all = ['customer', 'clerk', 'manager'];
  const from = (role: string) => all.slice(all.indexOf(role));

  it.each([
    [
      'Only managers may delete orders.',
      { delete: from('manager'), create: all, update: all, read: all },
    ],
    ['Orders can only be deleted by managers.', { delete: from('manager'), create: all }],
    [
      'Clerks can create and edit orders.',
      { create: from('clerk'), update: from('clerk'), delete: from('clerk'), read: all },
    ],
    ['Customers cannot change orders.', { update: from('clerk'), create: all }],
    ['Nobody can delete orders.', { delete: [], update: all }],
    [
      'Anyone can read orders, only clerks write them.',
      { read: 'everyone', create: from('clerk'), delete: from('clerk') },
    ],
    [
      'Customers can see only their own orders.',
      { rows: 'own', seesAll: from('clerk'), create: all },
    ],
    [
      'Customers see only their own orders, clerks see all.',
      { rows: 'own', seesAll: from('clerk') },
    ],
    [
      'Customers may read everything but not change anything.',
      { read: all, update: from('clerk') },
    ],
    [
      'Clerks can look but not touch.',
      { update: ['customer', 'manager'], create: ['customer', 'manager'] },
    ],
  ])('%s', (sentence, access) => {
    const reading = read(`${SHOP} ${people} ${sentence}`);

    expect(accessOf(reading, 'Order')).toMatchObject(access);
    expect(reading.notUnderstood).toEqual([]);
  });

  it('says what nobody is given and what own means', () => {
    const texts = read(
      `${SHOP} ${people} Customers can see only their own orders.`,
    ).assumptions.map(({ text }) => text);

    expect(texts.find((text) => text.startsWith('Own orders'))).toContain(
      'the account itself made',
    );
    expect(
      texts.find((text) => text.includes('does not say who may change products')),
    ).toBeDefined();
  });

  it('asks where somebody would see nothing, since what is their own is made by others', () => {
    const prompt = `${SHOP} ${people} Customers see only their own orders. Only clerks create orders.`;
    const [asked] = read(prompt).questions.filter(({ path }) => path === 'Order.access');
    const [answer] = asked?.answers ?? [];
    const next = read(`${prompt}\n\nDecided:\n${answer?.sentence}`);

    expect(asked?.text).toContain('they would see nothing');
    expect(accessOf(next, 'Order')?.create).toContain('customer');
    expect(next.questions.filter(({ path }) => path === 'Order.access')).toEqual([]);
  });

  it.each([
    'Managers can delete orders older than three years.',
    'Only managers may archive products.',
    'Only managers may delete invoices.',
  ])('are listed where they cannot be kept: %s', (sentence) => {
    expect(read(`${SHOP} ${people} ${sentence}`).notUnderstood.join(' ')).toMatch(
      /archive|older|invoices/,
    );
  });
});
