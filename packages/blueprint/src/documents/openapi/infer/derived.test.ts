import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const line = object(
  'sku: { type: string }',
  'quantity: { type: integer }',
  'name: { type: string, description: Name of the product }',
  'unitPrice: { type: integer, description: Price of the product }',
  'amount: { type: integer, description: Quantity times unit price }',
);
const cart = object(
  'id: { type: string }',
  'total: { type: integer, description: Sum of the amounts of all lines }',
  `lines: { type: array, items: ${line} }`,
);
const sku = '{ name: sku, in: path, required: true, schema: { type: string } }';
const product = object(
  'sku: { type: string }',
  'name: { type: string }',
  'price: { type: integer }',
);

const shop = () =>
  infer(`
  /products:
    post:
      requestBody: { ${json(product)} }
      responses: { '201': ${ok(product)}, '409': { description: Taken } }
  /products/{sku}:
    get: { parameters: [${sku}], responses: { '200': ${ok(product)} } }
  /carts:
    post: { responses: { '201': ${ok(cart)} } }
  /carts/{id}/lines/{sku}:
    parameters: [${id}, ${sku}]
    put:
      requestBody: { ${json(object('quantity: { type: integer }'))} }
      responses: { '204': { description: Done }, '404': { description: No such cart or product } }
    delete: { responses: { '204': { description: Gone } } }`);

describe('what records show of those that they refer to', () => {
  it('is read there, multiplied and summed up', async () => {
    const { resources } = await shop();
    expect(resources.find(({ name }) => name === 'line')?.derived).toEqual([
      {
        name: 'name',
        take: 'lookup',
        by: 'sku',
        resource: 'product',
        member: 'name',
        kind: 'text',
      },
      expect.objectContaining({ name: 'unitPrice', take: 'lookup', member: 'price' }),
      { name: 'amount', take: 'product', of: ['quantity', 'unitPrice'] },
    ]);
    expect(resources.find(({ name }) => name === 'cart')?.gathered).toContainEqual({
      ...{ name: 'total', resource: 'line', by: 'cartId', take: 'sum', member: 'amount' },
    });
  });

  it('stands below its parent by the name that a client gives it, once for each parent', async () => {
    const contract = await shop();
    expect(contract.resources.find(({ name }) => name === 'line')).toMatchObject({
      key: { member: 'row-id', made: 'uuid' },
      uniqueTogether: [['cartId', 'sku']],
    });
    expect(behaviourOf(contract, 'put /carts/{id}/lines/{sku}')).toMatchObject({
      kind: 'change',
      makes: true,
      parents: [{ resource: 'cart' }, { resource: 'product', where: [{ member: 'sku' }] }],
    });
  });
});

describe('a record that a body refers to', () => {
  const orders = (refusals: string) =>
    infer(`
  /products:
    post:
      requestBody: { ${json(object('name: { type: string }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'name: { type: string }'))} }
  /orders:
    post:
      requestBody: { ${json(object('product_id: { type: integer }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'product_id: { type: integer }'))}, ${refusals} }`);

  it('has to be there where the document has a refusal for that', async () => {
    const contract = await orders("'422': { description: Unknown product }");
    expect(behaviourOf(contract, 'post /orders')).toMatchObject({
      parents: [{ resource: 'product', referred: true }],
    });
  });

  it('is nobody’s business where it has none', async () => {
    const contract = await orders("'422': { description: Not valid }");
    expect(behaviourOf(contract, 'post /orders')).toMatchObject({ parents: [] });
  });
});
