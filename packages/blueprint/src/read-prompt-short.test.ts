import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readInBrief as readSaidInBrief } from './corpus/in-brief.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`${prompt}: ${outcome.refusal.code}`);
  return outcome.reading;
}

describe('a short idea in one sentence', () => {
  it.each([
    [
      'An app to collect customer feedback with ratings, comments and categories',
      ['Rating', 'Comment', 'Category'],
    ],
    [
      'something to organise our choir: singers, rehearsals, concerts',
      ['Singer', 'Rehearsal', 'Concert', 'Attendance'],
    ],
    ['app that lets users upload photos and share them in albums', ['Photo', 'Album']],
    ['app where users can favorite recipes and leave comments', ['Favorite', 'Recipe', 'Comment']],
    [
      'A system which lets patients book appointments with doctors',
      ['Patient', 'Appointment', 'Doctor'],
    ],
  ])('keeps the things that it names: %s', (prompt, names) => {
    const { blueprint, notUnderstood } = read(prompt);
    expect(blueprint.entities.map(({ name }) => name)).toEqual(names);
    expect(notUnderstood).toEqual([]);
  });

  it('gives what is known by its stock alone a name, and says so', () => {
    const { blueprint, assumptions } = read('an inventory app with stock levels');
    const product = blueprint.entities.find(({ name }) => name === 'Product');
    expect(product?.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['name', 'stock']),
    );
    expect(assumptions.map(({ text }) => text).join(' ')).toContain(
      'Nothing tells one product from another',
    );
  });

  it('lists a purpose that is more than keeping', () => {
    const prompt = 'A tool to scan letters with senders, topics and dates';
    expect(read(prompt).notUnderstood.join(' ')).toContain('scan');
  });

  it('says where something is put when it is shared', () => {
    expect(
      readSaidInBrief('app where users upload photos and share them in albums').join(' '),
    ).toContain('belongs-to Album');
    expect(
      readSaidInBrief('app where users upload photos and share them with friends').join(' '),
    ).not.toContain('Friend');
  });
});

describe('a thing that is named twice', () => {
  it('is one, by the shorter name, where nothing else is said of the longer', () => {
    const { blueprint, phrases } = read('App for managing fitness classes. Trainers give classes.');
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Trainer', 'Class']);
    const paths = phrases.flatMap(({ became }) => became.map(({ path }) => path.split('.')[0]));
    expect(paths).not.toContain('FitnessClass');
  });

  it('is two where both are described', () => {
    const { blueprint } = read('A room has a name. A meeting room has a projector and a capacity.');
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Room', 'MeetingRoom']);
  });
});

describe('who applies', () => {
  it.each([
    ['Candidates apply with a cover letter and a CV.', 'Application: coverLetter, cv'],
    ['Candidates apply for jobs with a motivation letter.', 'Application: motivationLetter'],
    ['Candidates apply.', 'Application: name'],
  ])('submits an application: %s', (said, expected) => {
    const found = readSaidInBrief(`Jobs have a title. ${said}`);
    expect(found.some((each) => each.startsWith(expected))).toBe(true);
  });

  it('is not meant by what applies to something', () => {
    expect(
      readSaidInBrief('Coupons have a code. Coupons apply to orders.').join(' '),
    ).not.toContain('Application');
  });

  it('applies for what such a thing usually belongs to', () => {
    const { blueprint } = read('Parents post jobs, babysitters apply.');
    const application = blueprint.entities.find(({ name }) => name === 'Application');
    expect(application?.relations.map(({ target }) => target)).toEqual(['Babysitter', 'Job']);
  });
});

