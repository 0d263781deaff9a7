import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok, readPaths } from './written-document.ts';

const body = (...members: string[]) => `requestBody: { ${json(object(...members))} }`;
const CART = 'cart_id: { type: string }';
const carts = (adding: string, checkout: string) => `
  /create_cart:
    post: { responses: { '201': ${ok(object(CART))} } }
  /add_to_cart:
    post:
      description: ${adding}
      ${body(CART, 'item_id: { type: integer }', 'count: { type: integer, maximum: 9 }')}
      responses: { '201': { description: Added }, '404': { description: No cart } }
  /retrieve_cart:
    post:
      ${body(CART)}
      responses: { '200': ${ok(object(`items: { type: array, items: ${object('item_id: { type: integer }', 'count: { type: integer }')} }`))} }
  /checkout:
    post:
      description: ${checkout}
      ${body(CART, 'address: { type: string }')}
      responses: { '200': { description: Done }, '409': { description: The cart is checked out already } }`;

describe('a path that is called like a function', () => {
  it('keeps what a client names within what is around it, and adds up', async () => {
    const contract = await infer(carts('The count is increased by the count given.', 'Pays.'));
    const items = contract.resources.find(({ name }) => name === 'cartItem');
    expect(items?.uniqueTogether).toEqual([['cart_id', 'item_id']]);
    expect(items?.members).toContainEqual(
      expect.objectContaining({ name: 'item_id', kind: 'integer' }),
    );
    expect(behaviourOf(contract, 'post /add_to_cart')).toMatchObject({
      adds: { member: 'count', most: 9 },
    });
  });

  it('leads to a state that no answer shows, with what is said with it', async () => {
    const contract = await infer(
      carts('Adds.', 'Items can not be added to a cart that is checked out.'),
    );
    expect(behaviourOf(contract, 'post /checkout')).toMatchObject({
      kind: 'change',
      set: [
        { member: 'address' },
        { member: 'checkedOut', source: { in: 'constant', value: true } },
      ],
      guards: [{ member: 'checkedOut', value: true, refusal: 'conflict' }],
    });
    expect(behaviourOf(contract, 'post /add_to_cart')).toMatchObject({
      guards: [{ of: 'cart', member: 'checkedOut', value: true }],
    });
  });
});

const lists = (extra: string) => `
  /lists:
    post:
      ${body('name: { type: string }')}
      responses: { '201': ${ok(object('id: { type: string }', 'adminKey: { type: string }'))} }
${extra}`;
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';
const subscribing = ['subscribe', 'unsubscribe']
  .map(
    (word) => `  /lists/{id}/${word}:
    ${ID}
    post:
      ${body('email: { type: string }')}
      responses: { '204': { description: Done }, '404': { description: No } }`,
  )
  .join('\n');
const KEYED =
  'parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: X-Admin-Key, in: header, required: true, schema: { type: string } }]';

describe('what somebody becomes', () => {
  it('is made and taken out by a pair of words', async () => {
    const contract = await infer(lists(subscribing));
    expect(behaviourOf(contract, 'post /lists/{id}/subscribe')).toMatchObject({
      kind: 'create',
      resource: 'subscriber',
    });
    expect(behaviourOf(contract, 'post /lists/{id}/unsubscribe')).toMatchObject({
      kind: 'remove',
      resource: 'subscriber',
      where: [{ member: 'listId' }, { member: 'email', source: { in: 'body', name: 'email' } }],
    });
  });
});

describe('a secret that was given out', () => {
  it('is asked for by a parameter that is called like it, also on the way to what is below', async () => {
    const contract = await infer(
      lists(`${subscribing}
  /lists/{id}/subscribers:
    ${KEYED}
    get: { responses: { '200': ${ok('{ type: array, items: { type: string } }')} } }
  /lists/{id}:
    ${KEYED}
    delete: { responses: { '204': { description: Gone }, '403': { description: Wrong key } } }`),
    );
    const opens = { member: 'adminKey', source: { in: 'header', name: 'X-Admin-Key' } };
    expect(behaviourOf(contract, 'delete /lists/{id}')).toMatchObject({ kind: 'remove', opens });
    expect(behaviourOf(contract, 'get /lists/{id}/subscribers')).toMatchObject({
      kind: 'list',
      parents: [{ opens }],
    });
  });
});

const entry = object(
  'service: { type: string }',
  'level: { type: string, enum: [info, error] }',
  'receivedAt: { type: string, format: date-time }',
);
const log = (extra: string) => `
  /log:
    post:
      ${body('service: { type: string }', 'level: { type: string, enum: [info, error] }')}
      responses: { '201': ${ok(entry)} }
${extra}`;

describe('several records at once', () => {
  it('go by the value of a parameter, and never because nobody knows a parameter', async () => {
    const removing = (name: string) =>
      infer(
        log(`    delete:
      parameters: [{ name: ${name}, in: query, required: true, schema: { type: string } }]
      responses: { '204': { description: Gone } }`),
      );
    expect(behaviourOf(await removing('service'), 'delete /log')).toMatchObject({
      kind: 'remove',
      every: true,
      where: [{ member: 'service', source: { in: 'query', name: 'service' } }],
    });
    expect(behaviourOf(await removing('region'), 'delete /log')?.kind).toBe('undetermined');
  });

  it('are counted by their states', async () => {
    const contract = await infer(
      log(`  /log/levels:
    get:
      summary: Entries of the log by level
      responses: { '200': ${ok('{ type: object, required: [info, error], properties: { info: { type: integer }, error: { type: integer } } }')} }`),
    );
    expect(behaviourOf(contract, 'get /log/levels')).toMatchObject({
      kind: 'tally',
      counts: [{ when: [{ member: 'level', value: 'info' }] }, { name: 'error' }],
    });
  });

  it('are found by the day of a moment and by a part of a text', async () => {
    const asked = `    get:
      parameters:
        - { name: date, in: query, schema: { type: string, format: date } }
        - { name: contains, in: query, description: Text that the service contains, schema: { type: string } }
      responses: { '200': ${ok(`{ type: array, items: ${entry} }`)} }`;
    expect(behaviourOf(await infer(log(asked)), 'get /log')).toMatchObject({
      filters: [
        { member: 'receivedAt', match: 'on-day' },
        { member: 'service', match: 'contains' },
      ],
    });
  });

  it('are counted as plain text below their path', async () => {
    const contract = await infer(
      log(`  /log/count:
    get: { responses: { '200': { description: Number, content: { text/plain: { schema: { type: integer } } } } } }`),
    );
    expect(behaviourOf(contract, 'get /log/count')).toMatchObject({
      kind: 'list',
      answer: { body: { as: 'text', shape: { is: 'figure', of: 'total' } } },
    });
  });
});

describe('a number that nothing gives', () => {
  it('is asked for, and is not nothing at first', async () => {
    const { contract } = await readPaths(`
  /exchange:
    post:
      ${body('currency: { type: string }')}
      responses: { '200': ${ok('{ type: object, required: [value], properties: { value: { type: number } } }')} }`);
    expect(contract.operations[0]?.behaviour.kind).toBe('undetermined');
  });
});

describe('a link that nothing leads to', () => {
  it('is asked for, since a secret is no address', async () => {
    const contract = await infer(`
  /leave:
    post:
      ${body('email: { type: string }')}
      responses: { '202': ${ok('{ type: object, required: [unsubscribe_link], properties: { unsubscribe_link: { type: string } } }')} }`);
    expect(behaviourOf(contract, 'post /leave')?.kind).toBe('undetermined');
  });
});
