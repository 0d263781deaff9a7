import { type Project, pageOf, projectSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idempotencyHeader } from '#platform/http/idempotency.ts';
import { pageQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import type { ProjectRecord } from '../domain/project.ts';
import type { ProjectService } from '../project-service.ts';

const name = z.string().trim().min(1).max(100);
const description = z.string().trim().max(2_000);
const createBody = z.strictObject({ name, description: description.default('') });
const changeBody = z.strictObject({ name: name.optional(), description: description.optional() });
const projectParams = z.strictObject({ projectId: z.string().min(1).max(64) });
const listQuery = pageQuery.extend({
  q: z.string().trim().min(1).max(200).optional().describe('Words of the name or the description'),
  archived: z.stringbool().default(false).describe('Whether archived projects are listed too'),
});

type App = Parameters<FastifyPluginAsyncZod>[0];

export function projectRoutes(projects: ProjectService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/projects',
      schema: {
        operationId: 'listProjects',
        summary: 'List projects, oldest first',
        tags: ['Projects'],
        querystring: listQuery,
        response: { 200: pageOf(projectSchema), ...problems },
      },
      handler: async ({ organisationId, query }) => {
        const { items, nextCursor } = await projects.list(organisationId, query);
        return { items: await projects.present(organisationId, items), nextCursor };
      },
    });

    app.route({
      method: 'POST',
      url: '/projects',
      schema: {
        operationId: 'createProject',
        summary: 'Create a project',
        tags: ['Projects'],
        headers: idempotencyHeader,
        body: createBody,
        response: { 201: projectSchema, ...problems },
      },
      config: { idempotent: true },
      handler: async ({ organisationId, body }, reply) => {
        const project = await projects.create(organisationId, body);
        reply.code(201).header('location', `/api/v1/projects/${project.id}`);
        return await presentOne(projects, organisationId, project);
      },
    });

    app.route({
      method: 'GET',
      url: '/projects/:projectId',
      schema: {
        operationId: 'getProject',
        summary: 'Get a project',
        tags: ['Projects'],
        params: projectParams,
        response: { 200: projectSchema, ...problems },
      },
      handler: async ({ organisationId, params }) =>
        await presentOne(
          projects,
          organisationId,
          await projects.get(organisationId, params.projectId),
        ),
    });

    registerChanges(app, projects);
  };
}

function registerChanges(app: App, projects: ProjectService): void {
  app.route({
    method: 'PATCH',
    url: '/projects/:projectId',
    schema: {
      operationId: 'changeProject',
      summary: 'Rename a project or describe it anew',
      tags: ['Projects'],
      params: projectParams,
      body: changeBody,
      response: { 200: projectSchema, ...problems },
    },
    handler: async ({ organisationId, params, body }) =>
      await presentOne(
        projects,
        organisationId,
        await projects.update(organisationId, params.projectId, body),
      ),
  });

  app.route({
    method: 'POST',
    url: '/projects/:projectId/archive',
    schema: {
      operationId: 'archiveProject',
      summary: 'Archive a project: it keeps what it has and takes nothing new',
      tags: ['Projects'],
      params: projectParams,
      response: { 200: projectSchema, ...problems },
    },
    handler: async ({ organisationId, params }) =>
      await presentOne(
        projects,
        organisationId,
        await projects.archive(organisationId, params.projectId),
      ),
  });

  app.route({
    method: 'POST',
    url: '/projects/:projectId/restore',
    schema: {
      operationId: 'restoreProject',
      summary: 'Take a project out of the archive',
      tags: ['Projects'],
      params: projectParams,
      response: { 200: projectSchema, ...problems },
    },
    handler: async ({ organisationId, params }) =>
      await presentOne(
        projects,
        organisationId,
        await projects.restore(organisationId, params.projectId),
      ),
  });
}

async function presentOne(
  projects: ProjectService,
  organisationId: string,
  project: ProjectRecord,
): Promise<Project> {
  const [presented] = await projects.present(organisationId, [project]);
  if (presented === undefined) throw new Error('a project was lost while it was presented');
  return presented;
}
