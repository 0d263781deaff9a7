import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const code = `{ name: code, in: path, required: true, schema: ${text} }`;
const shown = (...more: string[]) => ok(object(`code: ${text}`, `url: ${text}`, ...more));

/** Short links that are made with more than a URL, and show more than a code. */
function links({ given = [], answered = [] }: { given?: string[]; answered?: string[] }) {
  return infer(`
  /links:
    post:
      summary: Shorten a URL
      requestBody: { ${json(`{ ${object(`url: ${text}`, ...given).slice(2, -2)}, required: [url] }`)} }
      responses: { '201': ${shown(...answered)}, '409': { description: The alias is taken } }
  /{code}:
    parameters: [${code}]
    get: { responses: { '302': { description: To the URL }, '404': { description: None } } }
    delete:
      parameters: [{ name: X-Token, in: header, schema: ${text} }]
      responses: { '204': { description: Gone }, '403': { description: Wrong token } }
  /{code}/stats:
    get:
      parameters: [${code}]
      responses: { '200': ${shown('clicks: { type: integer }', 'last_clicked_at: { type: string, format: date-time, nullable: true }')} }`);
}

describe('paths of nothing but a key', () => {
  it('are about what is made with such a key', async () => {
    const contract = await links({ answered: [`token: ${text}`] });
    expect(behaviourOf(contract, 'get /{code}')).toMatchObject({
      ...{ kind: 'increment', member: 'clicks', stamps: 'last_clicked_at' },
      answer: { body: { as: 'redirect', member: 'url' } },
    });
    expect(behaviourOf(contract, 'get /{code}/stats')).toMatchObject({ kind: 'read' });
    expect(behaviourOf(contract, 'delete /{code}')).toMatchObject({
      ...{ kind: 'remove', every: false },
      opens: { member: 'token', source: { in: 'header' } },
    });
  });

  it('take a key that somebody wishes for, and what the refusal names is taken once', async () => {
    const contract = await links({ given: [`alias: ${text}`] });
    expect(behaviourOf(contract, 'post /links')).toMatchObject({
      set: expect.arrayContaining([{ member: 'code', source: { in: 'body', name: 'alias' } }]),
    });
    expect(contract.resources[0]?.key).toEqual({ member: 'code', made: 'either' });
    expect(contract.resources[0]?.members.filter(({ unique }) => unique)).toEqual([]);
  });
});

describe('when a record is gone', () => {
  it.each([
    ['expires_in: { type: integer }', 1],
    ['ttl: { type: integer, description: Minutes until the link is gone }', 60],
    ['expire_days: { type: integer, description: Days until the link expires }', 86_400],
  ])('is told by %s', async (given, seconds) => {
    const [resource] = (
      await links({ given: [given], answered: ['expires_at: { type: string, format: date-time }'] })
    ).resources;
    const until = resource?.members.find(({ name }) => name === 'expires_at');
    expect(resource?.expires).toBe('expires_at');
    expect(until?.lasts).toMatchObject({ seconds });
  });

  it('is told by a moment that is given, and by nothing else', async () => {
    const moment = 'expires_at: { type: string, format: date-time }';
    const [given] = (await links({ given: [moment], answered: [moment] })).resources;
    expect(given?.expires).toBe('expires_at');
    const [other] = (await links({ given: ['duration: { type: integer }'] })).resources;
    expect(other?.expires).toBeUndefined();
  });
});

it('says where a record is found, as a whole address where the document wants one', async () => {
  const answered = [
    'short_url: { type: string, format: uri }',
    'stats_path: { type: string, description: Where the statistics are }',
  ];
  const { views } = await links({ answered });
  const addresses = views.flatMap(({ properties }) =>
    properties.flatMap(({ name, address }) => (address === undefined ? [] : [[name, address]])),
  );
  expect(addresses).toEqual([
    ['short_url', { path: '/{key}', isWhole: true }],
    ['stats_path', { path: '/{key}/stats', isWhole: false }],
  ]);
});

const notes = (more = '') =>
  infer(`
  /notes:
    post:
      requestBody: { ${json(object(`text: ${text}`, `pin: ${text}`, 'views: { type: integer, default: 1 }'))} }
      responses: { '201': ${ok(object(`id: ${text}`, 'protected: { type: boolean }', 'views_left: { type: integer }'))} }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: ${text} }]
    get: { responses: { '200': ${ok(object(`id: ${text}`, 'views_left: { type: integer }'))}, '404': { description: None } } }
  /notes/{id}/read:
    parameters: [{ name: id, in: path, required: true, schema: ${text} }]
    post:
      description: Takes one of its views.
      requestBody: { ${json(object(`pin: ${text}`))} }
      responses: { '200': ${ok(object(`text: ${text}`, 'views_left: { type: integer }'))}, '401': { description: Wrong pin } }${more}`);

