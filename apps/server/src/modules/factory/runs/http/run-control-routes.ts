import { runSchema, runSignalSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import type { RunService } from '../run-service.ts';

const runParams = z.strictObject({ runId: z.string().min(1).max(64) });
const retryBody = z.strictObject({ stage: z.string().min(1).max(64) });

/** What a person does to a run that exists: cancel, retry, answer its checkpoints. */
export function runControlRoutes(runs: RunService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/runs/:runId/cancel',
      schema: {
        operationId: 'cancelRun',
        summary: 'Cancel a run; its sandboxes are stopped',
        tags: ['Runs'],
        params: runParams,
        response: { 200: runSchema, ...problems },
      },
      handler: async ({ organisationId, params }) =>
        await runs.cancel(organisationId, params.runId),
    });

    app.route({
      method: 'POST',
      url: '/runs/:runId/retry',
      schema: {
        operationId: 'retryRun',
        summary: 'Run a stage of an ended run, and all behind it, again',
        tags: ['Runs'],
        params: runParams,
        body: retryBody,
        response: { 200: runSchema, ...problems },
      },
      handler: async ({ organisationId, params, body }) =>
        await runs.retry(organisationId, params.runId, body.stage),
    });

    app.route({
      method: 'POST',
      url: '/runs/:runId/signal',
      schema: {
        operationId: 'signalRun',
        summary: 'Answer a checkpoint (approve, reject, modify), pause or resume',
        tags: ['Runs'],
        params: runParams,
        body: runSignalSchema,
        response: { 200: runSchema, ...problems },
      },
      handler: async ({ organisationId, params, body }) =>
        await runs.signal(organisationId, params.runId, body),
    });
  };
}
