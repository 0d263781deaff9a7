import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const SCHEMES = 'components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }';
const signed = 'security: [{ bearer: [] }]';
const accounts = (name: string) => `
  /signup:
    post:
      requestBody: { ${json(object(`${name}: ${text}`, `password: ${text}`))} }
      responses: { '201': { description: Welcome } }
  /login:
    post:
      requestBody: { ${json(object(`${name}: ${text}`, `password: ${text}`))} }
      responses: { '200': ${ok(object(`token: ${text}`))} }`;
const photo = object('id: { type: integer }', `title: ${text}`, 'sold: { type: boolean }');

function photos(name: string, people: string, rest = '') {
  return infer(
    `${accounts(name)}
  /photos:
    post:
      ${signed}
      requestBody: { ${json(object(`title: ${text}`))} }
      responses: { '201': ${ok(photo)} }
  /${people}/{${name}}/photos:
    get:
      parameters: [{ name: ${name}, in: path, required: true, schema: ${text} }]
      responses: { '200': ${ok(`{ type: array, items: ${photo} }`)}, '404': { description: Nobody } }
${rest}`,
    SCHEMES,
  );
}

describe('people', () => {
  it.each([
    ['username', 'people'],
    ['email', 'authors'],
    ['handle', 'members'],
  ])('are accounts by their %s, though they are called %s', async (name, people) => {
    const contract = await photos(name, people);
    expect(behaviourOf(contract, `get /${people}/{${name}}/photos`)).toMatchObject({
      parents: [{ where: [{ member: name, source: { in: 'path', name } }] }],
      where: [{ member: 'ownerId', source: { in: 'parent' } }],
    });
  });
});

describe('a deed with something to say', () => {
  it('leads to its state and keeps what is said', async () => {
    const selling = `
  /photos/{id}/sell:
    post:
      parameters: [${id}]
      requestBody: { ${json(object(`buyer: ${text}`))} }
      responses: { '200': ${ok(photo)}, '409': { description: Already sold } }`;
    const contract = await photos('username', 'people', selling);
    expect(behaviourOf(contract, 'post /photos/{id}/sell')).toMatchObject({
      set: [{ member: 'buyer' }, { member: 'sold', source: { in: 'constant', value: true } }],
      guards: [{ member: 'sold', value: true, refusal: 'conflict' }],
    });
  });
});
