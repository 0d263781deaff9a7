import type { Attack } from '../attacks/attack.ts';
import type { PeopleOfApp } from '../domain/people-of-app.ts';
import { signInPeople } from '../sign-in-people.ts';
import { attackApp, type Weakness } from './attack-library.ts';
import { createPeopleApp, type Hole } from './people-app.ts';
import { peopleBlueprint } from './people-document.ts';

type Given = {
  holes?: readonly Hole[];
  weakness?: Weakness;
  /** What the attacker believes of the app, where that differs. */
  believed?: Partial<PeopleOfApp>;
};

/** Carries out one attack on the app with people, whose people are signed in. */
export async function attackPeople(attack: Attack, given: Given = {}) {
  const { holes = [], weakness = (send) => send, believed = {} } = given;
  const { client, admin } = createPeopleApp(...holes);
  const people = await signInPeople({ ...client, send: weakness(client.send) }, admin);
  if (people === null) throw new Error('the app has no people');
  return attackApp(attack, {
    client: people.client,
    blueprint: peopleBlueprint,
    people: { ...people, app: { ...people.app, ...believed } },
  });
}
