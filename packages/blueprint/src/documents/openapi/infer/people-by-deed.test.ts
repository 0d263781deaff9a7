import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const integer = '{ type: integer }';
const text = '{ type: string }';
const signed = 'security: [{ b: [] }]';
const scheme = 'components: { securitySchemes: { b: { type: http, scheme: bearer } } }';

const board = (password: string) => {
  const credentials = json(object(`name: ${text}`, password));
  const user = object(`id: ${integer}`, `name: ${text}`);
  const item = object(`id: ${integer}`, `title: ${text}`, `reporterId: ${integer}`);
  const claim = object(`id: ${integer}`, `message: ${text}`, `claimantId: ${integer}`);
  return infer(
    `
  /register: { post: { requestBody: { ${credentials} }, responses: { '201': ${ok(user)}, '409': { description: Name taken } } } }
  /login: { post: { requestBody: { ${credentials} }, responses: { '200': ${ok(object(`token: ${text}`))}, '401': { description: Wrong } } } }
  /items:
    get: { responses: { '200': ${ok(`{ type: array, items: ${item} }`)} } }
    post: { summary: Report an item, ${signed}, requestBody: { ${json(object(`title: ${text}`))} }, responses: { '201': ${ok(item)} } }
  /items/{id}/claims:
    parameters: [${id}]
    post: { summary: Claim it, ${signed}, requestBody: { ${json(object(`message: ${text}`))} }, responses: { '201': ${ok(claim)} } }
    get: { summary: Claims of an item (reporter only), ${signed}, responses: { '200': ${ok(`{ type: array, items: ${claim} }`)}, '403': { description: Not the reporter } } }`,
    scheme,
  );
};

describe('people who are called by what they do', () => {
  it('are whoever made the record, and see what is kept to them', async () => {
    const contract = await board(`password: ${text}`);
    const members = contract.resources.flatMap((resource) => resource.members);
    for (const name of ['reporterId', 'claimantId'])
      expect(members).toContainEqual(
        expect.objectContaining({ name, made: 'owner', shows: ['id'] }),
      );
    expect(behaviourOf(contract, 'get /items/{id}/claims')).toMatchObject({
      ...{ kind: 'list', scope: 'all', parents: [{ resource: 'item', scope: 'own-or-forbidden' }] },
    });
  });
});

describe('passwords', () => {
  it.each([`passwort: ${text}`, 'access_word: { type: string, format: password }'])(
    'are kept as hashes alone, whatever they are called: %s',
    async (password) => {
      const contract = await board(password);
      const [name] = password.split(':');
      expect(contract.accounts?.password).toBe(name);
      const members = contract.resources.flatMap((resource) => resource.members);
      expect(members).toContainEqual(expect.objectContaining({ name, kind: 'password' }));
    },
  );
});
