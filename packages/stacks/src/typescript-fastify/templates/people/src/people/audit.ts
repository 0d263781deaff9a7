import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { auditTable } from './tables.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The row that was acted on, where neither the path nor the answer names it. */
    auditedRow: string | null;
// @if teams
    /** The team of who tries to sign in. */
    auditedTeam: string | null;
// @end
  }
  interface FastifyContextConfig {
    /** Failures count as well: sign-ins that were refused. */
    auditFailures?: boolean;
  }
}

/** Writes down who changed which row, before the answer goes out: what cannot be written down is not confirmed. */
export function registerAudit(app: FastifyInstance, database: Database): void {
  app.decorateRequest('auditedRow', null);
// @if teams
  app.decorateRequest('auditedTeam', null);
// @end
  app.addHook('onSend', async (request, reply) => {
    if (!isAudited(request, reply)) return;
    await database.insert(auditTable).values({
      accountId: request.account?.id ?? null,
      operation: request.routeOptions.schema?.operationId ?? request.method,
      status: reply.statusCode,
      rowId: request.auditedRow ?? createdRow(reply) ?? changedRow(request),
// @if teams
      teamId: request.account?.teamId ?? request.auditedTeam,
// @end
    });
  });
}

function isAudited(
  { method, routeOptions }: FastifyRequest,
  { statusCode }: FastifyReply,
): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return statusCode < 400 || (routeOptions.config.auditFailures === true && statusCode < 500);
}

/** The last part of `location` is the id of what was created. */
function createdRow(reply: FastifyReply): string | null {
  const location = reply.getHeader('location');
  return typeof location === 'string' ? (location.split('/').at(-1) ?? null) : null;
}

/** The ids in the path: one row, or the two ends of a link. */
function changedRow({ params }: FastifyRequest): string | null {
  const ids = Object.values(params ?? {}).map(String);
  return ids.length === 0 ? null : ids.join(' ');
}
