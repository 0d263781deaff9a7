import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../../check-blueprint.ts';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';
import { expectedSchemas } from './schemas.fixture.ts';

const dialects = ['postgresql', 'mysql', 'sqlite'] as const;
const products = Object.keys(expectedSchemas);

function load(product: string, dialect: string) {
  const file = new URL(`../fixtures/${product}.${dialect}.sql`, import.meta.url);
  return readDocument({ name: `${product}.sql`, text: readFileSync(file, 'utf8') });
}

/** Lines that a dialect says otherwise, since it has no such type or no such range. */
const differences: Record<string, readonly [string, string][]> = {
  'helpdesk mysql': [
    ['hourlyRate: money? -999999.99..999999.99', 'hourlyRate: money? 0..999999.99'],
    ['ip: ip-address?', 'ip: string? ..45'],
    [
      'number: integer! unique -9007199254740991..9007199254740991',
      'number: integer! unique 0..9007199254740991',
    ],
    ['timeSpent: duration?', 'timeSpent: time?'],
  ],
  // Numbers of SQLite have no size that it would keep to.
  'shop sqlite': [
    ['unitPrice: money! -99999999.99..99999999.99', 'unitPrice: money!'],
    ['price: money! 0..99999999.99 = 0', 'price: money! 0.. = 0'],
  ],
  'forum sqlite': [['position: integer! -32768..32767 = 1', 'position: integer! = 1']],
  'hr sqlite': [
    ['salary: money! 0.01..9999999999.99', 'salary: money! 0.01..'],
    ['vacationDays: decimal! -999.9..999.9 = 25', 'vacationDays: decimal! = 25'],
  ],
  'helpdesk sqlite': [
    ['ip: ip-address?', 'ip: string?'],
    ['channels: multi-choice? (mail|phone|chat)', 'channels: json?'],
    ['hourlyRate: money? -999999.99..999999.99', 'hourlyRate: money?'],
  ],
  'hr mysql': [['budget: money?', 'budget: money? -9999999999999.99..9999999999999.99']],
  'blog mysql': [
    ['registered: datetime! = 2020-01-01T00:00:00Z', 'registered: datetime?'],
    ['authorName: string! ..80', 'authorName: string! ..255'],
  ],
};

describe.each(dialects)('an SQL schema of %s', (dialect) => {
  it.each(products)('becomes the %s that it describes', async (product) => {
    const { format, blueprint } = await load(product, dialect);
    const changed = new Map(differences[`${product} ${dialect}`]);
    const expected = Object.fromEntries(
      Object.entries(expectedSchemas[product] ?? {}).map(([name, lines]) => [
        name,
        lines.map((line) => changed.get(line) ?? line),
      ]),
    );

    expect(format).toBe(dialect);
    expect(inBrief(blueprint)).toEqual(expected);
    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  });
});

