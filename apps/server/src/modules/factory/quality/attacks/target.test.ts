import type { Blueprint } from '@quantumlayer/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ApiDocument, readApiDocument } from '../domain/openapi-document.ts';
import { buildLibraryApp } from '../fixtures/library-app.ts';
import { libraryBlueprint } from '../testing/attack-library.ts';
import { buildShopApp, shopBlueprint } from '../testing/shop-app.ts';
import {
  findTargets,
  freeMembers,
  numberMembers,
  type Target,
  textMembers,
  textParameters,
} from './target.ts';

const nobody: Blueprint = { ...shopBlueprint, entities: [] };
let shop: ApiDocument;
let library: ApiDocument;
let suppliers: Target;
let tags: Target;
let products: Target;

const pick = (targets: readonly Target[], path: string): Target => {
  const found = targets.find((target) => target.path === path);
  if (found === undefined) throw new Error(`There is no target ${path}`);
  return found;
};

/** A collection as a document describes it that was written by hand. */
const collection = (path: string, properties: object, more: object = {}) => ({
  [path]: {
    post: {
      requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
      responses: {
        201: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { id: { type: 'string' } } },
            },
          },
        },
      },
    },
    ...more,
  },
});
const read = (paths: object) => readApiDocument(JSON.stringify({ openapi: '3.1.0', paths }));
const one = (properties: object): Target =>
  pick(findTargets(read(collection('/things', properties)), nobody), '/things');

beforeAll(async () => {
  const documents = await Promise.all(
    [await buildShopApp(), await buildLibraryApp()].map((app) => app.inject('/openapi.json')),
  );
  [shop, library] = documents.map(({ body }) => readApiDocument(body)) as [
    ApiDocument,
    ApiDocument,
  ];
  const targets = findTargets(shop, shopBlueprint);
  [suppliers, tags, products] = ['/suppliers', '/tags', '/products'].map((path) =>
    pick(targets, path),
  ) as [Target, Target, Target];
});

describe('the targets of an app', () => {
  it('are its collections, in the order of the document', () => {
    expect(findTargets(shop, shopBlueprint).map(({ path }) => path)).toEqual([
      '/suppliers',
      '/tags',
      '/products',
    ]);
    expect(findTargets(library, libraryBlueprint).map(({ path }) => path)).toEqual([
      '/authors',
      '/books',
      '/covers',
    ]);
  });

  it('are none inside another record', () => {
    const document = read({
      ...collection('/orders', {}),
      ...collection('/orders/{id}/lines', {}),
    });

    expect(findTargets(document, nobody).map(({ path }) => path)).toEqual(['/orders']);
  });

  it('are none where what is made has no id', () => {
    const document = read({ '/mails': { post: { responses: { 201: {} } } } });

    expect(findTargets(document, nobody)).toEqual([]);
  });

  it('have the operations of the collection and of one record', () => {
    const { create, list, read: get, update, remove } = suppliers;

    expect(
      [create, list, get, update, remove].map((found) => `${found?.method} ${found?.path}`),
    ).toEqual([
      'post /suppliers',
      'get /suppliers',
      'get /suppliers/{id}',
      'patch /suppliers/{id}',
      'delete /suppliers/{id}',
    ]);
  });

  it('are changed by PUT where there is no PATCH, and by PATCH where there are both', () => {
    const responses = { 200: {} };
    const both = read({
      ...collection('/things', {}),
      '/things/{id}': { put: { responses }, patch: { responses } },
    });

    expect(tags.update?.method).toBe('put');
    expect(pick(findTargets(both, nobody), '/things').update?.method).toBe('patch');
  });

  it('have no operations where the app has none', () => {
    const [covers] = findTargets(library, libraryBlueprint).slice(-1);

    expect(covers).toMatchObject({ list: null, read: null, update: null, remove: null });
  });

  it('are not mistaken for others whose paths begin or look alike', () => {
    const responses = { 200: {} };
    const document = read({
      ...collection('/v1.0/things', {}),
      '/v1.0/things/{id}/parts': { get: { responses } },
      '/v1x0/things': { get: { responses } },
      '/v1x0/things/{id}': { get: { responses }, delete: { responses } },
    });

    expect(pick(findTargets(document, nobody), '/v1.0/things')).toMatchObject({
      list: null,
      read: null,
      remove: null,
    });
  });
});

