import { readDocument } from '@quantumlayer/blueprint';
import { describe, expect, it } from 'vitest';
import { samplePattern } from '../adapters/sample-pattern.ts';
import { readApiDocument } from '../domain/openapi-document.ts';
import { createValueMaker } from '../domain/valid-value.ts';
import { bodyOf, neededBy } from './contract-requests.ts';

const schema = (sku: string) => `openapi: 3.1.0
info: { title: Products, version: '1' }
paths:
  /products:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [sku], properties: { sku: ${sku} } }
      responses:
        '201':
          description: Made
          content:
            application/json:
              schema: { type: object, required: [sku], properties: { sku: { type: string } } }
        '409': { description: The SKU is in use }
  /products/{sku}:
    parameters: [{ name: sku, in: path, required: true, schema: { type: string } }]
    get:
      responses:
        '200':
          description: Product
          content:
            application/json:
              schema: { type: object, required: [sku], properties: { sku: { type: string } } }
        '404': { description: None }
`;

async function drawSkus(sku: string): Promise<string[]> {
  const { blueprint } = await readDocument({ name: 'products.yaml', text: schema(sku) });
  const { contract } = blueprint;
  const making = contract?.operations.find(({ method }) => method === 'post');
  if (contract === undefined || making === undefined) throw new Error('There is no contract.');
  const document = readApiDocument(contract.document);
  const makeValue = createValueMaker(document.root, samplePattern);
  const draw = { contract, document, makeValue };
  return [1, 2, 3].map(() => {
    const body = bodyOf(draw, making, new Map());
    return String(Object(body).sku);
  });
}

it('needs the mark that is taken back, and nothing that a mark makes itself', async () => {
  const text = `openapi: 3.0.3
info: { title: Marks, version: '1' }
paths:
  /register: { post: { requestBody: { $ref: '#/components/requestBodies/Who' }, responses: { '201': { description: Made } } } }
  /things:
    post:
      security: [{ bearer: [] }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { title: { type: string } } } } } }
      responses: { '201': { description: Made } }
  /things/{id}/star:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    put: { security: [{ bearer: [] }], responses: { '204': { description: Ok } } }
    delete: { security: [{ bearer: [] }], responses: { '204': { description: Ok } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  requestBodies: { Who: { content: { application/json: { schema: { type: object, properties: { username: { type: string }, password: { type: string } } } } } } }
`;
  const { blueprint } = await readDocument({ name: 'a.yaml', text });
  const operations = blueprint.contract?.operations ?? [];
  const needed = (method: string) =>
    operations.flatMap((one) =>
      one.path.endsWith('/star') && one.method === method ? neededBy(one) : [],
    );
  expect(needed('put')).toEqual(['thing']);
  expect(needed('delete')).toEqual(['thing', 'star']);
});

describe('values that must be unique', () => {
  it('keep to the pattern that the document has for them', async () => {
    const drawn = await drawSkus("{ type: string, pattern: '^[A-Z]{3}-[0-9]{4}$' }");
    expect(new Set(drawn).size).toBe(3);
    for (const sku of drawn) expect(sku).toMatch(/^[A-Z]{3}-[0-9]{4}$/);
  });

  it('are no longer than the document allows', async () => {
    const drawn = await drawSkus('{ type: string, maxLength: 6 }');
    expect(new Set(drawn).size).toBe(3);
    for (const sku of drawn) expect(sku.length).toBeLessThanOrEqual(6);
  });

  it('are drawn from a wide range where nothing bounds them', async () => {
    const drawn = await drawSkus('{ type: string }');
    expect(new Set(drawn).size).toBe(3);
    for (const sku of drawn) expect(sku.length).toBeGreaterThan(10);
  });
});

it('leaves out a key that clients may leave out, since the server may have given it already', async () => {
  const pet = '{ type: object, properties: { id: { type: integer }, name: { type: string } } }';
  const { blueprint } = await readDocument({
    name: 'pets.yaml',
    text: `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    post: { requestBody: { content: { application/json: { schema: ${pet} } } }, responses: { '200': { description: Ok, content: { application/json: { schema: ${pet} } } } } }
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { responses: { '200': { description: Ok, content: { application/json: { schema: ${pet} } } } } }
`,
  });
  const { contract } = blueprint;
  const making = contract?.operations.find(({ method }) => method === 'post');
  if (contract === undefined || making === undefined) throw new Error('There is no contract.');
  expect(contract.resources[0]?.key.made).toBe('either');
  const document = readApiDocument(contract.document);
  const draw = { contract, document, makeValue: createValueMaker(document.root, samplePattern) };
  expect(Object.keys(Object(bodyOf(draw, making, new Map())))).toEqual(['name']);
});
