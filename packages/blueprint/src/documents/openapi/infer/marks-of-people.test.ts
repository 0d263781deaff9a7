import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const bearer =
  'components: { securitySchemes: { bearer: { type: http, scheme: bearer } }, schemas: { Thing: ' +
  `${object('id: { type: integer }', 'title: { type: string }', 'status: { type: string, enum: [open, done] }', 'done_at: { type: string, format: date-time, nullable: true }')} } }`;
const thing = '{ $ref: "#/components/schemas/Thing" }';
const credentials = json(object('username: { type: string }', 'password: { type: string }'));
const secured = 'security: [{ bearer: [] }]';
const things = (more: string) =>
  infer(
    `
  /register: { post: { requestBody: { ${credentials} }, responses: { '201': { description: Made } } } }
  /login: { post: { requestBody: { ${credentials} }, responses: { '200': ${ok(object('token: { type: string }'))} } } }
  /things:
    post:
      ${secured}
      description: Who makes a thing is its first member.
      requestBody: { ${json(object('title: { type: string }'))} }
      responses: { '201': ${ok(thing)} }
  /things/{id}:
    parameters: [${id}]
    get: { responses: { '200': ${ok(thing)} } }${more}`,
    bearer,
  );
const mark = (word: string, methods: string[], refusal = '') =>
  `
  /things/{id}/${word}:
    parameters: [${id}]${methods
      .map(
        (method) => `
    ${method}: { ${secured}, responses: { '204': { description: Ok }${refusal} } }`,
      )
      .join('')}`;

describe('a path below a record that takes no body', () => {
  it('turns a state that the record shows on and off, and keeps when', async () => {
    const already = ", '409': { description: It is done already }";
    const contract = await things(mark('done', ['put', 'delete'], already));
    expect(behaviourOf(contract, 'put /things/{id}/done')).toMatchObject({
      ...{ kind: 'change', resource: 'thing', guards: [{ member: 'status', value: 'done' }] },
      set: [
        { member: 'done_at', source: { in: 'now' } },
        { member: 'status', source: { in: 'constant', value: 'done' } },
      ],
    });
    expect(behaviourOf(contract, 'delete /things/{id}/done')).toMatchObject({
      set: [
        { member: 'done_at', source: { in: 'constant', value: null } },
        { member: 'status', source: { in: 'constant', value: 'open' } },
      ],
    });
  });

  it('is a mark of whoever is signed in where the record shows no such state', async () => {
    const contract = await things(`${mark('star', ['put', 'delete'])}
  /me/stars:
    get: { ${secured}, responses: { '200': ${ok(`{ type: array, items: ${thing} }`)} } }`);
    const own = { member: 'ownerId', source: { in: 'account', name: 'id' } };
    expect(behaviourOf(contract, 'put /things/{id}/star')).toMatchObject({
      ...{ kind: 'change', resource: 'star', makes: true },
      where: [expect.objectContaining({ member: 'thingId' }), own],
    });
    expect(behaviourOf(contract, 'delete /things/{id}/star')).toMatchObject({
      ...{ kind: 'remove', resource: 'star', every: false },
    });
    expect(behaviourOf(contract, 'get /me/stars')).toMatchObject({
      ...{ kind: 'list', resource: 'thing', through: { resource: 'star', by: 'thingId' } },
    });
    expect(contract.resources.find(({ name }) => name === 'star')?.uniqueTogether).toEqual([
      ['thingId', 'ownerId'],
    ]);
  });
});

describe('members of a record', () => {
  const members = `${mark('join', ['post'], ", '409': { description: You are one already }")}${mark('leave', ['post'])}
  /things/{id}/members:
    parameters: [${id}]
    get: { ${secured}, responses: { '200': ${ok('{ type: array, items: { type: string } }')} } }
  /things/{id}/messages:
    parameters: [${id}]
    post:
      ${secured}
      description: Only members may write.
      requestBody: { ${json(object('text: { type: string }'))} }
      responses: { '201': { description: Said }, '403': { description: Not a member } }`;

  it('join and leave, and are listed by name', async () => {
    const contract = await things(members);
    expect(behaviourOf(contract, 'post /things/{id}/join')).toMatchObject({
      ...{ kind: 'create', resource: 'member', replaces: false },
    });
    expect(behaviourOf(contract, 'post /things/{id}/leave')).toMatchObject({
      ...{ kind: 'remove', resource: 'member', every: false },
    });
    expect(behaviourOf(contract, 'get /things/{id}/members')).toMatchObject({
      answer: { body: { shape: { is: 'list', of: 'username' } } },
    });
  });

  it('are who the document lets in, whoever made it first of all', async () => {
    const contract = await things(members);
    const joined = { resource: 'member', by: 'thingId' };
    expect(behaviourOf(contract, 'post /things')).toMatchObject({ joins: joined });
    expect(behaviourOf(contract, 'post /things/{id}/messages')).toMatchObject({
      parents: [{ resource: 'thing', joined }],
    });
  });
});

it('lets nobody do to a record of their own what is for others', async () => {
  const rating = (refusal: string) =>
    things(`
  /things/{id}/rating:
    parameters: [${id}]
    put:
      ${secured}
      requestBody: { ${json(object('stars: { type: integer }'))} }
      responses: { '204': { description: Rated }, '403': { description: ${refusal} } }`);
  const path = 'put /things/{id}/rating';
  expect(behaviourOf(await rating('Nobody rates a thing of their own'), path)).toMatchObject({
    parents: [{ scope: 'all', others: 'forbidden' }],
  });
  expect(behaviourOf(await rating('Not your thing'), path)).toMatchObject({
    parents: [{ scope: 'own-or-forbidden' }],
  });
});

it('lists one’s own where the path says so, though others are for everybody', async () => {
  const contract = await things(`
  /me/things:
    get: { ${secured}, responses: { '200': ${ok(`{ type: array, items: ${thing} }`)} } }`);
  expect(behaviourOf(contract, 'get /me/things')).toMatchObject({ scope: 'own-or-hidden' });
});
