import { describe, expect, it } from 'vitest';
import type { AppResponse } from '../domain/finding.ts';
import { parseJson } from '../domain/parse-json.ts';
import { answering, type Weakness } from '../testing/attack-library.ts';
import { attackShop } from '../testing/shop-app.ts';
import {
  type AttackField,
  isTaken,
  postJson,
  readRecord,
  readRows,
  sendJson,
} from './attack-field.ts';
import type { Target } from './target.ts';

/** Works on the shop as an attack does. */
const onField = (work: (field: AttackField) => Promise<unknown>, weakness?: Weakness) =>
  attackShop(
    {
      id: 'any',
      title: 'Any',
      cwe: 1,
      run: async (field) => void (await work(field)),
    },
    weakness,
  );

const pick = ({ targets }: AttackField, path: string): Target => {
  const found = targets.find((target) => target.path === path);
  if (found === undefined) throw new Error(`There is no target ${path}`);
  return found;
};

const answer = (status: number, body = ''): AppResponse => ({
  ...{ status, body },
  ...{ contentType: 'application/json', headers: {} },
});

const hangingUp =
  (method: string, path: string): Weakness =>
  (send) =>
  async (request) => {
    if (request.method === method && request.path === path) throw new Error('hung up');
    return send(request);
  };

describe('what is sent', () => {
  it('is seen in order, with what was answered', async () => {
    const answers: (AppResponse | null)[] = [];
    const { sent } = await onField(async ({ send }) => {
      answers.push(await send({ method: 'GET', path: '/tags?limit=1' }));
      answers.push(await send({ method: 'GET', path: '/none' }));
    });

    expect(sent.map(({ path }) => path)).toEqual(['/tags?limit=1', '/none']);
    expect(answers.map((one) => one?.status)).toEqual([200, 404]);
  });

  it('is seen too when the connection was closed, and has no answer', async () => {
    let response: AppResponse | null | undefined;
    const { sent } = await onField(
      async ({ send }) => {
        response = await send({ method: 'GET', path: '/tags' });
      },
      hangingUp('GET', '/tags'),
    );

    expect(response).toBeNull();
    expect(sent).toEqual([{ method: 'GET', path: '/tags' }]);
  });

  it('is timed until the answer is there', async () => {
    const waiting: Weakness = (send) => async (request) => {
      if (request.path === '/tags') await new Promise((done) => setTimeout(done, 40));
      return send(request);
    };
    const times: number[] = [];
    await onField(async ({ time }) => {
      const { response, durationMs } = await time({ method: 'GET', path: '/tags' });
      times.push(response?.status ?? 0, durationMs);
    }, waiting);

    expect(times[0]).toBe(200);
    expect(times[1]).toBeGreaterThan(35);
  });

  it('is timed where nothing comes back', async () => {
    let timed: Awaited<ReturnType<AttackField['time']>> | undefined;
    await onField(
      async ({ time }) => {
        timed = await time({ method: 'GET', path: '/tags' });
      },
      hangingUp('GET', '/tags'),
    );

    expect(timed).toEqual({ response: null, durationMs: expect.any(Number) });
  });

  it('is shown with what it found', async () => {
    const request = { method: 'GET', path: '/tags' };
    const { findings } = await onField(async ({ send, report }) =>
      report('too many', { request, response: await send(request) }),
    );

    expect(findings).toEqual([{ message: 'too many', request }]);
  });
});

describe('the body of a record', () => {
  it('is one that the app takes, with ids of real records', async () => {
    const statuses: (number | undefined)[] = [];
    await onField(async (field) => {
      for (const target of field.targets) {
        const body = await field.body(target);
        statuses.push((await field.send(postJson(target.path, body)))?.status);
      }
    });

    expect(statuses).toEqual([201, 201, 201]);
  });

  it('is another each time', async () => {
    const names: unknown[] = [];
    await onField(async (field) => {
      for (let at = 0; at < 3; at += 1) names.push((await field.body(pick(field, '/tags')))?.name);
    });

    expect(new Set(names).size).toBe(3);
  });

  it('is none where its parent cannot be made', async () => {
    const refusing = answering((_response, { method, path }) =>
      method === 'POST' && path === '/suppliers' ? { status: 422 } : {},
    );
    const bodies: unknown[] = [];
    await onField(async (field) => {
      bodies.push(
        await field.body(pick(field, '/products')),
        await field.make(pick(field, '/products')),
      );
    }, refusing);

    expect(bodies).toEqual([null, null]);
  });
});

