import { describe, expect, it } from 'vitest';
import { readPeople, readRoles, takesPasswords } from './people-of-app.ts';

const described = {
  signUp: null,
  signIn: '/auth/in',
  signOut: '/auth/out',
  session: '/auth/session',
  accounts: '/accounts',
  roles: ['guest', 'boss'],
  admin: 'boss',
};

describe('readPeople', () => {
  it('is null for an app that says nothing of people', () => {
    expect(readPeople({})).toBeNull();
    expect(readPeople({ 'x-people': 'yes' })).toBeNull();
  });

  it('reads the places and the roles, and what there is not', () => {
    expect(readPeople({ 'x-people': described })).toEqual({
      ...described,
      passwordChange: null,
      teams: null,
      passwordReset: null,
      passwordResetConfirm: null,
    });
  });
});

describe('readRoles', () => {
  it('tells nobody from anybody', () => {
    expect(readRoles([])).toEqual([]);
    expect(readRoles(undefined)).toBeNull();
  });
});

describe('takesPasswords', () => {
  const people = readPeople({ 'x-people': described });

  it.each([
    ['/auth/in', true],
    ['/accounts', true],
    ['/accounts/{id}', true],
    ['/auth/out', false],
    ['/orders', false],
  ])('of %s is %s', (path, expected) => {
    expect(takesPasswords(people, path)).toBe(expected);
  });

  it('is false in an app without people', () => {
    expect(takesPasswords(null, '/accounts')).toBe(false);
  });
});
