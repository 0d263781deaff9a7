import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppModel, AuditModel, EntityModel } from '../model.ts';
import { importNames, indent, sqlName, sqlString } from '../text.ts';
import { accessConfig, findArgument, membersOf, mustExist } from './access-parts.ts';
import { partsOf, withArticle } from './entity-parts.ts';

/** What reads the changes of one record; nothing for an entity that is not audited. */
export function changeFiles(entity: EntityModel): GeneratedFile[] {
  const { audit } = entity;
  return audit === null ? [] : [tableFile(entity, audit), routesFile(entity, audit)];
}

export function changesSummary({ title }: EntityModel): string {
  return `List who changed ${withArticle(title)}, and what, the last first`;
}

function tableFile({ variable, file, title }: EntityModel, { changes }: AuditModel): GeneratedFile {
  const content = `import { sql } from 'drizzle-orm';
import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../database/columns.ts';

type Change = { member: string; from: unknown; to: unknown };

/** Every change of every ${title}; triggers of the database write it. */
export const ${variable}ChangeTable = pgTable('${changes.table}', {
  id: uuid('id').primaryKey().defaultRandom(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity(),
  rowId: uuid('row_id').notNull(),
  action: text('action', { enum: ['created', 'updated', 'deleted', 'restored'] }).notNull(),
  changes: jsonb('changes').$type<Change[]>().notNull(),
  at: instant('at').notNull().default(sql\`clock_timestamp()\`),
  /** Without a foreign key: the changes outlive the account. */
  accountId: uuid('account_id'),
});
`;
  return { path: `src/modules/${file}/change-table.ts`, content };
}

function routesFile(entity: EntityModel, { changes }: AuditModel): GeneratedFile {
  const { name, variable, file, path, plural, title } = entity;
  const table = `${variable}ChangeTable`;
  const find = `repository.find(params.id${findArgument(entity, 'read')})`;
  const config = accessConfig([[entity, 'read']]).map((line) => `        ${line}\n`);
  const used = ['rowsOf', 'teamRowsOf'].filter((name) => new RegExp(`\\b${name}\\(`).test(find));
  const content = `import { and, eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { type Listing, planPage, toPage } from '../../database/paging.ts';
import { timestamp } from '../../fields/timestamp.ts';
${importNames(['notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams', 'pageOf', 'pageParameters', 'sortBy'], '../../http/query.ts')}${importNames(used, '../../people/rows.ts')}${importNames([`${variable}Access`], './access.ts')}${importNames([table], './change-table.ts')}import { create${name}Repository } from './repository.ts';

const entry = z
  .object({
    id: z.uuid(),
    number: z.int().describe('Later entries have greater numbers'),
    action: z.enum(['created', 'updated', 'deleted', 'restored']),
    changes: z.array(z.object({ member: z.string(), from: z.unknown(), to: z.unknown() })),
    at: timestamp,
    accountId: z.uuid().nullable().describe('Who did it; null for somebody who is not known'),
  })
  .meta({ id: '${name}.Change' });

const changesQuery = z.strictObject({
  ...pageParameters,
  sort: sortBy(['number']).default('-number'),
});

const listing = {
  id: ${table}.id,
  filters: {},
  sorts: { number: ${table}.number },
} satisfies Listing;

/** Who changed ${withArticle(title)}, and what: for whoever may read it. */
export function ${variable}ChangeRoutes(database: Database): FastifyPluginAsyncZod {
  const repository = create${name}Repository(database);

  return async (app) => {
    app.get(
      '/${path}/:id/${changes.segment}',
      {
${config.join('')}        schema: {
          operationId: 'list${changes.operation}',
          summary: '${changesSummary(entity)}',
          tags: ['${plural}'],
          params: idParams,
          querystring: changesQuery,
          response: { 200: pageOf(entry), ...problems },
        },
      },
      async (${membersOf(['params', 'query'], find)}) => {
${indent(mustExist(find, title, 'params.id'), 4)}
        const { where, orderBy, limit } = planPage(listing, query);
        const rows = await database
          .select()
          .from(${table})
          .where(and(eq(${table}.rowId, params.id), where))
          .orderBy(...orderBy)
          .limit(limit);
        return toPage(rows, query);
      },
    );
  };
}
`;
  return { path: `src/modules/${file}/change-routes.ts`, content };
}

/** Longer values are cut in the history. */
const LONGEST = 1_000;
/** What no history may hold, whoever reads it. */
const SECRET = /password|passwd|secret|token|hash|salt|apikey/i;

