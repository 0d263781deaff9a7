import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const integer = '{ type: integer }';
const text = '{ type: string }';
const credentials = json(object(`username: ${text}`, `password: ${text}`));
const accounts = `
  /register: { post: { requestBody: { ${credentials} }, responses: { '201': { description: ok }, '409': { description: Username taken } } } }
  /login: { post: { requestBody: { ${credentials} }, responses: { '200': ${ok(object(`token: ${text}`))}, '401': { description: Wrong } } } }`;
const scheme = 'components: { securitySchemes: { b: { type: http, scheme: bearer } } }';
const signed = 'security: [{ b: [] }]';

describe('stock', () => {
  const item = object(`sku: ${text}`, `stock: ${integer}`);
  const sku = `[{ name: sku, in: path, required: true, schema: ${text} }]`;
  const moved = (verb: string, refusal = '') => `
  /items/{sku}/${verb}:
    post:
      parameters: ${sku}
      requestBody: { ${json(object(`quantity: ${integer}`))} }
      responses: { '200': ${ok(item)}${refusal} }`;

  it.each(['409', '422'])('is added to and taken from, refused with %s', async (status) => {
    const contract = await infer(`
  /items:
    post:
      requestBody: { ${json(`{ type: object, required: [sku], properties: { sku: ${text}, stock: ${integer} } }`)} }
      responses: { '201': ${ok(item)} }
${moved('add')}${moved('remove', `, '${status}': { description: Not enough in stock }`)}`);
    const amount = { in: 'body', name: 'quantity' };
    expect(behaviourOf(contract, 'post /items/{sku}/add')).toMatchObject({
      ...{ kind: 'increment', member: 'stock', by: 1, amount },
    });
    expect(behaviourOf(contract, 'post /items/{sku}/remove')).toMatchObject({
      ...{ kind: 'increment', member: 'stock', by: -1, amount },
    });
    const [resource] = contract.resources;
    expect(resource?.members.map(({ name }) => name)).not.toContain('quantity');
  });
});

describe('what people do to records of each other', () => {
  const petition = object(`id: ${integer}`, `title: ${text}`, 'open: { type: boolean }');
  const petitions = `
  /petitions:
    get: { responses: { '200': ${ok(`{ type: array, items: ${petition} }`)} } }
    post: { ${signed}, requestBody: { ${json(object(`title: ${text}`))} }, responses: { '201': ${ok(petition)} } }
  /petitions/{id}/signatures:
    parameters: [${id}]
    post: { ${signed}, responses: { '201': { description: Signed }, '409': { description: "You have signed already, or the petition is closed" } } }
  /petitions/{id}/close:
    parameters: [${id}]
    post: { ${signed}, responses: { '200': ${ok(petition)}, '403': { description: Only its creator closes it }, '409': { description: Already closed } } }`;

  it('is there once of each person, in the states that allow it', async () => {
    const contract = await infer(`${accounts}${petitions}`, scheme);
    const signature = contract.resources.find(({ name }) => name === 'signature');
    expect(signature?.uniqueTogether).toEqual([['petitionId', 'ownerId']]);
    expect(behaviourOf(contract, 'post /petitions/{id}/signatures')).toMatchObject({
      kind: 'create',
      guards: [{ of: 'petition', member: 'open', value: false, refusal: 'conflict' }],
    });
  });

  it('turns the switch that records show, be it called by its opposite', async () => {
    const contract = await infer(`${accounts}${petitions}`, scheme);
    expect(behaviourOf(contract, 'post /petitions/{id}/close')).toMatchObject({
      set: [{ member: 'open', source: { in: 'constant', value: false } }],
      guards: [{ member: 'open', value: false, refusal: 'conflict' }],
    });
  });

  it('leaves the author of a quote to who writes it down', async () => {
    const quote = object(`id: ${integer}`, `text: ${text}`, `author: ${text}`);
    const contract = await infer(
      `${accounts}
  /quotes:
    post: { ${signed}, requestBody: { ${json(object(`text: ${text}`, `author: ${text}`))} }, responses: { '201': ${ok(quote)} } }
  /quotes/random:
    get: { responses: { '200': ${ok(quote)}, '404': { description: There are no quotes } } }`,
      scheme,
    );
    expect(behaviourOf(contract, 'post /quotes')).toMatchObject({
      set: expect.arrayContaining([{ member: 'author', source: { in: 'body', name: 'author' } }]),
    });
    expect(behaviourOf(contract, 'get /quotes/random')).toMatchObject({
      ...{ kind: 'read', resource: 'quote', random: true },
    });
  });
});

describe('states that have to be', () => {
  const order = object(
    `id: ${integer}`,
    'status: { type: string, enum: [pending, accepted, rejected] }',
  );
  it.each([
    ['409', 'Only pending orders can be rejected', 'conflict'],
    ['422', 'The order must be pending', 'inapplicable'],
    ['410', 'The order is no longer pending', 'gone'],
  ])('refuse all others with %s: %s', async (status, said, refusal) => {
    const contract = await infer(`
  /orders:
    post: { requestBody: { ${json(object(`note: ${text}`))} }, responses: { '201': ${ok(order)} } }
  /orders/{id}/reject:
    parameters: [${id}]
    post: { responses: { '200': ${ok(order)}, '${status}': { description: ${said} } } }`);
    expect(behaviourOf(contract, 'post /orders/{id}/reject')).toMatchObject({
      guards: [{ member: 'status', value: 'pending', not: true, refusal }],
    });
  });
});
