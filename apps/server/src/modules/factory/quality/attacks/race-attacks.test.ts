import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import {
  answering,
  attackLibrary,
  libraryBlueprint,
  pickAttack,
  rowsOf,
  type Weakness,
  withoutRecords,
} from '../testing/attack-library.ts';
import { raceAttacks } from './race-attacks.ts';

const attackWith = (id: string, weakness: Weakness) =>
  attackLibrary(pickAttack(raceAttacks, id), { weakness: (send) => weakness(declaring(send)) });

/** Says yes where the app refuses with a status. */
const takingInstead = (method: string, refusal: number, status: number): Weakness =>
  answering((response, request) =>
    request.method === method && response.status === refusal ? { status } : {},
  );

/** Tells where a new record is, as apps do. */
const placing = answering(({ status, headers, body }, { path }) =>
  status === 201 ? { headers: { ...headers, location: `${path}/${JSON.parse(body).id}` } } : {},
);

/** Says that the editor of a book is an author, as generated apps do: a book with a made-up one is refused. */
const declaring = answering(({ body }, { path }) =>
  path === '/openapi.json'
    ? { body: body.replaceAll('"editorId":{', '"editorId":{"x-references":"Author",') }
    : {},
);

/** The document with rules of new authors. */
function withRules(text: string, rules: readonly object[]): string {
  const document = JSON.parse(text);
  const { requestBody } = document.paths['/authors'].post;
  const [content] = Object.values(requestBody.content) as { schema: object }[];
  if (content !== undefined) content.schema = { ...content.schema, 'x-rules': rules };
  return JSON.stringify(document);
}

/** Deletes a moment later than it makes. */
const late: Weakness = (send) => async (request) => {
  if (request.method === 'DELETE') await new Promise((resolve) => setTimeout(resolve, 20));
  return send(request);
};

const withoutUnique: Blueprint = {
  ...libraryBlueprint,
  entities: libraryBlueprint.entities.map((entity) => ({
    ...entity,
    fields: entity.fields.map((field) => ({ ...field, unique: false })),
  })),
};

describe('attacks at once of an app that refuses everything', () => {
  const refusing: Weakness = (send) => (request) =>
    request.method === 'GET'
      ? send(request)
      : Promise.resolve({ status: 403, contentType: '', headers: {}, body: '' });

  it.each(['unique-twice', 'unique-race'])('%s says that it has seen nothing', async (id) => {
    const { findings, reason } = await attackLibrary(pickAttack(raceAttacks, id), {
      weakness: refusing,
    });

    expect(findings).toEqual([]);
    expect(reason).toMatch(/was refused, so that nothing was seen/);
  });
});

