import { expect, it } from 'vitest';
import { infer, object, ok } from './written-document.ts';

const text = '{ type: string }';

/** Articles with a title, and what is shown and given beside it. */
async function slugOf(shown: string, given: readonly string[] = [], path = '/articles/{slug}') {
  const row = object(`id: { type: integer }`, `title: ${text}`, `name: ${text}`, shown);
  const { resources } = await infer(`
  /articles:
    post: { requestBody: { content: { application/json: { schema: ${object(`title: ${text}`, `name: ${text}`, ...given)} } } }, responses: { '201': ${ok(row)} } }
  ${path}:
    parameters: [{ name: ${path.includes('slug') ? 'slug' : 'id'}, in: path, required: true, schema: ${text} }]
    get: { responses: { '200': ${ok(row)} } }`);
  return resources[0]?.members.find(({ name }) => /slug|link/.test(name));
}

it.each([
  ['slug: { type: string }', 'title'],
  ['slug: { type: string, description: "Made from the name, lower case" }', 'name'],
  ['permalink: { type: string, description: "Derived from its name" }', 'name'],
])('is made of the words that name a record: %s', async (shown, of) => {
  expect(await slugOf(shown)).toMatchObject({ slugOf: of, unique: true });
});

it('is not made where clients give it, or where it is an address', async () => {
  expect(await slugOf(`slug: ${text}`, [`slug: ${text}`])).not.toHaveProperty('slugOf');
  const address = await slugOf('permalink: { type: string, format: uri }', [], '/articles/{id}');
  expect(address?.slugOf).toBeUndefined();
});
