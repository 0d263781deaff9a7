import type { Access, Allowed, Blueprint, Entity, Remark } from '@quantumlayer/contracts';
import { toEntityName, toPluralName } from '../names.ts';
import { plural } from '../text/nouns.ts';
import type { Applied } from './applied.ts';
import { type Decision, say } from './decide-people.ts';
import type { Candidate } from './statements.ts';
import { findEntity } from './things.ts';

/** The entity that accounts belong to: as it is described, else with a name. Its relations are said by belonging. */
export function makeTeam(
  applied: Applied,
  { people, team }: Decision,
  candidates: readonly Candidate[],
): void {
  const { blueprint } = applied;
  if (team === null) return;
  const entity = findEntity(blueprint, team.words) ?? addTeam(blueprint, team.words);
  people.memberOf = entity.name;
  const shared = sharedNames(applied, candidates);
  for (const each of blueprint.entities) dropRelations(each, entity, shared);
  const all = people.roles.map(({ name }) => name);
  const inside = all.filter((role) => !team.above.includes(role));
  if (team.above.length > 0) {
    const { above } = team;
    entity.access = {
      ...{ rows: 'team', seesAll: above, create: above, read: all },
      ...{ update: [...inside.slice(-1), ...above], delete: above },
    };
  }
  for (const name of shared) {
    const found = blueprint.entities.find((each) => each.name === name);
    if (found !== undefined) found.access = { ...openTo(all), rows: 'shared' };
  }
  applied.assumptions.push(teamRemark(blueprint, entity, candidates, shared));
}

/** Access as it holds in a team: what would be shared is of the team, and nobody is let in from outside. */
export function inTeam(blueprint: Blueprint, entity: Entity, access: Access): Access {
  if (blueprint.people?.memberOf === undefined) return access;
  const all = blueprint.people.roles.map(({ name }) => name);
  if (entity.access?.rows === 'shared') return { ...access, rows: 'shared', seesAll: [] };
  const inside = (allowed: Allowed) => (allowed === 'everyone' ? all : allowed);
  const team = blueprint.entities.find(({ name }) => name === blueprint.people?.memberOf);
  const above = team?.access?.seesAll ?? [];
  const isOwn = access.rows === 'own';
  return {
    ...access,
    rows: isOwn ? 'own' : 'team',
    seesAll: access.seesAll.filter((role) => isOwn || above.includes(role)),
    create: inside(access.create),
    read: inside(access.read),
    update: inside(access.update),
    delete: inside(access.delete),
  };
}

function addTeam(blueprint: Blueprint, words: readonly string[]): Entity {
  const name = toEntityName(words) ?? 'Team';
  const entity: Entity = {
    ...{ name, plural: toPluralName(name) },
    fields: [{ name: 'name', type: 'string', required: true, unique: false }],
    relations: [],
  };
  blueprint.entities.unshift(entity);
  return entity;
}

function openTo(all: string[]): Omit<Access, 'rows'> {
  return { seesAll: [], create: all, read: all, update: all, delete: all };
}

/** What all teams share, by what is said of it. */
function sharedNames({ blueprint }: Applied, candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({ options }) =>
    options.flatMap((option) =>
      option.kind === 'team-shared'
        ? (option.rows ?? []).flatMap((noun) => findEntity(blueprint, noun)?.name ?? [])
        : [],
    ),
  );
}

/** A team has its rows by whose they are, so that a relation with it says nothing more. */
function dropRelations(entity: Entity, team: Entity, shared: readonly string[]): void {
  const isTeam = entity === team;
  const gone = entity.relations.filter(
    ({ target, kind }) =>
      (isTeam && !(shared.includes(target) && kind === 'belongs-to')) ||
      (!isTeam && target === team.name && !(shared.includes(entity.name) && kind !== 'belongs-to')),
  );
  entity.relations = entity.relations
    .filter((relation) => !gone.includes(relation))
    .map((relation) => (isTeam ? { ...relation, required: false } : relation));
  const names = gone.map(({ name }) => name);
  entity.fields = entity.fields.filter(
    ({ computed }) => computed === undefined || !names.includes(String(computed.of)),
  );
}

function teamRemark(
  { entities }: Blueprint,
  team: Entity,
  candidates: readonly Candidate[],
  shared: readonly string[],
): Remark {
  const named = candidates.flatMap(({ options }) =>
    options.flatMap((option) =>
      option.kind === 'team'
        ? (option.rows ?? []).map((noun) => findEntity({ entities }, noun))
        : [],
    ),
  );
  const [one, many] = [say(team.name), plural(say(team.name))];
  const unsaid = entities.filter(
    (entity) => entity !== team && !shared.includes(entity.name) && !named.includes(entity),
  );
  const others = unsaid.map(({ name }) => plural(say(name)));
  const rest =
    others.length === 0
      ? ''
      : ` That holds for ${others.join(', ')} as well, of which nothing else is said.`;
  return {
    path: 'people.memberOf',
    text: `Each account belongs to one ${one}, and sees and changes only what its own ${one} has; what must be unique is so within it.${rest}`,
    answers: [
      ...others.slice(0, 7).map((name) => {
        const label = `${name.charAt(0).toUpperCase()}${name.slice(1)} are shared by all ${many}`;
        return { label, sentence: `${label}.` };
      }),
      {
        label: `Everybody sees the data of all ${many}`,
        sentence: `Everybody sees the data of all ${many}.`,
      },
    ],
  };
}
