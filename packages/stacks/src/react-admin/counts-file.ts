import type { GeneratedFile } from '@quantumlayer/contracts';
import {
  accessImport,
  isScoped,
  rowsOf,
  within,
} from '../typescript-fastify/files/access-parts.ts';
import type { AppModel, EntityModel } from '../typescript-fastify/model.ts';
import { importNames, indent, inImportOrder, wrap } from '../typescript-fastify/text.ts';

/** Counts the rows of every entity that a request may read, for the dashboard. */
export function countsFile(app: AppModel): GeneratedFile {
  const { entities, people } = app;
  const body = entities.map(countStatement).join('\n');
  const hasPeople = people !== null;
  const used = (names: readonly string[]) => names.filter((name) => body.includes(`${name}(`));
  const tables = entities.map(({ variable, file }) =>
    importNames([`${variable}Table`], `../${file}/table.ts`),
  );
  const access = entities
    .filter(({ variable }) => new RegExp(`\\b${variable}Access\\.`).test(body))
    .map((entity) => accessImport(entity));
  const asks = used(['isAllowed']).length > 0;
  const content = `${importNames(used(['and', 'isNull']), 'drizzle-orm')}import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
${importNames(used(['countByState', 'countRows']), '../../database/count-rows.ts')}import type { Database } from '../../database/database.ts';
import { problems } from '../../http/problem.ts';
${importNames(used(['isAllowed']), '../../people/authorise.ts')}${importNames(used(['rowsOf', 'teamRowsOf', 'within']), '../../people/rows.ts')}${inImportOrder([...access, ...tables])}
const counted = z.object({ total: z.int(), states: z.record(z.string(), z.int()).optional() });

/** How many rows one sees, by the path of the lists that show them: what a dashboard begins with. */
export function countRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/counts',
      {
${hasPeople ? "        config: { access: 'everyone' },\n" : ''}        schema: {
          operationId: 'countEverything',
          summary: 'Count the rows of each kind that one sees, and those in each state',
          tags: ['Counts'],
          response: { 200: z.record(z.string(), counted), ...problems },
        },
      },
      async (${asks ? '{ account }' : ''}) => {
        const counts: Record<string, z.output<typeof counted>> = {};
${indent(body, 4)}
        return counts;
      },
    );
  };
}
`;
  return { path: 'src/modules/counts/routes.ts', content };
}

function countStatement(entity: EntityModel): string {
  const { access, variable, path, lifecycle, softDeletion } = entity;
  const table = `${variable}Table`;
  const shown = softDeletion === null ? [] : [`isNull(${table}.${softDeletion.name})`];
  const rows = isScoped(entity, 'read') ? rowsOf(entity, 'read') : [];
  const scope = rows.length === 0 ? [] : within(entity, table);
  const conditions = [...shown, ...scope];
  const isOpen = access === null || access.rules.read === 'everyone';
  const member = /^[a-z]+$/.test(path) ? `counts.${path}` : `counts['${path}']`;
  const where = conditions.length > 1 ? [wrap('and(', conditions, ')', 12)] : conditions;
  const call =
    lifecycle === null
      ? wrap('await countRows(', ['database', table, ...where], ');', 10 + member.length + 3)
      : wrap(
          'await countByState(',
          ['database', table, `${table}.${lifecycle.member}`, ...where],
          ');',
          10 + member.length + 3,
        );
  const statements = [...rows.map((row) => `const whose = ${row};`), `${member} = ${call}`];
  if (isOpen) return statements.join('\n');
  return `if (isAllowed(account, ${variable}Access.read)) {\n${indent(statements.join('\n'))}\n}`;
}
