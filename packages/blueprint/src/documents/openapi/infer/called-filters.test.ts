import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const thing = object('id: { type: integer }', 'name: { type: string }', 'stock: { type: integer }');
const given = object('name: { type: string }', 'stock: { type: integer }');
const things = (parameter: string) =>
  infer(`
  /things:
    get:
      parameters: [${parameter}]
      responses: { '200': ${ok(`{ type: array, items: ${thing} }`)} }
    post:
      requestBody: { ${json(given)} }
      responses: { '201': ${ok(thing)} }`);

describe('a switch that is called like a number', () => {
  it('keeps to what there is some of', async () => {
    const contract = await things('{ name: in_stock, in: query, schema: { type: boolean } }');
    expect(behaviourOf(contract, 'get /things')).toMatchObject({
      filters: [{ parameter: 'in_stock', member: 'stock', match: 'any-left' }],
    });
  });

  it('is none where it is no switch, or no number is called so', async () => {
    for (const parameter of [
      '{ name: in_stock, in: query, schema: { type: integer } }',
      '{ name: with_name, in: query, schema: { type: boolean } }',
    ])
      expect(behaviourOf(await things(parameter), 'get /things')).toMatchObject({ filters: [] });
  });
});

describe('links to the pages around', () => {
  const page = (answer: string, headers = '') =>
    infer(`
  /things:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 50 } }]
      responses: { '200': { description: Things, headers: { ${headers} }, ${json(answer)} } }
    post:
      requestBody: { ${json(given)} }
      responses: { '201': ${ok(thing)} }`);

  it('have a place of their own where no parameter has one', async () => {
    const header = 'x-next: { description: A link to the next page, schema: { type: string } }';
    const contract = await page(`{ type: array, items: ${thing} }`, header);
    expect(behaviourOf(contract, 'get /things')).toMatchObject({
      paging: { by: 'offset', at: 'offset', size: 'limit' },
      answer: { headers: [{ name: 'x-next', of: 'next-link' }] },
    });
  });

  it('are addresses where the answer has them as such', async () => {
    const uri = '{ type: string, format: uri, nullable: true }';
    const contract = await page(
      `{ type: object, required: [results, next, previous], properties: { results: { type: array, items: ${thing} }, next: ${uri}, previous: ${uri} } }`,
      'Link: { description: Links to the pages around, schema: { type: string } }',
    );
    const shape = JSON.stringify(behaviourOf(contract, 'get /things'));
    expect(shape).toContain('"next-link"');
    expect(shape).toContain('"previous-link"');
  });

  it('are none where the next page is named by a token', async () => {
    const contract = await page(
      `{ type: object, required: [items, next], properties: { items: { type: array, items: ${thing} }, next: { type: string, nullable: true } } }`,
    );
    expect(JSON.stringify(behaviourOf(contract, 'get /things'))).not.toContain('next-link');
  });
});

describe('all of several values', () => {
  const cards = (summary: string, more = '') =>
    infer(`
  /cards:
    get:
      summary: ${summary}
      parameters: [{ name: phone, in: query, required: true, schema: { type: array, items: { type: string } } }]
      responses: { '200': ${ok('{ type: array, items: { type: string } }')} }
    post:
      requestBody: { ${json(`{ type: object, required: [credit_card, phone], properties: { credit_card: { type: string }, phone: { type: string }${more} } }`)} }
      responses: { '201': { description: Made } }`);
  const all = 'Numbers of the cards that have all of the phones';

  it('are asked of the rows that are the same otherwise', async () => {
    expect(behaviourOf(await cards(all), 'get /cards')).toMatchObject({
      filters: [{ parameter: 'phone', member: 'phone', match: 'all-of', of: 'credit_card' }],
    });
  });

  it('are a question where it is not told what is the same', async () => {
    expect(behaviourOf(await cards(all, ', bank: { type: string }'), 'get /cards')).toMatchObject({
      kind: 'undetermined',
    });
  });

  it('are not meant where one of them will do', async () => {
    expect(behaviourOf(await cards('Numbers of the cards by phone'), 'get /cards')).toMatchObject({
      filters: [{ match: 'one-of' }],
    });
  });
});
