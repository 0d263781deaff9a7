import { describe, expect, it } from 'vitest';
import type { AppRequest } from '../domain/finding.ts';
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
import { bodyAttacks } from './body-attacks.ts';

const MEGABYTE = 1_048_576;
const PATHS = ['/suppliers', '/tags', '/products'];
const shop = (id: string, weakness?: Weakness) => attackShop(pickAttack(bodyAttacks, id), weakness);

const made = { status: 201, contentType: 'application/json', headers: {}, body: '{"id":"1"}' };
/** Takes such a body without a look into it. */
const taking =
  (isTaken: (request: AppRequest) => boolean): Weakness =>
  (send) =>
  async (request) =>
    request.method === 'POST' && isTaken(request) ? made : send(request);

describe('bodies on sound apps', () => {
  it.each(bodyAttacks.map((attack) => [attack.id, attack] as const))(
    '%s finds nothing',
    async (_id, attack) => {
      const { findings, reason, sent } = await attackShop(attack);

      expect([findings, reason]).toEqual([[], undefined]);
      expect(sent.every(({ method }) => method === 'POST')).toBe(true);
    },
  );

  it.each(['body-malformed', 'body-xml', 'null-bytes'])(
    '%s finds nothing in the library',
    async (id) => {
      const { findings, reason } = await attackLibrary(pickAttack(bodyAttacks, id));

      expect([findings, reason]).toEqual([[], undefined]);
    },
  );
});

describe('bodies where there is nothing to attack', () => {
  it.each([
    ['body-oversized', 'No record can be made.'],
    ['body-nested', 'No record can be made.'],
    ['body-many-members', 'No record can be made.'],
    ['body-malformed', 'No record can be made.'],
    ['body-simple-type', 'No record can be made.'],
    ['body-xml', 'No record can be made.'],
    ['null-bytes', 'No record holds text.'],
    ['list-of-ids', 'No record takes a list of ids.'],
  ])('%s says so', async (id, reason) => {
    expect(await shop(id, showing(/^$/))).toEqual({ findings: [], sent: [], reason });
  });

  it('are not sent where records hold no text', async () => {
    const weakness = describing((text) => text.replaceAll('"type":"string"', '"type":"boolean"'));

    expect((await shop('null-bytes', weakness)).reason).toBe('No record holds text.');
  });

  it('are not sent where a record belongs to one that cannot be made', async () => {
    const weakness = answering((_response, { method, path }) =>
      method === 'POST' && path === '/suppliers' ? { status: 422 } : {},
    );
    const { sent } = await shop('body-xml', weakness);

    expect(new Set(sent.map(({ path }) => path))).toEqual(new Set(['/suppliers', '/tags']));
  });

  it('have one list of ids in the shop and none in the library', async () => {
    const attack = pickAttack(bodyAttacks, 'list-of-ids');
    const [ofShop, ofLibrary] = [await attackShop(attack), await attackLibrary(attack)];

    expect(ofShop.sent.map(({ path }) => path)).toEqual(['/products']);
    expect(ofLibrary).toEqual({
      findings: [],
      sent: [],
      reason: 'No record takes a list of ids.',
    });
  });
});

describe('a body of many megabytes', () => {
  const isLarge = ({ body = '' }: AppRequest) => body.length > MEGABYTE;
  const onlyTags = showing(/^\/tags/);
  const reading =
    (status: number): Weakness =>
    (send) =>
      onlyTags(async (request) => (isLarge(request) ? { ...made, status } : send(request)));

  it.each([201, 422])('is found to be read when the answer is %i', async (status) => {
    const { findings } = await shop('body-oversized', reading(status));

    expect(findings.map(({ message, request }) => `${request.path} ${message}`)).toEqual([
      '/tags it read 2 MB',
      '/tags it read 16 MB',
    ]);
    expect(findings[1]?.request.body?.length).toBeGreaterThan(16 * MEGABYTE);
  });

  it('may be refused, or cut off by hanging up', async () => {
    const hangingUp: Weakness = (send) =>
      onlyTags((request) =>
        isLarge(request) ? Promise.reject(new Error('hung up')) : send(request),
      );

    expect((await shop('body-oversized', reading(413))).findings).toEqual([]);
    expect((await shop('body-oversized', hangingUp)).findings).toEqual([]);
  });

  it('is found where only the larger one is read', async () => {
    const weakness: Weakness = (send) =>
      onlyTags(async (request) => {
        if (!isLarge(request)) return send(request);
        return { ...made, status: (request.body ?? '').length > 8 * MEGABYTE ? 422 : 413 };
      });
    const { findings } = await shop('body-oversized', weakness);

    expect(findings.map(({ message }) => message)).toEqual(['it read 16 MB']);
  });
});

