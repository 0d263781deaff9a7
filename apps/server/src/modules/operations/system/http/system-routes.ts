import { systemSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { problems } from '#platform/http/problem.ts';
import type { SystemService } from '../system-service.ts';

export function systemRoutes(system: SystemService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/system',
      schema: {
        operationId: 'getSystem',
        summary: 'Get what this installation runs on and lacks, each lack with what mends it',
        tags: ['System'],
        response: { 200: systemSchema, ...problems },
      },
      handler: async () => await system.read(),
    });
  };
}
