import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
// @if people
import type { Config } from './config.ts';
// @end
import type { Database } from './database/database.ts';
import { registerDocs } from './http/docs.ts';
import { healthRoutes } from './http/health.ts';
import { registerProblems } from './http/problem.ts';
// @if web
import { registerWeb, webPolicy } from './http/web.ts';
// @end
import { loggerOptions } from './logger.ts';
import { registerModules } from './modules/routes.ts';
// @if people
import type { Mailer } from './people/mailer.ts';
// @end
// @if passwordsAlone
import { createPasswordHasher } from './people/password-hash.ts';
// @end
// @if people
import { registerPeople, setUpPeople } from './people/people.ts';
// @end

// @if plain
type Options = { database: Database; logLevel: string };
// @end
// @if passwordsAlone
type Options = { database: Database; logLevel: string; passwordCost: number };
// @end
// @if people
/** Without `mailer` messages go where the configuration says. */
type Options = { database: Database; config: Config; mailer?: Mailer };
// @end

/** The whole HTTP application, not yet listening. */
// @if plain
export async function buildApp({ database, logLevel }: Options): Promise<FastifyInstance> {
// @end
// @if passwordsAlone
export async function buildApp({
  database,
  logLevel,
  passwordCost,
}: Options): Promise<FastifyInstance> {
// @end
// @if people
export async function buildApp({ database, config, mailer }: Options): Promise<FastifyInstance> {
// @end
  const app = Fastify({
// @if !people
    logger: loggerOptions(logLevel),
// @end
// @if people
    logger: loggerOptions(config.LOG_LEVEL),
    trustProxy: (_address, hop) => hop < config.TRUST_PROXY,
// @end
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
// @if !web
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
// @end
// @if web
    contentSecurityPolicy: { directives: webPolicy },
// @end
    strictTransportSecurity: false,
  });
// @if !people
  await registerDocs(app);
  await app.register(healthRoutes(database));
// @end
// @if plain
  await app.register(registerModules(database), { prefix: '/api' });
// @end
// @if passwordsAlone
  const hasher = createPasswordHasher(passwordCost);
  await app.register(registerModules(database, hasher), { prefix: '/api' });
// @end
// @if people
  const people = await setUpPeople({ app, database, config, ...(mailer && { mailer }) });
// @end
// @if people
  await registerDocs(app, people.cookie.name);
  await app.register(healthRoutes(database));
  await app.register(
    async (api) => {
      await registerPeople(api, database, people);
// @end
// @if peopleAlone
      await api.register(registerModules(database));
// @end
// @if passwordsToo
      await api.register(registerModules(database, people.hasher));
// @end
// @if people
    },
    { prefix: '/api' },
  );
// @end
// @if web
  await registerWeb(app);
// @end
  return app;
}
