import { dropSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import type { DropService } from '../drop-service.ts';

const dropParams = z.strictObject({ dropId: z.string().min(1).max(64) });
const pinBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(2_000).default(''),
});

/** Drops as snippets. */
export function dropPinRoutes(drops: DropService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'PUT',
      url: '/drops/:dropId/pin',
      schema: {
        operationId: 'pinDrop',
        summary: 'Keep a drop as a snippet, or give the snippet another name or note',
        tags: ['Drops'],
        params: dropParams,
        body: pinBody,
        response: { 200: dropSchema, ...problems },
      },
      handler: async ({ organisationId, params, body }) =>
        await drops.pin(organisationId, params.dropId, body),
    });

    app.route({
      method: 'DELETE',
      url: '/drops/:dropId/pin',
      schema: {
        operationId: 'unpinDrop',
        summary: 'Keep a drop as a snippet no longer; the drop stays',
        tags: ['Drops'],
        params: dropParams,
        response: { 200: dropSchema, ...problems },
      },
      handler: async ({ organisationId, params }) =>
        await drops.unpin(organisationId, params.dropId),
    });
  };
}