describe('a record that is made', () => {
  const make = async (path: string, changes?: Record<string, unknown>, weakness?: Weakness) => {
    let made: Awaited<ReturnType<AttackField['make']>> | undefined;
    const { sent } = await onField(async (field) => {
      made = await field.make(pick(field, path), changes);
    }, weakness);
    return { made, sent };
  };

  it('comes with its id, itself and the exchange', async () => {
    const { made, sent } = await make('/tags', { name: 'mine' });

    expect(made?.record).toMatchObject({ id: made?.id, name: 'mine' });
    expect(made?.request).toEqual(postJson('/tags', { name: 'mine' }));
    expect(made?.response?.status).toBe(201);
    expect(sent).toEqual([made?.request]);
  });

  it('keeps the members that were not changed', async () => {
    const { made } = await make('/products', { stock: 7 });

    expect(made?.record).toMatchObject({
      ...{ stock: 7, name: expect.any(String), price: expect.any(Number) },
      tagIds: [expect.any(String)],
    });
  });

  it('is tried once more, with parents of its own', async () => {
    const suppliers: string[] = [];
    const onlyChild: Weakness = (send) => async (request) => {
      if (request.method !== 'POST' || request.path !== '/products') return send(request);
      suppliers.push(JSON.parse(request.body ?? '').supplierId);
      return suppliers.length === 1 ? answer(409, '{}') : send(request);
    };
    const { made, sent } = await make('/products', {}, onlyChild);

    expect(made?.response?.status).toBe(201);
    expect(sent).toHaveLength(2);
    expect(new Set(suppliers).size).toBe(2);
  });

  it('is null when the app refuses it twice', async () => {
    const { made, sent } = await make('/tags', { name: '' });

    expect(made).toBeNull();
    expect(sent.map(({ path }) => path)).toEqual(['/tags', '/tags']);
  });

  it.each([
    ['fails', answering((_response, { method }) => (method === 'POST' ? { status: 500 } : {}))],
    ['hangs up', hangingUp('POST', '/tags')],
  ])('is not tried again when the app %s', async (_way, weakness) => {
    const { made, sent } = await make('/tags', {}, weakness);

    expect(made).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('has the id as text where the app counts', async () => {
    const counting = answering(({ body }, { method }) =>
      method === 'POST' ? { body: body.replace(/"id":"[^"]*"/, '"id":42') } : {},
    );

    expect((await make('/tags', {}, counting)).made?.id).toBe('42');
  });
});

describe('an answer', () => {
  it.each([
    [200, '{"id":"1"}', { id: '1' }],
    [201, '{}', {}],
    [200, '[]', null],
    [200, 'null', null],
    [200, '"text"', null],
    [200, '<html>', null],
    [204, '', null],
    [302, '{"id":"1"}', null],
    [404, '{"id":"1"}', null],
  ])('%i with %j holds the record %j', (status, body, record) => {
    expect(readRecord(answer(status, body))).toEqual(record);
  });

  it.each([
    [200, '{"items":[{"id":"1"},{"id":"2"}]}', [{ id: '1' }, { id: '2' }]],
    [200, '{"items":[]}', []],
    [200, '{"items":[1,null,{"id":"1"}]}', [{ id: '1' }]],
    [200, '{"items":{"id":"1"}}', null],
    [200, '[{"id":"1"}]', null],
    [422, '{"items":[]}', null],
  ])('%i with %j holds the rows %j', (status, body, rows) => {
    expect(readRows(answer(status, body))).toEqual(rows);
  });

  it.each([
    [199, false],
    [200, true],
    [204, true],
    [299, true],
    [300, false],
    [400, false],
    [500, false],
  ])('of status %i is taken: %s', (status, taken) => {
    expect(isTaken(answer(status))).toBe(taken);
  });

  it('that never came holds nothing', () => {
    expect([readRecord(null), readRows(null), isTaken(null)]).toEqual([null, null, false]);
  });
});

describe('JSON', () => {
  it('is read where it is any', () => {
    expect([parseJson('{"a":1}'), parseJson('null'), parseJson('{'), parseJson('')]).toEqual([
      { a: 1 },
      null,
      undefined,
      undefined,
    ]);
  });

  it('is sent as it was written', () => {
    expect(sendJson('PATCH', '/tags/1', '{"a": 1e999}')).toEqual({
      ...{ method: 'PATCH', path: '/tags/1' },
      ...{ contentType: 'application/json', body: '{"a": 1e999}' },
    });
    expect(postJson('/tags', { a: 1 })).toEqual(sendJson('POST', '/tags', '{"a":1}'));
  });
});

describe('a record that is lent', () => {
  it('is the same each time, and another one when it is gone', async () => {
    const lent: (string | undefined)[] = [];
    await onField(async (field) => {
      const target = pick(field, '/tags');
      const borrow = async () => lent.push((await field.borrow(target))?.id);
      await borrow();
      await borrow();
      await field.send({ method: 'DELETE', path: `/tags/${lent[0]}` });
      await borrow();
    });

    expect(lent[0]).toBeDefined();
    expect(lent[1]).toBe(lent[0]);
    expect(lent[2]).toBeDefined();
    expect(lent[2]).not.toBe(lent[0]);
  });
});
