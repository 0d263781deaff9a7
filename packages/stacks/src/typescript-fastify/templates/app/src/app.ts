import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Database } from './database/database.ts';
import { registerDocs } from './http/docs.ts';
import { healthRoutes } from './http/health.ts';
import { registerProblems } from './http/problem.ts';
import { loggerOptions } from './logger.ts';
import { apiRoutes } from './modules/routes.ts';

type Options = { database: Database; logLevel: string };

/** The whole HTTP application, not yet listening. */
export async function buildApp({ database, logLevel }: Options): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(logLevel),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblems(app);
  await app.register(helmet);
  await registerDocs(app);
  await app.register(healthRoutes(database));
  await app.register(apiRoutes(database), { prefix: '/api' });
  return app;
}
