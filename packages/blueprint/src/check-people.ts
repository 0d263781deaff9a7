import type { Access, Blueprint } from '@quantumlayer/contracts';
import { type BlueprintProblem, repeated } from './problems.ts';

/** What an app with people has already. */
const PEOPLE_ENTITIES = ['account', 'session'];

/** The roles, and rights that name only them. */
export function checkPeople({ people, entities }: Blueprint): BlueprintProblem[] {
  if (people === undefined) {
    const audited = entities
      .filter((entity) => entity.audited)
      .map(({ name }) => ({
        path: `${name}.audited`,
        message: `Who changes ${name} can only be kept in an app with people; say who signs in.`,
      }));
    const restricted = entities
      .filter(({ access }) => access !== undefined)
      .map(({ name }) => ({
        path: `${name}.access`,
        message: `${name} says who may do what, but the app has no people; add people with roles.`,
      }));
    return [...restricted, ...audited];
  }
  const roles = people.roles.map(({ name }) => name);
  return [
    ...repeated(roles.map((name) => name.toLowerCase())).map((name) => ({
      path: 'people.roles',
      message: `Two roles are called ${name}; give each its own name.`,
    })),
    ...entities
      .filter(({ name }) => PEOPLE_ENTITIES.includes(name.toLowerCase()))
      .map(({ name }) => ({
        path: name,
        message: `An app with people has ${name} of its own; choose another name for the entity.`,
      })),
    ...entities.flatMap(({ name, access }) =>
      access === undefined ? [] : checkAccess(`${name}.access`, access, roles),
    ),
  ];
}

function checkAccess(path: string, access: Access, roles: readonly string[]): BlueprintProblem[] {
  const { rows, seesAll, readsAll = [], create, read, update, delete: remove } = access;
  const lists = { seesAll, readsAll, create, read, update, delete: remove };
  const unknown = Object.entries(lists).flatMap(([name, list]) =>
    (list === 'everyone' ? [] : list)
      .filter((role) => !roles.includes(role))
      .map((role) => ({
        path: `${path}.${name}`,
        message: `There is no role ${role}; the roles are ${roles.join(', ')}.`,
      })),
  );
  const twice = Object.entries(lists).flatMap(([name, list]) =>
    repeated(list === 'everyone' ? [] : list).map((role) => ({
      path: `${path}.${name}`,
      message: `The role ${role} is listed twice.`,
    })),
  );
  const ownerless = Object.entries({ create, update, delete: remove }).flatMap(([name, list]) =>
    rows === 'own' && list === 'everyone'
      ? [
          {
            path: `${path}.${name}`,
            message: 'Own rows belong to an account, so who is not signed in cannot change them.',
          },
        ]
      : [],
  );
  const sees = Object.entries({ seesAll, readsAll });
  const useless = sees
    .filter(([, list]) => rows === 'shared' && list.length > 0)
    .map(([name]) => ({
      path: `${path}.${name}`,
      message: `Everybody sees shared rows; leave ${name} empty.`,
    }));
  return [...unknown, ...twice, ...ownerless, ...useless, ...checkReaders(path, access)];
}

/** Who reads everything may read, and does not see everything anyway. */
function checkReaders(path: string, { seesAll, readsAll = [], read }: Access): BlueprintProblem[] {
  if (read === 'everyone' && readsAll.length > 0) {
    return [
      { path: `${path}.readsAll`, message: 'Everyone reads all rows; leave readsAll empty.' },
    ];
  }
  const reasons = readsAll.flatMap((role) => [
    ...(seesAll.includes(role) ? [`The role ${role} sees all already.`] : []),
    ...(read.includes(role) ? [] : [`The role ${role} may not read, so it reads nothing of all.`]),
  ]);
  return reasons.map((message) => ({ path: `${path}.readsAll`, message }));
}
