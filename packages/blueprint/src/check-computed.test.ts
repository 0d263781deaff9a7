import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';

const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  ...{ name, type, required: more.computed === undefined, unique: false },
  ...more,
});

/** Customers have invoices, and these have lines; what they come to is computed. */
function billing(): Blueprint {
  return {
    version: 1,
    name: 'billing',
    title: 'Billing',
    description: '',
    entities: [
      {
        name: 'Customer',
        plural: 'Customers',
        fields: [
          field('name', 'string'),
          field('invoiceCount', 'integer', { computed: { kind: 'count', of: 'invoices' } }),
          field('owed', 'money', { computed: { kind: 'total', of: 'invoices', field: 'gross' } }),
        ],
        relations: [relation('has-many', 'Invoice', 'invoices', 'customer')],
      },
      {
        name: 'Invoice',
        plural: 'Invoices',
        fields: [
          field('taxRate', 'percentage'),
          field('net', 'money', { computed: { kind: 'total', of: 'lines', field: 'amount' } }),
          field('tax', 'money', { computed: { kind: 'product', of: ['net', 'taxRate'] } }),
          field('gross', 'money', { computed: { kind: 'sum', of: ['net', 'tax'] } }),
          field('pieces', 'integer', { computed: { kind: 'total', of: 'lines', field: 'count' } }),
        ],
        relations: [
          relation('belongs-to', 'Customer', 'customer', 'invoices'),
          relation('has-many', 'Line', 'lines', 'invoice'),
        ],
      },
      {
        name: 'Line',
        plural: 'Lines',
        fields: [
          field('count', 'integer', { min: 1 }),
          field('price', 'money'),
          field('off', 'money', { required: false }),
          field('text', 'string'),
          field('views', 'integer', { max: 9_000_000_000 }),
          field('reduced', 'money', { computed: { kind: 'difference', of: ['price', 'off'] } }),
          field('amount', 'money', { computed: { kind: 'product', of: ['count', 'reduced'] } }),
        ],
        relations: [relation('belongs-to', 'Invoice', 'invoice', 'lines')],
      },
    ],
  };
}

function relation(kind: 'belongs-to' | 'has-many', target: string, name: string, inverse: string) {
  return { kind, target, name, inverse, required: kind === 'belongs-to' };
}

const entity = (blueprint: Blueprint, name: string) =>
  blueprint.entities.find((each) => each.name === name) as Entity;
const set = (name: string, wanted: string, more: Partial<Field>) => (blueprint: Blueprint) => {
  const found = entity(blueprint, name).fields.find((each) => each.name === wanted);
  Object.assign(found as Field, more);
};
const total = (of: string, name: string) => ({ kind: 'total', of, field: name }) as const;

function problemsOf(change: (blueprint: Blueprint) => void): string[] {
  const blueprint = billing();
  change(blueprint);
  const checked = checkBlueprint(blueprint);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('computed fields of a blueprint', () => {
  it('may stand on each other and on what they are totals of', () => {
    expect(problemsOf(() => undefined)).toEqual([]);
  });

  it.each([
    ['required', { required: true }, 'is not required'],
    ['unique', { unique: true }, 'cannot be unique'],
    ['given a default', { default: 1 }, 'has no default'],
    ['bounded below', { min: 0 }, 'has no min'],
    ['bounded above', { max: 9 }, 'has no max'],
  ])('are not %s', (_what, more, message) => {
    expect(problemsOf(set('Line', 'amount', more)).join()).toContain(message);
  });

  it.each<[string, string, string, Partial<Field>, string]>([
    ['an unknown field', 'Line', 'amount', product('count', 'no'), 'Line has no field no.'],
    ['text', 'Line', 'amount', product('count', 'text'), 'There is no product of count'],
    ['money times money', 'Line', 'amount', product('price', 'reduced'), 'There is no product'],
    ['money and a number', 'Line', 'reduced', difference('price', 'count'), 'no difference'],
    ['a percentage added', 'Invoice', 'gross', sum('net', 'taxRate'), 'There is no sum'],
    ['the same twice', 'Invoice', 'gross', sum('net', 'net'), 'net is listed twice'],
    ['the wrong type', 'Line', 'amount', { type: 'decimal' }, '(money) is money.'],
    [
      'rows it does not have',
      ...(['Line', 'amount', { computed: total('no', 'x') }, 'no has-many no'] as const),
    ],
    [
      'an unknown field of its rows',
      ...(['Invoice', 'net', { computed: total('lines', 'x') }, 'Line has no field x'] as const),
    ],
    [
      'wide whole numbers of other rows',
      ...(['Invoice', 'pieces', { computed: total('lines', 'views') }, 'decimal'] as const),
    ],
    [
      'whole numbers times a total',
      ...(['Invoice', 'tax', { type: 'integer', ...product('pieces', 'pieces') }] as const),
      'make it a decimal',
    ],
    [
      'the number of rows it does not have',
      ...(['Line', 'amount', { computed: { kind: 'count', of: 'invoice' } }] as const),
      'Line has no has-many or many-to-many invoice.',
    ],
    ['a number that is no integer', 'Customer', 'invoiceCount', { type: 'decimal' }, 'is integer.'],
    ['itself', 'Line', 'reduced', difference('price', 'amount'), 'It is computed of itself.'],
  ])('are refused when they are of %s', (_what, name, wanted, more, message) => {
    expect(problemsOf(set(name, wanted, more)).join()).toContain(message);
  });

  it('take whole numbers as whole or decimal numbers', () => {
    const decimal = set('Invoice', 'pieces', { type: 'decimal' });
    expect(problemsOf(decimal)).toEqual([]);
  });

  it('find a circle that leads through other entities', () => {
    const problems = problemsOf((blueprint) => {
      entity(blueprint, 'Line').relations.push(relation('has-many', 'Customer', 'payers', 'line'));
      entity(blueprint, 'Customer').relations.push(
        relation('belongs-to', 'Line', 'line', 'payers'),
      );
      set('Line', 'off', { required: false, computed: total('payers', 'owed') })(blueprint);
    });
    expect(problems).toContain('Line.off: It is computed of itself.');
  });

  it('find a circle of entities that no field is in', () => {
    const problems = problemsOf((blueprint) => {
      const customer = entity(blueprint, 'Customer');
      customer.relations.push(
        relation('belongs-to', 'Customer', 'group', 'members'),
        relation('has-many', 'Customer', 'members', 'group'),
      );
      customer.fields.push(field('all', 'money', { computed: total('members', 'owed') }));
    });
    expect(problems).toEqual(['Customer: Customer has totals of totals that Customer is part of.']);
  });

  it('leave an entity something to be sent', () => {
    const problems = problemsOf((blueprint) => {
      entity(blueprint, 'Customer').fields.shift();
    });
    expect(problems).toEqual(['Customer: Customer needs a field that is not computed.']);
  });

  it('decide no rule', () => {
    const problems = problemsOf((blueprint) => {
      const line = entity(blueprint, 'Line');
      line.uniqueTogether = [['invoice', 'amount']];
      line.rules = [{ kind: 'order', first: 'amount', second: 'price' }];
    });
    expect(problems).toEqual([
      'Line.uniqueTogether.0: amount is computed.',
      'Line.rules.0: amount is computed.',
    ]);
  });
});

function product(...of: string[]) {
  return { computed: { kind: 'product' as const, of } };
}

function sum(...of: string[]) {
  return { computed: { kind: 'sum' as const, of } };
}

function difference(...of: string[]) {
  return { computed: { kind: 'difference' as const, of } };
}