describe('attacks at once', () => {
  it.each(rowsOf(raceAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackLibrary(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(3);
  });

  it('unique-twice finds two records with the same value, and shows the second', async () => {
    const { findings, sent } = await attackWith('unique-twice', takingInstead('POST', 409, 201));

    expect(findings.map(({ message }) => message)).toEqual([
      '2 records have the same email',
      '2 records have the same isbn',
    ]);
    const authors = sent.filter(({ path }) => path === '/authors');
    expect(authors.map(({ body = '' }) => JSON.parse(body).email)).toEqual(
      Array.from({ length: 2 }, () => JSON.parse(findings[0]?.request.body ?? '').email),
    );
  });

  it('unique-race counts the records that got a value at once', async () => {
    let refused = 0;
    const weakness = answering(({ status, body }) => {
      if (status !== 409 || !body.includes('isbn is taken')) return {};
      refused += 1;
      return refused < 3 ? { status: 201 } : {};
    });
    const { findings } = await attackWith('unique-race', weakness);

    expect(findings).toMatchObject([
      { message: '3 records have the same isbn', request: { method: 'POST', path: '/books' } },
    ]);
  });

  it.each(['unique-twice', 'unique-race', 'unique-change-race'])(
    '%s finds that several values are not unique together',
    async (id) => {
      const [author, book] = libraryBlueprint.entities;
      const entities = [author, book && { ...book, uniqueTogether: [['title', 'kind']] }];
      const blueprint: Blueprint = {
        ...libraryBlueprint,
        entities: entities.flatMap((entity) => entity ?? []),
      };
      const attack = pickAttack(raceAttacks, id);
      const { findings } = await attackLibrary(attack, { blueprint, weakness: declaring });

      // The library has no way to change a book.
      const message = expect.stringMatching(/^\d records have the same title, kind$/);
      expect(findings).toMatchObject(id === 'unique-change-race' ? [] : [{ message }]);
    },
  );

  it('unique-change-race finds two records that are changed to one value', async () => {
    const { findings } = await attackWith('unique-change-race', takingInstead('PATCH', 409, 200));

    expect(findings).toMatchObject([
      {
        message: 'two records have the same email',
        request: { method: 'PATCH', path: expect.stringMatching(/^\/authors\/[0-9a-f-]{36}$/) },
      },
    ]);
  });

  it('delete-race finds that several deleted one record', async () => {
    const { findings } = await attackWith('delete-race', takingInstead('DELETE', 404, 204));

    expect(findings).toMatchObject([
      { message: '8 of 8 say they did it', request: { method: 'DELETE' } },
    ]);
  });

  it('delete-race moves a record on where its first state keeps it', async () => {
    const moved = new Set<string>();
    const rules = [
      { kind: 'delete-blocked', member: 'state', values: ['open'] },
      {
        ...{ kind: 'lifecycle', member: 'state', initial: 'open' },
        transitions: [{ path: '/authors/{id}/close', from: ['open'], to: 'closed' }],
      },
    ];
    const keeping: Weakness = (send) => async (request) => {
      const [, id = '', step] = /^\/authors\/([^/]+)(\/close)?$/.exec(request.path) ?? [];
      if (step !== undefined) moved.add(id);
      if (step !== undefined)
        return { ...(await send({ ...request, method: 'GET' })), status: 200 };
      const isKept = request.method === 'DELETE' && id !== '' && !moved.has(id);
      const response = await send(isKept ? { ...request, method: 'GET' } : request);
      if (isKept) return { ...response, status: 409 };
      return request.path === '/openapi.json'
        ? { ...response, body: withRules(response.body, rules) }
        : response;
    };
    const { findings, reason } = await attackWith('delete-race', keeping);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(moved.size).toBe(1);
  });

  it('orphan-race finds a record below one that is gone', async () => {
    const { findings } = await attackWith('orphan-race', (send) => late(placing(send)));

    expect(findings).toMatchObject([
      {
        message: 'authorId names a record that is gone',
        request: { method: 'POST', path: '/books' },
      },
    ]);
  });

  it('orphan-race finds nothing when the record went with the one it belonged to', async () => {
    const gone = answering((_response, { method, path }) =>
      method === 'GET' && path.startsWith('/books/') ? { status: 404 } : {},
    );
    const { findings } = await attackWith('orphan-race', (send) => gone(late(placing(send))));

    expect(findings).toEqual([]);
  });

  it.each([
    ['unique-twice', 'No value has to be unique.'],
    ['unique-race', 'No value has to be unique.'],
    ['unique-change-race', 'No value has to be unique.'],
    ['delete-race', 'No record can be deleted.'],
    ['orphan-race', 'No record belongs to another.'],
  ])('%s says of an app without records: %s', async (id, reason) => {
    const found = await attackWith(id, withoutRecords);

    expect([found.reason, found.sent]).toEqual([reason, []]);
  });

  it.each(['unique-twice', 'unique-race', 'unique-change-race'])(
    '%s leaves alone what the blueprint lets repeat',
    async (id) => {
      const attack = pickAttack(raceAttacks, id);
      const { reason, sent } = await attackLibrary(attack, { blueprint: withoutUnique });

      expect([reason, sent]).toEqual(['No value has to be unique.', []]);
    },
  );
});
