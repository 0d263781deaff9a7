import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

describe('records that a path calls by another name', () => {
  const counter = object('button: { type: string }', 'count: { type: integer }');
  const clicks = (body: string, more = '') => `
  /click:
    post:
      requestBody: { ${json(body)} }
      responses: { '201': { description: Counted } }
  /counters/{button}:
    get:
      parameters: [{ name: button, in: path, required: true, schema: { type: string } }]
      responses: { '200': ${ok(counter)}, '404': { description: Never }  }${more}`;
  const named = '{ type: object, required: [button], properties: { button: { type: string } } }';

  it('are counted by who names them', async () => {
    const contract = await infer(clicks(named));
    expect(behaviourOf(contract, 'post /click')).toMatchObject({
      ...{ kind: 'increment', resource: 'counter', member: 'count', by: 1, makes: true },
      where: [{ member: 'button', source: { in: 'body', name: 'button' } }],
    });
    expect(behaviourOf(contract, 'get /counters/{button}')).toMatchObject({ kind: 'read' });
  });

  it('are others where the request says more than a name, or they are made elsewhere', async () => {
    const more = object('button: { type: string }', 'colour: { type: string }');
    const made = `
  /counters:
    post:
      requestBody: { ${json(named)} }
      responses: { '201': ${ok(counter)} }`;
    for (const paths of [clicks(more), clicks(named, made)])
      expect(behaviourOf(await infer(paths), 'post /click')).toMatchObject({
        kind: 'create',
        resource: 'click',
      });
  });

  const pairs = (list: string) => `
  /associate_card:
    post:
      description: Associating the same pair again changes nothing.
      requestBody: { ${json(object('credit_card: { type: string }', 'phone: { type: string }'))} }
      responses: { '201': { description: Associated } }
  ${list}`;

  it('are listed by one of their members', async () => {
    const contract = await infer(
      pairs(`/phones:
    get:
      parameters: [{ name: card, in: query, required: true, schema: { type: string } }]
      responses: { '200': ${ok('{ type: array, items: { type: string } }')}, '404': { description: Unknown card } }`),
    );
    expect(behaviourOf(contract, 'get /phones')).toMatchObject({
      kind: 'list',
      answer: { body: { shape: { is: 'list', of: 'phone' } } },
      filters: [{ parameter: 'card', member: 'credit_card', match: 'equals' }],
      parents: [{ where: [{ member: 'credit_card', source: { in: 'query', name: 'card' } }] }],
    });
    expect(behaviourOf(contract, 'post /associate_card')).toMatchObject({
      replaces: true,
      where: [{ member: 'credit_card' }, { member: 'phone' }],
    });
  });

  it('are listed where all of several values fit', async () => {
    const contract = await infer(
      pairs(`/cards:
    get:
      summary: Cards that are associated with all of the given phones
      parameters: [{ name: phone, in: query, required: true, schema: { type: array, items: { type: string } } }]
      responses: { '200': ${ok('{ type: array, items: { type: string } }')} }`),
    );
    expect(behaviourOf(contract, 'get /cards')).toMatchObject({
      kind: 'list',
      filters: [{ parameter: 'phone', match: 'all-of', member: 'phone', of: 'credit_card' }],
    });
  });
});

describe('a link', () => {
  const link = object(
    'code: { type: string }',
    'url: { type: string }',
    'visits: { type: integer }',
  );
  const code = '[{ name: code, in: path, required: true, schema: { type: string } }]';

  it('leads to what was made under its code, and counts who follows it', async () => {
    const contract = await infer(`
  /links:
    post:
      requestBody: { ${json(object('url: { type: string }', 'code: { type: string }'))} }
      responses: { '201': ${ok(link)} }
  /{code}:
    get:
      parameters: ${code}
      responses: { '302': { description: To the link }, '404': { description: None } }
  /stats/{code}:
    get:
      parameters: ${code}
      responses: { '200': ${ok(object('code: { type: string }', 'visits: { type: integer }'))} }`);
    expect(behaviourOf(contract, 'get /{code}')).toMatchObject({
      ...{ kind: 'increment', resource: 'link', member: 'visits', makes: false },
      answer: { body: { as: 'redirect', member: 'url' } },
    });
    expect(behaviourOf(contract, 'get /stats/{code}')).toMatchObject({
      ...{ kind: 'read', resource: 'link' },
      where: [{ member: 'code', source: { in: 'path', name: 'code' } }],
    });
  });
});

describe('what one person puts below a record', () => {
  const account = `{ type: object, required: [email, password], properties: { email: { type: string }, password: { type: string } } }`;

  it('is there once for each of them', async () => {
    const contract = await infer(
      `
  /register: { post: { security: [], requestBody: { ${json(account)} }, responses: { '201': ${ok()} } } }
  /login: { post: { security: [], requestBody: { ${json(account)} }, responses: { '200': ${ok(object('token: { type: string }'))} } } }
  /recipes:
    post:
      requestBody: { ${json(object('name: { type: string }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'name: { type: string }'))} }
  /recipes/{id}/rating:
    put:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody: { ${json(object('stars: { type: integer }'))} }
      responses: { '204': { description: Kept } }`,
      'security: [{ b: [] }]\ncomponents: { securitySchemes: { b: { type: http, scheme: bearer } } }',
    );
    expect(behaviourOf(contract, 'put /recipes/{id}/rating')).toMatchObject({
      ...{ kind: 'change', makes: true },
      where: [{ member: 'recipeId' }, { member: 'ownerId', source: { in: 'account', name: 'id' } }],
    });
  });
});
