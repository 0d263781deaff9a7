import { showChangesSchema, shownChangesSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import type { ChangePreview } from '../preview-changes.ts';

const projectParams = z.strictObject({ projectId: z.string().min(1).max(64) });

/** What a change would do, before anybody decides on it: cheap, builds nothing, keeps nothing. */
export function changeRoutes(showChanges: ChangePreview): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/projects/:projectId/changes',
      schema: {
        operationId: 'showChanges',
        summary: 'Show what a change of a version would do to its blueprint, schema and code',
        tags: ['Blueprints'],
        params: projectParams,
        body: showChangesSchema,
        response: { 200: shownChangesSchema, ...problems },
      },
      handler: async ({ organisationId, params, body }) =>
        await showChanges(organisationId, params.projectId, body),
    });
  };
}
