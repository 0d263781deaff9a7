import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const DATA =
  'Patients have a name and a birthday. Appointments have a date and belong to a patient. Medicines have a name and a price.';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

function entityOf({ blueprint }: Reading, name: string) {
  return blueprint.entities.find((entity) => entity.name === name);
}

const rolesOf = ({ blueprint }: Reading) => blueprint.people?.roles.map(({ name }) => name);

describe('teams', () => {
  it.each([
    ['Every clinic sees only its own patients and appointments.', 'Clinic'],
    ['Each clinic only sees its own patients.', 'Clinic'],
    ['Clinics see only their own patients and appointments.', 'Clinic'],
    ['Each tenant sees only its own data.', 'Tenant'],
    ['Every company can only access its own records.', 'Company'],
    ['Appointments are shared within a team.', 'Team'],
    ['Patients and appointments are shared within the practice.', 'Practice'],
    ['Patients are only visible within their clinic.', 'Clinic'],
    ['Patients are private to each clinic.', 'Clinic'],
    ['Users belong to a company and only see the data of their company.', 'Company'],
    ['Users belong to a company and see only the data of their company.', 'Company'],
    [
      'Each user belongs to one organisation and can only see data of that organisation.',
      'Organisation',
    ],
    ['Accounts belong to a clinic.', 'Clinic'],
    ['Every user belongs to exactly one branch.', 'Branch'],
    ['Multi-tenant: all data belongs to an organisation.', 'Organisation'],
    ['All data belongs to a company.', 'Company'],
    ['The app is multi-tenant.', 'Tenant'],
    ['It is multi-tenant by company.', 'Company'],
    ["Staff of one branch never see another branch's appointments.", 'Branch'],
    ["Staff of one branch cannot see another branch's patients.", 'Branch'],
    ['Users of one company never see the data of another company.', 'Company'],
    ['Members of a clinic see only the patients of their own clinic.', 'Clinic'],
    ['Users only see the appointments of their own clinic.', 'Clinic'],
    ['Nobody sees the patients of another clinic.', 'Clinic'],
    ["Tenants never see each other's data.", 'Tenant'],
    ["Clinics cannot see each other's patients.", 'Clinic'],
    ['Data is kept separate per clinic.', 'Clinic'],
    ['The data of each clinic is isolated.', 'Clinic'],
    ['Each tenant has its own data.', 'Tenant'],
    ['Every household sees only its own appointments.', 'Household'],
  ])('%s', (sentence, team) => {
    const reading = read(`${DATA} ${sentence}`);

    expect(reading.notUnderstood).toEqual([]);
    expect(reading.blueprint.people).toMatchObject({ memberOf: team, signUp: 'open' });
    expect(entityOf(reading, team)?.fields.map(({ name }) => name)).toEqual(['name']);
    for (const name of ['Patient', 'Appointment', 'Medicine'])
      expect(entityOf(reading, name)?.access?.rows ?? 'team').toBe('team');
    expect(reading.assumptions.map(({ path }) => path)).toContain('people.memberOf');
  });

  it.each([
    'A customer has a name. Customers belong to a company. A company has a name.',
    'Orders belong to a customer. Each order has its own number.',
    'Each team has a name and many players.',
    'Customers sign in. Customers see only their own orders. An order has a number.',
    'A company has many branches. A branch has a name.',
    'Users have a name and an email. Users belong to a company. Companies have a name.',
    'Employees have a name. Employees belong to a department.',
    'Users sign in. Users have a name and a badge number. Users belong to a department. Rooms have a name.',
  ])('are none in: %s', (prompt) => {
    expect(read(prompt).blueprint.people?.memberOf).toBeUndefined();
  });

  it('are what the prompt describes, whose relations say the same', () => {
    const reading = read(
      'Clinics have a name, a phone number and many patients. Patients have a name. Doctors and managers sign in. Every clinic sees only its own patients.',
    );

    expect(entityOf(reading, 'Clinic')?.fields.map(({ name }) => name)).toEqual([
      'name',
      'phoneNumber',
    ]);
    expect(entityOf(reading, 'Clinic')?.relations).toEqual([]);
    expect(entityOf(reading, 'Patient')?.relations).toEqual([]);
    expect(rolesOf(reading)).toEqual(['doctor', 'manager']);
    expect(reading.notUnderstood).toEqual([]);
  });

  it('share what is said to be shared, and offer it for the rest', () => {
    const sentence = 'Every clinic sees only its own patients.';
    const reading = read(`${DATA} ${sentence} Medicines are shared by all clinics.`);
    expect(entityOf(reading, 'Medicine')?.access?.rows).toBe('shared');
    expect(reading.notUnderstood).toEqual([]);

    const remark = read(`${DATA} ${sentence}`).assumptions.find(
      ({ path }) => path === 'people.memberOf',
    );
    const answer = remark?.answers.find(({ label }) => label.includes('edicines'));
    const decided = read(`${DATA} ${sentence}\n\nDecided:\n${answer?.sentence}`);
    expect(entityOf(decided, 'Medicine')?.access?.rows).toBe('shared');
    expect(entityOf(decided, 'Patient')?.access?.rows ?? 'team').toBe('team');
  });

  it('are overturned by an answer', () => {
    const prompt = `${DATA} Every clinic sees only its own patients.`;
    const remark = read(prompt).assumptions.find(({ path }) => path === 'people.memberOf');
    const answer = remark?.answers.find(({ label }) => label.startsWith('Everybody'));
    const decided = read(`${prompt}\n\nDecided:\n${answer?.sentence}`);

    expect(decided.blueprint.people?.memberOf).toBeUndefined();
    expect(decided.blueprint.people).toBeDefined();
  });

  it('keep rights within them: own rows, and what only some may', () => {
    const reading = read(
      `${DATA} Doctors and managers sign in. Each clinic sees only its own data. Doctors see only their own appointments. Only managers may delete patients.`,
    );

    expect(entityOf(reading, 'Appointment')?.access).toMatchObject({
      rows: 'own',
      seesAll: ['manager'],
    });
    expect(entityOf(reading, 'Patient')?.access).toMatchObject({
      rows: 'team',
      delete: ['manager'],
    });
  });

  it('are made from above where nobody signs up', () => {
    const reading = read(
      `${DATA} Nurses and managers sign in. Each clinic sees only its own data. Only the operator creates clinics. Nobody signs up by themselves.`,
    );

    expect(reading.blueprint.people?.signUp).toBe('closed');
    expect(rolesOf(reading)).toEqual(['nurse', 'manager', 'operator']);
    expect(entityOf(reading, 'Clinic')?.access).toMatchObject({
      ...{ rows: 'team', seesAll: ['operator'], create: ['operator'], delete: ['operator'] },
      update: ['manager', 'operator'],
    });
  });

  it('get a role above them where sign-up is closed and none is named', () => {
    const reading = read(
      `${DATA} Each clinic sees only its own data. Nobody signs up by themselves.`,
    );

    expect(rolesOf(reading)).toEqual(['user', 'admin', 'operator']);
    expect(entityOf(reading, 'Clinic')?.access?.seesAll).toEqual(['operator']);
  });
});

