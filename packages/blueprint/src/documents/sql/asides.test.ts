import { describe, expect, it } from 'vitest';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';

async function listed(format: 'postgresql' | 'mysql' | 'sqlite', text: string) {
  const { outOfScope } = await readDocument({ format, text });
  return outOfScope.map(({ line, what }) => `${line} ${what}`);
}

describe('what an SQL schema says beside its data', () => {
  it('is listed where a key follows another one, or a rule is kept later', async () => {
    expect(
      await listed(
        'postgresql',
        `create table a (id int primary key, n int);
         create table b (id int primary key, n int,
           a_id int references a (id) match full on delete set default on update cascade
             deferrable initially deferred,
           constraint u unique (n) deferrable);`,
      ),
    ).toEqual([
      '3 ON DELETE SET DEFAULT of b.a_id',
      '3 MATCH FULL of b.a_id',
      '3 ON UPDATE CASCADE of b.a_id',
      '4 DEFERRABLE INITIALLY DEFERRED of b.a_id',
      '5 DEFERRABLE of b.n',
    ]);
  });

  it('is listed where SQLite ignores or replaces what breaks a rule', async () => {
    expect(
      await listed(
        'sqlite',
        `create table a (id integer primary key,
           code text not null on conflict ignore unique on conflict replace collate nocase,
           n int, unique (code, n) on conflict rollback) without rowid;`,
      ),
    ).toEqual([
      '2 on conflict ignore of a.code',
      '2 on conflict replace of a.code',
      '2 collate nocase of a.code',
      '3 without rowid of a',
      '3 on conflict rollback of a.code, n',
    ]);
  });

  it('is listed where MySQL stores and touches rows, but for what the app does itself', async () => {
    expect(
      await listed(
        'mysql',
        `create table a (id int auto_increment primary key, n int invisible,
           seen datetime on update current_timestamp,
           updated_at datetime default current_timestamp on update current_timestamp,
           key by_n (n) using btree, check (n > 0) not enforced
         ) engine=InnoDB comment='All of it' row_format=compressed partition by hash (id);`,
      ),
    ).toEqual([
      '1 invisible of a.n',
      '2 on update current_timestamp of a.seen',
      '4 index of a: key by_n (n) using btree',
      '4 check of a: check (n > 0) not enforced',
      '5 engine=InnoDB of a',
      '5 row_format=compressed partition by hash (id) of a',
    ]);
  });

  it('is listed where a type has a form or an accuracy that the app has not', async () => {
    expect(
      await listed(
        'postgresql',
        'create table a (id int primary key, ip inet, net cidr, mac macaddr, code citext, at timestamptz(0), ms timestamp(3), o time with time zone);',
      ),
    ).toEqual([
      '1 network cidr of a.net',
      '1 form macaddr of a.mac',
      '1 case of citext of a.code',
      '1 precision timestamptz(0) of a.at',
      '1 zone of timetz of a.o',
    ]);
  });

  it('is counted where there is more than anybody would read', async () => {
    const indexes = Array.from({ length: 1_200 }, (_, index) => `create index i${index} on a (n);`);
    const { outOfScope } = await readDocument({
      format: 'sqlite',
      text: `create table a (id integer primary key, n int);\n${indexes.join('\n')}`,
    });
    expect(outOfScope).toHaveLength(1_000);
    expect(outOfScope.at(-1)).toMatchObject({ what: '201 more things', line: 1_001 });
  });

  it('is listed under its own name where nobody knows it', async () => {
    const { outOfScope } = await readDocument({
      format: 'mysql',
      text: 'create table a (id int primary key, n int sparkling water);',
    });
    expect(outOfScope).toMatchObject([
      { what: 'sparkling water of a.n', why: expect.stringContaining('does not know') },
    ]);
  });
});

