import type { Blueprint, Entity, Remark } from '@quantumlayer/contracts';
import { toPluralName } from '../names.ts';
import { say } from './decide-people.ts';

const SECRET = /^(password|passwordHash|hashedPassword|encryptedPassword|passwordDigest)$/;
const USERS = /^(User|Person)$/;
const OF_ACCOUNTS = /^(name|email|emailAddress|username|userName|login|password)$/;
const TAKEN = /^(Account|Session)$/;

/**
 * Makes room for what an app with people has already: things called account or session get another name, and passwords are
 * kept by the accounts alone. A thing that is the people themselves ("users have a name") stays a record,
 * since an account holds nothing but what signing in needs.
 */
export function makeRoom(blueprint: Blueprint): Remark[] {
  return [
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

/**
 * "Users can see only their own entries": users of whom an account holds everything, and whose rows are all their own, are
 * the accounts. Called when it is known which rows are own.
 */
export function dropUsers(blueprint: Blueprint): Remark[] {
  const user = blueprint.entities.find(
    ({ name, fields }) => USERS.test(name) && fields.every((field) => OF_ACCOUNTS.test(field.name)),
  );
  const others = blueprint.entities.filter((entity) => entity !== user);
  const related = others.filter(({ relations }) =>
    relations.some(({ target }) => target === user?.name),
  );
  if (user === undefined || related.length === 0) return [];
  if (related.some(({ access }) => access?.rows !== 'own')) return [];
  const isCounted = ({ fields, relations }: Entity) =>
    fields.some(({ computed }) =>
      relations.some(({ name, target }) => target === user?.name && name === computed?.of),
    );
  if (related.some(isCounted)) return [];
  for (const entity of related)
    entity.relations = entity.relations.filter(({ target }) => target !== user.name);
  blueprint.entities = others;
  const text = `The ${say(user.name)} of the prompt has nothing of its own: it is the account that signs in, and owns its rows.`;
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
