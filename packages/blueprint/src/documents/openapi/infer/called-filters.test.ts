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
