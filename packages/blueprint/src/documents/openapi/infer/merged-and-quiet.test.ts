import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, object, ok } from './written-document.ts';

const text = '{ type: string }';
const shown = object(
  `name: ${text}`,
  `text: ${text}`,
  'labels: { type: object, additionalProperties: { type: string } }',
);

/** Documents that are patched as the media type says, and deleted as the words say. */
function documents({ media = 'application/merge-patch+json', deletes = '' } = {}) {
  return infer(`
  /documents:
    get: { responses: { '200': { description: A page of all, content: { text/html: { schema: ${text} } } } } }
    post: { requestBody: { content: { application/json: { schema: ${shown} } } }, responses: { '201': ${ok(shown)} } }
  /documents/{name}:
    parameters: [{ name: name, in: path, required: true, schema: ${text} }]
    get: { responses: { '200': ${ok(shown)} } }
    patch: { requestBody: { content: { ${media}: { schema: ${shown} } } }, responses: { '200': ${ok(shown)} } }
    delete: { description: ${deletes}, responses: { '204': { description: Gone } } }
  /documents/{name}/page:
    parameters: [{ name: name, in: path, required: true, schema: ${text} }]
    get: { responses: { '200': { description: A page, content: { text/html: { schema: ${text} } } } } }`);
}

describe('a merge patch', () => {
  it('changes what it names of objects', async () => {
    const contract = await documents();
    expect(behaviourOf(contract, 'patch /documents/{name}')).toMatchObject({ merges: true });
  });

  it('is none where the media type does not say so', async () => {
    const contract = await documents({ media: 'application/json' });
    expect(behaviourOf(contract, 'patch /documents/{name}')).not.toHaveProperty('merges');
  });
});

describe('a removal of what is not there', () => {
  it.each([
    ['Deleting what is not there is no error.', true],
    ['Idempotent.', true],
    ['Deletes the document.', false],
  ])('"%s"', async (deletes, every) => {
    const contract = await documents({ deletes });
    expect(behaviourOf(contract, 'delete /documents/{name}')).toMatchObject({
      where: [{ member: 'name' }],
      every,
    });
  });
});

it('links rows on a page to their own pages before anything else below', async () => {
  expect(behaviourOf(await documents(), 'get /documents')).toMatchObject({
    answer: { body: { links: { below: 'documents', by: 'name', after: '/page' } } },
  });
});
