import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const parameter = (name: string, place = 'path') =>
  `{ name: ${name}, in: ${place}, required: true, schema: ${text} }`;

describe('what a path says to what a record belongs', () => {
  const comment = '{ $ref: "#/components/schemas/Comment" }';
  const pages = () =>
    infer(
      `
  /pages/{page}/comments:
    parameters: [${parameter('page')}]
    get: { responses: { '200': ${ok(`{ type: array, items: ${comment} }`)} } }
    post:
      requestBody: { ${json(object(`text: ${text}`, `parentId: ${text}`))} }
      responses: { '201': ${ok(comment)}, '404': { description: No parent } }
  /comments/{id}:
    parameters: [${parameter('id')}]
    get: { responses: { '200': ${ok(comment)} } }`,
      `components: { schemas: { Comment: ${object(`id: ${text}`, `text: ${text}`, `parentId: ${text}`, `replies: { type: array, items: ${comment} }`)} } }`,
    );

  it('is kept with the record where nothing makes it', async () => {
    const contract = await pages();
    const page = { member: 'page', source: { in: 'path', name: 'page' } };
    expect(behaviourOf(contract, 'post /pages/{page}/comments')).toMatchObject({
      kind: 'create',
      set: expect.arrayContaining([page]),
    });
    expect(behaviourOf(contract, 'get /pages/{page}/comments')).toMatchObject({
      kind: 'list',
      where: expect.arrayContaining([page]),
    });
  });

  it('is the same for what answers it', async () => {
    expect((await pages()).resources[0]?.treeWithin).toEqual(['page']);
  });
});

const CREDENTIALS = `requestBody: { ${json(object('name: { type: string }', 'password: { type: string }'))} }`;
const vault = () =>
  infer(
    `
  /users: { post: { ${CREDENTIALS}, responses: { '201': { description: Made } } } }
  /tokens:
    post: { ${CREDENTIALS}, responses: { '201': ${ok(object('token: { type: string }'))} } }
    delete: { security: [{ bearer: [] }], responses: { '204': { description: Gone } } }
  /secrets/{name}:
    parameters: [${parameter('name')}]
    put:
      security: [{ bearer: [] }]
      requestBody: { ${json(object(`value: ${text}`))} }
      responses: { '204': { description: Kept } }
    get: { security: [{ bearer: [] }], responses: { '200': ${ok(object(`value: ${text}`))} } }`,
    'components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }',
  );

describe('what people name and nobody else sees', () => {
  it('is named among their own', async () => {
    const contract = await vault();
    const secret = contract.resources.find(({ name }) => name === 'secret');
    expect(secret?.uniqueTogether).toEqual([['ownerId', 'name']]);
    for (const method of ['put', 'get'])
      expect(behaviourOf(contract, `${method} /secrets/{name}`)).toMatchObject({
        where: [{ member: 'name' }, { member: 'ownerId', source: { in: 'account' } }],
      });
  });

  it('is closed again by taking back the token', async () => {
    expect(behaviourOf(await vault(), 'delete /tokens')?.kind).toBe('logout');
  });
});

describe('a key that the document demands', () => {
  it('is asked for where it opens nothing, and lets nobody in', async () => {
    const contract = await infer(`
  /reports:
    post:
      parameters: [${parameter('X-Api-Key', 'header')}]
      requestBody: { ${json(object(`state: ${text}`))} }
      responses: { '200': { description: Noted } }`);
    expect(behaviourOf(contract, 'post /reports')).toMatchObject({
      kind: 'undetermined',
      question: expect.stringContaining('X-Api-Key'),
    });
  });
});

describe('a page that speaks of the author', () => {
  const board = (about: string) =>
    infer(
      `
  /users: { post: { ${CREDENTIALS}, responses: { '201': { description: Made } } } }
  /login: { post: { ${CREDENTIALS}, responses: { '200': ${ok(object('token: { type: string }'))} } } }
  /posts:
    post:
      security: [{ bearer: [] }]
      requestBody: { ${json(object(`title: ${text}`))} }
      responses: { '201': { description: Made } }
    get: { responses: { '200': { description: "${about}", content: { text/html: { schema: ${text} } } } } }`,
      'components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }',
    );

  it('shows who made what it shows', async () => {
    const members = async (about: string) =>
      (await board(about)).resources.find(({ name }) => name === 'post')?.members;
    const author = expect.objectContaining({ name: 'author', made: 'owner', shows: ['name'] });
    expect(await members('Titles and authors')).toContainEqual(author);
    expect(await members('Titles')).not.toContainEqual(author);
  });
});
