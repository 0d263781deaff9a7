import { describe, expect, it } from 'vitest';
import { readDocument } from '../../read-document.ts';

const CREDENTIALS =
  'requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string }, password: { type: string } } } } } }';

async function noteWith(member: string, about = 'Notes', forbidden = ''): Promise<unknown> {
  const text = `openapi: 3.0.3
info: { title: A, version: '1', description: "${about}" }
paths:
  /register: { post: { ${CREDENTIALS}, responses: { '201': { description: ok } } } }
  /login: { post: { ${CREDENTIALS}, responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { token: { type: string } } } } } } } } }
  /notes:
    get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Note' } } } } } } }
    post:
      security: [{ bearer: [] }]
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
      responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
  /notes/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }${forbidden} }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Note: { type: object, properties: { id: { type: string, readOnly: true }, text: { type: string }, ${member} } }`;
  const { blueprint } = await readDocument({ name: 'a.yaml', text });
  return blueprint.contract?.resources.find(({ name }) => name === 'note')?.hidden;
}

describe('records that not everybody sees', () => {
  it.each([
    ['visibility: { type: string, enum: [public, private] }', { value: 'private' }],
    ['isPrivate: { type: boolean }', { value: true }],
    ['public: { type: boolean }', { value: true, not: true }],
  ])('are those that their owners keep private by %s', async (member, hidden) => {
    expect(await noteWith(member)).toMatchObject({ ...hidden, to: 'owner', refusal: 'not-found' });
  });

  it('are those of which the document says so', async () => {
    const about = 'Drafts (`sentAt` is null) are shown to signed-in users only.';
    expect(await noteWith('sentAt: { type: string, nullable: true }', about)).toMatchObject({
      ...{ member: 'sentAt', value: null, to: 'signed-in' },
    });
  });

  it('are refused as the document refuses them', async () => {
    const member = 'private: { type: boolean }';
    const forbidden = ", '403': { description: The note is private }";
    expect(await noteWith(member, 'Notes', forbidden)).toMatchObject({ refusal: 'forbidden' });
  });

  it('are none where nothing says so', async () => {
    expect(await noteWith('urgent: { type: boolean }')).toBeUndefined();
    expect(await noteWith('status: { type: string, enum: [open, done] }')).toBeUndefined();
  });
});
