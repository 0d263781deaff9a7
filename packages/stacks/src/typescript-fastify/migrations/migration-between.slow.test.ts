import { PGlite } from '@electric-sql/pglite';
import type { Blueprint } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fixtures from '../../fixtures/index.ts';
import { invoicing } from '../../fixtures/index.ts';
import { BlueprintUnsound } from '../../stack.ts';
import { buildModel } from '../build-model.ts';
import { migrationFile } from '../files/migration-file.ts';
import { describeCatalog } from './catalog.fixture.ts';
import { editBlueprint, edits } from './edits.fixture.ts';
import type { MigrationHints } from './hints.ts';
import { migrationBetween } from './migration-between.ts';
import { BREAKPOINT, readSchema } from './read-schema.ts';

const NO_HINTS: MigrationHints = { tables: new Map(), columns: new Map(), fills: new Map() };
const schemaOf = (blueprint: Blueprint) => migrationFile(buildModel(blueprint)).content;
const apps = Object.values(fixtures).flatMap((value) => (typeof value === 'function' ? [] : value));

const CUSTOMER = '00000000-0000-4000-8000-000000000001';
const INVOICE = '00000000-0000-4000-8000-000000000002';
const ROWS = [
  `insert into "customer" ("id", "name", "email") values ('${CUSTOMER}', 'Ada', 'ada@example.com')`,
  `insert into "invoice" ("id", "number", "status", "customer_id") values ('${INVOICE}', 'A-1', 'sent', '${CUSTOMER}')`,
  `insert into "line_item" ("quantity", "unit_price", "invoice_id") values (2, 12.5, '${INVOICE}'), (7, 0.99, '${INVOICE}')`,
];

/** The invoicing app with one entity changed. */
function changed(name: string, change: (entity: Blueprint['entities'][number]) => void): Blueprint {
  const next = structuredClone(invoicing);
  for (const entity of next.entities) if (entity.name === name) change(entity);
  return next;
}

