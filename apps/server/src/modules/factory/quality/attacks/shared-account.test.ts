import { describe, expect, it } from 'vitest';
import { type SignedInPeople, signInPeople } from '../sign-in-people.ts';
import { createPeopleApp } from '../testing/people-app.ts';
import { sharedAccount } from './shared-account.ts';

async function signIn(): Promise<SignedInPeople> {
  const { client, admin } = createPeopleApp();
  const people = await signInPeople(client, admin);
  if (people === null) throw new Error('the app has no people');
  return people;
}

describe('sharedAccount', () => {
  it('is one for each role of an app', async () => {
    const people = await signIn();
    const [first = '', last = ''] = [people.app.roles.at(0), people.app.roles.at(-1)];
    const account = await sharedAccount(people);

    expect(await sharedAccount(people, first)).toBe(account);
    expect(await sharedAccount(people, last)).not.toBe(account);
    expect(await sharedAccount(await signIn())).not.toBe(account);
    await expect(people.signIn(account)).resolves.toMatch(/=/);
  });

  it('is tried again when it could not be made', async () => {
    const people = await signIn();
    let tries = 0;
    const unsure: SignedInPeople = {
      ...people,
      addAccount(role) {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('not now')) : people.addAccount(role);
      },
    };

    await expect(sharedAccount(unsure)).rejects.toThrow('not now');
    expect((await sharedAccount(unsure)).email).toContain('@');
  });
});
