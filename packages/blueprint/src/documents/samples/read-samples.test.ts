import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../../check-blueprint.ts';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';

async function load(name: string) {
  const file = new URL(`../fixtures/${name}`, import.meta.url);
  const reading = await readDocument({ name, text: readFileSync(file, 'utf8') });
  expect(checkBlueprint(reading.blueprint)).toMatchObject({ ok: true });
  return reading;
}

describe('sample rows', () => {
  it('show types by their values, and what is left out sometimes', async () => {
    const { format, blueprint } = await load('members.csv');

    expect(format).toBe('csv');
    expect(inBrief(blueprint)).toEqual({
      Member: [
        'firstName: string!',
        'eMail: email!',
        'phone: phone?',
        'joined: date!',
        'lastSeen: datetime?',
        'fee: money!',
        'active: boolean!',
        'level: enum! (gold|silver)',
        'zip: string!',
        'colour: colour!',
        'discount: percentage!',
        'share: percentage!',
        'note: text?',
        'empty: string?',
      ],
    });
  });

  it('say that they are guessed, and which column says nothing', async () => {
    const { assumptions, outOfScope } = await load('members.csv');

    expect(assumptions[0]).toMatchObject({ path: '', text: expect.stringContaining('guessed') });
    expect(outOfScope.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '1 form "12,50 €" of members.Fee',
      '1 form "yes" of members.Active',
      '1 form "5%" of members.Share',
      '1 type of members.Empty',
    ]);
  });

  it.each([
    ['commas', 'name,age\nAda,36\nBob,41'],
    ['tabs', 'name\tage\nAda\t36\nBob\t41'],
    ['bars', 'name|age\nAda|36\nBob|41'],
  ])('are told apart by %s, without a name or an ending', async (_what, text) => {
    const { format, blueprint } = await readDocument({ text });

    expect(format).toBe('csv');
    expect(inBrief(blueprint)).toEqual({ Record: ['name: string!', 'age: integer!'] });
  });

  it('do without labels, and with the same one twice', async () => {
    const { blueprint } = await readDocument({ format: 'csv', text: 'a,,a,🙂\n1,2,3,4' });

    expect(inBrief(blueprint)).toEqual({
      Record: ['a: integer!', 'column2: integer!', 'a2: integer!', 'field: integer!'],
    });
  });

  it.each([
    ['a,b\n1,2\n1,2,3', 3, 1],
    ['a,b\n1,"2', 2, 1],
  ])('are refused with their line where they do not fit', async (text, line, column) => {
    await expect(readDocument({ text, format: 'csv' })).rejects.toMatchObject({
      code: 'document-invalid',
      line,
      column,
    });
  });
});

