import { describe, expect, it } from 'vitest';
import {
  answering,
  attackLibrary,
  describing,
  pickAttack,
  showing,
  type Weakness,
} from '../testing/attack-library.ts';
import { attackShop } from '../testing/shop-app.ts';
import { scriptAttacks } from './script-attacks.ts';

const shop = (id: string, weakness?: Weakness) =>
  attackShop(pickAttack(scriptAttacks, id), weakness);
const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '"><img src=x onerror=alert(1)>';

/** Shows a record or a list as a page in which its texts stand as they are. */
const page =
  (isPage: (path: string) => boolean, type = 'text/html', headers = {}): Weakness =>
  (send) =>
  async (request) => {
    const response = await send(request);
    if (!isPage(request.path) || request.method !== 'GET') return response;
    const body = response.body.replaceAll('\\"', '"');
    return { ...response, contentType: type, body, headers: { ...response.headers, ...headers } };
  };
const isRecord = (path: string) => /^\/tags\/[0-9a-f-]{36}$/.test(path);

describe('scripts on sound apps', () => {
  it.each(scriptAttacks.map((attack) => [attack.id, attack] as const))(
    '%s finds nothing',
    async (_id, attack) => {
      const [ofShop, ofLibrary] = [await attackShop(attack), await attackLibrary(attack)];

      expect([...ofShop.findings, ...ofLibrary.findings]).toEqual([]);
      expect(ofShop.reason).toBeUndefined();
      expect(ofShop.sent.length).toBeGreaterThan(2);
    },
  );

  it('are sent as a browser opens a page', async () => {
    const { sent } = await shop('script-stored');
    const opened = sent.filter(({ method }) => method === 'GET');

    expect(opened.length).toBeGreaterThan(10);
    expect(opened.every(({ headers }) => headers?.accept === 'text/html')).toBe(true);
  });
});

describe('scripts where there is nothing to attack', () => {
  const noFreeText = describing((text) =>
    text.replaceAll('"type":"string"', '"type":"string","format":"date"'),
  );

  it.each([
    ['script-stored', noFreeText, 'No record holds free text.'],
    ['template-injection', noFreeText, 'No record holds free text.'],
    [
      'script-policy',
      answering((_response, { path }) => (path.startsWith('/docs') ? { status: 404 } : {})),
      'The app has no pages.',
    ],
  ] as const)('%s says so', async (id, weakness, reason) => {
    expect(await shop(id, weakness)).toMatchObject({ reason, findings: [] });
  });

  it('are still sent in paths, since every app has those', async () => {
    const { sent, reason } = await shop('script-reflected', showing(/^$/));

    expect(reason).toBeUndefined();
    expect(sent.map(({ path }) => path)).toEqual(
      [SCRIPT, IMAGE].flatMap((script) => [
        `/${encodeURIComponent(script)}`,
        `/docs/${encodeURIComponent(script)}`,
      ]),
    );
  });
});

describe('a script in a record', () => {
  it('is found in the page of the record', async () => {
    const { findings } = await shop('script-stored', page(isRecord));

    expect(findings.map(({ message }) => message)).toEqual([
      'the script came back in a page',
      'the script came back in a page',
    ]);
    expect(findings[0]?.request.path).toMatch(/^\/tags\/[0-9a-f-]{36}$/);
  });

  it('is found in the page of the list', async () => {
    const { findings } = await shop(
      'script-stored',
      page((path) => path === '/products'),
    );

    expect(findings.map(({ request }) => request.path)).toEqual(['/products', '/products']);
  });

  it.each(['image/svg+xml', 'application/xhtml+xml', 'TEXT/HTML'])(
    'is found where the answer is %s',
    async (type) => {
      const { findings } = await shop('script-stored', page(isRecord, type));

      expect(findings).toHaveLength(2);
    },
  );

  it.each([
    ['text/plain', 'nosniff', 0],
    ['text/plain', '', 2],
    ['', '', 2],
    ['application/json', '', 0],
  ])('in an answer of type "%s" with "%s" is found %i times', async (type, guess, times) => {
    const { findings } = await shop(
      'script-stored',
      page(isRecord, type, { 'x-content-type-options': guess }),
    );

    expect(findings).toHaveLength(times);
  });

  it('is no finding where the page writes it as text', async () => {
    const weakness: Weakness = answering(({ body }, { method, path }) =>
      method === 'GET' && path !== '/openapi.json'
        ? { contentType: 'text/html', body: body.replaceAll('<', '&lt;') }
        : {},
    );

    expect((await shop('script-stored', weakness)).findings).toEqual([]);
  });
});

