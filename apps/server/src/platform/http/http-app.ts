import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { v7 } from 'uuid';
import type { Logger } from '../logger.ts';
import { registerProblems, sendProblem } from './problem.ts';
import { refuseNul } from './refuse-nul.ts';

const BODY_LIMIT = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
const SAFE_REQUEST_ID = /^[\w.:-]{1,64}$/;

export type HttpAppOptions = {
  logger: Logger;
  /** Bytes of a body; 1 MB when absent. */
  bodyLimit?: number;
};

/** A Fastify app whose validation, errors, request ids and limits are those of every route of the product. */
export function createHttpApp({ logger, bodyLimit = BODY_LIMIT }: HttpAppOptions): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = Fastify({
    loggerInstance,
    bodyLimit,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Connections that only wait for their next request would hold up a stop.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && SAFE_REQUEST_ID.test(given)
        ? given
        : `req_${v7().replaceAll('-', '')}`;
    },
    frameworkErrors: sendProblem,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  // A form on a page elsewhere may send text without asking; nothing here reads it.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
  });
  app.register(cookie);
  registerProblems(app);
  refuseNul(app);
  return app;
}
