import { capsuleSchema, capsuleVerificationSchema, pageOf } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pageQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import type { CapsuleService } from '../capsule-service.ts';

type App = Parameters<FastifyPluginAsyncZod>[0];

const id = z.string().min(1).max(64);
const capsuleParams = z.strictObject({ capsuleId: id });

export function capsuleRoutes(capsules: CapsuleService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/projects/:projectId/capsules',
      schema: {
        operationId: 'listCapsules',
        summary: 'List the capsules of a project, newest first',
        tags: ['Capsules'],
        params: z.strictObject({ projectId: id }),
        querystring: pageQuery,
        response: { 200: pageOf(capsuleSchema), ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await capsules.list(organisationId, params.projectId, query),
    });

    app.route({
      method: 'GET',
      url: '/capsules/:capsuleId',
      schema: {
        operationId: 'getCapsule',
        summary: 'Get a capsule',
        tags: ['Capsules'],
        params: capsuleParams,
        response: { 200: capsuleSchema, ...problems },
      },
      handler: async ({ organisationId, params }) =>
        await capsules.get(organisationId, params.capsuleId),
    });

    registerVerification(app, capsules);
  };
}

function registerVerification(app: App, capsules: CapsuleService): void {
  app.route({
    method: 'POST',
    url: '/capsules/:capsuleId/verify',
    schema: {
      operationId: 'verifyCapsule',
      summary: 'Verify the stored archive of a capsule, claim by claim',
      tags: ['Capsules'],
      params: capsuleParams,
      response: { 200: capsuleVerificationSchema, ...problems },
    },
    handler: async ({ organisationId, params }) =>
      await capsules.verify(organisationId, params.capsuleId),
  });
}
