import { describe, expect, it } from 'vitest';
import {
  answering,
  asking,
  attackLibrary,
  describing,
  libraryBlueprint,
  pickAttack,
  showing,
  type Weakness,
} from '../testing/attack-library.ts';
import { attackShop, buildShopApp } from '../testing/shop-app.ts';
import { numberAttacks } from './number-attacks.ts';

const shop = (id: string, weakness?: Weakness) =>
  attackShop(pickAttack(numberAttacks, id), weakness);

/** Takes whatever stands for a number of a product, and keeps what it makes of it. */
const keeping =
  (name: string, make: (text: string) => string | undefined): Weakness =>
  (send) =>
  async (request) => {
    const text = new RegExp(`"${name}":("[^"]*"|[^,}]+)`).exec(request.body ?? '')?.[1];
    const kept = text === undefined ? undefined : make(text);
    if (request.path !== '/products' || kept === undefined) return send(request);
    const body = `{"id":"1","${name}":${kept}}`;
    return { status: 201, contentType: 'application/json', headers: {}, body };
  };
const keepingOne = (name: string, sent: string, kept: string) =>
  keeping(name, (text) => (text === sent ? kept : undefined));

describe('numbers on sound apps', () => {
  it.each(numberAttacks.map((attack) => [attack.id, attack] as const))(
    '%s finds nothing',
    async (_id, attack) => {
      const [ofShop, ofLibrary] = [await attackShop(attack), await attackLibrary(attack)];

      expect([...ofShop.findings, ...ofLibrary.findings]).toEqual([]);
      expect([ofShop.reason, ofLibrary.reason]).toEqual([undefined, undefined]);
      expect(ofShop.sent.length).toBeGreaterThan(2);
    },
  );

  it('are sent as they are written, since a number of JavaScript would be another', async () => {
    const { sent } = await shop('number-overflow');
    const stocks = sent.flatMap(({ body = '' }) => /"stock":([^,]+)/.exec(body)?.[1] ?? []);

    expect(stocks).toEqual(
      expect.arrayContaining(['9007199254740993', '1e999', '0.1234567890123456789']),
    );
  });
});

