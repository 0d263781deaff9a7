import { describe, expect, it } from 'vitest';
import { readApiDocument } from './openapi-document.ts';
import { findPathReferences, findReferences, findResources } from './resources.ts';

const record = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const made = (schema: object) => ({
  responses: { 201: { content: { 'application/json': { schema } } } },
});
const withId = { type: 'object', properties: { id: { type: 'string' } } };

const document = readApiDocument(
  JSON.stringify({
    openapi: '3.1.0',
    components: { schemas: { Person: withId, Box: withId, Category: withId, Tag: withId } },
    paths: {
      '/people': { post: made(record('Person')), get: {} },
      '/boxes': { post: made(record('Box')) },
      '/categories': { post: made(record('Category')) },
      '/people/{personId}/tags': { post: made(record('Tag')) },
      '/login': { post: made({ type: 'object', properties: { token: { type: 'string' } } }) },
      '/boxes/{id}': { post: made(record('Box')), get: {} },
      '/jobs': { post: { responses: { 202: {} } } },
    },
  }),
);
const resources = findResources(document);
const at = (path: string) => resources.find((one) => one.path === path) ?? null;

describe('findResources', () => {
  it('takes the collections whose records have an id', () => {
    expect(resources.map(({ path }) => path)).toEqual([
      '/people',
      '/boxes',
      '/categories',
      '/people/{personId}/tags',
    ]);
  });

  it('knows each by its path, its singular and the name of its schema', () => {
    expect(at('/people')?.aliases).toEqual(['people', 'person']);
    expect(at('/boxes')?.aliases).toEqual(['boxes', 'box']);
    expect(at('/categories')?.aliases).toEqual(['categories', 'category']);
  });
});

describe('findReferences', () => {
  const uuid = { type: 'string', format: 'uuid' };
  const find = (properties: Record<string, object>, required: string[] = []) =>
    findReferences(document, { type: 'object', properties, required }, resources);

  it.each(['personId', 'person_id', 'PersonId'])('reads %s by its name', (name) => {
    expect(find({ [name]: { type: 'string' } }, [name])).toMatchObject([
      { name, many: false, required: true },
    ]);
    expect(find({ [name]: uuid })[0]?.candidates[0]).toBe(at('/people'));
  });

  it('reads a list of ids', () => {
    const [reference] = find({ categoryIds: { type: 'array', items: { type: 'string' } } });

    expect(reference).toMatchObject({ many: true, required: false });
    expect(reference?.candidates[0]).toBe(at('/categories'));
  });

  it('tries other records after the one that the name says', () => {
    const [reference] = find({ boxId: uuid });

    expect(reference?.candidates).toHaveLength(resources.length);
    expect(reference?.candidates[0]).toBe(at('/boxes'));
  });

  it('trusts a declaration alone', () => {
    const [reference] = find({ owner: { type: 'string', 'x-references': 'Person' } });

    expect(reference?.candidates).toEqual([at('/people')]);
  });

  it('trusts the declaration of the items of a list', () => {
    const items = { type: 'string', 'x-references': 'Box' };

    expect(find({ parts: { type: 'array', items } })[0]?.candidates).toEqual([at('/boxes')]);
  });

  it('tries a made-up value first for a uuid that nothing names', () => {
    expect(find({ correlation: uuid })[0]?.candidates).toEqual([null, ...resources]);
  });

  it.each([
    ['a text that only ends like an id', { paid: { type: 'string' } }],
    ['an id of something unknown', { invoiceId: { type: 'string' } }],
    ['a boolean', { personId: { type: 'boolean' } }],
    ['the bare word id', { id: { type: 'string' } }],
  ])('passes over %s', (_case, properties) => {
    expect(find(properties)).toEqual([]);
  });
});

describe('findPathReferences', () => {
  const operation = (path: string) => {
    const [found] = readApiDocument(
      JSON.stringify({ openapi: '3.1.0', paths: { [path]: { get: {} } } }),
    ).operations;
    if (found === undefined) throw new Error('no operation');
    return found;
  };
  const find = (path: string) => findPathReferences(operation(path), resources);

  it('takes the collection before the parameter', () => {
    expect(find('/people/{id}')).toMatchObject([{ name: 'id', many: false, required: true }]);
    expect(find('/people/{id}')[0]?.candidates).toEqual([at('/people')]);
  });

  it('names each parameter from left to right', () => {
    expect(find('/people/{personId}/tags/{tagId}').map(({ candidates }) => candidates)).toEqual([
      [at('/people')],
      [at('/people/{personId}/tags')],
    ]);
  });

  it('goes by the name of the parameter where the path is another', () => {
    expect(find('/reports/{categoryId}')[0]?.candidates).toEqual([at('/categories')]);
  });

  it('goes by the segment before it where the name says nothing', () => {
    expect(find('/v2/boxes/{id}')[0]?.candidates).toEqual([at('/boxes')]);
    expect(find('/v2/boxes/{key}')[0]?.candidates).toEqual([at('/boxes')]);
  });

  it('tries all, and last a made-up value, where nothing says it', () => {
    expect(find('/things/{key}')[0]?.candidates).toEqual([...resources, null]);
  });

  it('has none for a path without parameters', () => {
    expect(find('/people')).toEqual([]);
  });
});
