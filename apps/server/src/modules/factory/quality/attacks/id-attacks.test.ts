import { v4, v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import {
  answering,
  attackLibrary,
  pickAttack,
  showing,
  type Weakness,
} from '../testing/attack-library.ts';
import { attackShop } from '../testing/shop-app.ts';
import { idAttacks } from './id-attacks.ts';

const shop = (id: string, weakness?: Weakness) => attackShop(pickAttack(idAttacks, id), weakness);
const INVENTED = '01890000-ffff-7fff-bfff-ffffffffffff';

describe('ids on sound apps', () => {
  it.each(idAttacks.map((attack) => [attack.id, attack] as const))(
    '%s finds nothing',
    async (_id, attack) => {
      const [ofShop, ofLibrary] = [await attackShop(attack), await attackLibrary(attack)];

      expect([...ofShop.findings, ...ofLibrary.findings]).toEqual([]);
      expect([ofShop.reason, ofLibrary.reason]).toEqual([undefined, undefined]);
      expect(ofShop.sent.length).toBeGreaterThan(5);
    },
  );
});

describe('ids where there is nothing to attack', () => {
  it.each([
    ['ids-guessable', showing(/^$/), 'No record can be made.'],
    ['ids-of-another-kind', showing(/^$/), 'There is one kind of record.'],
    ['ids-of-another-kind', showing(/^\/tags/), 'There is one kind of record.'],
    ['reference-of-another-kind', showing(/^\/tags/), 'No record belongs to another.'],
  ] as const)('%s says so', async (id, weakness, reason) => {
    expect(await shop(id, weakness)).toEqual({ findings: [], sent: [], reason });
  });

  it('are not compared where the app takes no record', async () => {
    const weakness = answering((_response, { method }) =>
      method === 'POST' ? { status: 422 } : {},
    );

    expect((await shop('ids-guessable', weakness)).reason).toBe('No record can be made.');
  });
});

describe('an id that tells the next one', () => {
  /** Gives new tags ids of another making. */
  const naming = (make: (count: number) => string): Weakness => {
    let count = 0;
    return answering(({ status, body }, { path }) => {
      if (status !== 201 || path !== '/tags') return {};
      count += 1;
      return { body: body.replace(/"id":"[^"]*"/, `"id":"${make(count)}"`) };
    });
  };
  const tail = (count: number) => count.toString(16).padStart(12, '0');

  it.each([
    ['a number', (count: number) => String(count)],
    ['a text with a number', (count: number) => `tag_${count}`],
    ['a uuid with a number', (count: number) => `01890000-0000-7000-8000-${tail(count)}`],
    [
      'a uuid of version 1',
      (count: number) => `${tail(count).slice(4)}-0000-1000-8000-00163e5e6c00`,
    ],
    ['random but short', () => Math.random().toString(36).slice(2, 8)],
  ])('is found when it is %s', async (_kind, make) => {
    const { findings } = await shop('ids-guessable', naming(make));

    expect(findings).toEqual([
      {
        message: expect.stringMatching(/^after \S+ comes \S+$/),
        request: expect.objectContaining({ method: 'POST', path: '/tags' }),
      },
    ]);
  });

  it('is shown with the one that it told', async () => {
    const { findings } = await shop(
      'ids-guessable',
      naming((count) => `tag_${count}`),
    );

    expect(findings[0]?.message).toBe('after tag_1 comes tag_2');
  });

  it.each([
    ['version 4', v4],
    ['version 7', v7],
    ['capital letters', () => v4().toUpperCase()],
  ])('is no finding for uuids of %s', async (_kind, make) => {
    const { findings } = await shop(
      'ids-guessable',
      naming(() => make()),
    );

    expect(findings).toEqual([]);
  });
});

describe('the id of a record of another kind', () => {
  it.each(['GET', 'DELETE'])('is found where a %s takes it', async (wanted) => {
    const weakness = answering(({ status }, { method }) =>
      method === wanted && status === 404 ? { status: method === 'GET' ? 200 : 204 } : {},
    );
    const { findings } = await shop('ids-of-another-kind', weakness);

    expect(new Set(findings.map(({ message }) => message))).toEqual(new Set(['the id was taken']));
    expect(findings.map(({ request }) => request.path.split('/')[1])).toEqual([
      'suppliers',
      'tags',
      'products',
    ]);
    expect(findings.every(({ request }) => request.method === wanted)).toBe(true);
  });

  it('is that of a record which was made for it', async () => {
    const ids: string[] = [];
    const weakness = answering(({ status, body }, { path }) => {
      if (status === 201 && path === '/tags') ids.push(JSON.parse(body).id);
      return {};
    });
    const { sent } = await shop('ids-of-another-kind', weakness);
    const asked = sent.filter(({ path }) => path.startsWith('/suppliers/'));

    expect(asked.map(({ method }) => method)).toEqual(['GET', 'DELETE']);
    expect(ids).toContain(asked[0]?.path.split('/')[2]);
  });
});

describe('a record that belongs to one of another kind', () => {
  const unchecked = answering(({ status }) => (status === 409 ? { status: 201 } : {}));

  it('is found for each reference, and for one to nothing', async () => {
    const { findings } = await shop('reference-of-another-kind', unchecked);
    const ids = findings.map(({ request }) => JSON.parse(request.body ?? ''));

    expect(findings.map(({ message, request }) => `${request.path} ${message}`)).toEqual([
      '/products supplierId took it',
      '/products supplierId took it',
      '/products tagIds took it',
      '/products tagIds took it',
    ]);
    expect(ids[1]?.supplierId).toBe(INVENTED);
    expect(ids[3]?.tagIds).toEqual([INVENTED]);
  });

  it('is found where only the shape of the id is looked at', async () => {
    const weakness = answering(({ status }, { body }) =>
      status === 409 && !body?.includes(INVENTED) ? { status: 201 } : {},
    );
    const { findings } = await shop('reference-of-another-kind', weakness);

    expect(findings.map(({ message }) => message)).toEqual([
      'supplierId took it',
      'tagIds took it',
    ]);
  });

  it('is sent to nothing only where the document does not say what it belongs to', async () => {
    const attack = pickAttack(idAttacks, 'reference-of-another-kind');
    const { findings, sent } = await attackLibrary(attack, { weakness: unchecked });

    expect(sent.every(({ body }) => body?.includes(INVENTED))).toBe(true);
    expect(findings.map(({ message, request }) => `${request.path} ${message}`)).toContain(
      '/covers bookId took it',
    );
  });
});
