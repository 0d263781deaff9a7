import { readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '@quantumlayer/blueprint';
import { stacks } from '@quantumlayer/stacks';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL(
  '../../../../../../../packages/blueprint/src/documents/fixtures/',
  import.meta.url,
);
const names = readdirSync(FOLDER).filter((name) => name.includes('.'));

describe.each(stacks.map((stack) => ({ id: stack.id, stack })))('the stack $id', ({ stack }) => {
  it.each(names)('builds what %s describes', async (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const { blueprint } = await readDocument({ name, text });
    const files = stack
      .codeUnits(blueprint)
      .flatMap(({ id }) => stack.generateUnit(blueprint, id))
      .concat(stack.generateTests(blueprint));

    expect(stack.design(blueprint)).toBeTruthy();
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { plural } of blueprint.entities)
      expect(files.some(({ content }) => content.includes(plural))).toBe(true);
  });

  it('builds fields of every width that a document can name', async () => {
    const types = ['email', 'website', 'phone', 'slug', 'title', 'notes', 'password'];
    const columns = types.flatMap((type) =>
      [1, 2, 5, 12, 24, 30, 40, 300, 5_000, 200_000].map(
        (width) => `c${width}_${type} varchar(${width}) not null unique`,
      ),
    );
    const numbers = [
      'n1 numeric(3,0) check (n1 > 0)',
      'n2 numeric(30,10) check (n2 between 0 and 1)',
      'n3 smallint check (n3 in (1, 2))',
      'n4 bigint default 9000000000',
      'discount_percent numeric(5,2) default 10',
      'price numeric(12,2) default 0.10 check (price >= 0)',
    ];
    const text = `create table wide (${[...columns, ...numbers].join(', ')})`;
    const { blueprint } = await readDocument({ text, format: 'postgresql' });

    const made = stack
      .codeUnits(blueprint)
      .flatMap(({ id }) => stack.generateUnit(blueprint, id))
      .concat(stack.generateTests(blueprint));
    expect(made.length).toBeGreaterThan(10);
  });
});
