import { pageOf, previewSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pageQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import { LONGEST_LIFE_MINUTES } from '../domain/preview.ts';
import type { PreviewService } from '../preview-service.ts';

type App = Parameters<FastifyPluginAsyncZod>[0];

const id = z.string().min(1).max(64);
const previewParams = z.strictObject({ previewId: id });
const tags = ['Previews'];

export function previewRoutes(previews: PreviewService): FastifyPluginAsyncZod {
  return async (app) => {
    readRoutes(app, previews);
    controlRoutes(app, previews);
  };
}

function readRoutes(app: App, previews: PreviewService): void {
  app.route({
    method: 'GET',
    url: '/projects/:projectId/previews',
    schema: {
      operationId: 'listPreviews',
      summary: 'List the previews of a project, newest first',
      tags,
      params: z.strictObject({ projectId: id }),
      querystring: pageQuery,
      response: { 200: pageOf(previewSchema), ...problems },
    },
    handler: async ({ organisationId, params, query }) =>
      await previews.list(organisationId, params.projectId, query),
  });

  app.route({
    method: 'GET',
    url: '/previews/:previewId',
    schema: {
      operationId: 'getPreview',
      summary: 'Get a preview',
      tags,
      params: previewParams,
      response: { 200: previewSchema, ...problems },
    },
    handler: async ({ organisationId, params }) =>
      await previews.get(organisationId, params.previewId),
  });

  app.route({
    method: 'GET',
    url: '/previews/:previewId/logs',
    schema: {
      operationId: 'getPreviewLogs',
      summary: 'Read the last 64 KiB that the app of a preview wrote',
      tags,
      params: previewParams,
      response: {
        200: { description: 'The log', content: { 'text/plain': { schema: z.string() } } },
        ...problems,
      },
    },
    handler: async ({ organisationId, params }, reply) =>
      await reply
        .type('text/plain; charset=utf-8')
        .send(await previews.readLog(organisationId, params.previewId)),
  });
}

function controlRoutes(app: App, previews: PreviewService): void {
  app.route({
    method: 'POST',
    url: '/previews/:previewId/stop',
    schema: {
      operationId: 'stopPreview',
      summary: 'Stop a preview and delete its data; safe to repeat',
      tags,
      params: previewParams,
      response: { 200: previewSchema, ...problems },
    },
    handler: async ({ organisationId, params }) =>
      await previews.stop(organisationId, params.previewId),
  });

  app.route({
    method: 'POST',
    url: '/previews/:previewId/renew-address',
    schema: {
      operationId: 'renewPreviewAddress',
      summary: 'Give a preview a new address; links to the one before stop working',
      tags,
      params: previewParams,
      response: { 200: previewSchema, ...problems },
    },
    handler: async ({ organisationId, params }) =>
      await previews.renewAddress(organisationId, params.previewId),
  });

  app.route({
    method: 'POST',
    url: '/previews/:previewId/extend',
    schema: {
      operationId: 'extendPreview',
      summary: 'Let a preview live longer, up to a day from now',
      tags,
      params: previewParams,
      body: z.strictObject({ minutes: z.int().min(1).max(LONGEST_LIFE_MINUTES) }),
      response: { 200: previewSchema, ...problems },
    },
    handler: async ({ organisationId, params, body }) =>
      await previews.extend(organisationId, params.previewId, body.minutes),
  });
}
