import {
  type Access,
  type Allowed,
  accessOf,
  type Blueprint,
  type Entity,
  type People,
  type Relation,
  rolesAboveTeams,
} from '@quantumlayer/contracts';
import type { BlueprintProblem } from './problems.ts';

type Teams = {
  people: People;
  team: Entity;
  /** The roles above the teams, and those of them that manage these. */
  above: readonly string[];
  managers: readonly string[];
  entities: readonly Entity[];
};

/** Rows of one team never meet those of another one, whatever the blueprint says. */
export function checkTeams(blueprint: Blueprint): BlueprintProblem[] {
  const { people, entities } = blueprint;
  if (people?.memberOf === undefined) {
    return entities
      .filter(({ access }) => access?.rows === 'team')
      .map(({ name }) => ({
        path: `${name}.access.rows`,
        message: `The rows of ${name} belong to teams, but accounts have none; name their entity in people.memberOf.`,
      }));
  }
  const team = entities.find(({ name }) => name === people.memberOf);
  if (team === undefined) {
    const message = `Accounts belong to ${people.memberOf}, and there is no such entity.`;
    return [{ path: 'people.memberOf', message }];
  }
  const { all: above, managers } = rolesAboveTeams(blueprint);
  const teams = { people, team, above, managers, entities };
  return [
    ...checkTeam(teams),
    ...checkRoles(teams),
    ...entities.flatMap((entity) => checkRows(entity, teams)),
  ];
}

/** What accounts belong to is made at sign-up, and outlives every account. */
function checkTeam({ team, entities, people }: Teams): BlueprintProblem[] {
  const { name } = team;
  const { rows } = accessOf(team, people);
  const isOfTeam = (target: string) =>
    target === name || rowsOf(entities, target, people) !== 'shared';
  return [
    ...(rows === 'team'
      ? []
      : [
          {
            path: `${name}.access.rows`,
            message: `Accounts belong to ${name}, and a member sees its own only: its rows are of the team, not ${rows}.`,
          },
        ]),
    ...(team.softDelete
      ? [
          {
            path: `${name}.softDelete`,
            message: `Its accounts would go on; ${name} cannot be hidden.`,
          },
        ]
      : []),
    ...team.fields
      .filter(({ type }) => type === 'password')
      .map((field) => ({
        path: `${name}.${field.name}`,
        message: `Accounts have the passwords; ${name}, to which they belong, has none.`,
      })),
    ...team.relations.flatMap((relation) =>
      teamRelation(team, relation, isOfTeam(relation.target)).map((message) => ({
        path: `${name}.${relation.name}`,
        message,
      })),
    ),
  ];
}

function teamRelation({ name }: Entity, { kind, target, required }: Relation, isOfTeam: boolean) {
  if (isOfTeam) {
    return [`Rows of ${target} belong to ${name} by whose they are; leave out the relation.`];
  }
  if (kind === 'has-many' || kind === 'has-one') {
    return [`${target} is shared by all; it cannot belong to one ${name}.`];
  }
  return kind === 'belongs-to' && required
    ? [`Who signs up makes a ${name} and cannot choose a ${target} yet; make it optional.`]
    : [];
}

function rowsOf(entities: readonly Entity[], name: string, people: People): Access['rows'] {
  const entity = entities.find((each) => each.name === name);
  return entity === undefined ? 'shared' : accessOf(entity, people).rows;
}

