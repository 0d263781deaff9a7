import { beforeEach, describe, expect, it } from 'vitest';
import { type CheckPassword, createPasswordCheck } from './check-password.ts';

const inForce = { organisationId: 'org_1', hash: 'hash of right', changedAt: new Date(0) };
const attempt = { organisationId: 'org_1', address: '2001:db8::1', password: 'right' };

describe('checkPassword', () => {
  let said: string[];
  let wait: number | null;
  let check: CheckPassword;

  beforeEach(() => {
    said = [];
    wait = null;
    check = createPasswordCheck({
      passwords: {
        find: async (id) => (id === 'org_1' ? inForce : null),
        replace: async () => undefined,
      },
      hasher: {
        hash: async (password) => `hash of ${password}`,
        async verify(password, hash) {
          said.push(`verify ${hash}`);
          return hash === `hash of ${password}`;
        },
      },
      attempts: {
        take(key) {
          said.push(`take ${key}`);
          return wait;
        },
        giveBack: (key) => said.push(`give back ${key}`),
      },
    });
  });

  it('answers the password in force; the attempt does not count', async () => {
    expect(await check(attempt)).toBe(inForce);
    expect(said).toEqual([
      'take org_1 2001:db8:0:0::/64',
      'verify hash of right',
      'give back org_1 2001:db8:0:0::/64',
    ]);
  });

  it('counts a wrong one', async () => {
    await expect(check({ ...attempt, password: 'wrong' })).rejects.toMatchObject({
      code: 'password-wrong',
    });
    expect(said).toEqual(['take org_1 2001:db8:0:0::/64', 'verify hash of right']);
  });

  it('hashes and counts the same where no password is set', async () => {
    await expect(check({ ...attempt, organisationId: 'org_2' })).rejects.toMatchObject({
      code: 'password-wrong',
    });
    expect(said).toEqual(['take org_2 2001:db8:0:0::/64', 'verify null']);
  });

  it('does not even look at one when there were too many', async () => {
    wait = 1_500;
    await expect(check(attempt)).rejects.toMatchObject({
      code: 'sign-in-limited',
      retryAfterSeconds: 2,
    });
    expect(said).toEqual(['take org_1 2001:db8:0:0::/64']);
  });
});
