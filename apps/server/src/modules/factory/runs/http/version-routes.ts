import { restoreVersionSchema, runSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idempotencyHeader } from '#platform/http/idempotency.ts';
import { problems } from '#platform/http/problem.ts';
import type { RunService } from '../run-service.ts';

const id = z.string().min(1).max(64);

/** Older versions, built anew. */
export function versionRoutes(runs: RunService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/projects/:projectId/versions/:capsuleId/restore',
      schema: {
        operationId: 'restoreVersion',
        summary: 'Start a run that builds an older version anew; newer ones stay as they are',
        tags: ['Runs'],
        params: z.strictObject({ projectId: id, capsuleId: id }),
        headers: idempotencyHeader,
        /** Nothing is needed where every row has what the version requires. */
        body: restoreVersionSchema.nullish(),
        response: { 201: runSchema, ...problems },
      },
      config: { idempotent: true },
      handler: async ({ organisationId, params, body }, reply) => {
        const { projectId, capsuleId } = params;
        const run = await runs.restoreVersion(organisationId, projectId, capsuleId, body ?? {});
        return reply.code(201).header('location', `/api/v1/runs/${run.id}`).send(run);
      },
    });
  };
}