/** Who manages the accounts of a team cannot give a role that stands above it. */
function checkRoles({ people, team, above, managers }: Teams): BlueprintProblem[] {
  const roles = people.roles.map(({ name }) => name);
  const path = `${team.name}.access`;
  const { create, delete: remove } = accessOf(team, people);
  const isLast =
    above.every((role) => roles.slice(-above.length).includes(role)) &&
    managers.includes(roles.at(-1) ?? '');
  const outside = (allowed: Allowed) =>
    allowed === 'everyone' || allowed.some((role) => !managers.includes(role));
  return [
    ...(above.length > 0 && (!isLast || above.length === roles.length)
      ? [
          {
            path: `${path}.seesAll`,
            message:
              'The roles above the teams are the last ones, the last of all in seesAll, and one role at least is in a team.',
          },
        ]
      : []),
    ...Object.entries({ create, delete: remove })
      .filter(([, allowed]) => outside(allowed))
      .map(([action]) => ({
        path: `${path}.${action}`,
        message: `Only roles above the teams (seesAll) may ${action} a ${team.name}; who signs up gets one.`,
      })),
    ...(people.signUp === 'closed' && create.length === 0
      ? [
          {
            path: 'people.signUp',
            message: `Nobody could ever make a second ${team.name}: open the sign-up, or let a role above the teams create it.`,
          },
        ]
      : []),
  ];
}

function checkRows(entity: Entity, teams: Teams): BlueprintProblem[] {
  const { team, people, above } = teams;
  const { name } = entity;
  const access = accessOf(entity, people);
  if (access.rows === 'shared') return checkShared(entity, teams);
  const { seesAll, readsAll = [], create, read, update, delete: remove } = access;
  const open = Object.entries({ create, read, update, delete: remove })
    .filter(([, allowed]) => allowed === 'everyone')
    .map(([action]) => ({
      path: `${name}.access.${action}`,
      message: `Who is not signed in has no ${team.name}, whose rows of ${name} these would be.`,
    }));
  const inside = Object.entries({ seesAll, readsAll }).flatMap(([list, roles]) =>
    roles
      .filter((role) => access.rows === 'team' && !above.includes(role))
      .map((role) => ({
        path: `${name}.access.${list}`,
        message: `The role ${role} is in a team and sees that one only; only roles in seesAll or readsAll of ${team.name} stand above.`,
      })),
  );
  return [...open, ...(entity === team ? [] : inside), ...checkParents(entity, teams)];
}

/** What everybody shares cannot lead to what a team has for itself. */
function checkShared({ name, relations, fields }: Entity, teams: Teams): BlueprintProblem[] {
  const { entities, people, team } = teams;
  const isOfTeam = (target: string) => rowsOf(entities, target, people) !== 'shared';
  const leading = relations
    .filter(({ kind, target }) =>
      kind === 'belongs-to' || kind === 'many-to-many' ? isOfTeam(target) : false,
    )
    .map((relation) => ({
      path: `${name}.${relation.name}`,
      message: `${name} is shared by all, and ${relation.target} belongs to one ${team.name}; let the rows of ${name} be of the team as well.`,
    }));
  const added = relations.filter(({ target }) => isOfTeam(target)).map((relation) => relation.name);
  const counted = fields
    .filter(
      ({ computed }) =>
        computed !== undefined && !Array.isArray(computed.of) && added.includes(computed.of),
    )
    .map((field) => ({
      path: `${name}.${field.name}`,
      message: `${name} is shared by all, and this would add up rows of every ${team.name}.`,
    }));
  const nested = relations
    .filter((relation) => relation.nested && added.includes(relation.name))
    .map((relation) => ({
      path: `${name}.${relation.name}.nested`,
      message: `${name} is shared by all; rows of one ${team.name} cannot be sent with it.`,
    }));
  return [...leading, ...counted, ...nested];
}

/** A shared row that goes takes no rows of other teams with it, unless who stands above them deletes it. */
function checkParents({ name, relations }: Entity, teams: Teams): BlueprintProblem[] {
  const { entities, people, managers, team } = teams;
  return relations
    .filter(
      ({ kind, onDelete }) => kind === 'belongs-to' && (onDelete ?? 'restrict') !== 'restrict',
    )
    .filter(({ target }) => {
      const parent = entities.find((each) => each.name === target);
      if (parent === undefined) return false;
      const { rows, delete: remove } = accessOf(parent, people);
      const isAbove = remove !== 'everyone' && remove.every((role) => managers.includes(role));
      return rows === 'shared' && !isAbove;
    })
    .map((relation) => ({
      path: `${name}.${relation.name}.onDelete`,
      message: `${relation.target} is shared by all; deleting one would change ${name} of every ${team.name}.`,
    }));
}
