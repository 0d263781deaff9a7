import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { about } from '../src/about.ts';
import { call } from './support/api.ts';

type Schema = { $ref?: string; properties?: { items?: { items?: Schema } } };
type Answer = { description?: string; content?: Record<string, { schema?: Schema }> };
type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, Answer>;
};

describe('the OpenAPI document', () => {
  let info: unknown;
  let text = '';
  const operations: { where: string; method: string; path: string; operation: Operation }[] = [];

  before(async () => {
    const { body } = await call('GET', '/openapi.json');
    info = body.info;
    text = JSON.stringify(body);
    for (const [path, methods] of Object.entries<Record<string, Operation>>(body.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        operations.push({ where: `${method} ${path}`, method, path, operation });
      }
    }
  });

  it('says what the app is', () => {
    assert.deepEqual(info, about);
  });

  it('names each operation, says what it does and where it belongs', () => {
    for (const { where, operation } of operations) {
      assert.match(operation.operationId ?? '', /^\w+$/, where);
      assert.match(operation.summary ?? '', /\w/, where);
      assert.match(operation.tags?.join() ?? '', /^\w/, where);
    }
  });

  it('describes what each answers, also when it cannot be done', () => {
    for (const { where, path, operation } of operations) {
      const answers = Object.entries(operation.responses ?? {});
      const [, answer] = answers.find(([code]) => code.startsWith('2')) ?? [];
      const { description, content } = answer ?? {};
      if (content === undefined) assert.match(description ?? '', /^(?!Default Response)\w/, where);
      for (const { schema } of Object.values(content ?? {})) assert.ok(schema, where);
      const problem = operation.responses?.['4XX']?.content?.['application/problem+json'];
      assert.ok(path === '/healthz' || problem?.schema, where);
    }
  });

  it('names the records that are answered, alone and in lists', () => {
    for (const { where, path, operation } of operations) {
      if (!/^\/api\/[^/]+(\/\{id\})?$/.test(path) || path === '/api/counts') continue;
      const answers = Object.entries(operation.responses ?? {});
      const [, answer] = answers.find(([code]) => code.startsWith('2')) ?? [];
      for (const { schema } of Object.values(answer?.content ?? {})) {
        const row = schema?.properties?.items?.items ?? schema;
        assert.match(row?.$ref ?? '', /^#\/components\/schemas\/\w/, where);
      }
    }
  });

  it('leaves no description empty', () => {
    assert.doesNotMatch(text, /"(description|summary|title)":""/);
  });

  it('describes what each takes: every part of its path, and the body of a change', () => {
    for (const { where, method, path, operation } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (operation.parameters ?? []).filter(({ in: place }) => place === 'path');
      assert.deepEqual(named.map(({ name }) => name).sort(), places.sort(), where);
      for (const { required, schema } of named) assert.ok(required && schema, where);
      if (method !== 'patch') continue;
      assert.ok(operation.requestBody?.content?.['application/json']?.schema, where);
    }
  });
});
