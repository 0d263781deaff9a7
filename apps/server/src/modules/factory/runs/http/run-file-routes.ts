import { pageOf, runFileSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { MAX_PATH_LENGTH, pathPageQuery } from '#platform/http/path-page.ts';
import { problems } from '#platform/http/problem.ts';
import { sendStored } from '#platform/http/send-stored.ts';
import type { RunService } from '../run-service.ts';

const runParams = z.strictObject({ runId: z.string().min(1).max(64) });
const pathQuery = z.strictObject({
  path: z.string().min(1).max(MAX_PATH_LENGTH).describe('A path as the list of files writes it'),
});

/** What a run generated, as files. */
export function runFileRoutes(runs: RunService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/runs/:runId/files',
      schema: {
        operationId: 'listRunFiles',
        summary: 'List the files that a run generated, by path',
        tags: ['Runs'],
        params: runParams,
        querystring: pathPageQuery,
        response: { 200: pageOf(runFileSchema), ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await runs.listFiles(organisationId, params.runId, query),
    });

    app.route({
      method: 'GET',
      url: '/runs/:runId/files/content',
      schema: {
        operationId: 'getRunFile',
        summary: 'Get the content of a generated file',
        tags: ['Runs'],
        params: runParams,
        querystring: pathQuery,
        produces: ['text/plain'],
        response: {
          200: {
            description: 'The content; its digest is in ETag and Repr-Digest',
            content: { 'text/plain': { schema: z.unknown() } },
          },
          ...problems,
        },
      },
      handler: async (request, reply) => {
        const { organisationId, params, query } = request;
        const file = await runs.fileContent(organisationId, params.runId, query.path);
        return sendStored(request, reply, {
          ...{ content: file.content, digest: file.digest },
          mediaType: 'text/plain; charset=utf-8',
          fileName: file.path.slice(file.path.lastIndexOf('/') + 1),
          // Another attempt may put another file in its place.
          isImmutable: false,
        });
      },
    });
  };
}