describe('a script in a request', () => {
  const echo = (read: (request: { path: string; headers?: object }) => string): Weakness =>
    answering((_response, request) =>
      request.path === '/openapi.json' ? {} : { contentType: 'text/html', body: read(request) },
    );
  const places = (found: readonly { request: { path: string } }[]) =>
    found.map(({ request }) => decodeURIComponent(request.path));

  it('is found where a page repeats the path', async () => {
    const { findings } = await shop(
      'script-reflected',
      echo(({ path }) => (path.startsWith('/docs/') ? decodeURIComponent(path) : '')),
    );

    expect(findings[0]?.message).toBe('the script came back in a page');
    expect(places(findings)).toEqual([`/docs/${SCRIPT}`, `/docs/${IMAGE}`]);
  });

  it('is found where a page repeats a parameter', async () => {
    const { findings } = await shop(
      'script-reflected',
      echo(({ path }) => new URLSearchParams(path.split('?')[1]).get('sort') ?? ''),
    );

    expect(places(findings)).toEqual(
      [SCRIPT, IMAGE].flatMap((script) =>
        ['/suppliers', '/tags', '/products'].map((path) => `${path}?sort=${script}`),
      ),
    );
  });

  it('is found where a page repeats the name of a parameter', async () => {
    const { findings } = await shop(
      'script-reflected',
      echo(({ path }) =>
        [...new URLSearchParams(path.split('?')[1]).keys()]
          .filter((name) => name !== 'sort')
          .join(),
      ),
    );

    expect(places(findings)).toContain(`/tags?${SCRIPT}=1`);
    expect(findings).toHaveLength(6);
  });

  it('is found where a page says where one came from', async () => {
    const { findings, sent } = await shop(
      'script-reflected',
      echo(({ headers = {} }) => ('referer' in headers ? `<a href="${headers.referer}">` : '')),
    );

    expect(findings).toHaveLength(sent.length);
  });
});

describe('an expression of a template language', () => {
  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what the attack sends.
    '${1337*7}',
    '{{1337*7}}',
    '<%= 1337*7 %>',
    '#{1337*7}',
  ])('is found when %s was worked out', async (text) => {
    const weakness = answering(({ body }, { method }) =>
      method === 'POST' ? { body: body.replaceAll(text, '9359') } : {},
    );
    const { findings } = await shop('template-injection', weakness);

    expect(findings.map(({ message, request }) => `${request.path} ${message}`)).toEqual([
      '/suppliers name was evaluated',
      '/suppliers note was evaluated',
      '/tags name was evaluated',
      '/products name was evaluated',
    ]);
    expect(findings.every(({ request }) => request.body?.includes(text))).toBe(true);
  });

  it('is no finding where the app keeps the text to itself', async () => {
    const weakness = answering(({ body }) => ({ body: body.replaceAll('"name":', '"hidden":') }));

    expect(
      (await attackLibrary(pickAttack(scriptAttacks, 'template-injection'), { weakness })).findings,
    ).toEqual([]);
  });
});

describe('the policy of a page', () => {
  const OPEN = 'the page lets any script run';
  const FRAMED = 'the page may be framed by anybody';
  const protecting = (policy: string, more: Record<string, string> = {}): Weakness =>
    answering(({ headers }) => ({
      headers: { ...headers, 'content-security-policy': policy, ...more },
    }));

  it.each([
    ['', [OPEN, FRAMED]],
    ["default-src 'self'", [FRAMED]],
    ["frame-ancestors 'none'", [OPEN]],
    ["img-src 'self'; frame-ancestors 'none'", [OPEN]],
    ["script-src 'self' 'unsafe-inline'; frame-ancestors 'none'", [OPEN]],
    ["script-src 'unsafe-eval'; frame-ancestors 'none'", [OPEN]],
    ["default-src *; frame-ancestors 'none'", [OPEN]],
    ["script-src https:; frame-ancestors 'none'", [OPEN]],
    ["script-src data: 'self'; frame-ancestors 'none'", [OPEN]],
    ["default-src *; script-src 'self'; frame-ancestors 'none'", []],
    ["SCRIPT-SRC 'self';  Frame-Ancestors 'self'", []],
    ["script-src https://cdn.example.com 'nonce-abc'; frame-ancestors 'none'", []],
    ["default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'", []],
  ])('"%s" gives %j', async (policy, messages) => {
    const { findings } = await shop('script-policy', protecting(policy));

    expect(findings).toEqual(
      messages.map((message) => ({
        message,
        request: { method: 'GET', path: '/docs', headers: { accept: 'text/html' } },
      })),
    );
  });

  it('may leave frames to an older header', async () => {
    const weakness = protecting("default-src 'self'", { 'x-frame-options': 'DENY' });

    expect((await shop('script-policy', weakness)).findings).toEqual([]);
  });

  it('counts for the first page of the app as well', async () => {
    const weakness = answering((_response, { path }) =>
      path === '/' ? { status: 200, contentType: 'text/html', body: '<title>Hello</title>' } : {},
    );
    const { findings } = await shop('script-policy', weakness);

    expect(findings.map(({ message, request }) => [message, request.path])).toEqual([
      [OPEN, '/'],
      [FRAMED, '/'],
    ]);
  });
});
