import { setTimeout } from 'node:timers/promises';
import type { AttackReport } from '@quantumlayer/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchemaChecker } from '../adapters/ajv-schema-checker.ts';
import { samplePattern } from '../adapters/sample-pattern.ts';
import { buildLibraryApp } from '../fixtures/library-app.ts';
import { signInPeople } from '../sign-in-people.ts';
import {
  answering,
  heading,
  libraryBlueprint,
  sendTo,
  type Weakness,
} from '../testing/attack-library.ts';
import { createPeopleApp } from '../testing/people-app.ts';
import { peopleBlueprint } from '../testing/people-document.ts';
import { runAttacks } from './run-attacks.ts';

type Given = {
  weakness?: Weakness;
  signal?: AbortSignal;
  readLog?: () => string;
  only?: readonly string[];
};

async function attack({ weakness = (send) => send, ...given }: Given = {}): Promise<AttackReport> {
  const app = await buildLibraryApp();
  return runAttacks({
    client: { send: weakness(sendTo(app)), close: () => {} },
    people: null,
    blueprint: libraryBlueprint,
    ...(given.only && { only: given.only }),
    createChecker: createSchemaChecker,
    samplePattern,
    readLog: given.readLog ?? (() => ''),
    searchData: async () => [],
    readData: async () => null,
    signal: given.signal ?? AbortSignal.timeout(60_000),
  });
}

const failedOf = ({ attacks }: AttackReport) =>
  attacks.filter(({ status }) => status === 'failed').map(({ id }) => id);

describe('attacks on a sound app', () => {
  let report: AttackReport;

  beforeAll(async () => {
    report = await attack();
  });

  it('find nothing', () => {
    expect(report.attacks.flatMap(({ id, findings }) => findings.map((one) => [id, one]))).toEqual(
      [],
    );
    expect(report.failed).toBe(0);
  });

  it('are more than forty, each with what it sent first and how it was answered', () => {
    const carriedOut = report.attacks.filter(({ status }) => status === 'withstood');
    const watches = carriedOut.filter(({ example }) => example === null).map(({ id }) => id);

    expect(carriedOut.length).toBeGreaterThan(40);
    expect(report.run).toBe(carriedOut.length);
    expect(watches).toEqual([
      'server-errors',
      'stack-traces',
      'inner-paths',
      'database-messages',
      'program-names',
      'secrets-in-answers',
    ]);
  });

  it('say why one had nothing to attack', () => {
    const idle = report.attacks.filter(({ status }) => status === 'not-applicable');

    expect(idle.map(({ id }) => id)).toContain('list-of-ids');
    for (const { reason, requests } of idle) expect([reason, requests]).not.toEqual([null, 0]);
  });

  it('have ids and weaknesses of their own', () => {
    expect(new Set(report.attacks.map(({ id }) => id)).size).toBe(report.attacks.length);
    for (const { cwe, title } of report.attacks)
      expect([cwe > 0, title !== '']).toEqual([true, true]);
  });
});

describe('attacks of which some are chosen', () => {
  it('are these alone, while what looks at every exchange looks on', async () => {
    const weakness = heading(() => ({ 'x-powered-by': 'Express' }));
    const report = await attack({ weakness, only: ['page-size', 'method-trace'] });
    const carriedOut = report.attacks.filter(({ example }) => example !== null);

    expect(carriedOut.map(({ id }) => id)).toEqual(['page-size', 'method-trace']);
    expect(failedOf(report)).toEqual(['program-names']);
  });
});

describe('attacks of which one cannot be carried out', () => {
  it('keep what the others found, and say why', async () => {
    const { client, admin } = createPeopleApp('plain-cookie', 'no-session-needed');
    const people = await signInPeople(client, admin);
    if (people === null) throw new Error('the app has no people');
    let accounts = 0;
    const report = await runAttacks({
      client,
      people: {
        ...people,
        addAccount: (role) => {
          accounts += 1;
          return accounts > 3 ? Promise.reject(new Error('no more')) : people.addAccount(role);
        },
      },
      blueprint: peopleBlueprint,
      createChecker: createSchemaChecker,
      samplePattern,
      readLog: () => '',
      searchData: async () => [],
      readData: async () => null,
      signal: AbortSignal.timeout(60_000),
    });
    const left = report.attacks.filter(({ status }) => status === 'not-run');

    expect(failedOf(report)).toContain('access-without-session');
    expect(left.map(({ id }) => id)).toContain('password-brute-force');
    for (const { reason } of left) expect(reason).toBe('no more');
  });
});