describe('changes of a schema', () => {
  it('add and rename choices, whichever columns have them already', async () => {
    const { blueprint, outOfScope } = await readDocument({
      format: 'postgresql',
      text: `create type state as enum ('new', 'sent');
             create table a (id int primary key, state state);
             alter type state add value 'paid' before 'sent';
             alter type state add value 'lost';
             alter type state rename value 'sent' to 'shipped';
             alter type other add value 'x';`,
    });
    expect(inBrief(blueprint)).toEqual({ A: ['state: enum? (new|paid|shipped|lost)'] });
    expect(outOfScope).toMatchObject([{ line: 6, what: 'value x of other' }]);
  });

  it('are taken where storage is changed in the same statement', async () => {
    const { blueprint, outOfScope } = await readDocument({
      format: 'postgresql',
      text: `create table a (id int primary key);
             alter table a add column n int, set (fillfactor = 70), owner to me;`,
    });
    expect(inBrief(blueprint)).toEqual({ A: ['n: integer?'] });
    expect(outOfScope).toMatchObject([{ line: 2 }]);
  });

  it.each([
    ['postgresql', 'alter table b alter column n set not null', 'change of b.n: required'],
    ['postgresql', "comment on column a.x is 'gone'", 'change of a.x: comment'],
    ['postgresql', 'drop table a', 'change: drop table a'],
    ['mysql', 'alter table a change x y int', 'change of a: change column'],
    ['mysql', 'alter table a engine = InnoDB', 'change of a: engine = InnoDB'],
  ] as const)('that %s cannot make are listed: %s', async (format, change, what) => {
    const table = 'create table a (id int primary key, n int)';
    expect(await listed(format, `drop table if exists a;\n${table};\n${change};`)).toEqual([
      `3 ${what}`,
    ]);
  });

  it('make no thing of a partition that is attached afterwards', async () => {
    const { blueprint, outOfScope } = await readDocument({
      format: 'postgresql',
      text: `create table log (id int, at date) partition by range (at);
create table log_2024 (id int, at date);
alter table only log attach partition log_2024 for values from ('2024-01-01') to ('2025-01-01');`,
    });
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Log']);
    expect(outOfScope.map(({ line, what }) => `${line} ${what.slice(0, 22)}`)).toEqual([
      '1 PARTITION BY (at) of l',
      '3 partition log_2024: al',
    ]);
  });

  it('take no column called temp for a temporary table', async () => {
    const { blueprint } = await readDocument({
      format: 'postgresql',
      text: 'create table sensor (id int primary key, temp numeric, temporary boolean);',
    });
    expect(inBrief(blueprint)).toEqual({ Sensor: ['temp: decimal?', 'temporary: boolean?'] });
  });

  it('keep a key unique whichever way it is sorted', async () => {
    const { blueprint } = await readDocument({
      format: 'mysql',
      text: 'create table a (id int primary key, n int, m int, unique key u (n, m desc));',
    });
    expect(blueprint.entities[0]?.uniqueTogether).toEqual([['n', 'm']]);
  });

  it('list enumerations and domains that nothing is of', async () => {
    expect(
      await listed(
        'postgresql',
        `create type mood as enum ('sad', 'ok');
         create domain zip as text;
         create table a (id int primary key, n int);`,
      ),
    ).toEqual(['1 enumeration mood (sad, ok)', '2 domain zip']);
  });
});

describe('columns that a database computes', () => {
  it.each([
    ['postgresql', 'generated always as (quantity * price) stored'],
    ['mysql', 'as (`quantity` * `price`) virtual'],
    ['sqlite', 'generated always as (quantity * price)'],
  ] as const)('are worked out by the app as well, from %s', async (format, computed) => {
    const { blueprint, became, outOfScope } = await readDocument({
      format,
      text: `create table line (id int primary key, quantity int not null, price decimal(8,2) not null,
        total decimal(12,2) ${computed});`,
    });
    expect(blueprint.entities[0]?.fields[2]).toEqual({
      name: 'total',
      type: 'money',
      required: false,
      unique: false,
      computed: { kind: 'product', of: ['quantity', 'price'] },
    });
    expect(became.at(-1)?.became).toEqual([
      { path: 'Line.total', meaning: 'money, the product of quantity and price' },
    ]);
    expect(outOfScope).toEqual([]);
  });

  it.each([
    ['a + b - c', null],
    ['a - b - c', { kind: 'difference', of: ['a', 'b', 'c'] }],
    ['a + b * c', null],
    ['a + a', null],
    ['a + name', null],
    ['lower(name)', null],
    ['a * 2', null],
  ])('are listed where the app cannot work them out: %s', async (expression, expected) => {
    for (const format of ['postgresql', 'sqlite'] as const) {
      const { blueprint, outOfScope } = await readDocument({
        format,
        text: `create table t (id int primary key, a int, b int, c int, name text,
          made int generated always as (${expression}) stored);`,
      });
      const made = blueprint.entities[0]?.fields.find(({ name }) => name === 'made');
      expect(made?.computed ?? null).toEqual(expected);
      expect(outOfScope).toHaveLength(expected === null ? 1 : 0);
    }
  });
});
