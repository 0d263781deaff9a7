import { describe, expect, it } from 'vitest';
import { infer, ok } from './written-document.ts';

const shown = ok(
  '{ type: object, properties: { id: { type: integer }, title: { type: string } } }',
);
const bytes = (says = '') =>
  `{ type: string, format: binary${says === '' ? '' : `, description: "${says}"`} }`;

async function typesOf(content: string): Promise<readonly string[] | undefined> {
  const { resources } = await infer(`
  /papers:
    post:
      requestBody: { required: true, content: { ${content} } }
      responses: { '201': ${shown}, '400': { description: Bad } }
  /papers/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { responses: { '200': ${shown}, '404': { description: None } } }`);
  return resources[0]?.members.find(({ kind }) => kind === 'file')?.mediaTypes;
}

const form = (says = '', encoding = '') =>
  typesOf(
    `multipart/form-data: { schema: { type: object, properties: { title: { type: string }, file: ${bytes(says)} } }${encoding === '' ? '' : `, encoding: { file: { contentType: "${encoding}" } }`} }`,
  );

describe('the types of files', () => {
  it('are those of the part of the form', async () => {
    expect(await form('', 'application/pdf')).toEqual(['application/pdf']);
    expect(await form('A picture, PNG', 'image/png, image/jpg')).toEqual([
      ...['image/png', 'image/jpeg'],
    ]);
    expect(await form('', 'text/csv; charset=utf-8')).toEqual(['text/csv']);
  });

  it('are all of a kind where the document says so', async () => {
    const types = await form('', 'image/*');
    expect(types).toEqual(expect.arrayContaining(['image/png', 'image/webp', 'image/avif']));
    expect(types?.every((type) => type.startsWith('image/'))).toBe(true);
  });

  it('are those that the description names', async () => {
    expect(await form('A CSV with a header')).toEqual(['text/csv']);
    expect(await form('The XML document')).toEqual(['application/xml']);
    expect(await form('Kept beside the JSON of the paper')).toBeUndefined();
  });

  it('are those of a body that is the file itself', async () => {
    expect(await typesOf(`application/pdf: { schema: ${bytes()} }`)).toEqual(['application/pdf']);
    expect(
      await typesOf(`image/png: { schema: ${bytes()} }, image/jpeg: { schema: ${bytes()} }`),
    ).toEqual(['image/png', 'image/jpeg']);
  });

  it('are anything where one of them cannot be told by its bytes', async () => {
    expect(await form('', 'application/vnd.ms-excel, text/csv')).toBeUndefined();
    expect(await typesOf(`application/octet-stream: { schema: ${bytes()} }`)).toBeUndefined();
  });
});
