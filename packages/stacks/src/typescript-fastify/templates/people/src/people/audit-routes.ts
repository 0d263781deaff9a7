// @if teams
import { and, getTableColumns } from 'drizzle-orm';
// @end
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { equals } from '../database/filters.ts';
import { type Listing, planPage, toPage } from '../database/paging.ts';
import { isStorable, STORABLE } from '../fields/storable.ts';
import { timestamp } from '../fields/timestamp.ts';
import { problems } from '../http/problem.ts';
import { pageOf, pageParameters, sortBy } from '../http/query.ts';
// @if !teams
import { adminRole } from './roles.ts';
// @end
// @if teams
import { adminRole, managersAboveTeams } from './roles.ts';
import { teamRowsOf, within } from './rows.ts';
// @end
import { auditTable } from './tables.ts';

const auditEntry = z
  .object({
    id: z.uuid(),
    at: timestamp,
    accountId: z.uuid().nullable().describe('Who did it; null for somebody who was not signed in'),
    operation: z.string(),
    status: z.int(),
    rowId: z.string().nullable().describe('The row, or the two ends of a link'),
  })
  .meta({ id: 'Audit.Entry' });

const auditQuery = z.strictObject({
  ...pageParameters,
  sort: sortBy(['at']).default('-at'),
  accountId: z.uuid().optional(),
  rowId: z.string().min(1).max(100).refine(isStorable, STORABLE).optional(),
});

// @if teams
const { teamId: _team, ...columns } = getTableColumns(auditTable);

// @end
const listing = {
  id: auditTable.id,
  filters: { accountId: equals(auditTable.accountId), rowId: equals(auditTable.rowId) },
  sorts: { at: auditTable.at },
} satisfies Listing;

// @if !teams
/** Who did what, the newest first. */
// @end
// @if teams
/** Who in the team did what, the newest first. */
// @end
export function auditRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/audit',
      {
// @if !teams
        config: { access: [adminRole] },
// @end
// @if teams
        config: { access: [adminRole, ...managersAboveTeams], rows: 'team' },
// @end
        schema: {
          operationId: 'listAuditEntries',
          summary: 'List what was changed and who signed in, the newest first',
          tags: ['Audit'],
          querystring: auditQuery,
          response: { 200: pageOf(auditEntry), ...problems },
        },
      },
// @if !teams
      async ({ query }) => {
// @end
// @if teams
      async ({ query, account }) => {
        const whose = teamRowsOf(account, managersAboveTeams);
// @end
        const { where, orderBy, limit } = planPage(listing, query);
        const rows = await database
// @if !teams
          .select()
// @end
// @if teams
          .select(columns)
// @end
          .from(auditTable)
// @if !teams
          .where(where)
// @end
// @if teams
          .where(and(within(auditTable.teamId, whose), where))
// @end
          .orderBy(...orderBy)
          .limit(limit);
        return toPage(rows, query);
      },
    );
  };
}
