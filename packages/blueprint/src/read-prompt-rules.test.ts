import type { Entity } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const DATA = `Customers have a name and an email. Orders have a number, a year and a status (draft, submitted, approved, rejected) and belong to a customer.
Order lines have a quantity and belong to an order.`;

function read(sentence: string) {
  const outcome = readPrompt(`${DATA} ${sentence}`);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  const entity = (name: string): Entity | undefined =>
    blueprint.entities.find((each) => each.name === name);
  return { entity, notUnderstood, names: blueprint.entities.map(({ name }) => name) };
}

describe('rules of rows', () => {
  it.each([
    ['The combination of number and year is unique.', ['number', 'year']],
    ['The number is unique per customer.', ['number', 'customer']],
    ['No two orders of the same customer may have the same number.', ['customer', 'number']],
  ])('unique together: %s', (sentence, names) => {
    const { entity, notUnderstood } = read(sentence);

    expect(entity('Order')?.uniqueTogether).toEqual([names]);
    expect(notUnderstood).toEqual([]);
  });

  it('reads "unique per" where the field is listed', () => {
    const outcome = readPrompt(
      'Customers have a name. Invoices belong to a customer and have a number, unique per customer, and a date.',
    );

    expect(outcome.ok && outcome.reading.blueprint.entities[1]?.uniqueTogether).toEqual([
      ['customer', 'number'],
    ]);
    expect(outcome.ok && outcome.reading.notUnderstood).toEqual([]);
  });

  it.each([
    ['When an order is deleted its order lines go too.', 'cascade', true],
    ['Deleting an order removes its lines.', 'cascade', true],
    ['If an order is deleted, its order lines are kept.', 'set-null', false],
  ])('deletion: %s', (sentence, onDelete, required) => {
    const { entity, notUnderstood } = read(sentence);

    expect(entity('OrderLine')?.relations[0]).toMatchObject({
      target: 'Order',
      onDelete,
      required,
    });
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    [
      'Approved orders cannot be deleted.',
      { kind: 'delete-blocked', field: 'status', values: ['approved'] },
    ],
    [
      'An order cannot be deleted once it is submitted or approved.',
      { kind: 'delete-blocked', values: ['submitted', 'approved'] },
    ],
    [
      'An order must not be deleted while it has order lines.',
      { kind: 'delete-blocked-by', relation: 'orderLines' },
    ],
    [
      'Orders with order lines cannot be deleted.',
      { kind: 'delete-blocked-by', relation: 'orderLines' },
    ],
  ])('rows that are kept: %s', (sentence, rule) => {
    const { entity, names, notUnderstood } = read(sentence);

    expect(entity('Order')?.rules).toMatchObject([rule]);
    expect(names).toEqual(['Customer', 'Order', 'OrderLine']);
    expect(notUnderstood).toEqual([]);
  });

  it('lifecycles: steps in a chain, steps of their own, and who may take them', () => {
    const { entity, notUnderstood } = read(
      'An order goes from draft to submitted to approved. A submitted order can also be rejected. Managers approve orders, clerks may edit orders.',
    );

    expect(entity('Order')?.lifecycle).toEqual({
      field: 'status',
      initial: 'draft',
      transitions: [
        { name: 'submit', from: ['draft'], to: 'submitted' },
        { name: 'approve', from: ['submitted'], to: 'approved', roles: ['manager'] },
        { name: 'reject', from: ['submitted'], to: 'rejected' },
      ],
    });
    expect(notUnderstood).toEqual([]);
  });

  it('lifecycles: only some may take a step', () => {
    const { entity } = read(
      'An order goes from draft to submitted to approved. Only managers may approve orders.',
    );

    expect(entity('Order')?.lifecycle?.transitions.map(({ roles }) => roles)).toEqual([
      undefined,
      ['manager', 'admin'],
    ]);
  });

  it('lifecycles: one of several states comes next', () => {
    const { entity, notUnderstood } = read(
      'An order goes from draft to submitted to approved or rejected. Managers approve or reject orders.',
    );

    expect(
      entity('Order')?.lifecycle?.transitions.map(({ name, from, to, roles }) => [
        ...[name, from, to],
        roles,
      ]),
    ).toEqual([
      ['submit', ['draft'], 'submitted', undefined],
      ['approve', ['submitted'], 'approved', ['manager', 'admin']],
      ['reject', ['submitted'], 'rejected', ['manager', 'admin']],
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it('states that nothing lists become a field', () => {
    const { entity } = read('An order line moves from open to picked, then to packed.');

    expect(entity('OrderLine')?.fields.at(-1)).toMatchObject({
      name: 'status',
      type: 'enum',
      values: ['open', 'picked', 'packed'],
    });
    expect(entity('OrderLine')?.lifecycle?.transitions.map(({ name }) => name)).toEqual([
      'pick',
      'pack',
    ]);
  });

  it.each([
    'No double bookings.',
    'There must be no double bookings of a room.',
    'Double bookings are not allowed.',
    'Double-booking must be prevented.',
    'A room cannot be double-booked.',
    'Rooms can never be double booked.',
  ])('times do not overlap: %s', (sentence) => {
    const outcome = readPrompt(
      `Rooms have a name. A booking has a start time and an end time and belongs to a room. ${sentence}`,
    );
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const { blueprint, notUnderstood } = outcome.reading;

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Room', 'Booking']);
    expect(blueprint.entities[1]?.rules).toEqual([
      { kind: 'no-overlap', start: 'startTime', end: 'endTime', per: ['room'] },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    'Invoices cannot be deleted while they are paid.',
    'The weather is unique per customer.',
    'A booking must not overlap another one.',
  ])('are listed where they fit nothing: %s', (sentence) => {
    expect(read(sentence).notUnderstood.length).toBeGreaterThan(0);
  });
});

describe('a state whose values are told by its moves alone', () => {
  it.each([
    'A loan has a due date and a status that goes from open to returned.',
    'A loan has a due date and a status. The status goes from open to returned.',
  ])('%s', (sentence) => {
    const { entity, notUnderstood } = read(sentence);
    const loan = entity('Loan');

    expect(loan?.fields.find(({ name }) => name === 'status')?.values).toEqual([
      'open',
      'returned',
    ]);
    expect(loan?.lifecycle).toMatchObject({ field: 'status', initial: 'open' });
    expect(notUnderstood).toEqual([]);
  });
});
