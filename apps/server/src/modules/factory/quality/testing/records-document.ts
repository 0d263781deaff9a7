import type { Blueprint } from '@quantumlayer/contracts';

const id = { type: 'string', format: 'uuid' };
const text = { type: 'string', minLength: 1, maxLength: 200 };
const object = (properties: Record<string, object>, more: object = {}) => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
  ...{ additionalProperties: false, ...more },
});
const page = object({ id, text, version: { type: 'integer' } });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const problem = {
  content: { 'application/problem+json': { schema: { type: 'object' } } },
};
const rules = [{ kind: 'optimistic-locking', member: 'version' }];
const ifMatch = { name: 'if-match', in: 'header', required: false, schema: { type: 'string' } };
const one = { name: 'id', in: 'path', required: true, schema: id };

const answers = (status: number, schema?: object) => ({
  responses: { [status]: schema ? json(schema) : {}, '4XX': problem },
});

/** What the app of pages says of itself. */
export const recordsDocument = {
  openapi: '3.1.0',
  paths: {
    '/pages': {
      post: {
        requestBody: { required: true, ...json(object({ text }, { 'x-rules': rules })) },
        ...answers(201, page),
      },
      get: answers(200, object({ items: { type: 'array', items: page } })),
    },
    '/pages/{id}': {
      get: { parameters: [one], ...answers(200, page) },
      patch: {
        parameters: [one, ifMatch],
        requestBody: { required: true, ...json({ ...object({ text }), required: [] }) },
        ...answers(200, page),
      },
      delete: { parameters: [one, ifMatch], ...answers(204) },
    },
  },
};

/** What the app could have been built from. */
export const recordsBlueprint: Blueprint = {
  version: 1,
  name: 'pages',
  title: 'Pages',
  description: 'Pages that several people work on',
  entities: [
    {
      name: 'Page',
      plural: 'Pages',
      fields: [{ name: 'text', type: 'string', required: true, unique: false }],
      relations: [],
      optimisticLocking: true,
    },
  ],
};