describe('an approval of which no states are told', () => {
  const lifecycleOf = (prompt: string) =>
    read(prompt).blueprint.entities.find(({ lifecycle }) => lifecycle !== undefined);

  it.each([
    'Expenses have an amount. Employees submit expenses and managers approve or reject them.',
    'Expenses have an amount and a date. A manager approves or rejects it.',
    'Expenses have an amount. Only managers can approve or reject expenses.',
    'Expenses have an amount. Employees submit expenses, managers approve or reject.',
  ])('leads from pending to what was decided: %s', (prompt) => {
    const expense = lifecycleOf(prompt);
    expect(expense?.name).toBe('Expense');
    expect(expense?.lifecycle?.initial).toBe('pending');
    const steps = expense?.lifecycle?.transitions.map(({ name, from, to }) => [name, from, to]);
    expect(steps).toEqual([
      ['approve', ['pending'], 'approved'],
      ['reject', ['pending'], 'rejected'],
    ]);
    for (const { roles } of expense?.lifecycle?.transitions ?? [])
      expect(roles).toContain('manager');
    expect(
      read(prompt)
        .assumptions.map(({ text }) => text)
        .join(' '),
    ).toContain('is pending until it is approved or rejected');
    expect(read(prompt).notUnderstood).toEqual([]);
  });

  it('begins in the first of the states that are told', () => {
    const order = lifecycleOf(
      'Orders have a number and a status (new, approved, shipped). Only managers may approve orders.',
    );
    expect(order?.lifecycle?.initial).toBe('new');
  });

  it('is not assumed where the prompt tells the states', () => {
    const prompt =
      'Orders have a number. An order goes from draft to submitted to approved. Only managers may approve orders.';
    const steps = lifecycleOf(prompt)?.lifecycle?.transitions.map(({ to }) => to);
    expect(steps).toEqual(['submitted', 'approved']);
  });
});

describe('what is done again and again', () => {
  const entityOf = (prompt: string, name: string) =>
    read(prompt).blueprint.entities.find((each) => each.name === name);

  it.each([
    ['Members book courts.', 'Booking', ['startTime', 'endTime']],
    ['Library app. Members borrow books.', 'Loan', ['loanDate', 'dueDate', 'returnDate']],
    ['Books can be borrowed by members.', 'Loan', ['loanDate', 'dueDate', 'returnDate']],
    [
      'A shop where customers can rent bikes. Bikes have a size.',
      'Rental',
      ['startDate', 'endDate', 'returnDate'],
    ],
    [
      'Guests reserve tables. Reservations are confirmed by mail.',
      'Reservation',
      ['startTime', 'endTime'],
    ],
  ])('is kept with when it is done: %s', (prompt, name, fields) => {
    const record = entityOf(prompt, name);
    expect(record?.fields.map((field) => field.name)).toEqual(fields);
    expect(record?.relations.map(({ kind }) => kind)).toEqual(['belongs-to', 'belongs-to']);
    for (const { start, end, text } of read(prompt).phrases)
      expect(prompt.slice(start, end)).toBe(text);
    expect(read(prompt).blueprint.description).toBe(prompt);
  });

  it.each([
    'Members book courts, no double bookings',
    'Members book courts. A court cannot be booked twice at the same time.',
    'Members book courts. Bookings of the same court must not overlap.',
  ])('does not overlap where the prompt says so: %s', (prompt) => {
    const { blueprint, notUnderstood } = read(prompt);
    const booking = blueprint.entities.find(({ name }) => name === 'Booking');
    expect(booking?.rules).toEqual([
      { kind: 'no-overlap', start: 'startTime', end: 'endTime', per: ['court'] },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it('is no thing of its own where a person says that it is not', () => {
    const [answer] =
      read('Members book courts').assumptions.find(({ path }) => path === 'Booking')?.answers ?? [];
    const prompt = `Members book courts\nDecided: ${answer?.sentence}`;
    expect(entityOf(prompt, 'Booking')).toBeUndefined();
    expect(read(prompt).notUnderstood).toEqual([]);
  });

  it.each([
    'Patients book appointments. Appointments have a date.',
    'Members borrow books with a due date. Books have a title.',
    'Members book courts. A booking has a date and belongs to a member and a court.',
    'Users rent flats. A flat has an address.',
  ])('is as the prompt tells it: %s', (prompt) => {
    const texts = read(prompt).assumptions.map(({ text }) => text);
    expect(texts.join(' ')).not.toContain('is kept, with when it is');
  });
});
