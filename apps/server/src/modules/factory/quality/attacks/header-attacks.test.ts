import { describe, expect, it } from 'vitest';
import {
  answering,
  attackLibrary,
  heading,
  pickAttack,
  rowsOf,
  type Weakness,
  withoutRecords,
} from '../testing/attack-library.ts';
import { headerAttacks } from './header-attacks.ts';

const attackWith = (id: string, weakness: Weakness) =>
  attackLibrary(pickAttack(headerAttacks, id), { weakness });

const messagesOf = ({ findings }: { findings: { message: string }[] }) => [
  ...new Set(findings.map(({ message }) => message)),
];

describe('attacks with headers', () => {
  it.each(rowsOf(headerAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackLibrary(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(5);
  });

  it('cors-write says that no record can be made', async () => {
    const { reason, sent } = await attackWith('cors-write', withoutRecords);

    expect([reason, sent]).toEqual(['No record can be made.', []]);
  });

  describe('cors-read', () => {
    it('finds an app that gives back every origin', async () => {
      const found = await attackWith(
        'cors-read',
        heading(({ headers }) => ({ 'access-control-allow-origin': headers?.origin ?? '' })),
      );

      expect(messagesOf(found)).toEqual([
        'https://evil.example may read the answer',
        'null may read the answer',
        'http://app.localhost.evil.example may read the answer',
      ]);
      expect(found.findings).toHaveLength(found.sent.length);
    });

    it('finds an app that only looks at the beginning of an origin', async () => {
      const found = await attackWith(
        'cors-read',
        heading(({ headers: { origin = '' } = {} }) =>
          origin.startsWith('http://app.localhost')
            ? { 'access-control-allow-origin': origin }
            : {},
        ),
      );

      expect(messagesOf(found)).toEqual(['http://app.localhost.evil.example may read the answer']);
    });

    it('takes no offence at an app that names its own origin', async () => {
      const own = { 'access-control-allow-origin': 'http://app.localhost' };

      expect(
        (
          await attackWith(
            'cors-read',
            heading(() => own),
          )
        ).findings,
      ).toEqual([]);
    });
  });

  it('cors-write finds a preflight that lets every site write', async () => {
    const { findings } = await attackWith(
      'cors-write',
      heading(
        ({ method, path }): Record<string, string> =>
          method === 'OPTIONS' && path === '/books' ? { 'access-control-allow-origin': '*' } : {},
      ),
    );

    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatchObject({
      message: 'https://evil.example may write',
      request: {
        method: 'OPTIONS',
        path: '/books',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      },
    });
  });

  it.each<[string, Weakness, object]>([
    [
      'host in a body',
      answering(({ body }, { path, headers }) =>
        path === '/docs' && headers?.host ? { body: `${body} http://${headers.host}/x` } : {},
      ),
      { path: '/docs', headers: { host: 'evil.example' } },
    ],
    [
      'x-forwarded-host in a place',
      heading(
        ({ method, headers }): Record<string, string> =>
          method === 'POST' && headers?.['x-forwarded-proto'] !== undefined
            ? { location: `https://${headers['x-forwarded-host']}/authors/1` }
            : {},
      ),
      { method: 'POST', path: '/authors', headers: { 'x-forwarded-proto': 'https' } },
    ],
    [
      'forwarded in a list',
      answering(({ body }, { path, headers }) =>
        path === '/books?limit=1' ? { body: `${body}${headers?.forwarded ?? ''}` } : {},
      ),
      { path: '/books?limit=1', headers: { forwarded: 'host=evil.example;proto=https' } },
    ],
  ])('host-header finds %s', async (_what, weakness, request) => {
    const { findings } = await attackWith('host-header', weakness);

    expect(findings[0]).toMatchObject({ message: 'the name stands in the answer', request });
  });

  it.each([
    ['a parameter', '/?next=https://evil.example', 'https://evil.example'],
    ['a parameter without a scheme', '/docs?returnTo=//evil.example', '//evil.example'],
    ['two slashes', '//evil.example/', '//evil.example'],
    ['a slash that leans back', '/\\evil.example', '/\\evil.example/'],
  ])('open-redirect finds %s', async (_what, from, location) => {
    const { findings } = await attackWith(
      'open-redirect',
      heading(({ path }): Record<string, string> => (path === from ? { location } : {})),
    );

    expect(findings).toEqual([
      {
        message: 'the answer leads to another site',
        request: { method: 'GET', path: from },
      },
    ]);
  });

  it.each(['/docs/', 'http://app.localhost/docs', '?next=https://evil.example'])(
    'open-redirect follows %s without a finding',
    async (location) => {
      const { findings } = await attackWith(
        'open-redirect',
        heading(() => ({ location })),
      );

      expect(findings).toEqual([]);
    },
  );

  it.each<[string, (path: string) => boolean, Record<string, string>, string]>([
    [
      'a header in a path',
      (path) => path.startsWith('/docs/%0d%0a'),
      { 'x-planted': '1' },
      '/docs/%0d%0aset-cookie:%20planted=1%0d%0ax-planted:%201',
    ],
    [
      'a cookie in a query',
      (path) => path.startsWith('/books?sort='),
      { 'set-cookie': 'planted=1' },
      '/books?sort=%0d%0aset-cookie:%20planted=1%0d%0ax-planted:%201',
    ],
  ])('header-injection finds %s', async (_what, isSplit, planted, path) => {
    const { findings } = await attackWith(
      'header-injection',
      heading((request) => (isSplit(request.path) ? planted : {})),
    );

    expect(findings).toEqual([
      { message: 'the header stands in the answer', request: { method: 'GET', path } },
    ]);
  });

  it.each([
    ['200 headers', ({ headers = {} }: { headers?: object }) => Object.keys(headers).length > 100],
    ['a long path', ({ path }: { path: string }) => path.startsWith('/a/a/a')],
    ['5,000 parameters', ({ path }: { path: string }) => path.includes('p4999=1')],
  ])('header-flood finds an app that does not survive %s', async (_what, isDeadly) => {
    let isDead = false;
    const weakness: Weakness = (send) => (request) => {
      isDead ||= isDeadly({ path: request.path, headers: { ...request.headers } });
      return isDead ? Promise.reject(new Error('connection reset')) : send(request);
    };

    expect((await attackWith('header-flood', weakness)).findings).toEqual([
      {
        message: 'the app does not answer any more',
        request: { method: 'GET', path: '/openapi.json' },
      },
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'nosniff',
      { 'x-content-type-options': '' },
      'without x-content-type-options browsers guess what an answer is',
    ],
    [
      'a referrer policy',
      { 'referrer-policy': 'unsafe-url' },
      'without referrer-policy links tell other sites the address',
    ],
  ])('security-headers misses %s in the one answer without it', async (_what, added, message) => {
    const { findings } = await attackWith(
      'security-headers',
      heading(({ path }) => (path === '/no-such-page' ? added : {})),
    );

    expect(findings).toEqual([{ message, request: { method: 'GET', path: '/no-such-page' } }]);
  });
});