describe('attacks on an app that makes hashes of passwords', () => {
  async function attackPeople(only: readonly string[], weakness: Weakness) {
    const { client, admin } = createPeopleApp();
    const people = await signInPeople(client, admin);
    if (people === null) throw new Error('the app has no people');
    const { send } = people.client;
    return runAttacks({
      client,
      people: { ...people, client: { ...client, send: weakness(send) } },
      blueprint: peopleBlueprint,
      only,
      createChecker: createSchemaChecker,
      samplePattern,
      readLog: () => '',
      searchData: async () => [],
      readData: async () => null,
      signal: AbortSignal.timeout(60_000),
    });
  }

  /** How many requests of another attack are sent while somebody signs in. */
  async function sentBeside(attack: string): Promise<number> {
    let signingIn = 0;
    let others = 0;
    const { run } = await attackPeople([attack, 'path-traversal'], (send) => async (request) => {
      const isSigningIn = request.path.endsWith('sign-in');
      if (signingIn > 0 && request.path.includes('passwd')) others += 1;
      signingIn += isSigningIn ? 1 : 0;
      await setTimeout(isSigningIn ? 20 : 1);
      return send(request).finally(() => {
        signingIn -= isSigningIn ? 1 : 0;
      });
    });
    expect(run).toBeGreaterThanOrEqual(2);
    return others;
  }

  it('go on beside those that wait for one', async () => {
    expect(await sentBeside('session-guessable')).toBeGreaterThan(0);
  });

  it('leave those alone that measure how long one takes', async () => {
    expect(await sentBeside('account-enumeration')).toBe(0);
  });

  it('end with the app that another one has ended', async () => {
    let isDead = false;
    const only = ['path-traversal', 'session-guessable', 'account-enumeration'];
    const report = await attackPeople(only, (send) => async (request) => {
      isDead ||= request.path.includes('passwd');
      await setTimeout(1);
      return isDead ? Promise.reject(new Error('hung up')) : send(request);
    });
    const [carriedOut, left] = [true, false].map((isDone) =>
      report.attacks.filter(
        ({ id, status }) => only.includes(id) && (status !== 'not-run') === isDone,
      ),
    );

    expect(carriedOut?.map(({ findings }) => findings.at(-1)?.message)).toContain(
      'the app does not answer after it',
    );
    expect(left?.map(({ id }) => id)).toContain('account-enumeration');
  });
});

const page = { status: 200, contentType: 'text/html' };

describe('attacks on an app with a weakness', () => {
  const weaknesses: Record<string, Weakness> = {
    'program-names': heading(() => ({ 'x-powered-by': 'Express' })),
    'security-headers': heading(() => ({ 'x-content-type-options': '' })),
    'cors-read': heading(({ headers }) => ({
      'access-control-allow-origin': headers?.origin ?? '',
    })),
    'host-header': answering(({ body }, { headers }) => ({
      body: `${body}${headers?.host ?? ''}`,
    })),
    'open-redirect': heading(({ path }) => ({
      location: new URLSearchParams(path.split('?')[1]).get('next') ?? '/',
    })),
    'header-injection': heading(({ path }) =>
      path.includes('x-planted') ? { 'x-planted': '1' } : {},
    ),
    'stack-traces': answering(({ status, body }) => ({
      body: status >= 400 ? `${body} at run (/srv/main.js:1:2)` : body,
    })),
    'database-messages': answering(({ status, body }) => ({
      body: status === 409 ? 'violates unique constraint "email"' : body,
    })),
    'hidden-files': answering((_response, { path }) => (path === '/.env' ? page : {})),
    'debug-pages': answering((_response, { path }) => (path === '/debug' ? page : {})),
    'path-traversal': answering((_response, { path }) =>
      path.includes('%2f') && path.includes('passwd') ? { body: 'root:x:0:0:root' } : {},
    ),
    'script-reflected': answering((_response, { path }) => ({
      ...(path.startsWith('/%3C') && { ...page, body: decodeURIComponent(path) }),
    })),
    'server-errors': answering((_response, { body }) =>
      body?.includes("'") ? { status: 500 } : {},
    ),
    'body-oversized': answering(({ status }) => (status === 413 ? { status: 422 } : {})),
    'method-trace': answering((_response, { method, headers }) =>
      method === 'TRACE' ? { ...page, body: JSON.stringify(headers) } : {},
    ),
    'body-simple-type': (send) => (request) =>
      send(
        request.contentType === 'text/plain'
          ? { ...request, contentType: 'application/json' }
          : request,
      ),
    'page-size': (send) => (request) =>
      send({ ...request, path: request.path.replace(/limit=-1/, 'limit=5') }),
    'method-override': (send) => (request) =>
      send(
        request.headers?.['x-method-override'] ? { method: 'DELETE', path: request.path } : request,
      ),
    'sql-in-values': answering(({ status, body }) =>
      status === 201
        ? { body: body.replaceAll(/' \|\| \(select version\(\)\) \|\| '/g, 'PostgreSQL') }
        : {},
    ),
    'template-injection': answering(({ body }) => ({
      body: body.replaceAll('{{1337*7}}', '9359'),
    })),
    'prototype-pollution': answering(({ body }, { path }) => ({
      body: path.endsWith('limit=1') ? `${body} polluted-by-a-client` : body,
    })),
    'secrets-in-answers': answering(({ status }) =>
      status === 404 ? { body: 'postgres://app:hunter2@db/app' } : {},
    ),
  };

  /** Several at once, since a run of all attacks takes a second. */
  const all = Object.entries(weaknesses);
  const groups = [0, 1, 2, 3].map((at) => all.filter((_one, index) => index % 4 === at));

  it.each(groups.map((group) => [group.map(([id]) => id).join(', '), group] as const))(
    'catch %s',
    async (_ids, group) => {
      const report = await attack({
        weakness: (send) => group.reduce((weaker, [, weakness]) => weakness(weaker), send),
      });
      const paths = report.attacks.flatMap(({ findings }) =>
        findings.map(({ request }) => request.path),
      );

      expect(failedOf(report)).toEqual(expect.arrayContaining(group.map(([id]) => id)));
      expect(report.failed).toBe(failedOf(report).length);
      expect(paths.filter((path) => path === '')).toEqual([]);
    },
  );

  it('catch a value that two records got', async () => {
    const report = await attack({
      weakness: answering(({ status, body }) => (status === 409 ? { status: 201, body } : {})),
    });

    expect(failedOf(report)).toEqual(expect.arrayContaining(['unique-twice', 'unique-race']));
  });

  it('catch what was sent in the log', async () => {
    let log = '';
    const weakness: Weakness = (send) => (request) => {
      log += JSON.stringify(request.headers ?? {});
      return send(request);
    };

    expect(failedOf(await attack({ weakness, readLog: () => log }))).toEqual(['secrets-in-log']);
  });

  it('keep no more than five findings of each', async () => {
    const report = await attack({ weakness: heading(() => ({ 'x-content-type-options': '' })) });

    expect(Math.max(...report.attacks.map(({ findings }) => findings.length))).toBe(5);
  });
});

