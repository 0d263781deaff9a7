import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import {
  answering,
  attackLibrary,
  field,
  pickAttack,
  showing,
  type Weakness,
} from '../testing/attack-library.ts';
import { attackShop, buildShopApp, shopBlueprint } from '../testing/shop-app.ts';
import { memberAttacks } from './member-attacks.ts';

const CHOSEN_ID = '01890000-0000-7000-8000-00000000beef';
const LONG_AGO = '2001-01-01T00:00:00.000Z';
const MARK = 'polluted-by-a-client';
const shop = (id: string, weakness?: Weakness) =>
  attackShop(pickAttack(memberAttacks, id), weakness);

/** Keeps these members of a body, whatever they are, beside what the app keeps. */
const taking =
  (names: readonly string[], method = 'POST'): Weakness =>
  (send) =>
  async (request) => {
    if (request.method !== method || request.body === undefined) return send(request);
    const members = Object.entries(JSON.parse(request.body));
    const isExtra = ([name]: [string, unknown]) => names.includes(name);
    const sound = Object.fromEntries(members.filter((member) => !isExtra(member)));
    const response = await send({ ...request, body: JSON.stringify(sound) });
    if (response.status >= 300) return response;
    const extra = Object.fromEntries(members.filter(isExtra));
    return { ...response, body: JSON.stringify({ ...JSON.parse(response.body), ...extra }) };
  };

describe('members on sound apps', () => {
  it.each(memberAttacks.map((attack) => [attack.id, attack] as const))(
    '%s finds nothing',
    async (_id, attack) => {
      const [ofShop, ofLibrary] = [await attackShop(attack), await attackLibrary(attack)];

      expect([...ofShop.findings, ...ofLibrary.findings]).toEqual([]);
      expect([ofShop.reason, ofLibrary.reason]).toEqual([undefined, undefined]);
      expect(ofShop.sent.length).toBeGreaterThan(5);
    },
  );

  it('may be left out instead of refused', async () => {
    const names = ['id', 'createdAt', 'updatedAt', 'role', 'isAdmin'];
    const dropping: Weakness = (send) => (request) => {
      if (request.body === undefined) return send(request);
      const members = Object.entries(JSON.parse(request.body));
      const sound = Object.fromEntries(members.filter(([name]) => !names.includes(name)));
      return send({ ...request, body: JSON.stringify(sound) });
    };

    for (const { id } of memberAttacks) expect((await shop(id, dropping)).findings).toEqual([]);
  });
});

describe('members where there is nothing to attack', () => {
  it.each([
    ['mass-assignment-id', 'No record can be made.'],
    ['mass-assignment-times', 'No record can be made.'],
    ['mass-assignment-inner', 'No record can be made.'],
    ['mass-assignment-update', 'No record can be changed.'],
  ])('%s says so', async (id, reason) => {
    expect(await shop(id, showing(/^$/))).toEqual({ findings: [], sent: [], reason });
  });

  it('are not sent in changes where records can only be made', async () => {
    const { reason, sent } = await shop('mass-assignment-update', showing(/^\/\w+$/));

    expect([reason, sent]).toEqual(['No record can be changed.', []]);
  });

  it('still ask for a page that another request could have spoilt', async () => {
    const { reason, sent } = await shop('prototype-pollution', showing(/^$/));

    expect(reason).toBeUndefined();
    expect(sent).toEqual([{ method: 'GET', path: '/no-such-page' }]);
  });
});

