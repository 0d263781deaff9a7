import type { GeneratedFile } from '@quantumlayer/contracts';
import type { LifecycleModel, TransitionModel } from '../lifecycle-model.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { importNames, indent, sqlName, tsString, wrap } from '../text.ts';
import {
  accessConfig,
  findArgument,
  isOwned,
  membersOf,
  mustExist,
  rowsOf,
  whoseRows,
  within,
  writeCall,
} from './access-parts.ts';
import { readColumns, rowsName, withArticle } from './entity-parts.ts';
import { tagged, versionArgument, versionHeaders } from './version-parts.ts';

/** What moves rows from state to state, and what has moved them; nothing for an entity without a lifecycle. */
export function lifecycleFiles(app: AppModel, entity: EntityModel): GeneratedFile[] {
  const { lifecycle } = entity;
  if (lifecycle === null) return [];
  return [
    tableFile(app, entity, lifecycle),
    lifecycleFile(app, entity, lifecycle),
    routesFile(app, entity, lifecycle),
  ];
}

function tableFile(app: AppModel, entity: EntityModel, { history }: LifecycleModel): GeneratedFile {
  const { variable, file, title } = entity;
  const account =
    app.people === null
      ? ''
      : `\n  /** Without a foreign key: the history outlives the account. */\n  accountId: uuid('account_id'),`;
  const content = `import { sql } from 'drizzle-orm';
import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../database/columns.ts';

/** Every transition of every ${title}. */
export const ${variable}HistoryTable = pgTable('${history.table}', {
  id: uuid('id').primaryKey().defaultRandom(),
  number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity(),
  rowId: uuid('row_id').notNull(),
  transition: text('transition').notNull(),
  from: text('from_state').notNull(),
  to: text('to_state').notNull(),
  at: instant('at').notNull().default(sql\`clock_timestamp()\`),${account}
});
`;
  return { path: `src/modules/${file}/history-table.ts`, content };
}

/** The table of the history, for the migration. */
export function historyTable({ people }: AppModel, entity: EntityModel): string[] {
  const { lifecycle } = entity;
  if (lifecycle === null) return [];
  const { table, indexName } = lifecycle.history;
  const account = people === null ? '' : ',\n  "account_id" uuid';
  return [
    `create table ${sqlName(table)} (
  "id" uuid primary key default gen_random_uuid(),
  "number" bigint generated always as identity,
  "row_id" uuid not null references ${sqlName(entity.table)} ("id") on delete cascade,
  "transition" text not null,
  "from_state" text not null,
  "to_state" text not null,
  "at" timestamptz(3) not null default clock_timestamp()${account}
);`,
    `create index ${sqlName(indexName)} on ${sqlName(table)} ("row_id", "number");`,
  ];
}

