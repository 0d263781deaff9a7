import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const texts = `{ type: array, items: ${text} }`;
const shown = object(
  'id: { type: integer }',
  `title: ${text}`,
  `body: ${text}`,
  'done: { type: boolean }',
);
const list = `{ type: array, items: ${shown} }`;

/** Notes, and something that is done to several of them. */
function notes(
  path: string,
  {
    method = 'post',
    given = 'ids: { type: array, items: { type: integer } }',
    said = 'Notes',
    answer = ok(object('deleted: { type: integer }')),
  } = {},
) {
  return infer(`
  /notes:
    get: { responses: { '200': ${ok(list)} } }
    post: { requestBody: { ${json(shown)} }, responses: { '201': ${ok(shown)} } }
  ${path}:
    ${method}: { description: ${said}, requestBody: { ${json(given.startsWith('{') ? given : object(given))} }, responses: { '200': ${answer} } }`);
}

describe('a removal of several', () => {
  it.each([
    ['/notes:batchDelete', 'ids: { type: array, items: { type: integer } }'],
    ['/notes/bulk-delete', 'note_ids: { type: array, items: { type: integer } }'],
    ['/notes/delete-many', '{ type: array, items: { type: integer } }'],
  ])('is of those whose keys a list says: %s', async (path, given) => {
    expect(behaviourOf(await notes(path, { given }), `post ${path}`)).toMatchObject({
      ...{ kind: 'remove', resource: 'note', every: true, among: { member: 'id' } },
      answer: { body: { shape: { properties: [{ value: { is: 'figure' } }] } } },
    });
  });

  it('is a question where the list is of something else, or is not alone', async () => {
    for (const given of [`labels: ${texts}`, `ids: ${texts}, why: ${text}`])
      expect(
        behaviourOf(await notes('/notes:batchDelete', { given }), 'post /notes:batchDelete')?.kind,
      ).toBe('undetermined');
  });
});

describe('a search by a body', () => {
  it.each([
    [`words: ${texts}`, 'Notes whose title contains all words', ['title']],
    [`query: ${text}`, 'Looks everywhere', ['title', 'body']],
  ])('looks for words in texts: %s', async (given, said, members) => {
    const [parameter] = given.split(':');
    const contract = await notes('/notes/search', { given, said, answer: ok(list) });
    expect(behaviourOf(contract, 'post /notes/search')).toMatchObject({
      kind: 'list',
      search: { parameter, members, in: 'body' },
    });
  });

  it('compares what is called like a member, and asks what the rest is for', async () => {
    const found = async (given: string) =>
      behaviourOf(await notes('/notes/search', { given, answer: ok(list) }), 'post /notes/search');
    expect(await found('done: { type: boolean }')).toMatchObject({
      where: [{ member: 'done' }],
      search: null,
    });
    expect((await found('depth: { type: integer }'))?.kind).toBe('undetermined');
  });
});
