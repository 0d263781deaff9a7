import { describe, expect, it } from 'vitest';
import { attackLibrary, documenting, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { attackPeople } from '../testing/attack-people.ts';
import type { Hole } from '../testing/people-app.ts';
import { accessAttacks as byRole } from './access-attacks.ts';
import { ownerAttacks } from './owner-attacks.ts';

const accessAttacks = [...byRole, ...ownerAttacks];

const attackWith = (id: string, ...holes: Hole[]) =>
  attackPeople(pickAttack(accessAttacks, id), { holes });

const linesOf = ({ findings }: { findings: { request: { method: string; path: string } }[] }) =>
  findings.map(({ request: { method, path } }) => `${method} ${path}`);

const someId = expect.stringMatching(/^\/(notes|lines)\/[0-9a-f-]{36}$/);

/** As if the app kept no rows that belong to somebody. */
const withoutRows = documenting((paths) =>
  Object.fromEntries(Object.entries(paths).filter(([path]) => !/^\/(notes|lines)/.test(path))),
);

describe('attacks on access', () => {
  it.each(rowsOf(accessAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackPeople(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(3);
  });

  it.each(rowsOf(accessAttacks))('%s says that nobody signs in', async (_id, attack) => {
    const { sent, reason } = await attackLibrary(attack);

    expect([sent, reason]).toEqual([[], 'Nobody signs in to the app.']);
  });

  it.each([
    ['owner-records', 'No record belongs to an account.'],
    ['owner-lists', 'No record belongs to an account.'],
    ['owner-histories', 'Nothing is listed below a record of an account.'],
    ['owner-references', 'No record belongs to one that belongs to an account.'],
  ])('%s says: %s', async (id, reason) => {
    const attack = pickAttack(accessAttacks, id);

    expect((await attackPeople(attack, { weakness: withoutRows })).reason).toBe(reason);
  });

  it('access-without-session asks every operation that is protected, and no other', async () => {
    const found = await attackWith('access-without-session', 'no-session-needed');

    expect(found.findings).toHaveLength(found.sent.length);
    expect(found.findings[0]?.message).toBe('nobody was asked who it is');
    expect(linesOf(found)).toEqual(expect.arrayContaining(['POST /notes', 'GET /accounts']));
    expect(linesOf(found)).not.toContain('POST /sign-in');
    for (const { headers } of found.sent) expect(headers).toEqual({ cookie: '' });
  });

  it('access-of-another-role finds each role that is let in', async () => {
    const found = await attackWith('access-of-another-role', 'every-role-may');
    const says = found.findings.map(({ message }, at) => `${linesOf(found)[at]}: ${message}`);

    expect(says).toEqual(
      expect.arrayContaining([
        'GET /accounts: reader was not refused',
        'GET /accounts: clerk was not refused',
        'POST /notes: clerk was not refused',
      ]),
    );
    expect(says.filter((one) => one.startsWith('GET /session'))).toEqual([]);
    expect(says.filter((one) => one.includes('keeper'))).toEqual([]);
  });

  it.each([
    ['access-of-another-role', 'Every role may do everything.'],
    ['access-promotion', 'There is one role.'],
  ])('%s says of an app with one role: %s', async (id, reason) => {
    const attack = pickAttack(accessAttacks, id);
    const { sent, ...found } = await attackPeople(attack, { believed: { roles: ['keeper'] } });

    expect([found.reason, sent]).toEqual([reason, []]);
  });

  it.each<[Hole, object]>([
    ['role-from-sign-up', { method: 'POST', path: '/sign-up' }],
    ['roles-from-sign-up', { method: 'POST', path: '/sign-up' }],
    [
      'role-by-change',
      {
        method: 'PATCH',
        path: expect.stringMatching(/^\/accounts\/[0-9a-f-]{36}$/),
        body: '{"role":"keeper"}',
      },
    ],
  ])('access-promotion finds %s', async (hole, request) => {
    const { findings } = await attackWith('access-promotion', hole);

    expect(findings).toMatchObject([{ message: 'the account is now keeper', request }]);
  });

  it('access-promotion leaves out a sign-up that there is not', async () => {
    const { findings, sent } = await attackPeople(pickAttack(accessAttacks, 'access-promotion'), {
      holes: ['role-from-sign-up'],
      believed: { signUp: null },
    });

    expect(findings).toEqual([]);
    expect(sent.map(({ path }) => path)).not.toContain('/sign-up');
  });

  it.each<[Hole, string]>([
    ['reads-foreign-rows', 'GET'],
    ['changes-foreign-rows', 'PATCH'],
  ])('owner-records finds an app that %s', async (hole, method) => {
    const { findings } = await attackWith('owner-records', hole);

    expect(findings).toMatchObject([
      { message: 'the record was given', request: { method, path: someId } },
      { message: 'the record was given', request: { method, path: someId } },
    ]);
  });

  it('owner-records finds a row that is found for another account, and kept by a rule alone', async () => {
    const { findings } = await attackWith('owner-records', 'keeps-foreign-rows');
    const says = findings.map(({ message, request }) => `${request.method} ${message}`);

    expect(new Set(says)).toEqual(new Set(['DELETE the record was given']));
  });

  it('owner-records finds a row that another account deleted, and that it is gone', async () => {
    const { findings } = await attackWith('owner-records', 'deletes-foreign-rows');
    const says = findings.map(({ message, request }) => `${request.method} ${message}`);

    expect(says.slice(0, 2)).toEqual([
      'DELETE the record was given',
      'GET the owner has lost the record',
    ]);
  });

  it('owner-records finds a row that is gone although its deletion was refused', async () => {
    const { findings } = await attackWith('owner-records', 'loses-foreign-rows');

    expect(findings).toHaveLength(2);
    for (const { message } of findings) expect(message).toBe('the owner has lost the record');
  });

  it.each<[Hole, RegExp, number]>([
    ['lists-foreign-rows', /^\/(notes|lines)\?(limit=100|q=)/, 6],
    ['finds-foreign-rows', /^\/(notes|lines)\?q=\w+%20/, 2],
  ])('owner-lists finds an app that %s', async (hole, path, count) => {
    const { findings } = await attackWith('owner-lists', hole);

    expect(findings).toHaveLength(count);
    expect(new Set(findings.map(({ message }) => message))).toEqual(
      new Set(['the record is listed']),
    );
    for (const { request } of findings) expect(request.path).toMatch(path);
  });

  it('owner-histories finds what is listed below a record of another account', async () => {
    const { findings } = await attackWith('owner-histories', 'shows-foreign-histories');

    expect(findings).toHaveLength(2);
    for (const { message, request } of findings) {
      expect(message).toBe('it was given');
      expect(request.path).toMatch(/^\/(notes|lines)\/[0-9a-f-]{36}\/history$/);
    }
    expect((await attackWith('owner-records', 'shows-foreign-histories')).findings).toEqual([]);
  });

  it('owner-references finds a line that is put below the note of another account', async () => {
    const { findings } = await attackWith('owner-references', 'takes-foreign-parents');

    expect(findings).toMatchObject([
      { message: 'noteId took it', request: { method: 'POST', path: '/lines' } },
    ]);
  });
});
