import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { everyTogether, invoicing, lockerRoom } from '../../fixtures/index.ts';
import type { PreviousApp } from '../../stack.ts';
import { typescriptFastify } from '../stack.ts';

function built(blueprint: Blueprint, more: Partial<PreviousApp> = {}): PreviousApp {
  const files = typescriptFastify
    .codeUnits(blueprint)
    .flatMap(({ id }) => typescriptFastify.generateUnit(blueprint, id));
  return { blueprint, files, title: 'Add a note', renames: new Map(), values: new Map(), ...more };
}

function withField(blueprint: Blueprint, name: string): Blueprint {
  const next = structuredClone(blueprint);
  next.entities[1]?.fields.push({ name, type: 'string', required: true, unique: false });
  return next;
}

describe('a migration of an app', () => {
  it('comes after those that there are, which stay as they were', () => {
    const before = built(invoicing);
    const { files, losses, unfilled } = typescriptFastify.migrate(withField(invoicing, 'note'), {
      ...before,
      values: new Map([['Invoice.note', "it's old"]]),
    });
    const [first, second, schema] = files;

    expect(files.map(({ path }) => path)).toEqual([
      'migrations/0001_initial.sql',
      'migrations/0002_add_a_note.sql',
      'migrations/schema/schema.sql',
    ]);
    expect(first).toEqual(before.files.find(({ path }) => path === 'migrations/0001_initial.sql'));
    expect(second?.content).toContain(`set "note" = 'it''s old'`);
    expect(schema?.content).toContain('"note" varchar(255) not null');
    expect({ losses, unfilled }).toEqual({ losses: [], unfilled: [] });
  });

  it('starts from what all of them have made', () => {
    const once = withField(invoicing, 'note');
    const before = typescriptFastify.migrate(once, built(invoicing));
    const twice = withField(once, 'code');
    const { files, unfilled } = typescriptFastify.migrate(twice, {
      ...built(once, { title: 'Codes!' }),
      files: before.files,
    });

    expect(files.map(({ path }) => path)).toContain('migrations/0003_codes.sql');
    expect(files.find(({ path }) => path.includes('0003'))?.content).not.toContain('"note"');
    expect(unfilled).toEqual(['Invoice.code']);
  });

  it('is none where the database stays as it is', () => {
    const before = built(everyTogether);
    const { files } = typescriptFastify.migrate(
      { ...everyTogether, description: 'Another one.' },
      before,
    );

    expect(files.map(({ path }) => path)).toEqual(['migrations/0001_initial.sql']);
  });

  it('says in the words of the blueprint what is lost', () => {
    const next = structuredClone(lockerRoom);
    for (const entity of next.entities) {
      entity.fields = entity.fields.slice(0, 1);
      delete entity.lifecycle;
      delete entity.rules;
    }
    const { losses } = typescriptFastify.migrate(next, built(lockerRoom));
    const gone = lockerRoom.entities.flatMap(({ name, fields, lifecycle }) => [
      ...fields.slice(1).map((field) => `${name}.${field.name}`),
      ...(lifecycle ? [`${name}.history`] : []),
    ]);

    expect(losses.toSorted()).toEqual(gone.toSorted());
  });

  it('keeps what is called differently', () => {
    const next = structuredClone(invoicing);
    for (const { fields } of next.entities)
      for (const field of fields) if (field.name === 'dueDate') field.name = 'payBy';
    const { files, losses, kept } = typescriptFastify.migrate(
      next,
      built(invoicing, { renames: new Map([['Invoice.payBy', 'dueDate']]) }),
    );

    expect(losses).toEqual([]);
    expect(files[1]?.content).toContain('rename column "due_date" to "pay_by"');
    const { columns } = kept.find(({ name }) => name === 'invoice') ?? {};
    expect(columns).toContainEqual({ name: 'pay_by', was: 'due_date', isFilled: false });
    expect(columns?.map(({ was }) => was)).not.toContain('pay_by');
  });

  it('accounts for a table whose name another one takes over', () => {
    const next = structuredClone(invoicing);
    const [customer] = next.entities;
    if (customer === undefined) throw new Error('the fixture has a customer');
    const client = {
      ...structuredClone(customer),
      name: 'Client',
      plural: 'Clients',
      relations: [],
    };
    next.entities.push({ ...client, name: 'Customer', plural: 'Customers' });
    customer.name = 'Client';
    customer.plural = 'Clients';
    for (const { relations } of next.entities)
      for (const relation of relations)
        if (relation.target === 'Customer') relation.target = 'Client';
    const renames = new Map([['Client', 'Customer']]);
    const { kept, dropped } = typescriptFastify.migrate(next, built(invoicing, { renames }));

    expect(kept.map(({ name, was }) => [name, was])).toContainEqual(['client', 'customer']);
    expect(kept.map(({ name }) => name)).not.toContain('customer');
    expect(dropped).toEqual([]);
  });

  it('fails at its very end where that is wanted, and is the same before', () => {
    const { migration } = typescriptFastify.migrate(withField(invoicing, 'note'), built(invoicing));
    if (migration === null) throw new Error('a field makes a migration');
    const { path, content } = typescriptFastify.failingMigration(migration);

    expect(path).toBe(migration.path);
    expect(content.startsWith(migration.content)).toBe(true);
    expect(content).toContain('select 1 / 0');
  });

  it('refuses a value that the field does not take', () => {
    const previous = built(invoicing, { values: new Map([['Invoice.note', 7]]) });

    expect(() => typescriptFastify.migrate(withField(invoicing, 'note'), previous)).toThrow(
      'Invoice.note',
    );
  });
});