describe('a migration', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  });
  afterAll(() => database.close());

  async function start(script: string, rows: readonly string[] = []): Promise<void> {
    await database.exec('drop schema public cascade; create schema public;');
    for (const statement of [...script.split(BREAKPOINT), ...rows]) await database.exec(statement);
  }

  /** As the app does it: all of it or nothing. */
  async function migrate(before: Blueprint, after: Blueprint, hints = NO_HINTS) {
    const migration = migrationBetween(
      readSchema(schemaOf(before)),
      readSchema(schemaOf(after)),
      hints,
    );
    await database.transaction(async (transaction) => {
      for (const statement of migration.statements) await transaction.exec(statement);
    });
    return migration;
  }

  async function expectLikeNew(after: Blueprint): Promise<void> {
    const found = await describeCatalog(database);
    await start(schemaOf(after));
    expect(found.columns?.length).toBeGreaterThan(0);
    expect(found).toEqual(await describeCatalog(database));
  }

  async function follow(after: Blueprint, hints: Partial<MigrationHints> = {}) {
    await start(schemaOf(invoicing), ROWS);
    return migrate(invoicing, after, { ...NO_HINTS, ...hints });
  }

  async function rows(query: string) {
    return (await database.query(query)).rows;
  }

  describe('between two apps', () => {
    it.each(apps.map((before, index) => ({ before, after: apps[(index + 1) % apps.length] })))(
      'leads from $before.name to $after.name',
      async ({ before, after = before }) => {
        await start(schemaOf(before));
        await migrate(before, after);

        await expectLikeNew(after);
      },
    );

    it('is none where nothing changes', () => {
      for (const app of apps) {
        const schema = readSchema(schemaOf(app));
        const { kept, ...changes } = migrationBetween(schema, schema, NO_HINTS);
        expect(kept.map(({ name }) => name)).toEqual([...schema.tables.keys()]);
        expect(changes).toEqual({
          statements: [],
          losses: [],
          unfilled: [],
        });
      }
    });

    it('leads from any app to any change of it and back', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...apps), edits, async (before, list) => {
          const after = editBlueprint(before, list);
          fc.pre(after.entities.length > 0 && isSound(after));
          await start(schemaOf(before));
          await migrate(before, after);
          await migrate(after, before);
          await expectLikeNew(before);
          await start(schemaOf(before));
          await migrate(before, after);
          await expectLikeNew(after);
        }),
        { numRuns: 8 },
      );
    });
  });

  describe('of rows that are there', () => {
    it('keeps them when fields and entities are added', async () => {
      const after = changed('Invoice', ({ fields }) => {
        fields.push(
          { name: 'note', type: 'text', required: false, unique: false },
          { name: 'discount', type: 'percentage', required: true, unique: false, default: 5 },
        );
      });
      const migration = await follow(after);

      expect(migration).toMatchObject({ losses: [], unfilled: [] });
      expect(await rows('select number, status, note, discount::float from invoice')).toEqual([
        { number: 'A-1', status: 'sent', note: null, discount: 5 },
      ]);
      expect(
        await rows('select sum(quantity * unit_price)::float as total from line_item'),
      ).toEqual([{ total: 31.93 }]);
    });

    it('keeps what is in a column and a table that are called differently', async () => {
      const after = changed('Customer', (entity) => {
        entity.name = 'Client';
        entity.plural = 'Clients';
        const [name] = entity.fields;
        if (name) name.name = 'fullName';
      });
      for (const { relations } of after.entities)
        for (const relation of relations)
          if (relation.target === 'Customer') relation.target = 'Client';
      const migration = await follow(after, {
        tables: new Map([['client', 'customer']]),
        columns: new Map([['client.full_name', 'name']]),
      });

      expect(migration.losses).toEqual([]);
      expect(await rows('select full_name, email from client')).toEqual([
        { full_name: 'Ada', email: 'ada@example.com' },
      ]);
      expect(
        await rows('select number from invoice join client on client.id = customer_id'),
      ).toHaveLength(1);
    });

    it('gives those that are there the value that is said for a field that is required now', async () => {
      const after = changed('Invoice', ({ fields }) => {
        for (const field of fields) if (field.name === 'dueDate') field.required = true;
        fields.push({ name: 'code', type: 'string', required: true, unique: true });
      });
      const fills = new Map([
        ['invoice.due_date', `date '2026-01-31'`],
        ['invoice.code', `'INV-' || "id"`],
      ]);
      const migration = await follow(after, { fills });

      expect(migration.unfilled).toEqual([]);
      expect(await rows('select due_date::text, code from invoice')).toEqual([
        { due_date: '2026-01-31', code: `INV-${INVOICE}` },
      ]);
      await expectLikeNew(after);
    });

    it('says which fields need a value, and fails as a whole without it', async () => {
      const after = changed('Invoice', ({ fields }) => {
        fields.push({ name: 'code', type: 'string', required: true, unique: false });
        fields.shift();
      });
      const { unfilled } = migrationBetween(
        readSchema(schemaOf(invoicing)),
        readSchema(schemaOf(after)),
        NO_HINTS,
      );

      expect(unfilled).toEqual(['invoice.code']);
      await expect(follow(after)).rejects.toThrow('contains null values');
      expect(await rows('select number from invoice')).toEqual([{ number: 'A-1' }]);
    });

    it('names what is lost', async () => {
      const after = changed('Customer', ({ fields }) => {
        fields.pop();
      });
      const without = {
        ...after,
        entities: after.entities
          .filter(({ name }) => name !== 'LineItem')
          .map((entity) => ({
            ...entity,
            relations: entity.relations.filter(({ target }) => target !== 'LineItem'),
          })),
      };

      expect((await follow(without)).losses).toEqual(['line_item', 'customer.email']);
      expect(await rows('select name from customer')).toEqual([{ name: 'Ada' }]);
    });

    it('changes a type where every value fits', async () => {
      const after = changed('LineItem', ({ fields }) => {
        for (const field of fields) if (field.name === 'quantity') field.type = 'decimal';
      });
      await follow(after);

      expect(await rows('select quantity::float from line_item order by 1')).toEqual([
        { quantity: 2 },
        { quantity: 7 },
      ]);
      await expectLikeNew(after);
    });

    it('fails where a value would be rounded or cut, or is none of the choices', async () => {
      const round = changed('LineItem', ({ fields }) => {
        for (const field of fields) if (field.name === 'unitPrice') field.type = 'integer';
      });
      const cut = changed('Customer', ({ fields }) => {
        for (const field of fields) if (field.name === 'name') field.maxLength = 2;
      });
      const choice = changed('Invoice', ({ fields }) => {
        for (const field of fields) if (field.name === 'status') field.values = ['draft', 'paid'];
      });

      await expect(follow(round)).rejects.toThrow('some values of line_item.unit_price do not fit');
      await expect(follow(cut)).rejects.toThrow('some values of customer.name do not fit');
      await expect(follow(choice)).rejects.toThrow('invoice_status_check');
      expect(await rows('select unit_price::float from line_item order by 1')).toHaveLength(2);
    });
  });
});

function isSound(blueprint: Blueprint): boolean {
  try {
    schemaOf(blueprint);
    return true;
  } catch (error) {
    if (error instanceof BlueprintUnsound) return false;
    throw error;
  }
}
