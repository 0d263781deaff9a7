import type { Behaviour } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const order = object(
  'id: { type: integer }',
  'note: { type: string }',
  'status: { type: string, enum: [open, cancelled, shipped] }',
  'likes: { type: integer }',
  'urgent: { type: boolean }',
);
const input = object('note: { type: string }');
const orders = `
  /orders:
    post:
      requestBody: { ${json(input)} }
      responses: { '201': ${ok(order)}, '404': ${ok()} }`;

const deed = (name: string, extra = '') => `
  /orders/{id}/${name}:
    post:
      parameters: [${id}]
      ${extra}
      responses: { '200': ${ok(order)} }`;

describe('what is done to a record', () => {
  it.each<[string, string, Partial<Behaviour>]>([
    [
      'a state that the deed names',
      deed('cancel'),
      {
        kind: 'change',
        set: [{ member: 'status', source: { in: 'constant', value: 'cancelled' } }],
      },
    ],
    [
      'a state of another form',
      deed('ship'),
      { kind: 'change', set: [{ member: 'status', source: { in: 'constant', value: 'shipped' } }] },
    ],
    ['a count', deed('like'), { kind: 'increment', member: 'likes', by: 1 }],
    ['a count that goes down', deed('unlike'), { kind: 'increment', member: 'likes', by: -1 }],
    ['the only switch', deed('toggle'), { kind: 'toggle', member: 'urgent' }],
    [
      'what a sentence says',
      deed('expedite', 'description: Sets urgent to true.'),
      { kind: 'change', set: [{ member: 'urgent', source: { in: 'constant', value: true } }] },
    ],
    ['what no member is named after', deed('refund'), { kind: 'undetermined' }],
  ])('is %s', async (_what, path, wanted) => {
    const contract = await infer(`${orders}${path}`);
    const found = contract.operations.find((one) => one.path.startsWith('/orders/{id}/'));
    expect(found?.behaviour).toMatchObject(wanted);
  });
});

describe('where a member of an answer comes from', () => {
  it('is asked where nothing gives it', async () => {
    const odd =
      '{ type: object, required: [id, riskScore], properties: { id: { type: integer }, riskScore: { type: number } } }';
    const contract = await infer(`
  /loans:
    post:
      requestBody: { ${json(input)} }
      responses: { '201': ${ok(odd)} }`);
    expect(behaviourOf(contract, 'post /loans')).toMatchObject({
      kind: 'undetermined',
      question: expect.stringContaining('riskScore'),
    });
  });

  it('is the server for times, tokens that are given once, and files that are there', async () => {
    const made = object(
      'id: { type: string }',
      'hasImage: { type: boolean }',
      'createdAt: { type: string, format: date-time }',
      'editKey: { type: string }',
    );
    const contract = await infer(
      `
  /pages:
    post:
      requestBody: { content: { multipart/form-data: { schema: ${object('image: { type: string, format: binary, description: "PNG or JPEG, at most 1 MB" }')} } } }
      responses: { '201': ${ok(made)}, '413': ${ok()} }
  /pages/{id}:
    delete:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      security: [{ editKey: [] }]
      responses: { '204': { description: Gone }, '401': { description: No } }
  /pages/{id}/image:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Image, content: { image/png: {} } }, '404': { description: None } }`,
      'components: { securitySchemes: { editKey: { type: apiKey, in: header, name: X-Edit-Key } } }',
    );
    const [page] = contract.resources;
    expect(page?.members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'createdAt', made: 'created' }),
        expect.objectContaining({ name: 'editKey', made: 'token', hashed: true }),
        expect.objectContaining({ name: 'hasImage', file: { of: 'image', fact: 'present' } }),
        expect.objectContaining({
          name: 'image',
          kind: 'file',
          mediaTypes: ['image/png', 'image/jpeg'],
          maxBytes: 1_000_000,
        }),
      ]),
    );
    expect(behaviourOf(contract, 'delete /pages/{id}')).toMatchObject({
      opens: { member: 'editKey', source: { in: 'header', name: 'X-Edit-Key' } },
    });
    expect(behaviourOf(contract, 'get /pages/{id}/image')).toMatchObject({
      kind: 'read',
      answer: { body: { as: 'file', member: 'image' } },
    });
  });
});

describe('records below each other', () => {
  it('are a tree that is shown from its roots', async () => {
    const contract = await infer(
      `
  /nodes:
    get: { responses: { '200': ${ok("{ type: array, items: { $ref: '#/components/schemas/Tree' } }")} } }
    post:
      requestBody: { ${json(object('name: { type: string }', 'parentId: { type: integer, nullable: true }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'name: { type: string }'))} }`,
      "components: { schemas: { Tree: { type: object, required: [id, children], properties: { id: { type: integer }, children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } } } }",
    );
    expect(contract.resources[0]).toMatchObject({
      tree: 'parentId',
      gathered: [{ take: 'rows', by: 'parentId' }],
    });
    expect(behaviourOf(contract, 'get /nodes')).toMatchObject({
      where: [{ member: 'parentId', source: { in: 'constant', value: null } }],
    });
  });
});

describe('arithmetic', () => {
  it.each<[string, string, Partial<Behaviour>]>([
    [
      'an expression',
      `
  /calculator:
    post:
      summary: Evaluate an arithmetic expression
      requestBody: { ${json(object('expression: { type: string }'))} }
      responses: { '200': ${ok(object('result: { type: number }'))} }`,
      { kind: 'calculate', operator: null },
    ],
    [
      'two numbers',
      `
  /add:
    get:
      parameters: [{ name: a, in: query, schema: { type: number } }, { name: b, in: query, schema: { type: number } }]
      responses: { '200': ${ok(object('result: { type: number }'))} }`,
      { kind: 'calculate', operator: 'add' },
    ],
    [
      'money, which needs rates',
      `
  /convert:
    get:
      parameters: [{ name: amount, in: query, schema: { type: number } }]
      responses: { '200': ${ok(object('result: { type: number }'))} }`,
      { kind: 'undetermined' },
    ],
  ])('is done with %s', async (_what, paths, wanted) => {
    expect((await infer(paths)).operations[0]?.behaviour).toMatchObject(wanted);
  });
});

describe('a property that is called like the prototype of objects', () => {
  it('is stored by another name and shown by its own', async () => {
    const thing = object('__proto__: { type: string }');
    const contract = await infer(`
  /things:
    post:
      requestBody: { ${json(thing)} }
      responses: { '201': ${ok(thing)} }`);
    expect(contract.resources[0]?.members).toContainEqual(
      expect.objectContaining({ name: 'proto' }),
    );
    expect(contract.views[0]?.properties).toMatchObject([{ name: '__proto__', from: 'proto' }]);
    expect(behaviourOf(contract, 'post /things')).toMatchObject({
      set: [{ member: 'proto', source: { in: 'body', name: '__proto__' } }],
    });
  });
});
