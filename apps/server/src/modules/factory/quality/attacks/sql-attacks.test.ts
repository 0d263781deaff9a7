import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answering,
  asking,
  attackLibrary,
  describing,
  pickAttack,
  showing,
  type Weakness,
} from '../testing/attack-library.ts';
import { attackShop } from '../testing/shop-app.ts';
import { sqlAttacks } from './sql-attacks.ts';

const shop = (id: string, weakness?: Weakness) => attackShop(pickAttack(sqlAttacks, id), weakness);
const library = (id: string, weakness?: Weakness) =>
  attackLibrary(pickAttack(sqlAttacks, id), weakness && { weakness });

const readQuery = (path: string) => new URLSearchParams(path.split('?')[1]);
const placeOf = (path: string) => path.split('?')[0] ?? '';

/** Leaves out the parameters that hold SQL, as a statement does that they have widened. */
const widened = (names: readonly string[]): Weakness =>
  asking(({ path }) => {
    const query = readQuery(path);
    for (const name of names) if (/['"].* or /.test(query.get(name) ?? '')) query.delete(name);
    return { path: query.size === 0 ? placeOf(path) : `${placeOf(path)}?${query}` };
  });

const noText = describing((text) => text.replaceAll('"type":"string"', '"type":"boolean"'));
const noParameters = describing((text) =>
  JSON.stringify(JSON.parse(text, (key, value) => (key === 'parameters' ? [] : value))),
);

describe('SQL on sound apps', () => {
  it.each(sqlAttacks.map((attack) => [attack.id, attack] as const))(
    '%s finds nothing',
    async (_id, attack) => {
      const [ofShop, ofLibrary] = [await attackShop(attack), await attackLibrary(attack)];

      expect([...ofShop.findings, ...ofLibrary.findings]).toEqual([]);
      expect(ofShop.reason).toBeUndefined();
      expect(ofShop.sent.length).toBeGreaterThan(9);
    },
  );
});

describe('SQL where there is nothing to attack', () => {
  it.each([
    ['sql-in-values', noText, 'No record holds text.'],
    ['query-operators', noText, 'No record holds text.'],
    ['sql-in-filters', noParameters, 'No list has a filter for text.'],
    ['search-wildcards', noParameters, 'No list has a filter for text.'],
    ['sql-in-sort', noParameters, 'No list can be sorted.'],
    ['sql-second-order', noParameters, 'No list can be searched for text.'],
    ['sql-that-waits', showing(/^$/), 'Nothing takes text.'],
    ['sql-in-ids', showing(/^\/\w+$/), 'No record can be read by its id.'],
    ['sql-in-cursors', showing(/\{/), 'No list has pages.'],
  ] as const)('%s says so', async (id, weakness, reason) => {
    expect(await shop(id, weakness)).toMatchObject({ reason, findings: [] });
  });

  it('is said of a list whose first page is never full', async () => {
    const weakness = answering(({ body }) => ({
      body: body.replace(/"nextCursor":"[^"]*"/, '"nextCursor":null'),
    }));

    expect((await shop('sql-in-cursors', weakness)).reason).toBe('No list has pages.');
  });
});

describe('SQL in the text of a new record', () => {
  const keeping = (change: (text: string) => string): Weakness =>
    answering(({ status, body }, { method }) => ({
      body: status === 201 && method === 'POST' ? change(body) : body,
    }));

  it('is found where it was carried out', async () => {
    const { findings } = await library(
      'sql-in-values',
      keeping((body) => body.replace("' || (select version()) || '", 'PostgreSQL 17')),
    );

    expect(findings.map(({ message }) => message)).toEqual([
      'name was kept as another text than was sent',
    ]);
    expect(findings[0]?.request).toMatchObject({ method: 'POST', path: '/authors' });
    expect(findings[0]?.request.body).toContain("' || (select version()) || '");
  });

  it('is found in each member and kind of record', async () => {
    const { findings } = await shop(
      'sql-in-values',
      keeping((body) => body.replaceAll(/; ?(drop table users; )?--/g, '')),
    );
    const places = findings.map(
      ({ message, request }) => `${request.path} ${message.split(' ')[0]}`,
    );

    expect(new Set(places)).toEqual(
      new Set(['/suppliers name', '/suppliers note', '/tags name', '/products name']),
    );
  });

  it('may be trimmed, and written small', async () => {
    const weakness = keeping((body) =>
      body.replaceAll(
        /"name":"([^"\\]*)"/g,
        (_all, name: string) => `"name":" ${name.toUpperCase()} "`,
      ),
    );

    expect((await shop('sql-in-values', weakness)).findings).toEqual([]);
  });

  it('may be kept from whoever asks, as a password is', async () => {
    const weakness = keeping((body) => body.replaceAll('"name":', '"hidden":'));

    expect((await library('sql-in-values', weakness)).findings).toEqual([]);
  });
});

describe('SQL in a filter', () => {
  it('is found where it gives more rows', async () => {
    const { findings } = await shop('sql-in-filters', widened(['q']));
    const messages = findings.map(({ message }) => message);

    expect(new Set(messages)).toEqual(
      new Set([
        'q gave 3 rows that do not hold the text',
        'q gave 2 rows that do not hold the text',
      ]),
    );
    expect(readQuery(findings[0]?.request.path ?? '').get('q')).toBe("zz' or '1'='1");
  });

  it('names the filter that it got through', async () => {
    const { findings } = await shop('sql-in-filters', widened(['name']));

    expect(findings.every(({ message }) => message.startsWith('name gave'))).toBe(true);
    expect(new Set(findings.map(({ request }) => placeOf(request.path)))).toEqual(
      new Set(['/suppliers', '/tags']),
    );
  });

  it('is not blamed for a filter that filters nothing', async () => {
    const weakness = asking(({ path }) => ({ path: path.replace(/[?&](q|name)=[^&]*/, '') }));

    expect((await shop('sql-in-filters', weakness)).findings).toEqual([]);
  });

  it('is found where a record that holds it is looked for', async () => {
    const { findings } = await shop('sql-second-order', widened(['q', 'name']));

    expect(new Set(findings.map(({ message }) => message))).toEqual(
      new Set([
        'q gave rows that do not hold the text',
        'name gave rows that do not hold the text',
      ]),
    );
    expect(readQuery(findings[0]?.request.path ?? '').get('q')).toBe("zq' or '1'='1");
  });

  it('is no finding where the rows hold the text', async () => {
    const { findings, sent } = await shop('sql-second-order');
    const made = sent.filter(({ method, body }) => method === 'POST' && body?.includes("zq' or"));

    expect(findings).toEqual([]);
    expect(made.map(({ path }) => path)).toContain('/suppliers');
  });

  it.each(['%', '_'])('finds every row as the wildcard %s', async (sign) => {
    const weakness = asking(({ path }) => ({
      path: readQuery(path).get('q') === sign ? placeOf(path) : path,
    }));
    const { findings } = await shop('search-wildcards', weakness);

    expect(new Set(findings.map(({ message }) => message))).toEqual(
      new Set([`"${sign}" found every row`]),
    );
    expect(findings.map(({ request }) => request.path)).toEqual([
      `/suppliers?${new URLSearchParams({ q: sign })}`,
      `/tags?${new URLSearchParams({ q: sign })}`,
    ]);
  });
});

describe('SQL in the address of records', () => {
  it('is found in an id that is cut off', async () => {
    const weakness = asking(({ path }) => ({ path: path.replace(/(%22|%20|').*$/, '') }));
    const { findings } = await shop('sql-in-ids', weakness);

    expect(new Set(findings.map(({ message }) => message))).toEqual(new Set(['the id was taken']));
    expect(new Set(findings.map(({ request }) => request.method))).toEqual(
      new Set(['GET', 'PATCH', 'DELETE']),
    );
    expect(decodeURIComponent(findings[0]?.request.path ?? '')).toMatch(/[0-9a-f]' or '1'='1$/);
  });

  it('is found in an order that is taken', async () => {
    const weakness = asking(({ path }) => ({ path: path.replace(/sort=password/, 'sort=name') }));
    const { findings } = await shop('sql-in-sort', weakness);

    expect(findings).toEqual(
      ['/suppliers', '/tags', '/products'].map((path) => ({
        message: 'the order was taken',
        request: { method: 'GET', path: `${path}?sort=password` },
      })),
    );
  });

  it('is found in what stands in a cursor', async () => {
    const weakness = asking(({ path }) => {
      const query = readQuery(path);
      const value = Buffer.from(query.get('cursor') ?? '', 'base64url').toString();
      if (!value.includes("' or '1'='1")) return {};
      const sound = Buffer.from(value.replace("' or '1'='1", '')).toString('base64url');
      return { path: `${placeOf(path)}?limit=1&cursor=${sound}` };
    });
    const { findings } = await shop('sql-in-cursors', weakness);

    expect(findings.map(({ message, request }) => [message, placeOf(request.path)])).toEqual([
      ['the cursor was taken', '/suppliers'],
      ['the cursor was taken', '/tags'],
      ['the cursor was taken', '/products'],
    ]);
  });

  it('is found behind a cursor that cannot be read', async () => {
    const weakness: Weakness = (send) => async (request) => {
      const query = readQuery(request.path);
      const cursor = query.get('cursor')?.replace("' or '1'='1", '').replace('page-', '');
      if (cursor !== undefined) query.set('cursor', cursor);
      const path = query.size === 0 ? request.path : `${placeOf(request.path)}?${query}`;
      const answer = await send({ ...request, path });
      return { ...answer, body: answer.body.replace('"nextCursor":"', '"nextCursor":"page-') };
    };
    const { findings } = await shop('sql-in-cursors', weakness);

    expect(findings.map(({ request }) => readQuery(request.path).get('cursor'))).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^page-.+' or '1'='1$/)),
    );
  });
});

describe('operators of a query language', () => {
  it('are found where they are taken for a text', async () => {
    const weakness = asking(({ body }) => ({
      ...(body?.includes('$ne') && { body: body.replace('{"$ne":null}', '"anything"') }),
    }));
    const { findings } = await library('query-operators', weakness);

    expect(findings.map(({ message, request }) => [message, request.path])).toContainEqual([
      'name took it',
      '/authors',
    ]);
    expect(findings.every(({ request }) => request.body?.includes('{"$ne":null}'))).toBe(true);
  });
});

describe('SQL that waits', () => {
  afterEach(() => void vi.useRealTimers());

  /** Lets the clock run on instead of waiting. */
  const waiting = (isSlow: (path: string) => boolean, waitMs = 3_000): Weakness => {
    vi.useFakeTimers({ toFake: ['performance'] });
    return (send) => async (request) => {
      const response = await send(request);
      if (isSlow(request.path)) vi.advanceTimersByTime(waitMs);
      return response;
    };
  };

  it('is found where the answer comes as late as it asks for', async () => {
    const { findings } = await shop(
      'sql-that-waits',
      waiting((path) => path.startsWith('/tags?q=') && path.includes('pg_sleep')),
    );

    expect(findings).toHaveLength(3);
    for (const { message, request } of findings) {
      expect(message).toBe('the answer took 3000 ms, that to a harmless request 0 ms');
      expect(readQuery(request.path).get('q')).toContain('pg_sleep(3)');
    }
  });

  it('is found in the id of a record', async () => {
    const { findings } = await library(
      'sql-that-waits',
      waiting((path) => path.startsWith('/books/') && path.includes('pg_sleep')),
    );

    expect(findings.map(({ request }) => placeOf(request.path).split('/')[1])).toEqual([
      'books',
      'books',
      'books',
    ]);
  });

  it('is not blamed where everything is slow', async () => {
    const { findings } = await shop(
      'sql-that-waits',
      waiting((path) => path.startsWith('/tags?q=')),
    );

    expect(findings).toEqual([]);
  });

  it('is not blamed for an answer that is late once', async () => {
    let isFirst = true;
    const { findings } = await shop(
      'sql-that-waits',
      waiting((path) => {
        const isLate = isFirst && path.includes('pg_sleep');
        if (isLate) isFirst = false;
        return isLate;
      }),
    );

    expect([isFirst, findings]).toEqual([false, []]);
  });
});
