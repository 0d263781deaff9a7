import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import {
  type CapsuleService,
  capsuleContentRoutes,
  capsuleRoutes,
  capsuleVersionRoutes,
  signingKeyRoutes,
} from '#modules/factory/capsules/index.ts';
import { type DropService, dropPinRoutes, dropRoutes } from '#modules/factory/drops/index.ts';
import {
  blueprintRoutes,
  type ChangePreview,
  changeRoutes,
} from '#modules/factory/pipeline/index.ts';
import { type PreviewService, previewRoutes } from '#modules/factory/previews/index.ts';
import {
  editRoutes,
  type RunService,
  runCheckRoutes,
  runControlRoutes,
  runEventRoutes,
  runFileRoutes,
  runRoutes,
  type StatisticsService,
  statisticsRoutes,
  versionRoutes,
} from '#modules/factory/runs/index.ts';
import { type SystemService, systemRoutes } from '#modules/operations/system/index.ts';
import {
  apiKeyRoutes,
  type IdentityService,
  requireCaller,
  SESSION_COOKIE,
  sessionRoutes,
  signInRoutes,
} from '#modules/tenancy/identity/index.ts';
import { type ProjectService, projectRoutes } from '#modules/tenancy/projects/index.ts';
import type { Health } from '#platform/health.ts';
import { confineAnswers } from '#platform/http/confine-answers.ts';
import { healthRoutes } from '#platform/http/health-routes.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { registerIdempotency } from '#platform/http/idempotency.ts';
import type { IdempotencyStore } from '#platform/http/idempotency-store.ts';
import { describeOptionalBodies } from '#platform/http/optional-bodies.ts';
import { refuseUnknownPaths, registerNotFound } from '#platform/http/problem.ts';
import type { Logger } from '#platform/logger.ts';
import { docsRoutes } from './docs-routes.ts';
import { homeRoutes } from './home-routes.ts';
import { version } from './version.ts';

export type Services = {
  identity: IdentityService;
  projects: ProjectService;
  runs: RunService;
  showChanges: ChangePreview;
  statistics: StatisticsService;
  system: SystemService;
  drops: DropService;
  capsules: CapsuleService;
  previews: PreviewService;
  health: Health;
  idempotency: IdempotencyStore;
  logger: Logger;
  /** Aborted when the server begins to stop. */
  stopping: AbortSignal;
};

type Pages = (app: FastifyInstance) => Promise<void>;

/**
 * Every route of the product. What is not below `/api/v1` is open and says nothing about anybody's data. `pages` is the
 * web UI; without it `/` says what runs here.
 */
export async function buildApp(
  services: Services,
  pages: Pages = homeRoutes,
): Promise<FastifyInstance> {
  const app = createHttpApp({ logger: services.logger });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'QuantumLayer',
        version,
        description:
          'A self-hosted AI software factory. Every claim links to the run that proved it.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'The first key is in `credentials.json` of the data folder.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: SESSION_COOKIE,
            description:
              'The session of a browser: sign in with a link of `npm run ql -- open`. Same-origin requests only.',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: describeOptionalBodies,
  });
  await app.register(healthRoutes(services.health));
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(signInRoutes(services.identity), { prefix: '/api/v1' });
  await app.register(apiRoutes(services), { prefix: '/api/v1' });
  refuseUnknownPaths(app, '/api');
  await app.register(docsRoutes);
  await app.register(pages);
  return app;
}

function apiRoutes(services: Services) {
  return async (api: FastifyInstance): Promise<void> => {
    confineAnswers(api);
    requireCaller(api, services.identity);
    registerNotFound(api);
    refuseUnknownPaths(api);
    registerIdempotency(api, {
      store: services.idempotency,
      organisationOf: (request) => request.organisationId,
    });
    api.addHook('onRoute', (route) => {
      if (route.schema) route.schema.security ??= [{ session: [] }, { apiKey: [] }];
    });
    await api.register(sessionRoutes(services.identity));
    await api.register(apiKeyRoutes(services.identity));
    await api.register(projectRoutes(services.projects));
    await api.register(blueprintRoutes);
    await api.register(changeRoutes(services.showChanges));
    await api.register(runRoutes(services.runs));
    await api.register(runCheckRoutes(services.runs));
    await api.register(versionRoutes(services.runs));
    await api.register(editRoutes(services.runs));
    await api.register(runFileRoutes(services.runs));
    await api.register(runControlRoutes(services.runs));
    await api.register(runEventRoutes(services.runs, { stopping: services.stopping }));
    await api.register(systemRoutes(services.system));
    await api.register(statisticsRoutes(services.statistics));
    await api.register(dropRoutes(services.drops));
    await api.register(dropPinRoutes(services.drops));
    await api.register(capsuleRoutes(services.capsules));
    await api.register(capsuleVersionRoutes(services.capsules));
    await api.register(signingKeyRoutes(services.capsules));
    await api.register(capsuleContentRoutes(services.capsules));
    await api.register(previewRoutes(services.previews));
  };
}
