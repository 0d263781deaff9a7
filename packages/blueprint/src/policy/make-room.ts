import type { Blueprint, Entity, Remark } from '@quantumlayer/contracts';
import { toPluralName } from '../names.ts';
import { say } from './decide-people.ts';

const SECRET = /^(password|passwordHash|hashedPassword|encryptedPassword|passwordDigest)$/;
const USERS = /^(User|Person)$/;
const TAKEN = /^(Account|Session)$/;

/**
 * Makes room for what an app with people has already: things called account or session get another name, and passwords are
 * kept by the accounts alone. Users of whom nothing is told are the accounts; with values of their own ("users have a name")
 * they stay a record, since an account holds nothing but what signing in needs.
 */
export function makeRoom(blueprint: Blueprint): Remark[] {
  return [
    ...dropUsers(blueprint),
    ...blueprint.entities.flatMap((entity) => rename(blueprint, entity)),
    ...blueprint.entities.flatMap(dropPassword),
  ];
}

function rename({ entities }: Blueprint, entity: Entity): Remark[] {
  if (!TAKEN.test(entity.name)) return [];
  const name = `${entity.name}Record`;
  const before = entity.name;
  for (const { relations } of entities)
    for (const relation of relations) if (relation.target === before) relation.target = name;
  entity.name = name;
  entity.plural = toPluralName(name);
  return [
    {
      path: name,
      text: `An app in which people sign in has an ${say(before)} of its own, so the ${say(before)} of the prompt is called ${name}.`,
      answers: [],
    },
  ];
}

/** "Users write entries": the account that makes an entry is all that is known of the user. */
function dropUsers(blueprint: Blueprint): Remark[] {
  const user = blueprint.entities.find(
    ({ name, fields }) => USERS.test(name) && fields.length === 1 && fields[0]?.name === 'name',
  );
  if (user === undefined || blueprint.entities.length === 1) return [];
  blueprint.entities = blueprint.entities.filter((entity) => entity !== user);
  for (const entity of blueprint.entities)
    entity.relations = entity.relations.filter(({ target }) => target !== user.name);
  const text = `The ${say(user.name)} of the prompt has nothing of its own: it is the account that signs in.`;
  return [{ path: 'people', text, answers: [] }];
}

function dropPassword(entity: Entity): Remark[] {
  const secret = entity.fields.find(({ name }) => SECRET.test(name));
  if (secret === undefined || entity.fields.length === 1) return [];
  entity.fields = entity.fields.filter((field) => field !== secret);
  return [
    {
      path: entity.name,
      text: `The ${say(secret.name)} of ${entity.name} is no field: accounts keep passwords, as hashes that nobody can read back.`,
      answers: [],
    },
  ];
}
