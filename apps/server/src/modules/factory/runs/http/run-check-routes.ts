import { checkIdSchema, pageOf, stageAttemptSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { countQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import { sendStored } from '#platform/http/send-stored.ts';
import type { RunService } from '../run-service.ts';

const PLAIN_TEXT = 'text/plain; charset=utf-8';

const runParams = z.strictObject({ runId: z.string().min(1).max(64) });
const checkParams = runParams.extend({ checkId: checkIdSchema });
const outputQuery = z.strictObject({
  attempt: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Attempt at the quality stage; the one that the run shows when absent'),
});

/** What the stages of a run executed. */
export function runCheckRoutes(runs: RunService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/runs/:runId/attempts',
      schema: {
        operationId: 'listStageAttempts',
        summary: 'List every attempt at every stage of a run, oldest first',
        tags: ['Runs'],
        params: runParams,
        querystring: countQuery,
        response: { 200: pageOf(stageAttemptSchema), ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await runs.listAttempts(organisationId, params.runId, query),
    });

    app.route({
      method: 'GET',
      url: '/runs/:runId/checks/:checkId/output',
      schema: {
        operationId: 'getCheckOutput',
        summary: 'Get the whole output of a check that was executed, passed or failed',
        tags: ['Runs'],
        params: checkParams,
        querystring: outputQuery,
        produces: ['text/plain'],
        response: {
          200: {
            description:
              'The output; its digest, which the evidence names, is in ETag and Repr-Digest',
            content: { 'text/plain': { schema: z.unknown() } },
          },
          ...problems,
        },
      },
      handler: async (request, reply) => {
        const { organisationId, params, query } = request;
        const { runId, checkId } = params;
        const asked = { checkId, attempt: query.attempt };
        const output = await runs.checkOutput(organisationId, runId, asked);
        const fileName = `${runId}-${checkId}.log`;
        return sendStored(request, reply, {
          ...{ content: output.content, digest: output.digest },
          ...{ mediaType: PLAIN_TEXT, fileName, isImmutable: false },
        });
      },
    });
  };
}
