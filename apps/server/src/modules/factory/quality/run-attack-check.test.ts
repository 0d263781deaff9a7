import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttackReport } from '@quantumlayer/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attackAlone, runAttackCheck } from './run-attack-check.ts';
import { createCredentials } from './sign-in-people.ts';
import { answering, heading, type Send, type Weakness } from './testing/attack-library.ts';
import { createCheckContext, stoppedApp } from './testing/check-context.ts';

/** A sound app that keeps no records: there is little to attack, so that it takes no time. */
const answer: Send = async ({ path }) => {
  const isKnown = path === '/openapi.json';
  return {
    status: isKnown ? 200 : 404,
    contentType: 'application/json',
    headers: { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
    body: isKnown ? '{"openapi":"3.1.0","paths":{}}' : '{"title":"Not found","status":404}',
  };
};
const sound: Weakness = (send) => send;

type Given = { signal?: AbortSignal; people?: () => Promise<null> };

/** The check of the app with a weakness. */
async function check(weakness = sound, { people = async () => null, ...given }: Given = {}) {
  const progress: string[] = [];
  const { context } = createCheckContext('/nowhere', {
    progress: (message) => void progress.push(message),
    ...given,
  });
  const client = { send: weakness(answer), close: () => {} };
  const outcome = await runAttackCheck(context, {
    client,
    people: people(),
    admin: createCredentials('admin'),
    readLog: () => '',
  });
  return { ...outcome, progress };
}

const lines = (reason: string | null) => reason?.split('\n') ?? [];

describe('the check by attacks', () => {
  it('passes for a sound app, with figures, evidence and progress', async () => {
    const { progress, output, ...outcome } = await check();
    const report: AttackReport = JSON.parse(String(output));
    const sent = report.attacks.filter(({ example }) => example !== null);

    expect(outcome).toMatchObject({
      ...{ id: 'attacks', status: 'passed', reason: null, exitCode: null },
      command: ['builtin:attacker'],
      figures: { run: report.run, failed: 0, requests: report.requests },
    });
    expect(outcome.figures.notApplicable).toBe(
      report.attacks.filter(({ status }) => status === 'not-applicable').length,
    );
    expect(sent.length).toBeGreaterThan(10);
    expect(progress[0]).toMatch(/^attack 1 of \d+; those without a target are left out$/);
    expect(progress.at(-1)).toBe(progress[0]?.replace(/1 of (\d+)/, '$1 of $1'));
  });

  it('fails with what got through: its title, its weakness, the request', async () => {
    const { reason, status, figures } = await check(
      answering((_response, { path }) => (path === '/.env' ? { status: 200, body: 'KEY=1' } : {})),
    );

    expect([status, figures.failed]).toEqual(['failed', 1]);
    expect(lines(reason)).toEqual([
      `1 of ${figures.run} attacks got through:`,
      '- Files that are not meant for anybody (CWE-538): /.env is served; GET /.env',
    ]);
  });

  it('shows three of many, each by its first finding', async () => {
    const { reason, figures } = await check(
      heading(({ headers }) => ({
        ...{ 'x-content-type-options': '', 'x-powered-by': 'Express', 'x-planted': '1' },
        'access-control-allow-origin': headers?.origin ?? '',
      })),
    );

    expect(figures.failed).toBe(4);
    expect(lines(reason)).toHaveLength(4);
    expect(new Set(lines(reason)).size).toBe(4);
  });

  it('cuts a path without end', async () => {
    const { reason } = await check(
      answering((_response, { path }) => (path.length > 1_000 ? { status: 500 } : {})),
    );

    expect(lines(reason)).toHaveLength(2);
    expect(lines(reason)[1]).toMatch(/it answered 500; GET .{120}$/);
  });

  it('does not pass when attacks were left out', async () => {
    const { reason, status, figures } = await check(sound, { signal: AbortSignal.abort() });

    expect([status, figures.run, figures.failed]).toEqual(['failed', 0, 0]);
    expect(reason).toMatch(/^\d+ attacks were not carried out\.$/);
  });

  it('says both when the app did not survive an attack', async () => {
    let isDead = false;
    const { reason } = await check((send) => (request) => {
      isDead ||= request.path === '/.git/HEAD';
      return isDead ? Promise.reject(new Error('hung up')) : send(request);
    });

    expect(lines(reason)[1]).toContain('the app does not answer after it; GET /.git/HEAD');
    expect(lines(reason).at(-1)).toMatch(/^\d+ attacks were not carried out\.$/);
  });

  it.each<[string, Weakness, Given, string]>([
    ['the app', () => () => Promise.reject(new Error('hung up')), {}, 'hung up'],
    [
      'the document',
      answering(({ body }, { path }) => ({ body: path === '/openapi.json' ? '<html>' : body })),
      {},
      'it is not JSON',
    ],
    [
      'the people',
      sound,
      { people: () => Promise.reject(new Error('nobody is let in')) },
      'nobody is let in',
    ],
  ])('fails when %s cannot be reached', async (_what, weakness, given, why) => {
    const { status, reason, figures } = await check(weakness, given);

    expect([status, figures]).toEqual(['failed', {}]);
    expect(reason).toMatch(/^The attacks could not be carried out: /);
    expect(reason).toContain(why);
  });
});

describe('attackAlone', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attack-alone-'));
    await mkdir(join(folder, '.run'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('attacks the app over its socket, reads its log, and stops it', async () => {
    const server = createServer(async (request, response) => {
      const { status, headers, body } = await answer({ method: 'GET', path: request.url ?? '' });
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(join(folder, '.run/app.sock'), resolve));
    const { context, stops } = createCheckContext(folder, {
      says: 'cookie: session=Mark-of-a-Secret-7Qz\n',
    });
    const report = await attackAlone(context).finally(() => server.close());
    const failed = report.attacks.filter(({ status }) => status === 'failed').map(({ id }) => id);

    expect(failed).toEqual(['secrets-in-log']);
    expect(report.run).toBeGreaterThan(10);
    expect(stops()).toBe(1);
  });

  it('rejects with the log of an app that does not start, and stops it', async () => {
    const { context, stops } = createCheckContext(folder, {
      says: 'no such module\n',
      finished: Promise.resolve({ ...stoppedApp, exitCode: 1 }),
    });

    await expect(attackAlone(context)).rejects.toThrow('The app did not start: no such module');
    expect(stops()).toBe(1);
  });
});
