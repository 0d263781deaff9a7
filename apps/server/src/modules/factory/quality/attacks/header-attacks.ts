import type { AttackExchange } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, postJson } from './attack-field.ts';

const EVIL = 'evil.example';
const ORIGINS = [`https://${EVIL}`, 'null', `http://app.localhost.${EVIL}`];

function isOpenTo(response: AppResponse | null, origin: string): boolean {
  const allowed = response?.headers['access-control-allow-origin'];
  return allowed === '*' || allowed === origin;
}

const foreignOrigin: Attack = {
  id: 'cors-read',
  title: 'A page of another site that reads answers',
  cwe: 942,
  async run(field) {
    for (const path of ['/openapi.json', ...field.targets.map((target) => target.path)]) {
      for (const origin of ORIGINS) {
        const request = { method: 'GET', path, headers: { origin } };
        const response = await field.send(request);
        if (isOpenTo(response, origin)) {
          field.report(`${origin} may read the answer`, { request, response });
        }
      }
    }
    return undefined;
  },
};

const preflight: Attack = {
  id: 'cors-write',
  title: 'A page of another site that asks whether it may write',
  cwe: 942,
  async run(field) {
    for (const { path } of field.targets) {
      for (const origin of ORIGINS) {
        const headers = {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        };
        const request = { method: 'OPTIONS', path, headers };
        const response = await field.send(request);
        if (isOpenTo(response, origin)) field.report(`${origin} may write`, { request, response });
      }
    }
    return field.targets.length === 0 ? 'No record can be made.' : undefined;
  },
};

/** Headers by which a client tells under which name it came; none of them is to be believed. */
const NAMES: readonly Readonly<Record<string, string>>[] = [
  { host: EVIL },
  { 'x-forwarded-host': EVIL },
  { 'x-forwarded-host': EVIL, 'x-forwarded-proto': 'https' },
  { forwarded: `host=${EVIL};proto=https` },
  { 'x-original-url': `//${EVIL}/` },
];

/** The same in as few requests as may be, since each makes a record: whichever is believed shows. */
const NAMES_TOGETHER: readonly Record<string, string>[] = [
  { host: EVIL },
  { 'x-forwarded-host': EVIL, 'x-forwarded-proto': 'https', forwarded: `host=${EVIL};proto=https` },
];

const hostName: Attack = {
  id: 'host-header',
  title: 'A host name of the attacker’s choice',
  cwe: 644,
  async run(field) {
    const requests: AppRequest[] = [
      { method: 'GET', path: '/' },
      { method: 'GET', path: '/docs' },
      { method: 'GET', path: '/openapi.json' },
    ];
    for (const target of field.targets) {
      const body = await field.body(target);
      if (body !== null) requests.push(postJson(target.path, body));
      requests.push({ method: 'GET', path: `${target.path}?limit=1` });
    }
    for (const plain of requests) {
      for (const headers of plain.method === 'POST' ? NAMES_TOGETHER : NAMES) {
        const request = { ...plain, headers };
        const response = await field.send(request);
        if (!holds(response, EVIL)) continue;
        field.report('the name stands in the answer', { request, response });
      }
    }
    return undefined;
  },
};

function holds(response: AppResponse | null, text: string): boolean {
  return response !== null && `${response.headers.location ?? ''} ${response.body}`.includes(text);
}

const redirect: Attack = {
  id: 'open-redirect',
  title: 'An address that leads to another site',
  cwe: 601,
  async run(field) {
    const ways = ['next', 'url', 'redirect', 'return', 'returnTo', 'continue'];
    const paths = [
      `//${EVIL}`,
      `//${EVIL}/`,
      `//${EVIL}/..`,
      `/\\${EVIL}`,
      `/docs//${EVIL}`,
      `/%2f%2f${EVIL}`,
      `/docs/..//${EVIL}`,
      ...ways.map((name) => `/?${name}=https://${EVIL}`),
      ...ways.map((name) => `/docs?${name}=//${EVIL}`),
    ];
    for (const path of paths) {
      const request = { method: 'GET', path };
      const response = await field.send(request);
      if (!leadsAway(response)) continue;
      field.report('the answer leads to another site', { request, response });
    }
    return undefined;
  },
};

function leadsAway(response: AppResponse | null): boolean {
  const place = response?.headers.location;
  if (place === undefined) return false;
  return URL.parse(place, 'http://app.localhost')?.hostname !== 'app.localhost';
}

const splitting: Attack = {
  id: 'header-injection',
  title: 'Line breaks that add a header to the answer',
  cwe: 113,
  async run(field) {
    const tail = '%0d%0aset-cookie:%20planted=1%0d%0ax-planted:%201';
    const paths = [`/${tail}`, `/docs${tail}`, `/docs/${tail}`, `/?next=${tail}`];
    for (const { path } of field.targets) paths.push(`${path}/${tail}`, `${path}?sort=${tail}`);
    for (const path of paths) {
      const request = { method: 'GET', path };
      const response = await field.send(request);
      const isSplit = response?.headers['x-planted'] ?? response?.headers['set-cookie'];
      if (!isSplit?.includes('1')) continue;
      field.report('the header stands in the answer', { request, response });
    }
    return undefined;
  },
};

const flood: Attack = {
  id: 'header-flood',
  title: 'Headers, parameters and a path without end',
  cwe: 770,
  async run(field) {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [`x-${at}`, 'y'.repeat(500)]),
    );
    const parameters = Array.from({ length: 5_000 }, (_, at) => `p${at}=1`).join('&');
    const [first] = field.targets;
    const requests: AppRequest[] = [
      { method: 'GET', path: '/', headers: many },
      { method: 'GET', path: '/', headers: { cookie: 'a=1; '.repeat(5_000) } },
      { method: 'GET', path: `/${'a/'.repeat(4_000)}` },
      { method: 'GET', path: `${first?.path ?? '/'}?${parameters}` },
      { method: 'GET', path: `${first?.path ?? '/'}?${'limit=1&'.repeat(1_500)}` },
    ];
    for (const request of requests) await field.send(request);
    const request = { method: 'GET', path: '/openapi.json' };
    const response = await field.send(request);
    if (!isTaken(response)) field.report('the app does not answer any more', { request, response });
    return undefined;
  },
};

/** What every answer of an app on the web should say, and what is wrong without it. */
const EXPECTED: readonly [name: string, isRight: RegExp, why: string][] = [
  ['x-content-type-options', /^nosniff$/i, 'browsers guess what an answer is'],
  [
    'referrer-policy',
    /no-referrer|same-origin|strict-origin/i,
    'links tell other sites the address',
  ],
];

const protections: Attack = {
  id: 'security-headers',
  title: 'Answers without the headers that protect browsers',
  cwe: 693,
  async run(field) {
    const requests = [
      '/openapi.json',
      '/docs',
      '/no-such-page',
      ...field.targets.map(({ path }) => path),
    ];
    for (const path of requests) await lookAt(field, { method: 'GET', path });
    return undefined;
  },
};

async function lookAt(field: AttackField, request: AppRequest): Promise<void> {
  const response = await field.send(request);
  if (response === null) return;
  const exchange: AttackExchange = { request, response };
  for (const [name, isRight, why] of EXPECTED) {
    if (!isRight.test(response.headers[name] ?? ''))
      field.report(`without ${name} ${why}`, exchange);
  }
}

export const headerAttacks: readonly Attack[] = [
  foreignOrigin,
  preflight,
  hostName,
  redirect,
  splitting,
  flood,
  protections,
];
