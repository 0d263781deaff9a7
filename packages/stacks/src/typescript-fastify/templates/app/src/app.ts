import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Database } from './database/database.ts';
import { registerDocs } from './http/docs.ts';
import { healthRoutes } from './http/health.ts';
import { registerProblems } from './http/problem.ts';
import { loggerOptions } from './logger.ts';
import { registerModules } from './modules/routes.ts';

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
  // Whether plain HTTP is acceptable is decided by the proxy in front of the app.
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  });
  await registerDocs(app);
  await app.register(healthRoutes(database));
  await app.register(registerModules(database), { prefix: '/api' });
  return app;
}
