import type { GeneratedFile } from '@quantumlayer/contracts';
import { viewStatements } from '../computed/view.ts';
import type { FieldKind } from '../field-kind.ts';
import { fitIdentifier } from '../identifiers.ts';
import { type AppModel, type EntityModel, entityNamed, type LinkModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';
import { sqlName, sqlString } from '../text.ts';
import { sessionMembers } from './access-parts.ts';
import { changeTable } from './change-files.ts';
import { isLong, partsOf, storedPartsOf } from './entity-parts.ts';
import { historyTable } from './lifecycle-files.ts';
import { peopleTables } from './people-files.ts';
import { softDeletionTriggers, whereShown } from './soft-deletion-sql.ts';
import {
  accountTeam,
  linkTeam,
  linkTrigger,
  teamFirst,
  teamKey,
  teamOwnership,
} from './team-sql.ts';
import { versionCounter } from './version-parts.ts';

/** The whole data model as the first migration. */
export function migrationFile(app: AppModel): GeneratedFile {
  const statements = [
    ...(app.people === null ? [] : peopleTables(app.people)),
    ...app.entities.map(createTable),
    ...app.entities.flatMap(fileTables),
    ...app.entities.flatMap(uniqueIndexes),
    ...app.entities.flatMap((entity) => references(app, entity)),
    ...accountTeam(app),
    ...app.entities.flatMap((entity) => [...ownership(entity), ...teamOwnership(app, entity)]),
    ...app.links.flatMap((link) => linkTable(app, link)),
    ...app.entities.flatMap((entity) => historyTable(app, entity)),
    ...app.entities.flatMap(versionCounter),
    ...softDeletionTriggers(app),
    ...app.entities.flatMap((entity) => changeTable(app, entity)),
    ...app.entities.flatMap((entity) => keptRules(entity).flatMap(({ statements }) => statements)),
    ...viewStatements(app.entities),
  ];
  const header =
    '-- Applied once, at start. Never edit it afterwards: add 0002_<what>.sql instead.\n';
  return {
    path: 'migrations/0001_initial.sql',
    content: `${header}${statements.join('\n--> statement-breakpoint\n')}\n`,
  };
}

function createTable(entity: EntityModel): string {
  const lines = ['"id" uuid primary key default gen_random_uuid()'];
  const constraints: string[] = [];
  for (const { model, kind } of storedPartsOf(entity)) {
    const column = sqlName(model.column);
    if (model.computed !== null) {
      lines.push(`${column} ${kind.sqlType} generated always as (${model.computed.sql}) stored`);
      continue;
    }
    const required = model.field.required ? ' not null' : '';
    const initial = kind.defaultValue === null ? '' : ` default ${kind.defaultValue.sql}`;
    const check =
      kind.check === null
        ? ''
        : ` constraint ${sqlName(model.checkName)} check (${kind.check(column)})`;
    lines.push(`${column} ${kind.sqlType}${required}${initial}${check}`);
    if (model.uniqueName !== null && !hasUniqueIndex(entity, kind)) {
      constraints.push(
        `constraint ${sqlName(model.uniqueName)} unique (${teamFirst(entity)}${column})`,
      );
    }
  }
  for (const { column, required } of entity.references) {
    lines.push(`${sqlName(column)} uuid${required ? ' not null' : ''}`);
  }
  for (const { column } of sessionMembers(entity)) lines.push(`${sqlName(column)} uuid not null`);
  if (entity.version) lines.push(`${sqlName(entity.version.column)} integer not null default 1`);
  if (entity.softDeletion) lines.push(`${sqlName(entity.softDeletion.column)} timestamptz(3)`);
  for (const by of entity.audit ? [entity.audit.createdBy, entity.audit.updatedBy] : []) {
    lines.push(`${sqlName(by.column)} uuid`);
  }
  lines.push('"created_at" timestamptz(3) not null default now()');
  lines.push('"updated_at" timestamptz(3) not null default now()');
  const all = [...lines, ...constraints, ...teamKey(entity)];
  return `create table ${sqlName(entity.table)} (\n  ${all.join(',\n  ')}\n);`;
}

/** The files of each row; they go with it. */
function fileTables({ table, uploads }: EntityModel): string[] {
  return uploads.map((upload) => {
    const named = (column: string) =>
      ` constraint ${sqlName(fitIdentifier(`${upload.table}_${column}_check`))}`;
    return `create table ${sqlName(upload.table)} (
  "row_id" uuid primary key constraint ${sqlName(upload.foreignKeyName)} references ${sqlName(table)} ("id") on delete cascade,
  "name" varchar(128) not null,
  "type" text not null${named('type')} check ("type" in (${upload.mediaTypes.map(sqlString).join(', ')})),
  "size" integer not null${named('size')} check ("size" > 0 and "size" <= ${upload.maxBytes}),
  "content" bytea not null${named('content')} check (length("content") = "size")
);`;
  });
}

/** A constraint compares whole values, and those of all rows. */
function hasUniqueIndex({ softDeletion }: EntityModel, kind: FieldKind): boolean {
  return softDeletion !== null || isLong(kind);
}

function uniqueIndexes(entity: EntityModel): string[] {
  return partsOf(entity).flatMap(({ model, kind }) => {
    if (model.uniqueName === null || !hasUniqueIndex(entity, kind)) return [];
    const column = sqlName(model.column);
    const compared = isLong(kind) ? `md5(${column})` : column;
    return [
      `create unique index ${sqlName(model.uniqueName)} on ${sqlName(entity.table)} (${teamFirst(entity)}${compared})${whereShown(entity)};`,
    ];
  });
}

function references(app: AppModel, entity: EntityModel): string[] {
  const team = entity.access?.team ?? null;
  return entity.references.flatMap(
    ({ column, target, unique, onDelete, foreignKeyName, indexName }) => {
      const parent = entityNamed(app, target);
      const teams: [string, string] | null =
        team !== null && parent.access?.team ? [team.column, parent.access.team.column] : null;
      const first = unique ? teamFirst(entity) : '';
      return [
        foreignKey(entity.table, foreignKeyName, column, parent.table, onDelete, teams),
        `create ${unique ? 'unique ' : ''}index ${sqlName(indexName)} on ${sqlName(entity.table)} (${first}${sqlName(column)})${unique ? whereShown(entity) : ''};`,
      ];
    },
  );
}

/** Accounts that own rows are kept; lists of own rows come in the order they were made. */
function ownership({ table, access }: EntityModel): string[] {
  if (!access?.owner || access.team !== null) return [];
  const { column, foreignKeyName, indexName } = access.owner;
  return [
    foreignKey(table, foreignKeyName, column, 'account', 'restrict'),
    `create index ${sqlName(indexName)} on ${sqlName(table)} (${sqlName(column)}, "created_at");`,
  ];
}

function foreignKey(
  table: string,
  name: string,
  column: string,
  target: string,
  onDelete: string,
  teams: [own: string, far: string] | null = null,
): string {
  const start = `alter table ${sqlName(table)} add constraint ${sqlName(name)}`;
  if (teams === null) {
    return `${start}
  foreign key (${sqlName(column)}) references ${sqlName(target)} ("id") on delete ${onDelete};`;
  }
  const [own, far] = teams.map(sqlName);
  // Of what stays of a row only the reference is emptied, not its team.
  const emptied = onDelete === 'set null' ? ` (${sqlName(column)})` : '';
  return `${start}
  foreign key (${own}, ${sqlName(column)}) references ${sqlName(target)} (${far}, "id") on delete ${onDelete}${emptied};`;
}

function linkTable(app: AppModel, link: LinkModel): string[] {
  const [side] = link.sides;
  if (side === undefined) return [];
  const [ownKey, farKey] = link.foreignKeyNames;
  const [ownEnd, farEnd] = link.keepsLinked;
  const onDelete = (keeps: boolean) => (keeps ? 'restrict' : 'cascade');
  const [own, far] = [side.ownColumn.column, side.otherColumn.column];
  const team = linkTeam(app, link);
  const ofTeam = (column: string | undefined): [string, string] | null =>
    column === undefined ? null : ['team_id', column];
  return [
    `create table ${sqlName(link.table)} (
  ${team === null ? '' : '"team_id" uuid not null,\n  '}${sqlName(own)} uuid not null,
  ${sqlName(far)} uuid not null,
  constraint ${sqlName(link.keyName)} primary key (${sqlName(own)}, ${sqlName(far)})
);`,
    foreignKey(
      ...([link.table, ownKey, own, entityNamed(app, side.from).table, onDelete(ownEnd)] as const),
      ofTeam(team?.own),
    ),
    foreignKey(
      ...([link.table, farKey, far, entityNamed(app, side.to).table, onDelete(farEnd)] as const),
      ofTeam(team?.far),
    ),
    `create index ${sqlName(link.indexName)} on ${sqlName(link.table)} (${sqlName(far)});`,
    ...linkTrigger(app, link),
  ];
}