describe('numbers where there is nothing to attack', () => {
  const noNumbers = showing(/^\/(suppliers|tags)/);

  it.each([
    ['number-overflow', noNumbers, 'No record holds such a number.'],
    ['number-bounds', noNumbers, 'No record holds such a number.'],
    ['number-disguised', noNumbers, 'No record holds such a number.'],
    ['page-size', showing(/^\/suppliers\/\{/), 'No list has pages.'],
    [
      'page-size',
      describing((text) => text.replaceAll('"name":"limit"', '"name":"count"')),
      'No list has pages.',
    ],
  ] as const)('%s says so', async (id, weakness, reason) => {
    expect(await shop(id, weakness)).toEqual({ findings: [], sent: [], reason });
  });

  it('are within bounds that the blueprint does not know', async () => {
    const attack = pickAttack(numberAttacks, 'number-bounds');
    const outcome = await attackLibrary(attack, { app: buildShopApp, blueprint: libraryBlueprint });

    expect(outcome.reason).toBe('No record holds such a number.');
  });
});

describe('a number that no column holds', () => {
  it.each([
    ['stock', '2147483648', '2147483647', '2147483647'],
    ['stock', '2147483648', '-2147483648', '-2147483648'],
    ['price', '9007199254740993', '9007199254740992', '9007199254740992'],
    ['price', '9223372036854775808', '"9223372036854775807"', '9223372036854775807'],
    ['price', '1e308', '0', '0'],
    ['price', '1e999', 'null', 'null'],
    ['price', '0.1234567890123456789', '0.12', '0.12'],
  ])('is found in %s where %s became %s', async (name, text, kept, shown) => {
    const { findings } = await shop('number-overflow', keepingOne(name, text, kept));

    expect(findings.map(({ message }) => message)).toEqual([`${name} is ${shown} for ${text}`]);
    expect(findings[0]?.request).toMatchObject({ method: 'POST', path: '/products' });
    expect(findings[0]?.request.body).toContain(`"${name}":${text}`);
  });

  it.each([
    ['2147483648', '2147483648'],
    ['2147483648', '"2147483648.00"'],
    ['9223372036854775808', '"9223372036854775808"'],
    ['-2147483649', '"-2147483649.000"'],
    ['0.1234567890123456789', '"0.12345678901234567890"'],
    ['1e308', '1e308'],
  ])('may be kept whole: %s as %s', async (text, kept) => {
    const { findings } = await shop('number-overflow', keepingOne('price', text, kept));

    expect(findings).toEqual([]);
  });

  it('is no finding where the answer does not show it', async () => {
    const weakness = answering(({ body }, { method, path }) =>
      method === 'POST' && path === '/products' ? { status: 201, body: '{"id":"1"}' } : { body },
    );

    expect((await shop('number-overflow', weakness)).findings).toEqual([]);
  });
});

describe('a number beyond its bounds', () => {
  it.each([
    ['stock', ['stock is -1 for -1', 'stock is 1001 for 1001']],
    // The blueprint says how low a price may be, and not how high.
    ['price', ['price is -1 for -1']],
  ])('is found in %s', async (name, messages) => {
    const { findings } = await shop(
      'number-bounds',
      keeping(name, (text) => text),
    );

    expect(findings.map(({ message }) => message)).toEqual(messages);
  });

  it('is found though another is kept in its place', async () => {
    const { findings } = await shop('number-bounds', keepingOne('stock', '1001', '1000'));

    expect(findings.map(({ message }) => message)).toEqual(['stock is 1000 for 1001']);
  });
});

describe('a text that passes for a number', () => {
  it.each([
    ['"NaN"', 'null', 'null'],
    ['"Infinity"', '0', '0'],
    ['"0x10"', '16', '16'],
    ['"1e3"', '1000', '1000'],
    ['" 1"', '1', '1'],
    ['"1,000"', '1', '1'],
    ['"+1"', '"1"', '1'],
    ['"١٢"', '12', '12'],
    ['true', '1', '1'],
    ['""', '0', '0'],
  ])('is found where %s became %s', async (text, kept, shown) => {
    const { findings } = await shop('number-disguised', keepingOne('stock', text, kept));

    expect(findings.map(({ message }) => message)).toEqual([`stock is ${shown} for ${text}`]);
    expect(findings[0]?.request.body).toContain(`"stock":${text}`);
  });

  it('may be kept as the text that it is', async () => {
    const { findings } = await shop(
      'number-disguised',
      keeping('stock', (text) => text),
    );

    expect(findings).toEqual([]);
  });
});

describe('the size of a page', () => {
  const readingAs = (limit: string): Weakness =>
    asking(({ path }) => ({
      path: path.endsWith(`limit=${limit}`) ? path.replace(/limit=.*/, 'limit=5') : path,
    }));

  it.each(['-1', '0', 'all'])('is found where %s is taken for another', async (limit) => {
    const { findings } = await shop('page-size', readingAs(limit));

    expect(findings).toEqual(
      ['/suppliers', '/tags', '/products'].map((path) => ({
        message: `limit=${limit} was taken`,
        request: { method: 'GET', path: `${path}?limit=${limit}` },
      })),
    );
  });

  it.each(['1000000', '1e9', '99999999999999999999'])('may be cut down from %s', async (limit) => {
    expect((await shop('page-size', readingAs(limit))).findings).toEqual([]);
  });

  it('is found where more rows come than the document allows', async () => {
    const items = Array.from({ length: 51 }, (_, at) => ({ id: String(at) }));
    const weakness = answering((_response, { path }) =>
      path === '/tags?limit=1000000'
        ? { status: 200, body: JSON.stringify({ items, nextCursor: null }) }
        : {},
    );
    const { findings } = await shop('page-size', weakness);

    expect(findings.map(({ message, request }) => [message, request.path])).toEqual([
      ['limit=1000000 was taken', '/tags?limit=1000000'],
    ]);
  });

  it('is found where the document sets no limit to it', async () => {
    const unlimited = describing((text) => text.replaceAll('"maximum":50', '"minimum":1'));
    const weakness: Weakness = (send) => unlimited(readingAs('1000000')(send));
    const { findings } = await shop('page-size', weakness);

    expect(findings.map(({ message }) => message)).toEqual([
      'limit=1000000 was taken',
      'limit=1000000 was taken',
      'limit=1000000 was taken',
    ]);
  });
});
