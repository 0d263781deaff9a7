import {
  pageOf,
  runRequestSchema,
  runSchema,
  runStatuses,
  runSummarySchema,
  startRunSchema,
} from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idempotencyHeader } from '#platform/http/idempotency.ts';
import { listOf, pageQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import type { RunService } from '../run-service.ts';

const projectParams = z.strictObject({ projectId: z.string().min(1).max(64) });
const runParams = z.strictObject({ runId: z.string().min(1).max(64) });

const instant = z.iso.datetime({ offset: true });
const runFilter = pageQuery.extend({
  status: listOf(z.enum(runStatuses)).describe('Only runs with one of these statuses'),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Only runs whose prompt holds this text'),
  failure: z.string().min(1).max(100).optional().describe('Only runs that failed with this code'),
  since: instant.optional().describe('Only runs that were asked for then or later'),
  until: instant.optional().describe('Only runs that were asked for earlier'),
});
const allFilter = runFilter.extend({
  projectId: z.string().min(1).max(64).optional().describe('Only runs of this project'),
});

export function runRoutes(runs: RunService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/projects/:projectId/runs',
      schema: {
        operationId: 'startRun',
        summary: 'Start a run: a prompt becomes tested, signed, running software',
        tags: ['Runs'],
        params: projectParams,
        headers: idempotencyHeader,
        body: startRunSchema,
        response: { 201: runSchema, ...problems },
      },
      config: { idempotent: true },
      handler: async ({ organisationId, params, body }, reply) => {
        const run = await runs.start(organisationId, params.projectId, body);
        return reply.code(201).header('location', `/api/v1/runs/${run.id}`).send(run);
      },
    });

    app.route({
      method: 'GET',
      url: '/projects/:projectId/runs',
      schema: {
        operationId: 'listRuns',
        summary: 'List the runs of a project, newest first',
        tags: ['Runs'],
        params: projectParams,
        querystring: runFilter,
        response: { 200: pageOf(runSummarySchema), ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await runs.list(organisationId, { ...query, projectId: params.projectId }),
    });

    app.route({
      method: 'GET',
      url: '/runs',
      schema: {
        operationId: 'listAllRuns',
        summary: 'List the runs of all projects, newest first',
        tags: ['Runs'],
        querystring: allFilter,
        response: { 200: pageOf(runSummarySchema), ...problems },
      },
      handler: async ({ organisationId, query }) => await runs.list(organisationId, query),
    });

    app.route({
      method: 'GET',
      url: '/runs/:runId',
      schema: {
        operationId: 'getRun',
        summary: 'Get a run with its stages, reading and evidence',
        tags: ['Runs'],
        params: runParams,
        response: { 200: runSchema, ...problems },
      },
      handler: async ({ organisationId, params }) => await runs.get(organisationId, params.runId),
    });

    app.route({
      method: 'GET',
      url: '/runs/:runId/request',
      schema: {
        operationId: 'getRunRequest',
        summary: 'Get the prompt and the document that a run was asked with',
        tags: ['Runs'],
        params: runParams,
        response: { 200: runRequestSchema, ...problems },
      },
      handler: async ({ organisationId, params }) =>
        await runs.request(organisationId, params.runId),
    });
  };
}
