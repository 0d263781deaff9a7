import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, object, ok } from './written-document.ts';

const text = '{ type: string }';
const bytes = '{ type: string, format: binary }';

/** Uploads with a secret or a limit, and what asks for it. */
function uploads({
  given,
  answered = '',
  asks = '',
  gone = '404',
}: Record<string, string> & { given: string }) {
  const parameters = `[{ name: id, in: path, required: true, schema: ${text} }${asks}]`;
  return infer(`
  /uploads:
    post:
      requestBody: { content: { multipart/form-data: { schema: ${object(`file: ${bytes}`, given)} } } }
      responses: { '201': ${ok(object(`id: ${text}`, answered))} }
  /uploads/{id}:
    parameters: ${parameters}
    get:
      responses: { '200': { description: The bytes, content: { application/octet-stream: { schema: ${bytes} } } }, '${gone}': { description: Gone } }`);
}

describe('a secret that is chosen or made', () => {
  it.each([
    ['secret', 'X-Secret', 'header'],
    ['pin', 'pin', 'query'],
    ['accessKey', 'X-Access-Key', 'header'],
  ])('is kept as a hash and told once: %s', async (name, asked, place) => {
    const contract = await uploads({
      given: `${name}: ${text}`,
      answered: `${name}: ${text}`,
      asks: `, { name: ${asked}, in: ${place}, required: true, schema: ${text} }`,
    });
    expect(contract.resources[0]?.members).toContainEqual(
      expect.objectContaining({ name, kind: 'password', otherwise: 'token' }),
    );
    expect(behaviourOf(contract, 'get /uploads/{id}')).toMatchObject({
      opens: { member: name, source: { in: place, name: asked } },
    });
  });

  it('is no secret where nothing asks for it', async () => {
    const contract = await uploads({ given: `key: ${text}`, answered: `key: ${text}` });
    expect(contract.resources[0]?.members.some(({ otherwise }) => otherwise)).toBe(false);
  });
});

describe('how often something is given away', () => {
  it.each([
    ['maxDownloads: { type: integer }', '410'],
    [
      'max_downloads: { type: integer, description: The file is deleted after so many downloads }',
      '404',
    ],
    ['downloadLimit: { type: integer }', '410'],
  ])('is limited by %s though nothing shows what is left', async (given, gone) => {
    const contract = await uploads({ given, gone });
    const left = contract.resources[0]?.spent;
    expect(left).toBeDefined();
    expect(behaviourOf(contract, 'get /uploads/{id}')).toMatchObject({
      readings: { member: left, by: -1 },
    });
  });
});

it('gives bytes of any type as a file', async () => {
  const contract = await infer(`
  /sounds:
    post:
      requestBody: { content: { multipart/form-data: { schema: ${object(`sound: ${bytes}`)} } } }
      responses: { '201': ${ok(object(`id: ${text}`))} }
  /sounds/{id}:
    parameters: [{ name: id, in: path, required: true, schema: ${text} }]
    get:
      description: Comes as an attachment.
      responses: { '200': { description: Bytes, content: { '*/*': { schema: ${bytes} } } } }`);
  expect(behaviourOf(contract, 'get /sounds/{id}')).toMatchObject({
    answer: { body: { as: 'file', member: 'sound', attached: true } },
  });
});
