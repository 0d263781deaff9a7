import { describe, expect, it } from 'vitest';
import { DocumentInvalid } from '../document-invalid.ts';
import { readDocument } from '../read-document.ts';

async function refusal(text: string, format: 'postgresql' | 'mysql' | 'sqlite') {
  const error = await readDocument({ text, format }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DocumentInvalid);
  return error;
}

describe('an SQL schema that cannot be read', () => {
  it.each([
    ['postgresql', 'create table a (\n  id int,\n  name text,,\n  b int);', 3, 13],
    ['mysql', 'create table a (\n  id int,\n  name text,,\n  b int);', 3, 13],
    ['sqlite', 'create table a (\n  id int,\n  name text,,\n  b int);', 3, 13],
    ['postgresql', '-- é\ncreate table "ü" (id int, äö text default \'x\' wrong);', 2, 47],
    ['mysql', "create table a (id int, name varchar(5) default 'x);", 1, 49],
    ['postgresql', 'create table a (id int', 1, 23],
    ['mysql', 'create table a (id int', 1, 20],
    ['sqlite', 'create table a (id int, primary key)', 1, 36],
  ] as const)(
    'is refused as a whole by the parser of %s, with line and column',
    async (format, text, line, column) => {
      expect(await refusal(text, format)).toMatchObject({ code: 'document-invalid', line, column });
    },
  );

  it('is refused with two columns of one name', async () => {
    const text = 'create table a (id int,\n id text)';
    expect(await refusal(text, 'mysql')).toMatchObject({ code: 'document-invalid', line: 2 });
  });

  it('is refused with more tables than are read, and with more than an app can have', async () => {
    const tables = (count: number) =>
      Array.from({ length: count }, (_, index) => `create table t${index} (n int);`).join('\n');
    expect(await refusal(tables(201), 'sqlite')).toMatchObject({
      code: 'document-too-large',
      line: 201,
    });
    expect(await refusal(tables(101), 'postgresql')).toMatchObject({ code: 'document-too-large' });
  });

  it('is refused with more columns than an entity can have fields', async () => {
    const columns = Array.from({ length: 101 }, (_, index) => `c${index} int`).join(', ');
    expect(await refusal(`create table t (${columns})`, 'mysql')).toMatchObject({
      code: 'document-too-large',
      message: 't has more than 100 fields, which is what an entity can have.',
    });
  });

  it.each(['postgresql', 'mysql', 'sqlite'] as const)(
    'is refused with brackets that never end, by the parser of %s',
    async (format) => {
      const text = `create table a (n int check (${'('.repeat(50_000)}n > 1${')'.repeat(50_000)}))`;
      expect(await refusal(text, format)).toMatchObject({ code: 'document-invalid' });
    },
  );

  it('is refused without a single table', async () => {
    expect(await refusal('create view v as select 1;', 'postgresql')).toMatchObject({
      code: 'document-without-data',
    });
  });
});
