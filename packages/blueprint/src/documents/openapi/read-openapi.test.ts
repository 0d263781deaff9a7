import { readFileSync } from 'node:fs';
import type { ApiContract } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../../check-blueprint.ts';
import { DocumentInvalid } from '../document-invalid.ts';
import { readDocument } from '../read-document.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}.yaml`, import.meta.url), 'utf8');

async function read(text: string): Promise<ApiContract> {
  const { blueprint } = await readDocument({ name: 'api.yaml', text });
  if (blueprint.contract === undefined) throw new Error('The blueprint has no contract.');
  return blueprint.contract;
}

/** An operation in brief: what it does, to what, and who may. */
function inBrief({ operations }: ApiContract): Record<string, string> {
  return Object.fromEntries(
    operations.map(({ id, behaviour, access }) => {
      const resource = 'resource' in behaviour ? behaviour.resource : '';
      const scope = 'scope' in behaviour && behaviour.scope !== 'all' ? behaviour.scope : '';
      return [id, [behaviour.kind, resource, scope, access.for].filter(Boolean).join(' ')];
    }),
  );
}

const path = (body: string) => `openapi: 3.1.0
info: { title: Thing, version: '1' }
paths:
${body}`;

describe('an OpenAPI document', () => {
  it('becomes a blueprint that is sound, with its contract', async () => {
    for (const name of ['petstore', 'tasks']) {
      const { blueprint } = await readDocument({ name: `${name}.yaml`, text: fixture(name) });
      expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
      expect(blueprint.contract?.source.text).toBe(fixture(name));
    }
  });

  it('says what a collection and its items do, and asks about the rest', async () => {
    const contract = await read(fixture('petstore'));
    expect(inBrief(contract)).toEqual({
      listPets: 'list pet everybody',
      createPets: 'create pet everybody',
      showPetById: 'read pet everybody',
      replacePet: 'change pet everybody',
      deletePet: 'remove pet everybody',
      petWeather: 'undetermined everybody',
    });
    expect(contract.basePath).toBe('/v1');
    expect(contract.resources[0]).toMatchObject({ key: { member: 'id', made: 'number' } });
  });

  it('says who signs in, and keeps records to those who made them', async () => {
    const contract = await read(fixture('tasks'));
    expect(inBrief(contract)).toMatchObject({
      register: 'create user everybody',
      login: 'login everybody',
      logout: 'logout session',
      getMe: 'read user own-or-hidden session',
      listTasks: 'list task own-or-hidden session',
      completeTask: 'change task own-or-hidden session',
      addComment: 'create comment session',
    });
    expect(contract.accounts).toMatchObject({ logins: ['email'], password: 'password' });
    expect(contract.carriers.session).toEqual([{ kind: 'bearer' }]);
    const comments = contract.operations.find(({ id }) => id === 'listComments')?.behaviour;
    expect(comments).toMatchObject({ parents: [{ resource: 'task', scope: 'own-or-hidden' }] });
  });

  it('finds pages, search and order among the parameters of a list', async () => {
    const { operations } = await read(fixture('tasks'));
    expect(operations.find(({ id }) => id === 'listTasks')?.behaviour).toMatchObject({
      filters: [{ parameter: 'done', member: 'done', match: 'equals' }],
      search: { parameter: 'q', members: ['title', 'notes'] },
      paging: { by: 'page', at: 'page', size: 'pageSize', first: 1, initial: 10, most: 50 },
    });
  });

  it('is the same each time', async () => {
    const [one, other] = [await read(fixture('tasks')), await read(fixture('tasks'))];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('is told from other JSON and YAML by what it says', async () => {
    const text = JSON.stringify({
      openapi: '3.0.0',
      info: { title: 'A', version: '1' },
      paths: { '/a': { get: { responses: { 200: { description: 'ok' } } } } },
    });
    const { format, blueprint } = await readDocument({ name: 'a.json', text });
    expect(format).toBe('openapi');
    expect(blueprint.entities).toEqual([]);
  });
});

describe('a broken OpenAPI document', () => {
  const responses = "responses: { '200': { description: ok } }";
  const cases: [what: string, text: string, line: number, says: RegExp][] = [
    ['YAML that is none', 'openapi: 3.0.0\ninfo: [', 2, /cannot be read/],
    ['a key twice', 'openapi: 3.0.0\nopenapi: 3.0.0', 2, /cannot be read/],
    ['Swagger 2.0', "swagger: '2.0'\ninfo: { title: A }", 1, /Swagger 2.0/],
    ['no paths', "openapi: 3.0.0\ninfo: { title: A, version: '1' }", 1, /no paths/],
    [
      'a reference to nothing',
      path(
        `  /a:\n    get:\n      responses:\n        '200': { $ref: '#/components/responses/No' }`,
      ),
      7,
      /leads to nothing/,
    ],
    [
      'a reference to somewhere else',
      path(
        `  /a:\n    get:\n      responses:\n        '200': { $ref: 'https://example.com/a.yaml' }`,
      ),
      7,
      /not fetched/,
    ],
    [
      'a path parameter that is not described',
      path(`  /a/{id}:\n    get: { ${responses} }`),
      5,
      /\{id\}/,
    ],
    ['no responses', path('  /a:\n    get: { summary: A }'), 5, /no responses/],
    [
      'the same path twice',
      path(
        `  /a/{x}:\n    parameters: [{ name: x, in: path, schema: {} }]\n    get: { ${responses} }\n  /a/{y}:\n    get: { ${responses} }`,
      ),
      7,
      /the same as/,
    ],
    [
      'bounds that no value keeps',
      path(
        `  /a:\n    get:\n      parameters:\n        - name: q\n          in: query\n          schema:\n            minimum: 5\n            maximum: 4\n      ${responses}`,
      ),
      10,
      /contradicts itself/,
    ],
    [
      'a pattern that is none',
      path(
        `  /a:\n    get:\n      parameters: [{ name: q, in: query, schema: { pattern: '(' } }]\n      ${responses}`,
      ),
      6,
      /regular expression/,
    ],
    [
      'a security scheme that nobody describes',
      path(`  /a:\n    get:\n      security: [{ key: [] }]\n      ${responses}`),
      6,
      /security scheme/,
    ],
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map(
          (name, at) =>
            `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[at]}`).join(',')}]`,
        )
        .join('\n')}\nopenapi: 3.0.0`,
      2,
      /cannot be read/,
    ],
    ['brackets without end', `openapi: 3.0.0\nx: ${'['.repeat(100_000)}`, 2, /nested/],
  ];

  it.each(cases)('is refused for %s', async (_what, text, line, says) => {
    const refusal = await readDocument({ name: 'a.yaml', text }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DocumentInvalid);
    expect(refusal).toMatchObject({ line, message: expect.stringMatching(says) });
  });
});
