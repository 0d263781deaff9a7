import { readDocument } from '@quantumlayer/blueprint';
import { expect, it } from 'vitest';
import { typescriptFastify as stack } from '../stack.ts';

const document = `openapi: 3.0.3
info: { title: Cards, version: '1' }
paths:
  /cards:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { credit_card: { type: string, pattern: '^[0-9]{13}$' }, phone: { type: string } } } } } }
      responses: { '201': { description: Made } }
  /phones:
    get:
      parameters: [{ name: card, in: query, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }, '404': { description: Unknown card } }`;

it('asks for the row that it has made, where the query names one', async () => {
  const { blueprint } = await readDocument({ name: 'cards.yaml', text: document });
  const files = new Map(stack.generateTests(blueprint).map(({ path, content }) => [path, content]));
  const value = /credit_card: '(\d{13})'/.exec(files.get('tests/support/rows.ts') ?? '')?.[1];
  expect(value).toBeDefined();
  expect([...files.values()].join('\n')).toContain(`query: { card: '${value}' }`);
});