describe('what an SQL schema says besides', () => {
  it('lists views, triggers, functions, sequences, indexes, rows and rights with their lines', async () => {
    const { outOfScope } = await load('shop', 'postgresql');

    expect(outOfScope.map(({ line, what }) => `${line} ${what.split(':')[0]}`)).toEqual([
      '12 extension',
      '13 description',
      '22 owner',
      '24 function',
      '43 change of categories',
      '45 sequence',
      '52 sequence',
      '112 view',
      '117 rows',
      '122 sequence',
      '134 index',
      '137 trigger',
      '144 DEFERRABLE INITIALLY DEFERRED of invoices.order_id',
      '145 rights',
      '146 rights',
    ]);
  });

  it('takes comments as descriptions', async () => {
    for (const dialect of ['postgresql', 'mysql']) {
      const { blueprint } = await load('shop', dialect);
      const product = blueprint.entities.find(({ name }) => name === 'Product');

      expect(product?.description).toBe('What the shop sells');
      expect(product?.fields[0]?.description).toBe("Stock keeping unit; the maker's own");
    }
  });

  it('says what became of columns that every record has', async () => {
    const { became } = await load('shop', 'sqlite');

    expect(became.find(({ text }) => text.includes('"deleted_at"'))?.became).toEqual([
      { path: 'Product', meaning: 'deleted_at: a deletion only hides the record' },
    ]);
    expect(became.find(({ text }) => text.includes('lock_version'))?.became).toEqual([
      {
        path: 'Customer',
        meaning: 'lock_version: the version of a record: of several changes at once one wins',
      },
    ]);
  });

  it('says of each line of a table what it became', async () => {
    const { became } = await load('forum', 'mysql');

    expect(became.find(({ line }) => line === 7)).toEqual({
      line: 7,
      text: '`website` varchar(300) DEFAULT NULL,',
      became: [{ path: 'Member.website', meaning: 'url, optional, at most 300 characters' }],
    });
    expect(became.find(({ text }) => text.includes('TABLE `follows`'))?.became).toEqual([
      { path: 'Member.followed', meaning: 'many-to-many Member' },
    ]);
  });

  it('keeps a column whose table is elsewhere and says so', async () => {
    const { outOfScope, assumptions } = await load('helpdesk', 'postgresql');

    expect(outOfScope.map(({ what }) => what)).toContain(
      'sla_policies: foreign key (legacy_account_id) to accounts',
    );
    expect(outOfScope.map(({ what }) => what)).toContainEqual(
      expect.stringMatching(/^unique index one_open_ticket: CREATE UNIQUE INDEX/),
    );
    expect(assumptions).toContainEqual({
      path: 'Attachment.content',
      text: 'attachments.content is put beside the record after it was made, so that it is optional.',
      answers: [],
    });
  });

  it('keeps natural keys unique and says that records get an id', async () => {
    const { assumptions } = await load('hr', 'mysql');

    expect(assumptions.map(({ path }) => path)).toEqual(['Country.code', 'Office.officeId']);
  });

  it('asks where null is set in what must not be null', async () => {
    const { blueprint, questions } = await readDocument({
      format: 'postgresql',
      text: `create table a (id int primary key, n int);
             create table b (id int primary key, n int,
               a_id int not null references a on delete set null);`,
    });

    expect(questions).toMatchObject([{ path: 'B.a' }]);
    expect(blueprint.entities[1]?.relations[0]).not.toHaveProperty('onDelete');
  });

  it('hides with a record what goes with it', async () => {
    const { blueprint, assumptions } = await readDocument({
      format: 'postgresql',
      text: `create table a (id int primary key, n int, deleted_at timestamp);
             create table b (id int primary key, n int, a_id int references a on delete cascade);`,
    });

    expect(blueprint.entities.map(({ softDelete }) => softDelete)).toEqual([true, true]);
    expect(assumptions).toMatchObject([{ path: 'B' }]);
  });

  it('takes no type for a number because its name has "int" in it', async () => {
    const { blueprint, assumptions } = await readDocument({
      format: 'postgresql',
      text: `create type point3 as (x int, y int);
             create table box (id int primary key, size int4range, days datemultirange, corner point3,
               user_pass varchar(255), boarding_pass varchar(255));`,
    });

    expect(inBrief(blueprint)).toEqual({
      Box: [
        'size: json?',
        'days: json?',
        'corner: string?',
        'userPass: password?',
        'boardingPass: string? ..255',
      ],
    });
    expect(assumptions.map(({ text }) => text)).toEqual([
      'box.size is a range, which the app keeps as JSON.',
      'box.days is a range, which the app keeps as JSON.',
      expect.stringContaining('box.corner is of the type'),
      expect.stringContaining('box.user_pass is a password'),
    ]);
  });

  it('takes a few bytes for a key or a digest, and more of them for a file', async () => {
    const { blueprint, assumptions } = await readDocument({
      format: 'mysql',
      text: `create table a (id int primary key, digest varbinary(20), secret_password binary(60), tag binary(0),
               scan varbinary(5000), mark blob(20));`,
    });

    expect(blueprint.entities[0]?.fields).toMatchObject([
      { name: 'digest', type: 'string', maxLength: 40 },
      { name: 'secretPassword', type: 'password' },
      { name: 'tag', type: 'string', maxLength: 1 },
      { name: 'scan', type: 'file', maxBytes: 5000 },
      { name: 'mark', type: 'file', maxBytes: 64 },
    ]);
    expect(assumptions.map(({ text }) => text)).toEqual([
      'a.digest holds 20 bytes, which the app keeps as a text of two digits for each.',
      expect.stringContaining('a.secret_password is a password'),
      'a.tag holds 0 bytes, which the app keeps as a text of two digits for each.',
      'a.mark may have 64 bytes: no file has only 20.',
    ]);
    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  });

  it('lists a table that is made like another one', async () => {
    const { blueprint, outOfScope } = await readDocument({
      format: 'mysql',
      text: 'create table a (id int primary key, n int);\ncreate table `b` like a;',
    });

    expect(blueprint.entities).toHaveLength(1);
    expect(outOfScope).toMatchObject([{ line: 2, what: 'table: create table `b` like a' }]);
  });
});
