import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { AppRequest } from '../domain/finding.ts';
import { attackLibrary, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { attackPeople } from '../testing/attack-people.ts';
import type { Hole } from '../testing/people-app.ts';
import { passwordAttacks } from './password-attacks.ts';
import { NOT_STORED } from './session-attacks.ts';

const QUICK_HASH_MS = 25;
const MAIL_MS = 80;

const attackWith = (id: string, ...holes: Hole[]) =>
  attackPeople(pickAttack(passwordAttacks, id), { holes });

describe('attacks on passwords', () => {
  it.each(rowsOf(passwordAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackPeople(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(0);
  });

  it.each(rowsOf(passwordAttacks))('%s says that nobody signs in', async (_id, attack) => {
    const { sent, reason } = await attackLibrary(attack);

    expect([sent, reason]).toEqual([[], 'Nobody signs in to the app.']);
  });

  it('password-brute-force stops as soon as the app locks the account', async () => {
    const { sent } = await attackWith('password-brute-force');

    expect(sent).toHaveLength(11);
  });

  it('password-brute-force finds an app that answers every try', async () => {
    const { findings, sent } = await attackWith('password-brute-force', 'no-lock-out');
    const tries = sent.map(({ body = '' }): { email: string; password: string } =>
      JSON.parse(body),
    );

    expect(findings).toMatchObject([
      { message: '25 tries were answered', request: { method: 'POST', path: '/sign-in' } },
    ]);
    expect(new Set(tries.map(({ email }) => email)).size).toBe(1);
    expect(new Set(tries.map(({ password }) => password)).size).toBe(25);
  });

  it('password-reset-twice finds a code that is taken again', async () => {
    const { findings, sent } = await attackWith('password-reset-twice', 'reset-code-twice');
    const bodies = sent.slice(1).map(({ body = '' }) => JSON.parse(body));

    expect(findings).toMatchObject([
      { message: 'the code was taken twice', request: { path: '/password-reset/confirm' } },
    ]);
    expect(bodies[0].token).toBe(bodies[1].token);
    expect(bodies[0].password).not.toBe(bodies[1].password);
  });

  it.each([
    [{ believed: { passwordReset: null } }, 'No code for a new password is sent.'],
    [{ believed: { passwordResetConfirm: null } }, 'No code for a new password is sent.'],
    [{ holes: ['reset-code-never'] as const }, 'The code was refused the first time.'],
    [{ keepsRows: false }, 'The message with the code could not be read.'],
  ])('password-reset-twice says why it saw nothing: %j', async (given, reason) => {
    const attack = pickAttack(passwordAttacks, 'password-reset-twice');

    expect(await attackPeople(attack, given)).toMatchObject({ findings: [], reason });
  });

  it.each<[Hole, string]>([
    ['tells-who-is-known', '/sign-in'],
    ['reset-tells-who-is-known', '/password-reset'],
  ])('account-enumeration finds %s', async (hole, path) => {
    const { findings } = await attackWith('account-enumeration', hole);

    expect(findings).toMatchObject([
      { message: 'the answers differ', request: { method: 'POST', path } },
    ]);
  });

  it('account-enumeration finds that a known address takes longer', async () => {
    const { findings } = await attackWith('account-enumeration', 'slow-for-who-is-known');

    expect(findings).toMatchObject([
      {
        message: expect.stringMatching(/^one takes \d+ ms, one \d+ ms$/),
        request: { path: '/sign-in', body: expect.stringContaining('"email":"reader-') },
      },
    ]);
  });

  it('account-enumeration finds what a hash takes on a quick machine', async () => {
    const { findings } = await attackPeople(pickAttack(passwordAttacks, 'account-enumeration'), {
      weakness: (send) => async (request) => {
        const isKnown = request.body?.includes('"email":"reader-') ?? false;
        if (request.path === '/sign-in' && isKnown) await setTimeout(QUICK_HASH_MS);
        return send(request);
      },
    });

    expect(findings).toMatchObject([
      { message: expect.stringMatching(/^one takes \d+ ms, one \d+ ms$/) },
    ]);
  });

  it('account-enumeration takes no offence at what slowed the first tries for who is known', async () => {
    // The account signs in once when it is made.
    const SIGNED_IN = 1;
    let tries = 0;
    const { findings } = await attackPeople(pickAttack(passwordAttacks, 'account-enumeration'), {
      weakness: (send) => async (request) => {
        const isKnown = request.body?.includes('"email":"reader-') ?? false;
        if (request.path === '/sign-in' && isKnown && tries++ < SIGNED_IN + 3)
          await setTimeout(QUICK_HASH_MS);
        return send(request);
      },
    });

    expect([findings, tries]).toEqual([[], SIGNED_IN + 6]);
  });

  /** An app that does something for known addresses at a reset: before its answer, or after it beside the next request. */
  async function resettingApp(isAwaited: boolean) {
    let work: Promise<unknown> = Promise.resolve();
    return attackPeople(pickAttack(passwordAttacks, 'account-enumeration'), {
      weakness: (send) => async (request) => {
        await work;
        const isKnown = request.body?.includes('"email":"reader-') ?? false;
        if (request.path === '/password-reset' && isKnown) work = setTimeout(MAIL_MS);
        if (isAwaited) await work;
        return send(request);
      },
    });
  }

  it('account-enumeration finds a reset that takes longer for who is known', async () => {
    const { findings } = await resettingApp(true);

    expect(findings).toMatchObject([
      { message: expect.stringMatching(/^one takes/), request: { path: '/password-reset' } },
    ]);
  });

  it('account-enumeration takes no offence at what goes on after the answer', async () => {
    expect((await resettingApp(false)).findings).toEqual([]);
  });

  it('account-enumeration takes no offence at the address itself and at what every answer counts', async () => {
    let count = 0;
    const { findings } = await attackPeople(pickAttack(passwordAttacks, 'account-enumeration'), {
      weakness: (send) => async (request) => {
        const response = await send(request);
        if (response.status !== 401) return response;
        const { email } = JSON.parse(request.body ?? '{}');
        count += 1;
        const problem = { title: `No ${email}`, status: 401, instance: `/problems/${count}` };
        return { ...response, body: JSON.stringify(problem) };
      },
    });

    expect(findings).toEqual([]);
  });

  it('account-enumeration leaves out a reset that there is not', async () => {
    const { sent } = await attackPeople(pickAttack(passwordAttacks, 'account-enumeration'), {
      believed: { passwordReset: null },
    });

    expect(new Set(sent.map(({ path }) => path))).toEqual(new Set(['/sign-in']));
  });

  it('password-weak finds each of them, at the sign-up and in the hands of the keeper', async () => {
    const { findings } = await attackWith('password-weak', 'weak-passwords');
    const found = findings.map(({ message, request: { path } }) => `${path} ${message}`);

    expect(found).toHaveLength(16);
    expect(found).toEqual(
      expect.arrayContaining(['/sign-up "" was taken', '/accounts "password123" was taken']),
    );
  });

  it('password-weak makes accounts by the keeper alone where nobody signs up', async () => {
    const { findings } = await attackPeople(pickAttack(passwordAttacks, 'password-weak'), {
      holes: ['weak-passwords'],
      believed: { signUp: null },
    });

    expect(findings).toHaveLength(8);
    expect(findings.map(({ request }) => request.path)).not.toContain('/sign-up');
  });

  it.each<[Hole, string[]]>([
    ['shows-hashes', ['/sign-in', '/session', '/accounts?limit=100', '/accounts']],
    // The session is that of the keeper, whose password the attack does not know.
    ['repeats-passwords', ['/sign-in', '/accounts?limit=100']],
  ])('password-in-answers finds %s', async (hole, paths) => {
    const { findings } = await attackWith('password-in-answers', hole);

    expect(findings.map(({ request }) => request.path)).toEqual(paths);
    for (const { message } of findings)
      expect(message).toBe('the answer holds a password or its hash');
  });

  const passwordOf = ({ body = '{}' }: AppRequest): string => JSON.parse(body).password ?? '';
  const digest = (name: string, encoding: 'hex' | 'base64') => (text: string) =>
    createHash(name).update(text).digest(encoding);

  it.each<[string, (password: string) => string]>([
    ['as they are', (password) => password],
    ['in base64', (password) => Buffer.from(password).toString('base64')],
    ['as an MD5', digest('md5', 'hex')],
    ['as a SHA-256 without a salt', digest('sha256', 'hex')],
    ['as a SHA-512 without a salt', digest('sha512', 'base64')],
  ])('password-stored finds passwords %s', async (_how, keep) => {
    const { findings } = await attackPeople(pickAttack(passwordAttacks, 'password-stored'), {
      stores: (request) => `..${keep(passwordOf(request))}..`,
    });

    expect(findings).toMatchObject([
      { message: 'the password, or a digest of it without a salt, stands in wal' },
    ]);
  });

  it('password-stored says so where the rows cannot be searched', async () => {
    const { findings, reason } = await attackPeople(
      pickAttack(passwordAttacks, 'password-stored'),
      { keepsRows: false },
    );

    expect(findings).toEqual([]);
    expect(reason).toBe(NOT_STORED);
  });

  it('password-stored takes no offence at what has a salt', async () => {
    const { findings } = await attackPeople(pickAttack(passwordAttacks, 'password-stored'), {
      stores: (request) => digest('sha256', 'hex')(`salt${passwordOf(request)}`),
    });

    expect(findings).toEqual([]);
  });
});
