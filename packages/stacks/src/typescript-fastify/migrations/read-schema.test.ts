import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import * as fixtures from '../../fixtures/index.ts';
import { buildModel } from '../build-model.ts';
import { migrationFile } from '../files/migration-file.ts';
import { BREAKPOINT, readSchema, SchemaUnreadable } from './read-schema.ts';

const apps = Object.entries(fixtures).flatMap(([name, value]): [string, Blueprint][] =>
  typeof value === 'function' ? [] : [[name, value]],
);

describe('readSchema', () => {
  it.each(apps)('knows every statement of %s', (_name, blueprint) => {
    const script = migrationFile(buildModel(blueprint)).content;
    const schema = readSchema(script);
    const parts = Object.values(schema).reduce((count, list) => count + list.size, 0);

    expect(parts).toBeGreaterThanOrEqual(script.split(BREAKPOINT).length);
    for (const { columns } of schema.tables.values()) {
      for (const { type, rest } of columns.values()) {
        expect(type).toMatch(/^[a-z ]+(\(\d+(, \d+)?\))?(\[\])?$/);
        expect(rest).toMatch(
          /^(|primary key|references ".+" \("id"\) on delete cascade|constraint ".+" (unique|primary key|references ".+" \("id"\) on delete cascade)|generated always as identity|primary key constraint ".+" references ".+" \("id"\) on delete cascade)$/,
        );
      }
    }
  });

  it('takes a column apart', () => {
    const column = `"state" varchar(20) not null default 'a not b' constraint "thing_state_check" check ("state" in ('a (', 'b'))`;
    const table = readSchema(`create table "thing" (\n  ${column}\n);`).tables.get('thing');

    expect(table?.columns.get('state')).toEqual({
      name: 'state',
      type: 'varchar(20)',
      isRequired: true,
      initial: `'a not b'`,
      check: { name: 'thing_state_check', sql: `"state" in ('a (', 'b')` },
      generated: null,
      rest: '',
    });
  });

  it('refuses what this stack does not write', () => {
    expect(() => readSchema('create sequence "x";')).toThrow(SchemaUnreadable);
  });
});
