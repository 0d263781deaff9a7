import { describe, expect, it } from 'vitest';
import { samplePattern } from './adapters/sample-pattern.ts';
import { createBodyMaker } from './body-maker.ts';
import { readApiDocument } from './domain/openapi-document.ts';
import { findResources } from './domain/resources.ts';
import { createValueMaker } from './domain/valid-value.ts';
import type { ExerciseSession } from './exercise-session.ts';

const id = { type: 'string', format: 'uuid' };
const line = {
  type: 'object',
  properties: {
    productId: id,
    count: { type: 'integer', minimum: 1, maximum: 2_000_000_000 },
    price: { type: 'integer', minimum: 1, maximum: 2_000_000_000 },
  },
  required: ['productId', 'count', 'price'],
  'x-rules': [
    {
      ...{ kind: 'computed', member: 'total', operation: 'product', of: ['count', 'price'] },
      ...{ least: -1_000_000_000, most: 1_000_000_000 },
    },
  ],
};
const order = {
  type: 'object',
  properties: { lines: { type: 'array', items: line, maxItems: 9 } },
};

function operation(name: string, body: object) {
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  const made = { type: 'object', properties: { id } };
  return { operationId: name, requestBody: json(body), responses: { 201: json(made) } };
}

const document = readApiDocument(
  JSON.stringify({
    openapi: '3.1.0',
    paths: {
      '/orders': { post: operation('createOrder', order) },
      '/products': { post: operation('createProduct', { type: 'object' }) },
    },
  }),
);
const [create] = document.operations;

/** A body of an order; `product` is the id of the product that can be made. */
function bodyOf(flavour: 'full' | 'high' | 'minimal', product: string | null = 'product-1') {
  if (create === undefined) throw new Error('The document has no operation.');
  const makeValue = createValueMaker(document.root, samplePattern);
  const session = { document, resources: findResources(document), makeValue };
  const maker = createBodyMaker({
    // As much of a session as a body needs.
    session: session as unknown as ExerciseSession,
    learned: { find: () => undefined, keep: () => undefined },
    parent: async () => (product === null ? null : { id: product, path: {} }),
  });
  return maker.body(create, { flavour, fresh: false });
}

describe('bodies with lists of records', () => {
  it('name records that exist in each of them', async () => {
    expect(await bodyOf('full')).toMatchObject({ lines: [{ productId: 'product-1' }] });
  });

  it('keep the rules of each of them', async () => {
    expect(await bodyOf('high')).toMatchObject({ lines: [{ count: 1, price: 1 }] });
  });

  it('leave a list out that need not be there', async () => {
    expect(await bodyOf('minimal')).toEqual({});
  });

  it('cannot be made where what a record needs cannot', async () => {
    expect(await bodyOf('full', null)).toBeNull();
  });
});