describe('roles that see all and change their own', () => {
  const TICKETS = 'Tickets have a title. Notes have a text.';

  it.each([
    'Everybody sees all tickets but changes only their own.',
    'Users sign in. Everybody sees all tickets, but can only edit their own.',
    'Everyone can see all tickets but only change their own tickets.',
    'Users log in. All users can see all tickets, but only edit the ones they created.',
  ])('%s', (sentence) => {
    const reading = read(`${TICKETS} ${sentence}`);

    expect(reading.notUnderstood).toEqual([]);
    expect(rolesOf(reading)).toEqual(['user', 'admin']);
    const access = entityOf(reading, 'Ticket')?.access;
    expect(access).toMatchObject({ rows: 'own', readsAll: ['user', 'admin'] });
    expect(access?.seesAll).not.toContain('user');
  });

  it('may be one role of several', () => {
    const reading = read(
      'Records have a title. Doctors and patients sign in. Doctors see all records, but only edit the ones they created.',
    );

    expect(entityOf(reading, 'Record')?.access).toMatchObject({
      ...{ rows: 'own', seesAll: [], readsAll: ['doctor'] },
    });
    expect(reading.notUnderstood).toEqual([]);
  });

  it('is overturned by an answer', () => {
    const prompt = `${TICKETS} Everybody sees all tickets but changes only their own.`;
    const remark = read(prompt).assumptions.find(({ path }) => path === 'Ticket.access');
    const decided = read(`${prompt}\n\nDecided:\n${remark?.answers[0]?.sentence}`);

    expect(entityOf(decided, 'Ticket')?.access?.readsAll ?? []).toEqual([]);
  });
});