describe('members of a new record that the app decides on', () => {
  it.each([
    ['mass-assignment-id', ['id'], ['it took id', 'it took id']],
    [
      'mass-assignment-times',
      ['createdAt', 'updatedAt'],
      ['it took createdAt, updatedAt', 'it took createdAt', 'it took updatedAt'],
    ],
    ['mass-assignment-times', ['updatedAt'], ['it took updatedAt']],
    ['mass-assignment-inner', ['role'], ['it took role']],
    ['mass-assignment-inner', ['roles'], ['it took roles']],
    ['mass-assignment-inner', ['ownerId'], ['it took ownerId']],
    ['mass-assignment-inner', ['passwordHash'], ['it took passwordHash']],
  ])('%s finds that %j were taken', async (id, names, messages) => {
    const { findings } = await shop(id, taking(names));
    const ofTags = findings.filter(({ request }) => request.path === '/tags');

    expect(ofTags.map(({ message }) => message)).toEqual(messages);
    expect(new Set(findings.map(({ request }) => request.path))).toEqual(
      new Set(['/suppliers', '/tags', '/products']),
    );
  });

  it('are sent alone too, since one of them may keep the others out', async () => {
    const { sent } = await shop('mass-assignment-times');
    const ofTags = sent.filter(({ path }) => path === '/tags').slice(-3);

    expect(ofTags.map(({ body }) => JSON.parse(body ?? ''))).toEqual([
      { name: expect.any(String), createdAt: LONG_AGO, updatedAt: LONG_AGO },
      { name: expect.any(String), createdAt: LONG_AGO },
      { name: expect.any(String), updatedAt: LONG_AGO },
    ]);
  });

  it('are the fields of an entity no longer where the blueprint declares them', async () => {
    const blueprint: Blueprint = {
      ...shopBlueprint,
      entities: shopBlueprint.entities.map((entity) => ({
        ...entity,
        fields: [...entity.fields, field('role', 'string'), field('verified', 'boolean')],
      })),
    };
    const { findings, sent } = await attackLibrary(
      pickAttack(memberAttacks, 'mass-assignment-inner'),
      { app: buildShopApp, blueprint, weakness: taking(['role', 'verified']) },
    );

    expect(findings).toEqual([]);
    expect(sent.some(({ body }) => body?.includes('"role":'))).toBe(false);
    expect(sent.some(({ body }) => body?.includes('"isAdmin":'))).toBe(true);
  });

  it('show the request that they were sent in', async () => {
    const { findings } = await shop('mass-assignment-id', taking(['id']));

    expect(findings[0]?.request).toMatchObject({ method: 'POST', path: '/suppliers' });
    expect(JSON.parse(findings[0]?.request.body ?? '')).toMatchObject({ id: CHOSEN_ID });
  });
});

describe('members of a change that nobody may change', () => {
  it('are found one by one', async () => {
    const { findings } = await shop(
      'mass-assignment-update',
      taking(['createdAt', 'deletedAt'], 'PATCH'),
    );

    expect(findings.map(({ message, request }) => [message, request.path.split('/')[1]])).toEqual([
      ['it took createdAt', 'suppliers'],
      ['it took deletedAt', 'suppliers'],
      ['it took createdAt', 'products'],
      ['it took deletedAt', 'products'],
    ]);
    expect(JSON.parse(findings[0]?.request.body ?? '')).toEqual({ createdAt: LONG_AGO });
  });

  it('come with the whole record where a change replaces it', async () => {
    const { findings } = await shop(
      'mass-assignment-update',
      taking(['id', 'createdAt', 'isAdmin'], 'PUT'),
    );

    expect(findings.map(({ message, request }) => `${request.method} ${message}`)).toEqual([
      'PUT it took id',
      'PUT it took createdAt',
      'PUT it took isAdmin',
    ]);
    expect(JSON.parse(findings[2]?.request.body ?? '')).toMatchObject({
      name: expect.any(String),
      isAdmin: true,
    });
  });
});

describe('members that change every object', () => {
  const leaking = (
    isPolluting: (request: { path: string; body?: string }) => boolean,
  ): Weakness => {
    let isPolluted = false;
    return (send) => async (request) => {
      const response = await send(request);
      const isShown = isPolluted && request.method === 'GET' && request.path !== '/openapi.json';
      isPolluted ||= isPolluting(request);
      return isShown ? { ...response, body: `${response.body} ${MARK}` } : response;
    };
  };

  it.each([
    ['__proto__', (request: { body?: string }) => request.body?.includes('"__proto__"') === true],
    ['constructor', (request: { body?: string }) => request.body?.includes('"prototype"') === true],
    ['a query', (request: { path: string }) => request.path.includes('__proto__[')],
  ])('are found when %s got through', async (_way, isPolluting) => {
    const { findings } = await shop('prototype-pollution', leaking(isPolluting));

    expect(findings).toEqual(
      ['/no-such-page', '/suppliers?limit=1', '/tags?limit=1', '/products?limit=1'].map((path) => ({
        message: 'an answer holds the member of another request',
        request: { method: 'GET', path },
      })),
    );
  });

  it('are sent in front of a body that would be taken', async () => {
    const { sent } = await shop('prototype-pollution');
    const body = sent.find(
      ({ path, body: text }) => path === '/tags' && text?.includes('__proto__'),
    );

    expect(body?.body).toMatch(/^\{"__proto__":\{"pollution":"polluted-by-a-client"\},"name":"/);
  });

  it('are no finding in the answer to the request that sent them', async () => {
    const weakness = answering(({ body }, request) => ({
      body: request.path.includes('__proto__') ? `${body} ${MARK}` : body,
    }));

    expect((await shop('prototype-pollution', weakness)).findings).toEqual([]);
  });
});
