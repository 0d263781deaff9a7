import type { Blueprint, Computed, Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { everyComputed, everyNested, invoicing } from '../../fixtures/index.ts';
import { buildModel } from '../build-model.ts';
import { typescriptFastify } from '../stack.ts';
import { viewStatements } from './view.ts';

const files = (blueprint: Blueprint) =>
  new Map(
    typescriptFastify
      .codeUnits(blueprint)
      .flatMap(({ id }) => typescriptFastify.generateUnit(blueprint, id))
      .map(({ path, content }) => [path, content]),
  );
const built = files(everyComputed);
const read = (path: string) => built.get(path) ?? '';
const migration = read('migrations/0001_initial.sql');

/** The invoicing app with one more field in an entity. */
function withField(entity: string, field: Partial<Field> & { computed: Computed }): Blueprint {
  const more = { name: 'worth', type: 'money' as const, required: false, unique: false, ...field };
  return {
    ...invoicing,
    entities: invoicing.entities.map((each) =>
      each.name === entity ? { ...each, fields: [...each.fields, more] } : each,
    ),
  };
}

describe('what is computed of the own row', () => {
  it.each([
    ['a product', '"total" numeric generated always as ("quantity" * "unit_price") stored'],
    ['what is computed in it', 'as (("quantity" * "unit_price") - "discount") stored'],
    [
      'a rounded percentage of money',
      'as (round(("quantity" * "unit_price") * "share" * 0.01, 2)) stored',
    ],
    ['whole numbers beyond 32 bits', 'as ("quantity"::numeric * "per_box") stored'],
  ])('is a generated column: %s', (_what, sql) => {
    expect(migration).toContain(sql);
  });

  it('has the range of its type', () => {
    expect(migration).toContain('"item_total_range" check (abs("total") < 1000000000000000)');
    expect(migration).toContain('"item_boxes_range" check ("boxes" between -2147483648 and');
    expect(read('src/database/rules.ts')).toContain("code: 'too-large'");
    expect(read('src/database/rules.ts')).toContain("members: ['quantity', 'unitPrice']");
  });

  it('is given and never taken', () => {
    const schema = read('src/modules/item/schema.ts');
    const taken = schema.slice(schema.indexOf('newItem'), schema.indexOf('itemSchema'));

    expect(taken).not.toMatch(/^ +total:/m);
    expect(schema).toContain("total: computed(z.string(), 'Its quantity times its unit price'),");
    expect(schema).toMatch(/reduced: computed\(\s*z\.string\(\)\.nullable\(\),/);
  });

  it('tells in the document what it is computed of and how far it goes', () => {
    expect(read('src/modules/item/schema.ts').replaceAll(/\s+/g, ' ')).toContain(
      "member: 'fee', operation: 'product', of: ['total', 'share'], factor: 0.01,",
    );
  });
});

describe('what is computed of other rows', () => {
  it('is in a view, and what is computed of that around it', () => {
    const [order = ''] = viewStatements(buildModel(everyComputed).entities);

    expect(order).toContain('create view "order_view" as\nselect\n  "order".*,\n  "net" + "tax"');
    expect(order).toContain(
      '(select round(coalesce(sum("total"), 0), 2) from "item" where "item"."order_id" = "order"."id" and "item"."deleted_at" is null) as "net"',
    );
  });

  it('reads the view of the rows below where these are computed of others', () => {
    const views = viewStatements(buildModel(everyComputed).entities);

    expect(views.map((view) => view.match(/create view "(\w+)"/)?.[1])).toEqual([
      'order_view',
      'customer_view',
      'label_view',
      'category_view',
    ]);
    expect(views[1]).toContain('sum("gross"), 0), 2) from "order_view" where');
    expect(views[3]).toContain('from "category" as "category_below" where');
  });

  it('counts rows by their key, and links', () => {
    expect(migration).toContain(
      '(select count(*) from "order" where "order"."customer_id" = "customer"."id") as "order_count"',
    );
    expect(migration).toContain(
      '(select count(*) from "order_labels" where "order_labels"."label_id" = "label"."id")',
    );
  });

  it('is read from the view by every list, and answered from it after a write', () => {
    const repository = read('src/modules/order/repository.ts');

    // The one that reads the table compares versions.
    const ofTable = repository.split('\n\n').filter((part) => part.includes('.from(orderTable)'));
    expect(ofTable.every((part) => part.includes('expectVersion(current.version, versions)'))).toBe(
      true,
    );
    expect(repository).toMatch(/await transaction\s*\.select\(\)\s*\.from\(orderView\)/);
    expect(read('src/modules/order/lifecycle.ts')).toContain(
      'transaction.select().from(orderView).where(eq(orderView.id, id))',
    );
    expect(read('src/modules/order-labels/repository.ts')).toContain('.from(orderView)');
  });

  it('says where it is of rows that not everybody sees', () => {
    const decisions = typescriptFastify.design(everyNested).decisions;
    const count = decisions.find(({ title }) => title.startsWith('The line count of an order'));

    expect(count?.decision).toContain('of the rows of everybody');
  });

  it('tells whoever changes a table later that its view has to be made again', () => {
    expect(read('README.md')).toContain(
      '(`customer_view`, `order_view`, `label_view`, `category_view`)',
    );
  });

  it('is marked in the design', () => {
    const { diagram, tables } = typescriptFastify.design(everyComputed);
    const columns = tables.find(({ name }) => name === 'item')?.columns ?? [];

    expect(diagram).toContain('numeric total "its quantity times its unit price"');
    expect(columns.find(({ name }) => name === 'total')?.type).toBe('numeric, computed');
  });
});

describe('computed fields that cannot be built', () => {
  it.each<[string, string, Computed, string]>([
    ['an unknown field', 'LineItem', { kind: 'product', of: ['quantity', 'no'] }, 'no field no'],
    ['itself', 'LineItem', { kind: 'sum', of: ['unitPrice', 'worth'] }, 'computed of itself'],
    [
      'rows that it does not have',
      ...(['LineItem', { kind: 'total', of: 'lines', field: 'x' }, 'no has-many'] as const),
    ],
    [
      'a field that these do not have',
      ...(['Invoice', { kind: 'total', of: 'lineItems', field: 'x' }, 'no field x'] as const),
    ],
  ])('name the field: of %s', (_what, entity, computed, message) => {
    const blueprint = withField(entity, { computed });

    expect(() => typescriptFastify.design(blueprint)).toThrow(`${entity}.worth`);
    expect(() => typescriptFastify.design(blueprint)).toThrow(message);
  });
});

describe('an app in which nothing is computed', () => {
  it('has nothing of it', () => {
    const all = [...files(invoicing)].map(([path, content]) => `${path} ${content}`).join();

    expect(all).not.toMatch(/computed|_view|generated always/);
  });
});