/** The table of the changes, and what fills it in the transaction of the change itself. */
export function changeTable(_app: AppModel, entity: EntityModel): string[] {
  const { audit } = entity;
  if (audit === null) return [];
  const table = sqlName(audit.changes.table);
  return [
    `create table ${table} (
  "id" uuid primary key default gen_random_uuid(),
  "number" bigint generated always as identity,
  "row_id" uuid not null references ${sqlName(entity.table)} ("id") on delete cascade,
  "action" text not null,
  "changes" jsonb not null,
  "at" timestamptz(3) not null default clock_timestamp(),
  "account_id" uuid
);`,
    `create index ${sqlName(audit.changes.indexName)} on ${table} ("row_id", "number");`,
    ...stampTrigger(entity, audit),
    ...recordTrigger(entity, audit),
  ];
}

const ACCOUNT = "nullif(current_setting('app.account', true), '')::uuid";

function stampTrigger({ table }: EntityModel, audit: AuditModel): string[] {
  const { createdBy, updatedBy } = audit;
  const name = sqlName(audit.triggers.stamp);
  const [created, updated] = [sqlName(createdBy.column), sqlName(updatedBy.column)];
  return [
    `create function ${name}() returns trigger language plpgsql as $function$
begin
  new.${updated} := ${ACCOUNT};
  if tg_op = 'INSERT' then
    new.${created} := new.${updated};
  else
    new.${created} := old.${created};
  end if;
  return new;
end
$function$;`,
    `create trigger ${name} before insert or update on ${sqlName(table)}
  for each row execute function ${name}();`,
  ];
}

function recordTrigger(entity: EntityModel, audit: AuditModel): string[] {
  const name = sqlName(audit.triggers.record);
  const deleted = sqlName(entity.softDeletion?.column ?? '');
  const hidden =
    entity.softDeletion === null
      ? ''
      : `
  elsif old.${deleted} is null and new.${deleted} is not null then
    done := 'deleted';
  elsif old.${deleted} is not null and new.${deleted} is null then
    done := 'restored';`;
  const cut = (value: string) =>
    `case when length(${value} #>> '{}') > ${LONGEST} then to_jsonb(left(${value} #>> '{}', ${LONGEST}) || '…') else ${value} end`;
  return [
    `create function ${name}() returns trigger language plpgsql as $function$
declare
  done text := 'updated';
  changed jsonb;
begin
  if tg_op = 'INSERT' then
    done := 'created';${hidden}
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
    'member', "member",
    'from', ${cut('"before"')},
    'to', ${cut('"after"')}
  )), '[]') into changed
  from (values
${indent(comparedValues(entity).join(',\n'), 2)}
  ) as compared ("member", "before", "after")
  where "before" is distinct from "after";
  if done <> 'updated' or changed <> '[]' then
    insert into ${sqlName(audit.changes.table)} ("row_id", "action", "changes", "account_id")
    values (new."id", done, changed, ${ACCOUNT});
  end if;
  return null;
end
$function$;`,
    `create trigger ${name} after insert or update on ${sqlName(entity.table)}
  for each row execute function ${name}();`,
  ];
}

/** Every member with its value before and after, as the API gives it; secrets are left out. */
function comparedValues(entity: EntityModel): string[] {
  const fields = partsOf(entity)
    .filter(({ model, kind }) => model.computed === null && !kind.writeOnly)
    .map(({ model: { name, column }, kind }) => ({
      ...{ name, column, sqlType: kind.sqlType },
    }));
  const references = entity.references.map(({ name, column }) => ({
    ...{ name, column, sqlType: 'uuid' },
  }));
  const all = [...fields, ...references].filter(({ name }) => !SECRET.test(name));
  const none = [`('', null::jsonb, null::jsonb)`];
  const rows = all.map(({ name, column, sqlType }) => {
    const [before, after] = ['old', 'new'].map((row) =>
      asJson(`${row}.${sqlName(column)}`, sqlType),
    );
    return `(${sqlString(name)}, ${before}, ${after})`;
  });
  return rows.length === 0 ? none : rows;
}

function asJson(value: string, sqlType: string): string {
  if (sqlType.startsWith('numeric')) return `to_jsonb(${value}::text)`;
  if (sqlType.startsWith('timestamptz'))
    return `to_jsonb(to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
  if (sqlType === 'point')
    return `case when ${value} is not null then jsonb_build_object('latitude', (${value})[1], 'longitude', (${value})[0]) end`;
  return `to_jsonb(${value})`;
}
