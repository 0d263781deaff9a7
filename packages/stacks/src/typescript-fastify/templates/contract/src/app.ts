import helmet from '@fastify/helmet';
// @if cookies
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
// @end
// @if !cookies
import Fastify, { type FastifyInstance } from 'fastify';
// @end
import type { Config } from './config.ts';
import { registerBodies } from './contract/bodies.ts';
import { registerOperations, sendProblem } from './contract/register.ts';
import { toRefusal } from './contract/to-refusal.ts';
import type { Database } from './database/database.ts';
import { registerDocs } from './docs.ts';
import { loggerOptions } from './logger.ts';
// @if based
import { BASE_PATH, operations } from './operations.ts';
// @end
// @if !based
import { operations } from './operations.ts';
// @end
import { createServices } from './services.ts';

type Options = { database: Database; config: Config };

/** The whole HTTP application, not yet listening. */
export async function buildApp({ database, config }: Options): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(config.LOG_LEVEL),
    // @if signing
    trustProxy: (_address, hop) => hop < config.TRUST_PROXY,
    // @end
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    // @if based
    rewriteUrl: ({ url = '/' }) =>
      url.startsWith(`${BASE_PATH}/`) ? url.slice(BASE_PATH.length) : url,
    // @end
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal === null) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, refusal === null ? 500 : 400, request.id);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(reply, 404, request.id));
  // Whether plain HTTP is acceptable is decided by the proxy in front of the app.
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  });
  // @if cookies
  if (config.NODE_ENV === 'production')
    app.addHook('onSend', async (_request, reply) => overHttps(reply));
  // @end
  await registerBodies(app, config.MAX_UPLOAD_BYTES);
  registerDocs(app, database);
  registerOperations(app, operations, createServices(database, config));
  return app;
}
// @if cookies

/** The cookie of a session does not travel in the clear. */
function overHttps(reply: FastifyReply): void {
  const cookie = reply.getHeader('set-cookie');
  if (typeof cookie !== 'string') return;
  reply.removeHeader('set-cookie');
  void reply.header('set-cookie', `${cookie}; Secure`);
}
// @end
