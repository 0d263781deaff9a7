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

const papers = `openapi: 3.0.3
info: { title: Papers, version: '1' }
paths:
  /papers:
    post:
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { title: { type: string }, scan: { type: string, format: binary } } }, encoding: { scan: { contentType: application/pdf } } } } }
      responses: { '201': { description: Made, content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } }
  /papers/{id}/scan:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    put:
      requestBody: { content: { application/pdf: { schema: { type: string, format: binary } } } }
      responses: { '204': { description: Kept } }
  /sign_in:
    get:
      parameters: [{ name: email, in: query, schema: { type: string } }, { name: password, in: query, schema: { type: string } }]
      responses: { '200': { description: A token, content: { text/plain: { schema: { type: string } } } }, '400': { description: Wrong } }
  /people:
    post:
      requestBody: { content: { application/json: { schema: { type: object, required: [email, password], properties: { email: { type: string }, password: { type: string } } } } } }
      responses: { '201': { description: Made } }`;

it('uploads files of the types that are taken, and signs in with a name and a password', async () => {
  const { blueprint } = await readDocument({ name: 'papers.yaml', text: papers });
  const files = new Map(stack.generateTests(blueprint).map(({ path, content }) => [path, content]));
  const requests = files.get('tests/support/requests.ts') ?? '';
  expect(requests).toContain("scan: { $file: 'application/pdf' }");
  expect(requests).toContain(
    "body: { type: 'application/pdf', value: { $file: 'application/pdf' } }",
  );
  expect(requests).toMatch(/query: \{ email: '[^']+', password: '[^']+' \}/);
});