describe('attacks that cannot be carried out to the end', () => {
  it('name the one that the app did not survive, and leave the rest undone', async () => {
    let isDead = false;
    const weakness: Weakness = (send) => (request) => {
      isDead ||= request.path.includes('pg_sleep');
      return isDead ? Promise.reject(new Error('hung up')) : send(request);
    };
    const report = await attack({ weakness });
    const last = report.attacks.find(({ id }) => id === 'sql-that-waits');

    expect(last?.findings.map(({ message }) => message)).toContain(
      'the app does not answer after it',
    );
    expect(report.attacks.filter(({ status }) => status === 'not-run').length).toBeGreaterThan(30);
  });

  it('name the request after which nothing is answered, and send no other', async () => {
    let isHanging = false;
    let waited = 0;
    const weakness: Weakness = (send) => (request) => {
      isHanging ||= /"title":"a{40}!"/.test(request.body ?? '');
      waited += isHanging ? 1 : 0;
      return isHanging ? Promise.reject(new Error('no answer in time')) : send(request);
    };
    const report = await attack({ weakness, only: ['slow-patterns', 'slow-queries'] });
    const [values, queries] = report.attacks;

    expect(values).toMatchObject({ id: 'slow-patterns', status: 'failed', reason: null });
    expect(values?.findings).toMatchObject([
      {
        message: 'the app does not answer after it',
        request: { method: 'POST', path: '/books' },
        response: null,
      },
    ]);
    expect(queries).toMatchObject({ id: 'slow-queries', status: 'not-run' });
    // The request itself, and the one that tells whether the app is alive.
    expect(waited).toBe(2);
  });

  it('end at the request during which the time runs out', async () => {
    const time = new AbortController();
    let late = 0;
    const weakness: Weakness = (send) => (request) => {
      late += time.signal.aborted && request.method === 'POST' ? 1 : 0;
      if (/"title":"a{40}!"/.test(request.body ?? '')) time.abort();
      return send(request);
    };
    const only = ['slow-patterns', 'slow-queries'];
    const report = await attack({ weakness, only, signal: time.signal });

    for (const left of report.attacks.slice(0, 2))
      expect(left).toMatchObject({ status: 'not-run', reason: 'The time for attacks ran out.' });
    expect(late).toBe(0);
  });

  it('say that the time ran out', async () => {
    const report = await attack({ signal: AbortSignal.abort() });

    expect(report).toMatchObject({ run: 0, failed: 0 });
    expect(report.attacks[0]).toMatchObject({
      status: 'not-run',
      reason: 'The time for attacks ran out.',
    });
  });
});
