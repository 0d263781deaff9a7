import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const NAME = 'handle: { type: string, pattern: "^[a-z]{3,9}$", maxLength: 9 }';
const teams = (paths: string, taken = '{ description: The handle is taken }') =>
  infer(`
  /teams:
    post:
      requestBody: { ${json(object(NAME, 'motto: { type: string }'))} }
      responses: { '201': ${ok(object(NAME))}, '409': ${taken} }
  /teams/{handle}:
    get:
      parameters: [{ name: handle, in: path, required: true, schema: { type: string } }]
      responses: { '200': ${ok(object(NAME))} }
${paths}`);
const asked = (path: string, place: string, answer: string) => `
  ${path}:
    get:
      parameters: [{ name: handle, in: ${place}, required: true, schema: { type: string } }]
      responses: { '200': ${ok(object(`${answer}: { type: boolean }`))} }`;

describe('a name of which there is one', () => {
  it.each([
    [
      asked('/teams/{handle}/available', 'path', 'available'),
      '/teams/{handle}/available',
      'absent',
    ],
    [asked('/check-handle', 'query', 'exists'), '/check-handle', 'exists'],
  ])('is free or taken', async (paths, path, of) => {
    expect(behaviourOf(await teams(paths), `get ${path}`)).toMatchObject({
      kind: 'exists',
      where: [{ member: 'handle' }],
      answer: { body: { shape: { properties: [{ value: { is: 'figure', of } }] } } },
    });
  });

  it('is asked for where nothing tells of what', async () => {
    const contract = await teams(asked('/check-handle', 'query', 'lucky'));
    expect(behaviourOf(contract, 'get /check-handle')?.kind).toBe('undetermined');
  });

  it('comes with others of its form where the document suggests some', async () => {
    const taken = `{ description: Taken, ${json(object('suggestions: { type: array, items: { type: string } }'))} }`;
    expect(behaviourOf(await teams('', taken), 'post /teams')).toMatchObject({
      suggests: { member: 'handle', pattern: '^[a-z]{3,9}$', most: 9 },
    });
    expect(behaviourOf(await teams(''), 'post /teams')).not.toHaveProperty('suggests');
  });
});
