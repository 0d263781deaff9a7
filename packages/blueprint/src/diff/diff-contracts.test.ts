import { describe, expect, it } from 'vitest';
import { readDocument } from '../documents/read-document.ts';
import { diffBlueprints } from './diff-blueprints.ts';

const BEFORE = `openapi: 3.1.0
info: { title: Library, version: '1' }
paths:
  /books:
    get:
      responses: { 200: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Book' } } } } } }
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
      responses: { 201: { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } } }
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      responses: { 200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }, 404: { description: none } }
    delete:
      responses: { 204: { description: gone }, 404: { description: none } }
components:
  schemas:
    Book:
      type: object
      properties: { id: { type: string, format: uuid, readOnly: true }, title: { type: string } }
`;

async function diff(change: (text: string) => string) {
  const [before, after] = await Promise.all(
    [BEFORE, change(BEFORE)].map((text) => readDocument({ name: 'library.yaml', text })),
  );
  return diffBlueprints(before?.blueprint ?? fail(), after?.blueprint ?? fail()).map(
    ({ kind, path, text, before: was, after: is }) => ({ kind, path, text, was, is }),
  );
}

function fail(): never {
  throw new Error('not read');
}

describe('two versions of an OpenAPI document', () => {
  it('do not differ where nothing does', async () => {
    expect(await diff((text) => text)).toEqual([]);
  });

  it('differ in operations that are new and gone', async () => {
    const changes = await diff((text) => text.replace('    delete:', '    patch:'));

    expect(changes).toMatchObject([
      { kind: 'removed', path: 'DELETE /books/{id}', was: 'removes book, for everybody', is: null },
      { kind: 'added', path: 'PATCH /books/{id}', was: null },
    ]);
  });

  it('differ in a member, and so in what operations take and answer', async () => {
    const changes = await diff((text) =>
      text.replace('title: { type: string }', 'title: { type: string }, pages: { type: integer }'),
    );

    expect(changes.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'changed: GET /books is another in what it answers.',
      expect.stringMatching(
        /^changed: POST \/books is another in .*what it takes and what it answers\.$/,
      ),
      'changed: GET /books/{id} is another in what it answers.',
      expect.stringMatching(/^added: .*pages/i),
    ]);
  });

  it('differ in words alone where it asks for the same', async () => {
    expect(await diff((text) => `# The books\n${text}`)).toMatchObject([
      { kind: 'changed', path: 'document' },
    ]);
  });
});