describe('sample objects', () => {
  it('show entities by collections, objects and lists within objects', async () => {
    const { format, blueprint } = await load('orders.json');

    expect(format).toBe('json');
    expect(inBrief(blueprint)).toEqual({
      Customer: [
        'name: string!',
        'email: email!',
        'vip: boolean!',
        'homepage: url?',
        'orders <- Order.customer',
        'address -> Address.customers!',
      ],
      Address: [
        'street: string!',
        'city: string!',
        'zip: string!',
        'customers <- Customer.address',
      ],
      Order: [
        'placedAt: datetime!',
        'shipOn: date?',
        'status: enum! (new|paid)',
        'total: money!',
        'weight: decimal!',
        'bytes: integer! -9007199254740991..9007199254740991',
        'meta: json!',
        'note: text?',
        'customer -> Customer.orders!',
        'items <- Item.order',
      ],
      Item: [
        'sku: string!',
        'quantity: integer!',
        'price: money!',
        'tags: multi-choice? (red|small|blue)',
        'order -> Order.items!',
      ],
    });
  });

  it('say where their parts stand', async () => {
    const { became } = await load('orders.json');

    expect(became.find(({ line }) => line === 3)?.became).toContainEqual({
      path: 'Customer.email',
      meaning: 'email, required',
    });
  });

  it.each([
    ['a list', '[{"name": "Ada"}, {"name": null}]', { Person: ['name: string?'] }],
    [
      'a single object',
      '{"name": "Ada", "age": 36}',
      { Person: ['name: string!', 'age: integer!'] },
    ],
    [
      'values of several kinds',
      '[{"a": 1}, {"a": "x"}, {"a": {"b": 1}}]',
      { Person: ['a: json!'] },
    ],
    [
      'an object that holds its like',
      '[{"n": 1, "people": [{"n": 2, "people": []}]}]',
      { Person: ['n: integer!', 'person -> Person.people?', 'people <- Person.person'] },
    ],
  ])('can be %s', async (_what, text, expected) => {
    const { blueprint } = await readDocument({ name: 'people.json', text });

    expect(inBrief(blueprint)).toEqual(expected);
    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  });

  it.each([
    ['{"a": 1,\n "b": }', 2, 7],
    ['[1, 2', 1, 6],
    [`${'['.repeat(100_000)}1`, 1, 41],
  ])('are refused with line and column where they are no JSON', async (text, line, column) => {
    await expect(readDocument({ text, format: 'json' })).rejects.toMatchObject({
      name: 'DocumentInvalid',
      code: 'document-invalid',
      line,
      column,
    });
  });

  it.each([
    ['{"openapi": "3.1.0", "paths": {}}', 'document-format-unknown'],
    ['{"$schema": "https://json-schema.org/draft/2020-12/schema"}', 'document-format-unknown'],
    ['[1, 2, 3]', 'document-without-data'],
    ['"text"', 'document-without-data'],
    ['{}', 'document-without-data'],
  ])('are not taken from %s', async (text, code) => {
    await expect(readDocument({ text, format: 'json' })).rejects.toMatchObject({ code });
  });
});

describe('samples as other programs write them', () => {
  it('are records of which each has a line of its own', async () => {
    const { blueprint, became } = await readDocument({
      name: 'visits.ndjson',
      text: '{"page":"/a","at":"2024-01-31T10:00:00Z"}\n\n{"page":"/b","user":{"name":"Ann"}}\n',
    });
    expect(inBrief(blueprint)).toEqual({
      Visit: ['page: string!', 'at: datetime?', 'user -> User.visits?'],
      User: ['name: string!', 'visits <- Visit.user'],
    });
    expect(became.find(({ line }) => line === 3)?.became.map(({ path }) => path)).toContain('User');
  });

  it('are refused at the place where one of the records is wrong', async () => {
    const text = '{"a":1}\n{"a":2,}\n{"a":3}';
    await expect(readDocument({ name: 'a.jsonl', text })).rejects.toMatchObject({
      line: 2,
      column: 8,
    });
  });

  it('are numbers also with commas, and say which form the app takes', async () => {
    const { blueprint, outOfScope } = await readDocument({
      name: 'items.csv',
      text: 'sku;weight;bought\na1;1.234,50;01.02.2020\nb2;7,5;28.02.2021\n',
    });
    expect(inBrief(blueprint).Item?.slice(1)).toEqual(['weight: decimal!', 'bought: date!']);
    expect(outOfScope.map(({ what, why }) => [what, why])).toEqual([
      ['form "1.234,50" of items.weight', 'The app takes and shows it as 1234.5.'],
      ['form "01.02.2020" of items.bought', 'The app takes and shows it as 2024-01-31.'],
    ]);
  });

  it('say where values of several kinds became texts', async () => {
    const { outOfScope } = await readDocument({
      name: 'a.json',
      text: '[{"n": 1, "m": 2},\n {"n": "x", "m": 3}]',
    });
    expect(outOfScope).toMatchObject([{ line: 1, what: 'kinds (number, string) of a.n' }]);
  });

  it('say where letters cannot be read', async () => {
    const { outOfScope } = await readDocument({
      name: 'a.csv',
      text: 'name,town\nJos\uFFFD,Rome is a town with a long enough name\n',
    });
    expect(outOfScope).toMatchObject([{ line: 2, what: 'a character that cannot be read' }]);
  });
});
