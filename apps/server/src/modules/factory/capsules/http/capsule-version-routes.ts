import { capsuleDiffSchema, pageOf, softwareVersionSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pageQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import type { CapsuleService } from '../capsule-service.ts';

const id = z.string().min(1).max(64);
const diffQuery = z.strictObject({
  against: id.describe('The capsule to compare with, the earlier one'),
});

/** Capsules as versions of the software of a project. */
export function capsuleVersionRoutes(capsules: CapsuleService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/projects/:projectId/versions',
      schema: {
        operationId: 'listVersions',
        summary: 'List the versions of the software of a project, newest first',
        tags: ['Capsules'],
        params: z.strictObject({ projectId: id }),
        querystring: pageQuery,
        response: { 200: pageOf(softwareVersionSchema), ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await capsules.listVersions(organisationId, params.projectId, query),
    });

    app.route({
      method: 'GET',
      url: '/capsules/:capsuleId/diff',
      schema: {
        operationId: 'diffCapsule',
        summary: 'Tell what changed in the code from one capsule to another',
        tags: ['Capsules'],
        params: z.strictObject({ capsuleId: id }),
        querystring: diffQuery,
        response: { 200: capsuleDiffSchema, ...problems },
      },
      handler: async ({ organisationId, params, query }) =>
        await capsules.diff(organisationId, params.capsuleId, query.against),
    });
  };
}
