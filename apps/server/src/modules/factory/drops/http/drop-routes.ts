import { dropDiffSchema, dropSchema, pageOf } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pageQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import type { DropService } from '../drop-service.ts';

type App = Parameters<FastifyPluginAsyncZod>[0];

const id = z.string().min(1).max(64);
const dropParams = z.strictObject({ dropId: id });
const listQuery = pageQuery.extend({
  stage: id.optional().describe('Only drops of this stage'),
  run: id.optional().describe('Only drops of this run'),
  mediaType: z.string().min(1).max(100).optional().describe('Only drops of this media type'),
  pinned: z
    .stringbool()
    .optional()
    .describe('Only drops that are pinned, or only those that are not'),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Only drops of a stage whose name holds this text, or of the newest 1,000 runs whose prompt does',
    ),
});
const allQuery = listQuery.omit({ run: true }).extend({
  projectId: id.optional().describe('Only drops of this project'),
  runId: id.optional().describe('Only drops of this run'),
});
const diffQuery = z.strictObject({
  against: id.describe('The drop to compare with, the earlier one'),
});

export function dropRoutes(drops: DropService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/projects/:projectId/drops',
      schema: {
        operationId: 'listDrops',
        summary: 'List the drops of a project, newest first',
        tags: ['Drops'],
        params: z.strictObject({ projectId: id }),
        querystring: listQuery,
        response: { 200: pageOf(dropSchema), ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await drops.list(organisationId, { ...query, projectId: params.projectId }),
    });

    registerAll(app, drops);

    app.route({
      method: 'GET',
      url: '/drops/:dropId',
      schema: {
        operationId: 'getDrop',
        summary: 'Get a drop',
        tags: ['Drops'],
        params: dropParams,
        response: { 200: dropSchema, ...problems },
      },
      handler: async ({ organisationId, params }) => await drops.get(organisationId, params.dropId),
    });

    app.route({
      method: 'GET',
      url: '/drops/:dropId/content',
      schema: {
        operationId: 'getDropContent',
        summary: 'Get what a drop holds, in its own media type',
        tags: ['Drops'],
        params: dropParams,
        response: { 200: z.unknown().describe('The content'), ...problems },
      },
      handler: async ({ organisationId, params, headers }, reply) => {
        const { content, mediaType, digest } = await drops.content(organisationId, params.dropId);
        const etag = `"${digest}"`;
        reply.header('etag', etag).header('cache-control', 'private, max-age=31536000, immutable');
        // Content comes from generated software: no browser may run it on our origin.
        reply.header('content-security-policy', "sandbox; default-src 'none'");
        if (headers['if-none-match'] === etag) return reply.code(304).send();
        return reply.type(mediaType).send(content);
      },
    });

    app.route({
      method: 'GET',
      url: '/drops/:dropId/diff',
      schema: {
        operationId: 'diffDrop',
        summary: 'Tell what changed from one drop to another',
        tags: ['Drops'],
        params: dropParams,
        querystring: diffQuery,
        response: { 200: dropDiffSchema, ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await drops.diff(organisationId, params.dropId, query.against),
    });
  };
}

function registerAll(app: App, drops: DropService): void {
  app.route({
    method: 'GET',
    url: '/drops',
    schema: {
      operationId: 'listAllDrops',
      summary: 'List the drops of all projects, newest first',
      tags: ['Drops'],
      querystring: allQuery,
      response: { 200: pageOf(dropSchema), ...problems },
    },
    handler: async ({ organisationId, query: { runId, ...query } }) =>
      await drops.list(organisationId, { ...query, run: runId }),
  });
}
