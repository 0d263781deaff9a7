import { statisticsSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import type { StatisticsService } from '../statistics-service.ts';

const statisticsQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(365).default(30).describe('Days in UTC, with today'),
  projectId: z.string().min(1).max(64).optional().describe('Only runs of this project'),
});

export function statisticsRoutes(statistics: StatisticsService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/statistics',
      schema: {
        operationId: 'getStatistics',
        summary: 'Get the figures of a dashboard, each computed from stored rows',
        tags: ['Runs'],
        querystring: statisticsQuery,
        response: { 200: statisticsSchema, ...problems },
      },
      handler: async ({ organisationId, query }) => await statistics.read(organisationId, query),
    });
  };
}
