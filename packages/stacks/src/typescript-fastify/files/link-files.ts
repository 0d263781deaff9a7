import type { GeneratedFile } from '@quantumlayer/contracts';
import { upperFirst } from '../identifiers.ts';
import {
  type AppModel,
  type EntityModel,
  entityNamed,
  type LinkModel,
  type LinkSide,
} from '../model.ts';
import type { Action } from '../people.ts';
import { importNames, indent, inImportOrder, wrap } from '../text.ts';
import {
  accessConfig,
  accessImport,
  findArgument,
  isScoped,
  membersOf,
  mustExist,
  rowsArgument,
  rowsOf,
  within,
} from './access-parts.ts';
import { readColumns, rowsName, withArticle } from './entity-parts.ts';

/** The module of a many-to-many relation. */
export function linkFiles(app: AppModel, link: LinkModel): GeneratedFile[] {
  return [linkTableFile(link), linkRepositoryFile(app, link), linkRoutesFile(app, link)];
}

function columnsOf(entity: EntityModel): string[] {
  const columns = readColumns(entity);
  return columns === '' ? [] : [columns];
}

/** Prefix of functions for one direction: `postTags`. */
function directionName(side: LinkSide): string {
  return `${side.from}${upperFirst(side.relation.name)}`;
}

function linkTableFile(link: LinkModel): GeneratedFile {
  const [side] = link.sides;
  const columns = side === undefined ? [] : [side.ownColumn, side.otherColumn];
  const lines = columns.map(({ name, column }) => `  ${name}: uuid('${column}').notNull(),\n`);
  const content = `import { pgTable, uuid } from 'drizzle-orm/pg-core';

export const ${link.variable}Table = pgTable('${link.table}', {
${lines.join('')}});
`;
  return { path: `src/modules/${link.file}/table.ts`, content };
}

function linkRepositoryFile(app: AppModel, link: LinkModel): GeneratedFile {
  const table = `${link.variable}Table`;
  const targets = uniqueEntities(
    app,
    link.sides.map(({ to }) => to),
  );
  const [first] = link.sides;
  const own = first?.ownColumn.name ?? '';
  const far = first?.otherColumn.name ?? '';
  const imports = targets.flatMap((target) => [
    importNames([`${target.variable}Listing`], `../${target.file}/repository.ts`),
    `import type { ${target.name}Query } from '../${target.file}/schema.ts';\n`,
    importNames(
      [`type ${target.name}Record`, rowsName(target), ...columnsOf(target)],
      `../${target.file}/table.ts`,
    ),
  ]);
  const isView = targets.map(({ view }) => view !== null);
  const drizzle = [
    ...['and', 'eq'],
    ...(targets.some((target) => target.view === null && readColumns(target) === '')
      ? ['getTableColumns']
      : []),
    ...(isView.includes(true) ? ['inArray'] : []),
  ];
  const lists = link.sides.map((side) => listMethod(entityNamed(app, side.to), side, table));
  const people = targets.some((target) => isScoped(target, 'read'))
    ? importNames(['type Rows', 'within'], '../../people/rows.ts')
    : '';
  if (targets.some(({ softDeletion }) => softDeletion !== null)) drizzle.push('isNull');
  const content = `${importNames(drizzle, 'drizzle-orm')}import type { Database } from '../../database/database.ts';
import { type Page, planPage, toPage } from '../../database/paging.ts';
${people}${inImportOrder(imports)}import { ${table} } from './table.ts';

export type ${upperFirst(link.variable)}Link = typeof ${table}.$inferInsert;

export function create${upperFirst(link.variable)}Repository(database: Database) {
  return {
${indent(lists.join('\n\n'), 2)}

    /** Linking twice is the same as linking once. */
    async link(link: ${upperFirst(link.variable)}Link): Promise<void> {
      await database.insert(${table}).values(link).onConflictDoNothing();
    },

    /** False when the two were not linked. */
    async unlink(link: ${upperFirst(link.variable)}Link): Promise<boolean> {
      const rows = await database
        .delete(${table})
${unlinkCondition(table, own, far)}
        .returning();
      return rows.length > 0;
    },
  };
}
`;
  return { path: `src/modules/${link.file}/repository.ts`, content };
}

function unlinkCondition(table: string, own: string, far: string): string {
  const pair = [own, far].map((name) => `eq(${table}.${name}, link.${name})`);
  // Behind the inner call on a line of its own stands a comma.
  return indent(wrap('.where(', [wrap('and(', pair, ')', 11)], ')', 8), 4);
}

function listMethod(target: EntityModel, side: LinkSide, table: string): string {
  const { variable, name, softDeletion } = target;
  const own = readColumns(target);
  const columns = own || `getTableColumns(${variable}Table)`;
  const isHidden = isScoped(target, 'read');
  const isLinked =
    target.view === null
      ? `eq(${table}.${side.ownColumn.name}, id)`
      : `inArray(${rowsName(target)}.id, linked)`;
  const conditions = [
    isLinked,
    ...(softDeletion === null ? [] : [`isNull(${variable}Table.${softDeletion.name})`]),
    ...(isHidden ? within(target, rowsName(target)) : []),
    'where',
  ];
  const parameters = ['id: string', `query: ${name}Query`, ...(isHidden ? ['whose: Rows'] : [])];
  const start = `async list${directionName(side)}(`;
  const end = `): Promise<Page<${name}Record>> {`;
  const head = isHidden
    ? wrap(start, parameters, end, 4)
    : `${start}${parameters.join(', ')}${end}`;
  if (target.view !== null) {
    return `${head}
  const { where, orderBy, limit } = planPage(${variable}Listing, query);
  const linked = database
    .select({ id: ${table}.${side.otherColumn.name} })
    .from(${table})
    .where(eq(${table}.${side.ownColumn.name}, id));
  const rows = await database
    .select(${own})
    .from(${rowsName(target)})
    .where(and(${conditions.join(', ')}))
    .orderBy(...orderBy)
    .limit(limit);
  return toPage(rows, query);
},`;
  }
  return `${head}
  const { where, orderBy, limit } = planPage(${variable}Listing, query);
  const rows = await database
    .select(${columns})
    .from(${variable}Table)
    .innerJoin(${table}, eq(${table}.${side.otherColumn.name}, ${variable}Table.id))
${indent(wrap('.where(', [wrap('and(', conditions, ')', 11)], ')', 8), 2)}
    .orderBy(...orderBy)
    .limit(limit);
  return toPage(rows, query);
},`;
}