describe('the members of a target', () => {
  it('takes a field that is called like an id of another record for what it is', () => {
    const [supplier, tag, product] = shopBlueprint.entities;
    if (!supplier || !tag || !product) throw new Error('The shop has three entities');
    const field = { name: 'supplierId', type: 'string', required: true, unique: false } as const;
    const entities = [supplier, tag, { ...product, fields: [...product.fields, field] }];
    const found = pick(findTargets(shop, { ...shopBlueprint, entities }), '/products');

    expect(products.references.map(({ name }) => name)).toContain('supplierId');
    expect(found.references.map(({ name }) => name)).not.toContain('supplierId');
    expect(Object.keys(found.members)).toContain('supplierId');
  });

  it('are its own, apart from the ids of others', () => {
    expect(Object.keys(products.members)).toEqual(['name', 'stock', 'price']);
    expect(products.references.map(({ name, many }) => [name, many])).toEqual([
      ['supplierId', false],
      ['tagIds', true],
    ]);
  });

  it('are declared by the blueprint where that knows the entity', () => {
    expect(suppliers.declared).toEqual(['name', 'note']);
    expect(products.declared).toEqual(['name', 'stock', 'price']);
  });

  it('are all declared where the blueprint knows no such entity', () => {
    const target = pick(findTargets(shop, nobody), '/products');

    expect(target).toMatchObject({
      declared: ['name', 'stock', 'price'],
      seesAll: [],
      unique: [],
      bounds: {},
    });
  });

  it('have the rules of the blueprint', () => {
    expect([suppliers.unique, tags.unique]).toEqual([[['name']], []]);
    expect([suppliers.seesAll, tags.seesAll]).toEqual([['keeper'], []]);
    expect(products.bounds).toEqual({
      name: { min: undefined, max: undefined },
      stock: { min: 0, max: 1000 },
      price: { min: 0, max: undefined },
    });
  });

  it.each([
    ['text', { type: 'string' }, true, true, false],
    ['text that may be null', { anyOf: [{ type: 'string' }, { type: 'null' }] }, true, true, false],
    ['an address', { type: 'string', format: 'email' }, true, false, false],
    ['text of a pattern', { type: 'string', pattern: '^a+$' }, true, false, false],
    ['a choice', { enum: ['a', 'b'], type: 'string' }, false, false, false],
    ['an integer', { type: 'integer' }, false, false, true],
    ['a number', { type: ['number', 'null'] }, false, false, true],
    ['a decimal as text', { type: 'string', format: 'decimal' }, true, false, true],
    ['a yes or no', { type: 'boolean' }, false, false, false],
    ['a list', { type: 'array', items: { type: 'integer' } }, false, false, false],
  ])('tell %s from the rest', (_kind, schema, isText, isFree, isNumber) => {
    const target = one({ value: schema });

    expect([textMembers(target), freeMembers(target), numberMembers(target)]).toEqual(
      [isText, isFree, isNumber].map((fits) => (fits ? ['value'] : [])),
    );
  });

  it('are free for a text that is not too long for them', () => {
    const target = one({
      short: { type: 'string', maxLength: 5 },
      long: { type: 'string', maxLength: 6 },
      endless: { type: 'string' },
    });

    expect(freeMembers(target, 6)).toEqual(['long', 'endless']);
    expect(freeMembers(target, 5)).toEqual(['short', 'long', 'endless']);
  });
});

describe('the text parameters of an operation', () => {
  it('are what a list is searched and filtered by', () => {
    expect(suppliers.list && textParameters(shop, suppliers.list)).toEqual(['q', 'name']);
  });

  it('are none in a list that is filtered by a choice only', () => {
    const { list } = pick(findTargets(library, libraryBlueprint), '/books');

    expect(list?.parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['limit', 'cursor', 'kind']),
    );
    expect(list && textParameters(library, list)).toEqual([]);
  });

  it('are none of a path or a header, and none of a format', () => {
    const text = { type: 'string' };
    const document = read({
      '/things/{id}': {
        get: {
          parameters: [
            { in: 'path', name: 'id', schema: text },
            { in: 'header', name: 'x-trace', schema: text },
            { in: 'query', name: 'since', schema: { type: 'string', format: 'date' } },
            { in: 'query', name: 'colour', schema: { enum: ['red'] } },
            { in: 'query', name: 'page', schema: { type: 'integer' } },
            { in: 'query', name: 'title', schema: text },
          ],
          responses: { 200: {} },
        },
      },
    });
    const [operation] = document.operations;

    expect(operation && textParameters(document, operation)).toEqual(['title']);
  });
});
