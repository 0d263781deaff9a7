import { expect, it } from 'vitest';
import { infer, json, object } from './written-document.ts';

const id = '{ name: id, in: path, required: true, schema: { type: string } }';
const board = (says: string) =>
  infer(
    `
  /signup: { post: { requestBody: { ${json(object('name: { type: string }', 'password: { type: string }'))} }, responses: { '201': { description: Made } } } }
  /signin: { post: { requestBody: { ${json(object('name: { type: string }', 'password: { type: string }'))} }, responses: { '200': { description: In, headers: { Set-Cookie: { schema: { type: string } } } }, '401': { description: Wrong } } } }
  /posts:
    post:
      security: [{ sid: [] }]
      requestBody: { ${json(object('title: { type: string }'))} }
      responses: { '201': { description: Written } }
  /posts/{id}:
    parameters: [${id}]
    get: { responses: { '200': { description: "${says}", content: { text/html: { schema: { type: string } } } } } }
  /posts/{id}/comments:
    parameters: [${id}]
    post:
      security: [{ sid: [] }]
      requestBody: { ${json(object('content: { type: string }'))} }
      responses: { '201': { description: Added } }`,
    'components: { securitySchemes: { sid: { type: apiKey, in: cookie, name: session } } }',
  );

const authorOf = async (says: string) =>
  (await board(says)).resources
    .find(({ name }) => name === 'comment')
    ?.members.find(({ name }) => name === 'author');

it('shows who wrote what is below a record where the words of its page ask for it', async () => {
  expect(await authorOf('The post, and its comments with their authors')).toMatchObject({
    ...{ made: 'owner', shows: ['name'] },
  });
  expect(await authorOf('The post, its author, and its comments')).toBeUndefined();
});
