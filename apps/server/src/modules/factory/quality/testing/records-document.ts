import type { Blueprint, Relation } from '@quantumlayer/contracts';

const id = { type: 'string', format: 'uuid' };
const text = { type: 'string', minLength: 1, maxLength: 200 };
const object = (properties: Record<string, object>, more: object = {}) => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
  ...{ additionalProperties: false, ...more },
});
const final = { type: 'boolean' };
const page = object({
  ...{ id, text, final, version: { type: 'integer' } },
  deletedAt: { type: ['string', 'null'] },
});
const line = object({ id, text, pageId: id });
const listOf = (item: object) => object({ items: { type: 'array', items: item } });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };
const rules = [
  { kind: 'optimistic-locking', member: 'version' },
  { kind: 'soft-delete', member: 'deletedAt', restore: '/pages/{id}/restore' },
  { kind: 'audited', changes: '/pages/{id}/changes' },
  { kind: 'change-blocked', member: 'final', values: [true] },
];
const ifMatch = { name: 'if-match', in: 'header', required: false, schema: { type: 'string' } };
const named = (name: string) => ({ name, in: 'path', required: true, schema: id });
const one = named('id');
const query = (name: string, schema: object) => ({ name, in: 'query', required: false, schema });

const answers = (status: number, schema?: object) => ({
  responses: { [status]: schema ? json(schema) : {}, '4XX': problem },
});
const taking = (schema: object) => ({ requestBody: { required: true, ...json(schema) } });

/** What the app of pages, whose lines belong to pages and which have tags, says of itself. */
export const recordsDocument = {
  openapi: '3.1.0',
  paths: {
    '/pages': {
      post: { ...taking(object({ text, final }, { 'x-rules': rules })), ...answers(201, page) },
      get: {
        parameters: [
          query('q', { type: 'string' }),
          query('deleted', { enum: ['only'], 'x-roles': ['keeper'] }),
        ],
        ...answers(200, listOf(page)),
      },
    },
    '/pages/{id}': {
      get: { parameters: [one], ...answers(200, page) },
      patch: {
        parameters: [one, ifMatch],
        ...taking({ ...object({ text, final }), required: [] }),
        ...answers(200, page),
      },
      delete: { parameters: [one, ifMatch], ...answers(204) },
    },
    '/pages/{id}/restore': { post: { parameters: [one], ...answers(200, page) } },
    '/pages/{id}/changes': {
      get: { parameters: [one], ...answers(200, listOf(object({ action: text }))) },
    },
    '/tags': { post: { ...taking(object({ text })), ...answers(201, object({ id, text })) } },
    '/tags/{id}/pages': { get: { parameters: [one], ...answers(200, listOf(page)) } },
    '/tags/{id}/pages/{otherId}': {
      put: { parameters: [one, named('otherId')], ...answers(204) },
    },
    '/lines': {
      post: { ...taking(object({ text, pageId: id })), ...answers(201, line) },
    },
  },
};

const textField = { name: 'text', type: 'string', required: true, unique: false } as const;
const finalField = { name: 'final', type: 'boolean', required: true, unique: false } as const;
const ends = { target: 'Page', name: 'page', inverse: 'lines', required: true };
const relations: Relation[] = [{ kind: 'belongs-to', ...ends }];

/** What the app could have been built from. */
export const recordsBlueprint: Blueprint = {
  version: 1,
  name: 'pages',
  title: 'Pages',
  description: 'Pages that several people work on',
  entities: [
    {
      ...{ name: 'Page', plural: 'Pages', fields: [textField, finalField], relations: [] },
      ...{ optimisticLocking: true, softDelete: true },
      rules: [{ kind: 'change-blocked', field: 'final', values: [true] }],
    },
    { name: 'Line', plural: 'Lines', fields: [textField], relations },
    { name: 'Tag', plural: 'Tags', fields: [textField], relations: [] },
  ],
};