describe('a spoilt body that is taken', () => {
  const found = PATHS.map((path) => [path, 'the body was taken']);
  const describeFound = (findings: readonly { message: string; request: AppRequest }[]) =>
    findings.map(({ message, request }) => [request.path, message]);

  it.each(['{"a": ', '', 'null', '[]', '"text"', '42', '{}}', "{'a': 1}", '\ufeff{', '{"a":NaN}'])(
    'is found when it is %j',
    async (text) => {
      const { findings } = await shop(
        'body-malformed',
        taking(({ body }) => body === text),
      );

      expect(describeFound(findings)).toEqual(found);
      expect(findings.map(({ request }) => request.body)).toEqual([text, text, text]);
    },
  );

  it.each([
    ['lists', /^\[{100000}\]{100000}$/],
    ['objects', /^(\{"a":){100000}1\}{100000}$/],
  ])('is found when it is nested deep as %s', async (_kind, pattern) => {
    const { findings } = await shop(
      'body-nested',
      taking(({ body = '' }) => pattern.test(body)),
    );

    expect(describeFound(findings)).toEqual(found);
  });

  it('is found when it has twenty thousand members', async () => {
    const weakness = asking(({ body }) => ({
      ...(body !== undefined && { body: body.replaceAll(/"m\d+":\d+,/g, '') }),
    }));
    const { findings } = await shop('body-many-members', weakness);

    expect(describeFound(findings)).toEqual(found);
    expect(Object.keys(JSON.parse(findings[1]?.request.body ?? ''))).toHaveLength(20_001);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', ''])(
    'is found when it is JSON of type "%s"',
    async (contentType) => {
      const { findings } = await shop(
        'body-simple-type',
        asking((request) =>
          request.contentType === contentType ? { contentType: 'application/json' } : {},
        ),
      );

      expect(describeFound(findings)).toEqual(found);
      expect(new Set(findings.map(({ request }) => request.contentType))).toEqual(
        new Set([contentType]),
      );
    },
  );

  it('is found when it is what a form sends', async () => {
    const weakness: Weakness = asking(({ contentType, body = '' }) =>
      contentType === 'application/x-www-form-urlencoded' && !body.startsWith('{')
        ? {
            contentType: 'application/json',
            body: JSON.stringify(Object.fromEntries(new URLSearchParams(body))),
          }
        : {},
    );
    const { findings } = await shop('body-simple-type', weakness);

    // What is no text cannot come from a form as it was meant.
    expect(describeFound(findings)).toEqual(found.slice(0, 2));
    expect(findings[1]?.request.body).toMatch(/^name=[\w+]+$/);
  });

  it.each(['application/xml', 'text/xml'])('is found when it is %s', async (type) => {
    const { findings } = await shop(
      'body-xml',
      taking(({ contentType }) => contentType === type),
    );

    expect(describeFound(findings)).toEqual(found);
    expect(findings[0]?.request.body).toContain('SYSTEM "file:///etc/passwd"');
  });
});

describe('broken characters', () => {
  it.each([
    ['null bytes', '\\u0000'],
    ['halves of characters', '\\ud800'],
  ])('are found when %s are taken', async (_name, written) => {
    const weakness = asking(({ body }) => ({
      ...(body !== undefined && { body: body.replace(written, '') }),
    }));
    const { findings } = await shop('null-bytes', weakness);

    expect(findings.map(({ message, request }) => `${request.path} ${message}`)).toEqual([
      '/suppliers name took it',
      '/suppliers note took it',
      '/tags name took it',
      '/products name took it',
    ]);
    expect(findings.every(({ request }) => request.body?.includes(written))).toBe(true);
  });

  it('are not sent in place of a choice', async () => {
    const { sent } = await attackLibrary(pickAttack(bodyAttacks, 'null-bytes'));
    const broken = sent.flatMap(({ body = '' }) => /"(\w+)":"a\\u0000b"/.exec(body)?.[1] ?? []);

    expect(broken).toEqual(['name', 'email', 'born', 'time', 'title', 'isbn']);
  });
});

describe('a list of ten thousand ids', () => {
  it('is found where it is taken', async () => {
    const weakness = asking(({ body }) => ({
      ...(body !== undefined && { body: body.replace(/"tagIds":\[[^\]]*\]/, '"tagIds":[]') }),
    }));
    const { findings } = await shop('list-of-ids', weakness);

    expect(findings.map(({ message, request }) => [request.path, message])).toEqual([
      ['/products', 'tagIds took it'],
    ]);
    expect(new Set(JSON.parse(findings[0]?.request.body ?? '').tagIds).size).toBe(10_000);
  });
});
