import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const ACCOUNTS = `
  /register:
    post:
      requestBody: { ${json(object(`username: ${text}`, `password: ${text}`))} }
      responses: { '201': { description: Welcome } }
  /login:
    post:
      requestBody: { ${json(object(`username: ${text}`, `password: ${text}`))} }
      responses: { '200': ${ok(object(`token: ${text}`))} }`;
const SCHEMES = 'components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }';
const signed = 'security: [{ bearer: [] }]';

function posts({ listed = '', removed = '', shows = '' }) {
  const post = object('id: { type: integer }', `title: ${text}`, `author: ${text}`);
  const reply = object('id: { type: integer }', `text: ${text}`, `author: ${text}`, shows);
  return infer(
    `${ACCOUNTS}
  /posts:
    get: { summary: "${listed}", responses: { '200': ${ok(`{ type: array, items: ${post} }`)} } }
    post:
      ${signed}
      requestBody: { ${json(object(`title: ${text}`))} }
      responses: { '201': ${ok(post)} }
  /posts/{id}/replies:
    parameters: [${id}]
    get: { responses: { '200': ${ok(`{ type: array, items: ${reply} }`)} } }
    post:
      ${signed}
      requestBody: { ${json(object(`text: ${text}`))} }
      responses: { '201': ${ok(reply)} }
  /posts/{id}/replies/{replyId}:
    parameters: [${id}, { name: replyId, in: path, required: true, schema: { type: integer } }]
    delete:
      summary: "${removed}"
      ${signed}
      responses: { '204': { description: Gone }, '403': { description: Not yours } }`,
    SCHEMES,
  );
}

describe('what two people may do', () => {
  it.each([
    'By who wrote the reply or who started the post',
    'Only the author of the reply or the owner of the post',
    'By its author, or by the creator of the post',
  ])('is said so: %s', async (removed) => {
    const contract = await posts({ removed });
    expect(behaviourOf(contract, 'delete /posts/{id}/replies/{replyId}')).toMatchObject({
      ...{ kind: 'remove', scope: 'own-or-forbidden', orOwnerOf: 'post' },
      parents: [{ resource: 'post', scope: 'all' }],
    });
  });

  it.each(['Only its author', 'Delete a reply or do not'])(
    'is of one alone: %s',
    async (removed) => {
      const contract = await posts({ removed });
      expect(behaviourOf(contract, 'delete /posts/{id}/replies/{replyId}')).not.toHaveProperty(
        'orOwnerOf',
      );
    },
  );
});

describe('a list by activity', () => {
  it.each([
    'The one with the latest activity first',
    'Most recently active first',
    'Sorted by last reply, newest first',
  ])('is by what was last made below: %s', async (listed) => {
    const contract = await posts({ listed });
    expect(behaviourOf(contract, 'get /posts')).toMatchObject({
      sort: { initial: { member: '$activity', descending: true } },
    });
    const post = contract.resources.find(({ name }) => name === 'post');
    expect(post?.gathered).toContainEqual(
      expect.objectContaining({ name: '$activity', take: 'latest', resource: 'reply' }),
    );
  });
});
