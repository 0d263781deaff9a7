import { describe, expect, it } from 'vitest';
import { findResponse, isJson, readApiDocument } from './openapi-document.ts';

const read = (document: object) =>
  readApiDocument(JSON.stringify({ openapi: '3.1.0', ...document })).operations;

describe('readApiDocument', () => {
  it.each([
    ['what is not JSON', '<html>', 'it is not JSON'],
    ['a list', '[]', 'it is not an OpenAPI 3 document'],
    ['Swagger 2', '{"swagger":"2.0"}', 'it is not an OpenAPI 3 document'],
    ['OpenAPI 4', '{"openapi":"4.0.0"}', 'it is not an OpenAPI 3 document'],
  ])('refuses %s', (_case, text, why) => {
    expect(() => readApiDocument(text)).toThrow(`The app's /openapi.json cannot be used: ${why}.`);
  });

  it('has no operation where there are no paths', () => {
    expect(read({})).toEqual([]);
  });

  it('lists operations by path, creating ones first', () => {
    const operations = read({
      paths: {
        '/b': { get: {}, post: {}, parameters: [] },
        '/a': { delete: { operationId: 'x' } },
      },
    });

    expect(operations.map(({ id }) => id)).toEqual(['POST /b', 'GET /b', 'x']);
  });

  it('joins the parameters of the path with those of the operation', () => {
    const [operation] = read({
      paths: {
        '/books/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          get: { parameters: [{ name: 'full', in: 'query' }] },
        },
      },
    });

    expect(operation?.parameters).toEqual([
      { name: 'id', place: 'path', required: true, schema: { type: 'string' } },
      { name: 'full', place: 'query', required: false, schema: {} },
    ]);
  });

  it('tells a body that is a file, with its types and its limit', () => {
    const schema = { type: 'string', format: 'binary' };
    const bounded = { schema: { ...schema, maxLength: 9 } };
    const [both, open, json] = read({
      paths: {
        '/a': { put: { requestBody: { content: { 'image/png': bounded, 'image/gif': bounded } } } },
        '/b': { put: { requestBody: { content: { 'image/png': { schema } } } } },
        '/c': { put: { requestBody: { content: { 'application/json': { schema: {} } } } } },
      },
    });

    expect(both).toMatchObject({
      body: null,
      upload: { types: ['image/png', 'image/gif'], maxBytes: 9 },
    });
    expect(open?.upload).toEqual({ types: ['image/png'], maxBytes: null });
    expect(json?.upload).toBeNull();
  });

  it('follows references to parameters, bodies and responses', () => {
    const [operation] = read({
      components: {
        parameters: { Trace: { name: 'trace', in: 'header' } },
        requestBodies: {
          Book: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
        },
        responses: { Gone: { content: { 'Application/JSON': { schema: { type: 'null' } } } } },
      },
      paths: {
        '/books': {
          post: {
            parameters: [{ $ref: '#/components/parameters/Trace' }],
            requestBody: { $ref: '#/components/requestBodies/Book' },
            responses: { '4xx': { $ref: '#/components/responses/Gone' } },
          },
        },
      },
    });

    expect(operation).toMatchObject({
      parameters: [{ name: 'trace', place: 'header' }],
      body: { required: true, schema: { type: 'object' } },
      responses: { '4XX': { schemas: { 'application/json': { type: 'null' } } } },
    });
  });

  it('takes the JSON body among others, and none where there is no JSON', () => {
    const body = (content: object) =>
      read({ paths: { '/x': { put: { requestBody: { content } } } } })[0]?.body;
    const json = { schema: { type: 'string' } };

    expect(body({ 'text/csv': {}, 'application/merge-patch+json': json })).toEqual({
      schema: { type: 'string' },
      required: false,
    });
    expect(body({ 'text/csv': {} })).toBeNull();
  });
});

describe('findResponse', () => {
  const one = (name: string) => ({ schemas: { [name]: null } });
  const [operation] = read({ paths: { '/x': { get: {} } } });
  const find = (status: number, responses: Record<string, ReturnType<typeof one>>) =>
    operation && findResponse({ ...operation, responses }, status);
  const all = { '404': one('exact'), '4XX': one('class'), DEFAULT: one('default') };

  it('prefers the exact status to its class, and its class to the default', () => {
    expect(find(404, all)).toEqual(one('exact'));
    expect(find(499, all)).toEqual(one('class'));
    expect(find(200, all)).toEqual(one('default'));
  });

  it('finds nothing where nothing is said', () => {
    expect(find(200, { '201': one('x') })).toBeNull();
  });
});

describe('isJson', () => {
  it.each([
    ['application/json', true],
    ['application/problem+json; charset=utf-8', true],
    ['APPLICATION/VND.API+JSON', true],
    ['application/jsonl', false],
    ['text/json', false],
    ['', false],
  ])('judges %j as %s', (mediaType, json) => {
    expect(isJson(mediaType)).toBe(json);
  });
});
