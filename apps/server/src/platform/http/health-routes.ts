import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Health } from '../health.ts';

const livenessSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Liveness' });

const readinessSchema = z
  .strictObject({
    status: z.enum(['ready', 'not-ready', 'stopping']),
    parts: z.array(
      z.strictObject({
        name: z.string(),
        state: z.enum(['ok', 'failed']),
        latencyMs: z.number(),
        detail: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Readiness' });

/** `/healthz`: the process answers. `/readyz`: it can do its work, and which part cannot. */
export function healthRoutes(health: Health): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/healthz',
      logLevel: 'warn',
      schema: {
        operationId: 'getLiveness',
        summary: 'Whether the process is alive',
        tags: ['Health'],
        response: { 200: livenessSchema },
      },
      handler: async () => ({ status: 'ok' as const }),
    });

    app.route({
      method: 'GET',
      url: '/readyz',
      logLevel: 'warn',
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether the server can serve, and the state of each part',
        tags: ['Health'],
        response: { 200: readinessSchema, 503: readinessSchema },
      },
      handler: async (_request, reply) => {
        const { ready, stopping, parts } = await health.read();
        const status = stopping ? 'stopping' : ready ? 'ready' : 'not-ready';
        return reply.code(ready ? 200 : 503).send({ status, parts });
      },
    });
  };
}