function lifecycleFile(
  app: AppModel,
  entity: EntityModel,
  { member, transitions }: LifecycleModel,
): GeneratedFile {
  const { name, variable, file, title } = entity;
  const table = `${variable}Table`;
  const history = `${variable}HistoryTable`;
  const columns = readColumns(entity);
  const lines = transitions.map(({ name: key, from, to }) => {
    const parts = [wrap('from: [', from.map(tsString), ']', 4), `to: ${tsString(to)}`];
    return `${wrap(`${key}: {`, parts, '}', 3)},`;
  });
  const content = `${importNames(['and', 'eq', ...(entity.softDeletion ? ['isNull'] : []), 'sql'], 'drizzle-orm')}import type { Database } from '../../database/database.ts';
import { onlyRow } from '../../database/only-row.ts';
import { type Listing, type ListQuery, planPage, toPage } from '../../database/paging.ts';
import { nextState, type Transitions } from '../../database/transitions.ts';
${entity.version ? importNames(['expectVersion'], '../../http/versions.ts') : ''}${isOwned(entity) ? importNames(['type Rows', 'within'], '../../people/rows.ts') : ''}import { ${history} } from './history-table.ts';
${importNames([`type ${name}Record`, table, rowsName(entity), ...(columns === '' ? [] : [columns])], './table.ts')}
const member = '${member}';

/** What leads from one ${member} of ${withArticle(title)} to the next. */
export const ${variable}Transitions = {
${indent(lines.join('\n'))}
} as const satisfies Transitions<${name}Record[typeof member]>;
export type ${name}Transition = keyof typeof ${variable}Transitions;

${service(app, entity)}`;
  return { path: `src/modules/${file}/lifecycle.ts`, content };
}

/** Moves rows and lists what has moved them. */
function service(app: AppModel, entity: EntityModel): string {
  const { name, variable, version, softDeletion } = entity;
  const table = `${variable}Table`;
  const history = `${variable}HistoryTable`;
  const isPeople = app.people !== null;
  // The row is locked in its table, which a view has no part in.
  const columns = entity.view === null ? readColumns(entity) : '';
  const rows = isOwned(entity) ? ['whose: Rows'] : [];
  const one = `eq(${table}.id, id)`;
  const conditions = [
    one,
    ...(softDeletion === null ? [] : [`isNull(${table}.${softDeletion.name})`]),
    ...within(entity, table),
  ];
  const mine =
    conditions.length === 1
      ? `.where(${one})`
      : wrap('.where(', [wrap('and(', conditions, ')', 13)], ')', 10);
  const by = isPeople ? ['accountId: string | null'] : [];
  const versions = version === null ? [] : ['versions: readonly number[]'];
  const checked = version === null ? '' : `        expectVersion(row.${version.name}, versions);\n`;
  const entry = [
    'rowId: id',
    'transition',
    'from: row[member]',
    'to',
    ...(isPeople ? ['accountId'] : []),
  ];
  return `const listing = {
  id: ${history}.id,
  filters: {},
  sorts: { number: ${history}.number },
} satisfies Listing;

export function create${name}Lifecycle(database: Database) {
  return {
    /** The moved row; null when there is none. Of several at once each sees what the one before has left. */
${indent(wrap('async move(', ['id: string', `transition: ${name}Transition`, ...by, ...versions, ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
      return database.transaction(async (transaction) => {
        const [row] = await transaction
          .select(${columns})
          .from(${table})
          ${mine.replaceAll('\n', '\n          ')}
          .for('update');
        if (row === undefined) return null;
${checked}        const to = nextState(${variable}Transitions, transition, member, row[member]);
        ${moving(entity, one)}
${indent(wrap(`await transaction.insert(${history}).values({`, entry, '});', 8), 4)}
        return ${movedRow(entity)};
      });
    },

    /** What has moved the row. */
    async list(id: string, query: ListQuery) {
      const { where, orderBy, limit } = planPage(listing, query);
      const rows = await database
        .select()
        .from(${history})
        .where(and(eq(${history}.rowId, id), where))
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },
  };
}
`;
}

function moving(entity: EntityModel, one: string): string {
  const { variable, view } = entity;
  return `${view === null ? 'const moved = ' : ''}await transaction
          .update(${variable}Table)
          .set({ [member]: to, updatedAt: sql\`now()\` })
          .where(${one})${view === null ? `\n          .returning(${readColumns(entity)})` : ''};`;
}

function movedRow(entity: EntityModel): string {
  if (entity.view === null) return 'onlyRow(moved)';
  const view = rowsName(entity);
  const read = `await transaction.select(${readColumns(entity)}).from(${view}).where(eq(${view}.id, id))`;
  return wrap('onlyRow(', [read], ')', 15).replaceAll('\n', '\n        ');
}

function routesFile(app: AppModel, entity: EntityModel, lifecycle: LifecycleModel): GeneratedFile {
  const { name, variable, file } = entity;
  const routes = [
    ...lifecycle.transitions.map((transition) => transitionRoute(app, entity, transition)),
    historyRoute(entity, lifecycle),
  ];
  const body = indent(routes.join('\n\n'), 2);
  const used = (names: string[]) => names.filter((each) => body.includes(`${each}(`));
  const account = app.people === null ? '' : '\n    accountId: z.uuid().nullable(),';
  const access = new RegExp(`\\b${variable}Access\\.`).test(body)
    ? importNames([`${variable}Access`], './access.ts')
    : '';
  const content = `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { timestamp } from '../../fields/timestamp.ts';
${importNames(['notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams', 'pageOf', 'pageParameters', 'sortBy'], '../../http/query.ts')}${importNames([...used(['etagOf', 'versionsOf']), ...(body.includes('ifMatchHeaders') ? ['ifMatchHeaders'] : [])], '../../http/versions.ts')}${importNames(used(['actingAs']), '../../people/acting-as.ts')}${importNames(used(['rowsOf', 'teamRowsOf']), '../../people/rows.ts')}${access}import { create${name}Lifecycle } from './lifecycle.ts';
import { create${name}Repository } from './repository.ts';
import { ${variable}Schema } from './schema.ts';

const entry = z
  .object({
    id: z.uuid(),
    number: z.int().describe('Later entries have greater numbers'),
    transition: z.string(),
    from: z.string(),
    to: z.string(),
    at: timestamp,${account}
  })
  .meta({ id: '${name}.Transition' });

const historyQuery = z.strictObject({
  ...pageParameters,
  sort: sortBy(['number']).default('-number'),
});

/** What moves ${withArticle(entity.title)} from one ${lifecycle.member} to the next. */
export function ${variable}LifecycleRoutes(database: Database): FastifyPluginAsyncZod {
  const lifecycle = create${name}Lifecycle(database);
  const repository = create${name}Repository(database);

  return async (app) => {
${body}
  };
}
`;
  return { path: `src/modules/${file}/lifecycle-routes.ts`, content };
}

function transitionRoute(app: AppModel, entity: EntityModel, transition: TransitionModel): string {
  const { variable, path, plural, title } = entity;
  const { name, segment, operationId, allowed } = transition;
  const rows = rowsOf(entity, 'update');
  const by = app.people === null ? [] : ['account?.id ?? null'];
  const isActing = entity.audit !== null;
  const passed = ['params.id', `'${name}'`, ...by, ...versionArgument(entity), ...rows];
  const service = { on: 'lifecycle', create: `create${entity.name}Lifecycle`, method: 'move' };
  const call = writeCall(isActing, 'const moved = await ', service, passed);
  const given = entity.version ? ['params', 'headers'] : ['params'];
  const members = `${membersOf(given, by.join() + rows.join())}${entity.version ? ', reply' : ''}`;
  const headers = versionHeaders(entity).map((line) => `      ${line}\n`);
  return `app.post(
  '/${path}/:id/${segment}',
  {
${accessLines(entity, allowed)}    schema: {
      operationId: '${operationId}',
      summary: '${summaryOf(title, transition)}',
      tags: ['${plural}'],
${headers.join('')}      params: idParams,
      response: { 200: ${variable}Schema, ...problems },
    },
  },
  async (${members}) => {
${indent(call, 2)}
    if (moved === null) throw notFound('${title}', params.id);
${[...tagged(entity, 'moved'), 'return moved;'].map((line) => `    ${line}\n`).join('')}  },
);`;
}

/** `Order: submit`; the states may hold any text and stand in the document of the rules. */
export function summaryOf(title: string, { name }: TransitionModel): string {
  return `Move ${withArticle(title)}: ${name}`;
}

/** Of the roles that the transition names, or of those that may change the row. */
function accessLines(entity: EntityModel, allowed: TransitionModel['allowed']): string {
  if (allowed === null || entity.access === null) return '';
  if (allowed === entity.access.rules.update) {
    return accessConfig([[entity, 'update']])
      .map((line) => `${indent(line, 2)}\n`)
      .join('');
  }
  const list = allowed === 'everyone' ? "'everyone'" : wrap('[', allowed.map(tsString), ']', 24);
  const rows = whoseRows([[entity, 'update']]);
  const parts = [`access: ${list}`, ...(rows === undefined ? [] : [`rows: '${rows}'`])];
  return `${indent(`${wrap('config: {', parts, '}', 6)},`, 2)}\n`;
}

function historyRoute(entity: EntityModel, { history }: LifecycleModel): string {
  const { path, plural, title } = entity;
  const find = `repository.find(params.id${findArgument(entity, 'read')})`;
  const check = mustExist(find, title, 'params.id');
  return `app.get(
  '/${path}/:id/${history.segment}',
  {
${accessConfig([[entity, 'read']])
  .map((line) => `${indent(line, 2)}\n`)
  .join('')}    schema: {
      operationId: 'list${history.operation}',
      summary: 'List what has moved ${withArticle(title)}, the last first',
      tags: ['${plural}'],
      params: idParams,
      querystring: historyQuery,
      response: { 200: pageOf(entry), ...problems },
    },
  },
  async (${membersOf(['params', 'query'], find)}) => {
${indent(check, 2)}
    return lifecycle.list(params.id, query);
  },
);`;
}