function linkRoutesFile(app: AppModel, link: LinkModel): GeneratedFile {
  const ends = uniqueEntities(
    app,
    link.sides.flatMap(({ from, to }) => [from, to]),
  );
  const targets = uniqueEntities(
    app,
    link.sides.map(({ to }) => to),
  );
  const imports = ends.flatMap(({ name, variable, file }) => [
    importNames([`create${name}Repository`], `../${file}/repository.ts`),
    ...(targets.some((target) => target.name === name)
      ? [importNames([`${variable}Query`, `${variable}Schema`], `../${file}/schema.ts`)]
      : []),
  ]);
  const routes = link.sides.flatMap((side) => sideRoutes(app, side));
  const body = indent(routes.join('\n\n'), 2);
  const used = (names: string[]) => names.filter((name) => body.includes(`${name}(`));
  const access = ends
    .filter(({ variable }) => new RegExp(`\\b${variable}Access\\.`).test(body))
    .map((end) => accessImport(end));
  const content = `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
${importNames(['noContent', 'notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams', 'pageOf'], '../../http/query.ts')}${importNames(used(['both']), '../../people/authorise.ts')}${importNames(used(['rowsOf', 'teamRowsOf']), '../../people/rows.ts')}${inImportOrder([...imports, ...access])}import { create${upperFirst(link.variable)}Repository } from './repository.ts';

const linkParams = z.object({ id: z.uuid(), otherId: z.uuid() });

export function ${link.variable}Routes(database: Database): FastifyPluginAsyncZod {
  const links = create${upperFirst(link.variable)}Repository(database);
${ends.map((end) => `  const ${end.variable}Repository = create${end.name}Repository(database);\n`).join('')}
  return async (app) => {
${body}
  };
}
`;
  return { path: `src/modules/${link.file}/routes.ts`, content };
}

function uniqueEntities(app: AppModel, names: string[]): EntityModel[] {
  return [...new Set(names)].map((name) => entityNamed(app, name));
}

function sideRoutes(app: AppModel, side: LinkSide): string[] {
  const from = entityNamed(app, side.from);
  const to = entityNamed(app, side.to);
  const { segment, operation } = side.nested;
  const path = `/${from.path}/:id/${segment}`;
  const exists = (end: EntityModel, id: string, action: Action) =>
    indent(
      mustExist(`${end.variable}Repository.find(${id}${findArgument(end, action)})`, end.title, id),
      2,
    );
  const configOf = (...needs: [EntityModel, Action][]) =>
    accessConfig(needs)
      .map((line) => `${indent(line, 2)}\n`)
      .join('');
  const mustRead = exists(from, 'params.id', 'read');
  const mustChange = exists(from, 'params.id', 'update');
  const mustSee = exists(to, 'params.otherId', 'read');
  const mustOwn = isScoped(from, 'update') ? `${mustChange}\n` : '';
  const pairs = [`${side.ownColumn.name}: params.id`, `${side.otherColumn.name}: params.otherId`];

  return [
    `app.get(
  '${path}',
  {
${configOf([from, 'read'], [to, 'read'])}    schema: {
      operationId: 'list${operation}',
      summary: 'List the ${to.pluralTitle} linked to ${withArticle(from.title)}',
      tags: ['${from.plural}'],
      params: idParams,
      querystring: ${to.variable}Query,
      response: { 200: pageOf(${to.variable}Schema), ...problems },
    },
  },
  async (${membersOf(['params', 'query'], mustRead + rowsArgument(to, 'read'))}) => {
${mustRead}
${indent(wrap(`return links.list${directionName(side)}(`, ['params.id', 'query', ...rowsOf(to, 'read')], ');', 8), 2)}
  },
);`,
    `app.put(
  '${path}/:otherId',
  {
${configOf([from, 'update'], [to, 'read'])}    schema: {
      operationId: 'link${operation}',
      summary: 'Link ${withArticle(from.title)} with ${withArticle(to.title)}',
      tags: ['${from.plural}'],
      params: linkParams,
      response: { 204: noContent('Linked'), ...problems },
    },
  },
  async (${membersOf(['params'], mustChange + mustSee)}, reply) => {
${mustChange}
${mustSee}
${indent(wrap('await links.link({', pairs, '});', 8), 2)}
    return reply.code(204).send();
  },
);`,
    `app.delete(
  '${path}/:otherId',
  {
${configOf([from, 'update'])}    schema: {
      operationId: 'unlink${operation}',
      summary: 'Remove the link between ${withArticle(from.title)} and ${withArticle(to.title)}',
      tags: ['${from.plural}'],
      params: linkParams,
      response: { 204: noContent('Unlinked'), ...problems },
    },
  },
  async (${membersOf(['params'], mustOwn)}, reply) => {
${mustOwn}${indent(wrap('const unlinked = await links.unlink({', pairs, '});', 8), 2)}
    if (!unlinked) throw notFound('linked ${to.title}', params.otherId);
    return reply.code(204).send();
  },
);`,
  ];
}
