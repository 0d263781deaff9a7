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

const threads = `openapi: 3.1.0
info: { title: Forum, version: '1' }
components:
  securitySchemes: { session: { type: http, scheme: bearer } }
  schemas:
    Login: { type: object, required: [name, password], properties: { name: { type: string }, password: { type: string, writeOnly: true } } }
    Note: { type: object, required: [note], properties: { note: { type: string } } }
    Thread: { type: object, required: [id, title], properties: { id: { type: integer, readOnly: true }, title: { type: string }, locked: { type: boolean, default: false } } }
paths:
  /users:
    post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Login' } } } }, responses: { '201': { description: Registered } } }
  /login:
    post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Login' } } } }, responses: { '200': { description: In, content: { application/json: { schema: { type: object, properties: { token: { type: string } } } } } }, '401': { description: Wrong } } }
  /note:
    get: { summary: The note of the user, security: [{ session: [] }], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, '404': { description: None } } }
    put: { summary: Keep or replace the note of the user, security: [{ session: [] }], requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, responses: { '204': { description: Kept } } }
  /threads:
    post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thread' } } } }, responses: { '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/Thread' } } } } } }
  /threads/{id}/comments:
    post:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody: { content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
      responses: { '201': { description: Made }, '404': { description: None }, '409': { description: The thread is locked } }
  /base64/decode:
    post: { summary: Decodes base64 to text, requestBody: { required: true, content: { text/plain: { schema: { type: string } } } }, responses: { '200': { description: Text, content: { text/plain: { schema: { type: string } } } } } }`;

it('asks for rows in a state that serves, for the one row of an account, and for codes that can be decoded', async () => {
  const { blueprint } = await readDocument({ name: 'forum.yaml', text: threads });
  const files = new Map(stack.generateTests(blueprint).map(({ path, content }) => [path, content]));
  const requests = files.get('tests/support/requests.ts') ?? '';
  expect(requests).toContain("rows: [{ resource: 'thread', with: {}, holds: { locked: false } }]");
  expect(requests).toContain("refusedIn: [{ row: 'thread', member: 'locked', value: true }]");
  const rowsOf = (id: string) => requests.split(`id: '${id}'`)[1]?.match(/rows: \[.*\],/)?.[0];
  expect(rowsOf('getNote')).toBe("rows: [{ resource: 'note', with: {} }],");
  expect(rowsOf('putNote')).toBe('rows: [],');
  expect(requests).toContain("body: { type: 'text/plain', value: 'c2FtcGxl' }");
});