describe('what is read as often as was said', () => {
  it('counts down from what it was made with, behind a pin of which the hash is kept', async () => {
    const contract = await notes();
    const [note] = contract.resources;
    expect(note).toMatchObject({ spent: 'views_left', derived: [{ take: 'present', of: 'pin' }] });
    expect(note?.members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'views_left', startsAs: 'views' }),
        expect.objectContaining({ name: 'pin', kind: 'password' }),
      ]),
    );
    expect(behaviourOf(contract, 'post /notes/{id}/read')).toMatchObject({
      ...{ kind: 'read', readings: { member: 'views_left', by: -1 } },
      opens: { member: 'pin', source: { in: 'body' } },
    });
    const look = behaviourOf(contract, 'get /notes/{id}');
    expect(look).toMatchObject({ kind: 'read', opens: null });
    expect(look).not.toHaveProperty('readings');
  });

  it('leaves a health check to itself', async () => {
    const health = (answer: string) => `
  /health:
    get: { responses: { '200': ${ok(answer)} } }`;
    const well = await notes(health(object(`status: ${text}`)));
    expect(behaviourOf(well, 'get /health')).toMatchObject({ kind: 'constant' });
    const busy = await notes(
      health('{ type: object, required: [load], properties: { load: { type: number } } }'),
    );
    expect(behaviourOf(busy, 'get /health')).toMatchObject({ kind: 'undetermined' });
  });
});

it('keeps a text that is the whole body as the one text that records show', async () => {
  const body = 'requestBody: { content: { text/plain: { schema: { type: string } } } }';
  const path = `parameters: [{ name: id, in: path, required: true, schema: ${text} }]`;
  const task = object(`id: ${text}`, `text: ${text}`, 'done: { type: boolean }');
  const contract = await infer(`
  /tasks:
    post: { ${body}, responses: { '201': { description: The id, content: { text/plain: {} } } } }
    get:
      description: A page of twenty tasks.
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: text, in: query, description: Part of the text, schema: ${text} }
      responses: { '200': ${ok(`{ type: array, items: ${task} }`)} }
    delete: { summary: Remove all done tasks, responses: { '204': { description: Gone } } }
  /tasks/{id}: { ${path}, get: { responses: { '200': ${ok(task)} } } }
  /tasks/{id}/text: { ${path}, put: { ${body}, responses: { '204': { description: Ok } } } }`);
  const set = [{ member: 'text', source: { in: 'whole-body' } }];
  expect(behaviourOf(contract, 'post /tasks')).toMatchObject({ kind: 'create', set });
  expect(behaviourOf(contract, 'put /tasks/{id}/text')).toMatchObject({ kind: 'change', set });
  expect(behaviourOf(contract, 'delete /tasks')).toMatchObject({
    ...{ kind: 'remove', every: true },
    where: [{ member: 'done', source: { in: 'constant', value: true } }],
  });
  expect(behaviourOf(contract, 'get /tasks')).toMatchObject({
    ...{ kind: 'list', paging: { by: 'page', initial: 20 } },
    filters: [{ parameter: 'text', match: 'contains' }],
  });
});

const list = (item: string) => `{ type: array, items: ${item} }`;
const bookmarks = (more: string) =>
  infer(`
  /bookmarks:
    post:
      requestBody: { ${json(object(`url: ${text}`, `tags: ${list(text)}`))} }
      responses: { '201': ${ok(object('id: { type: integer }', `url: ${text}`, `tags: ${list(text)}`))} }${more}`);

describe('lists that are not of records', () => {
  it('are of keys where an object holds them', async () => {
    const contract = await infer(`
  /kv/{key}:
    parameters: [{ name: key, in: path, required: true, schema: ${text} }]
    put: { requestBody: { ${json(object(`value: ${text}`))} }, responses: { '204': { description: Ok } } }
  /kv: { get: { responses: { '200': ${ok(object(`keys: ${list(text)}`))} } } }`);
    expect(behaviourOf(contract, 'get /kv')).toMatchObject({
      answer: {
        body: { shape: { properties: [{ name: 'keys', value: { is: 'list', of: 'key' } }] } },
      },
    });
  });

  it('count the values of a member', async () => {
    const contract = await bookmarks(`
  /tags:
    get: { responses: { '200': ${ok(list(object(`tag: ${text}`, 'count: { type: integer }')))} } }`);
    expect(behaviourOf(contract, 'get /tags')).toMatchObject({
      ...{ kind: 'groups', resource: 'bookmark', member: 'tags', value: 'tag', count: 'count' },
    });
  });

  it('are lines of text where the document says of what', async () => {
    const contract = await bookmarks(`
  /bookmarks/export:
    get: { responses: { '200': { description: 'The urls, one per line', content: { text/plain: {} } } } }`);
    expect(behaviourOf(contract, 'get /bookmarks/export')).toMatchObject({
      ...{ kind: 'list', resource: 'bookmark', answer: { body: { as: 'lines', of: 'url' } } },
    });
  });
});
