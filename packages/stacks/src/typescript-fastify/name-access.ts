import { type Allowed, accessOf } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';
import type { EntityModel } from './model.ts';
import type { AccessModel, OwnerModel, PeopleModel, TeamColumn } from './people.ts';

type Namer = (wanted: string) => string;
type Namers = { tableName: Namer; member: Namer; column: Namer };

/** Who may do what with an entity, and the columns that say whose its rows are. */
export function nameAccess(
  { entity, table }: EntityModel,
  people: PeopleModel,
  names: Namers,
): AccessModel {
  const {
    rows,
    seesAll,
    readsAll = [],
    ...rules
  } = accessOf(entity, {
    roles: people.roles.map((name) => ({ name })),
    ...(people.team !== null && { memberOf: people.team.entity }),
  });
  const shared = { rules, seesAll, readsAll: [], owner: null, team: null, isHidden: false };
  if (rows === 'shared') return shared;
  if (rows === 'team' && people.team === null) {
    throw new BlueprintUnsound(`${entity.name}.access.rows`, 'accounts have no team');
  }
  const team =
    people.team === null ? null : teamColumn({ entity, table }, people.team.entity, names);
  return {
    ...{ rules, seesAll, team },
    readsAll: [...seesAll, ...readsAll],
    owner: rows === 'own' ? ownerColumn({ entity, table }, names) : null,
    isHidden: team !== null || hides(rules.read, seesAll, readsAll),
  };
}

/** Is there anybody who reads, but not all of it? */
function hides(read: Allowed, seesAll: readonly string[], readsAll: readonly string[]): boolean {
  if (read === 'everyone') return false;
  return readsAll.length === 0 || read.some((role) => ![...seesAll, ...readsAll].includes(role));
}

type Owned = Pick<EntityModel, 'entity' | 'table'>;

function ownerColumn({ entity, table }: Owned, names: Namers): OwnerModel {
  // A relation called owner has the shorter name: what is asked for comes first.
  const isTaken = entity.relations.some(({ name }) => name === 'owner');
  return columnOf(isTaken ? 'ownerAccountId' : 'ownerId', table, names);
}

function teamColumn({ entity, table }: Owned, team: string, names: Namers): TeamColumn {
  const keyName = names.tableName(`${table}_team_key`);
  if (entity.name === team) {
    const itself = { name: 'id', column: 'id', foreignKeyName: '', indexName: '' };
    return { ...itself, keyName, isItself: true };
  }
  return { ...columnOf('teamId', table, names), keyName, isItself: false };
}

function columnOf(wanted: string, table: string, names: Namers): OwnerModel {
  const column = names.column(wanted.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return {
    ...{ name: names.member(wanted), column },
    foreignKeyName: names.tableName(`${table}_${column}_fkey`),
    indexName: names.tableName(`${table}_${column}_idx`),
  };
}
