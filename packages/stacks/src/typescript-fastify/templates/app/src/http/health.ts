import { sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { Problem, problems } from './problem.ts';

const healthy = z.object({ status: z.literal('ok') });

/** `/healthz`: the process answers. `/readyz`: it can also reach its database. */
export function healthRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/healthz',
      {
        schema: {
          operationId: 'getHealth',
          summary: 'Whether the process answers',
          tags: ['Health'],
          response: { 200: healthy },
        },
      },
      async () => ({ status: 'ok' as const }),
    );

    app.get(
      '/readyz',
      {
        schema: {
          operationId: 'getReadiness',
          summary: 'Whether the app can serve requests',
          tags: ['Health'],
          response: { 200: healthy, ...problems },
        },
      },
      async (request) => {
        try {
          await database.execute(sql`select 1`);
        } catch (error) {
          request.log.warn({ err: error }, 'database not ready');
          throw new Problem(503, 'database-unavailable', 'The database cannot be reached.');
        }
        return { status: 'ok' as const };
      },
    );
  };
}
