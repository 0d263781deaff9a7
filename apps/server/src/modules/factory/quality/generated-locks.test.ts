import { randomUUID } from 'node:crypto';
import type { Blueprint, Relation } from '@quantumlayer/contracts';
import { stacks } from '@quantumlayer/stacks';
import { testDatabaseUrl } from '@quantumlayer/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const name = { name: 'name', type: 'string', required: true, unique: false } as const;
const day = (called: string) => ({ ...name, name: called, type: 'date' }) as const;
const many = (target: string, inverse: string): Relation => ({
  ...{ kind: 'has-many', target, name: 'loans', inverse, required: false },
});
const belongsTo = (target: string, more: Partial<Relation> = {}): Relation => ({
  ...{ kind: 'belongs-to', target, name: target.toLowerCase(), inverse: 'loans', required: true },
  ...more,
});

/** Loans are limited per member and do not overlap; they are left without a book that is deleted. */
const library: Blueprint = {
  version: 1,
  name: 'library',
  title: 'Library',
  description: '',
  entities: [
    { name: 'Member', plural: 'Members', fields: [name], relations: [many('Loan', 'member')] },
    { name: 'Book', plural: 'Books', fields: [name], relations: [many('Loan', 'book')] },
    {
      name: 'Loan',
      plural: 'Loans',
      fields: [day('from'), day('until')],
      relations: [
        belongsTo('Member'),
        belongsTo('Book', { required: false, onDelete: 'set-null' }),
      ],
      rules: [
        { kind: 'at-most', per: 'member', most: 9 },
        { kind: 'no-overlap', start: 'from', end: 'until', per: ['member', 'book'] },
      ],
    },
  ],
};

const server = testDatabaseUrl();

describe.runIf(server)('deletions at once of what limited rows belong to', () => {
  const schema = `locks_${randomUUID().replaceAll('-', '')}`;
  const clients: pg.Client[] = [];
  const connect = async () => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    clients.push(client);
    return client;
  };
  const books: string[] = [];

  beforeAll(async () => {
    const setUp = await connect();
    await setUp.query(`create schema ${schema}`);
    await setUp.query(`set search_path = ${schema}`);
    const files = stacks[0]?.generateUnit(library, 'app') ?? [];
    const migration = files.find(({ path }) => path.endsWith('0001_initial.sql'))?.content ?? '';
    for (const statement of migration.split('--> statement-breakpoint'))
      await setUp.query(statement);
    const insert = async (table: string, columns: object) => {
      const names = Object.keys(columns).map((column) => `"${column}"`);
      const places = names.map((_, at) => `$${at + 1}`);
      const text = `insert into "${table}" (${names.join()}) values (${places.join()}) returning id`;
      return String((await setUp.query(text, Object.values(columns))).rows[0].id);
    };
    const members = [
      await insert('member', { name: 'Ann' }),
      await insert('member', { name: 'Bo' }),
    ];
    for (const at of [0, 1, 1, 0]) {
      const book = await insert('book', { name: `Book ${books.length}` });
      books.push(book);
      const span = { from: '2026-01-01', until: '2026-01-02' };
      await insert('loan', { member_id: members[at], book_id: book, ...span });
    }
  });

  afterAll(async () => {
    await clients[0]?.query(`drop schema ${schema} cascade`);
    await Promise.all(clients.map((client) => client.end()));
  });

  it('do not wait for each other in a circle', async () => {
    const [one, other] = [await connect(), await connect()];
    for (const client of [one, other]) {
      await client.query(`set search_path = ${schema}`);
      await client.query("set deadlock_timeout = '100ms'");
      await client.query('begin');
    }
    const remove = (client: pg.Client, at: number) =>
      client.query('delete from book where id = $1', [books[at]]);
    // One changes a loan of Ann and then one of Bo; the other one does it the other way round.
    await remove(one, 0);
    await remove(other, 1);
    const ended = await Promise.allSettled([remove(one, 2), remove(other, 3)]);
    await Promise.all([one.query('rollback'), other.query('rollback')]);

    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });
});
