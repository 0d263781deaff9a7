import { readDocument } from '@quantumlayer/blueprint';
import { expect, it } from 'vitest';
import { samplePattern } from '../adapters/sample-pattern.ts';
import { readApiDocument } from '../domain/openapi-document.ts';
import { createValueMaker } from '../domain/valid-value.ts';
import { bodyOf } from './contract-requests.ts';
import { encodeBody } from './encode-body.ts';

async function uploadOf(media: string, content: string) {
  const { blueprint } = await readDocument({
    name: 'papers.yaml',
    text: `openapi: 3.1.0
info: { title: Papers, version: '1' }
paths:
  /papers:
    post:
      requestBody: { required: true, content: { ${media}: ${content} } }
      responses: { '201': { description: Made, content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } }
  /papers/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { responses: { '200': { description: Ok, content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } } }
`,
  });
  const { contract } = blueprint;
  const making = contract?.operations.find(({ method }) => method === 'post');
  if (contract === undefined || making === undefined) throw new Error('There is no contract.');
  const document = readApiDocument(contract.document);
  const draw = { contract, document, makeValue: createValueMaker(document.root, samplePattern) };
  return encodeBody(media, bodyOf(draw, making, new Map()));
}

const form = (properties: string, encoding = '{}') =>
  uploadOf(
    'multipart/form-data',
    `{ schema: { type: object, properties: { ${properties} } }, encoding: ${encoding} }`,
  );

it('sends a file of the type that the part may have, whatever the part is called', async () => {
  const { body } = await form(
    'pdf: { type: string, format: binary }, photoTitle: { type: string }',
    '{ pdf: { contentType: application/pdf } }',
  );
  expect(body).toMatch(
    /name="pdf"; filename="sample.png"\r\ncontent-type: application\/pdf\r\n\r\n%PDF/,
  );
  expect(body).toMatch(/name="photoTitle"\r\n\r\n/);
});

it('sends a picture where any file will do, and one for a list of them', async () => {
  const { body } = await form(
    'any: { type: string, format: binary }, more: { type: array, items: { type: string, format: binary } }',
  );
  expect(body.match(/content-type: image\/png/g)).toHaveLength(2);
});

it('sends a body that is the file itself in its own type', async () => {
  const bytes = '{ schema: { type: string, format: binary } }';
  expect(await uploadOf('application/pdf', bytes)).toMatchObject({
    ...{ contentType: 'application/pdf', body: expect.stringMatching(/^%PDF/), isBinary: true },
  });
  expect(await uploadOf('image/jpeg', '{}')).toMatchObject({
    body: expect.stringMatching(/^\xff\xd8\xff/),
  });
});
