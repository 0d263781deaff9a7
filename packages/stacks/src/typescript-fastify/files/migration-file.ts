import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type LinkModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';
import { sqlName, sqlString } from '../text.ts';
import { isLong, partsOf } from './entity-parts.ts';
import { historyTable } from './lifecycle-files.ts';
import { peopleTables } from './people-files.ts';

/** The whole data model as the first migration. */
export function migrationFile(app: AppModel): GeneratedFile {
  const statements = [
    ...(app.people === null ? [] : peopleTables(app.people)),
    ...app.entities.map(createTable),
    ...app.entities.flatMap(fileTables),
    ...app.entities.flatMap(longUniques),
    ...app.entities.flatMap((entity) => references(app, entity)),
    ...app.entities.flatMap(ownership),
    ...app.links.flatMap((link) => linkTable(app, link)),
    ...app.entities.flatMap((entity) => historyTable(app, entity)),
    ...app.entities.flatMap((entity) => keptRules(entity).flatMap(({ statements }) => statements)),
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
  for (const { model, kind } of partsOf(entity)) {
    const column = sqlName(model.column);
    const required = model.field.required ? ' not null' : '';
    const initial = kind.defaultValue === null ? '' : ` default ${kind.defaultValue.sql}`;
    const check = kind.check === null ? '' : ` check (${kind.check(column)})`;
    lines.push(`${column} ${kind.sqlType}${required}${initial}${check}`);
    if (model.uniqueName !== null && !isLong(kind)) {
      constraints.push(`constraint ${sqlName(model.uniqueName)} unique (${column})`);
    }
  }
  for (const { column, required } of entity.references) {
    lines.push(`${sqlName(column)} uuid${required ? ' not null' : ''}`);
  }
  if (entity.access?.owner) lines.push(`${sqlName(entity.access.owner.column)} uuid not null`);
  lines.push('"created_at" timestamptz(3) not null default now()');
  lines.push('"updated_at" timestamptz(3) not null default now()');
  return `create table ${sqlName(entity.table)} (\n  ${[...lines, ...constraints].join(',\n  ')}\n);`;
}

/** The files of each row; they go with it. */
function fileTables({ table, uploads }: EntityModel): string[] {
  return uploads.map(
    (upload) => `create table ${sqlName(upload.table)} (
  "row_id" uuid primary key constraint ${sqlName(upload.foreignKeyName)} references ${sqlName(table)} ("id") on delete cascade,
  "name" varchar(128) not null,
  "type" text not null check ("type" in (${upload.mediaTypes.map(sqlString).join(', ')})),
  "size" integer not null check ("size" > 0 and "size" <= ${upload.maxBytes}),
  "content" bytea not null check (length("content") = "size")
);`,
  );
}

function longUniques(entity: EntityModel): string[] {
  return partsOf(entity).flatMap(({ model, kind }) => {
    if (model.uniqueName === null || !isLong(kind)) return [];
    const column = sqlName(model.column);
    return [
      `create unique index ${sqlName(model.uniqueName)} on ${sqlName(entity.table)} (md5(${column}));`,
    ];
  });
}

function references(app: AppModel, entity: EntityModel): string[] {
  return entity.references.flatMap(
    ({ column, target, unique, onDelete, foreignKeyName, indexName }) => [
      foreignKey(entity.table, foreignKeyName, column, entityNamed(app, target).table, onDelete),
      `create ${unique ? 'unique ' : ''}index ${sqlName(indexName)} on ${sqlName(entity.table)} (${sqlName(column)});`,
    ],
  );
}

/** Accounts that own rows are kept; lists of own rows come in the order they were made. */
function ownership({ table, access }: EntityModel): string[] {
  if (!access?.owner) return [];
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
): string {
  return `alter table ${sqlName(table)} add constraint ${sqlName(name)}
  foreign key (${sqlName(column)}) references ${sqlName(target)} ("id") on delete ${onDelete};`;
}

function linkTable(app: AppModel, link: LinkModel): string[] {
  const [side] = link.sides;
  if (side === undefined) return [];
  const [ownKey, farKey] = link.foreignKeyNames;
  const [ownEnd, farEnd] = link.keepsLinked;
  const onDelete = (keeps: boolean) => (keeps ? 'restrict' : 'cascade');
  const [own, far] = [side.ownColumn.column, side.otherColumn.column];
  return [
    `create table ${sqlName(link.table)} (
  ${sqlName(own)} uuid not null,
  ${sqlName(far)} uuid not null,
  constraint ${sqlName(link.keyName)} primary key (${sqlName(own)}, ${sqlName(far)})
);`,
    foreignKey(link.table, ownKey, own, entityNamed(app, side.from).table, onDelete(ownEnd)),
    foreignKey(link.table, farKey, far, entityNamed(app, side.to).table, onDelete(farEnd)),
    `create index ${sqlName(link.indexName)} on ${sqlName(link.table)} (${sqlName(far)});`,
  ];
}
