import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ErrorKind, PlatformError } from '#kernel/errors.ts';
import { rememberMethods } from './known-methods.ts';

const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** What Fastify itself finds wrong with a request, in our words. */
const FASTIFY_TYPES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: '/problems/body-not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: '/problems/body-missing',
  FST_ERR_CTP_BODY_TOO_LARGE: '/problems/body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '/problems/media-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: '/problems/content-length-wrong',
  FST_ERR_BAD_URL: '/problems/url-malformed',
};

const PARTS: Readonly<Record<string, string>> = {
  body: 'The body does',
  headers: 'The headers do',
  params: 'The path does',
  querystring: 'The query does',
};

/** RFC 9457 problem document. */
const problemSchema = z
  .looseObject({
    type: z.string().describe('Path of the page that explains this problem'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional().describe('Id of the request, to be found in the log'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

const PROBLEM_TYPE = 'application/problem+json';
const content = { [PROBLEM_TYPE]: { schema: problemSchema } };

/** For the `response` of every route: `{ 200: …, ...problems }`. */
export const problems = {
  '4xx': { description: 'The request cannot be served; `type` says why', content },
  '5xx': { description: 'The server failed or is not ready', content },
} as const;

/** Every error leaves as a problem document; what we did not expect leaves without its detail. */
export function registerProblems(app: FastifyInstance): void {
  rememberMethods(app);
  app.setErrorHandler<FastifyError>(sendProblem);
  registerNotFound(app);
}

/**
 * A scope with a prefix that registers this for itself runs its own hooks before it says that a route is unknown: behind
 * authentication even that is not told to strangers.
 */
export function registerNotFound(scope: FastifyInstance): void {
  scope.setNotFoundHandler((request, reply) => {
    const known = scope.methodsOf(pathOf(request));
    return known.length === 0
      ? sendNotFound(request, reply)
      : sendNotAllowed(request, reply, known);
  });
}

/** Keeps the paths from `prefix` down from a route that answers every path: the pages never speak for the API. */
export function refuseUnknownPaths(scope: FastifyInstance, prefix = ''): void {
  for (const url of [prefix, `${prefix}/*`]) {
    scope.route({
      method: ['GET', 'HEAD'],
      url,
      schema: { hide: true },
      handler: (_request, reply) => reply.callNotFound(),
    });
  }
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply) {
  return send(reply, {
    type: '/problems/route-not-found',
    title: 'Route not found',
    status: 404,
    detail: `There is no ${request.method} ${pathOf(request)}. The API is described at /openapi.json.`,
    instance: request.id,
  });
}

function sendNotAllowed(request: FastifyRequest, reply: FastifyReply, known: readonly string[]) {
  const allowed = known.join(', ');
  return send(reply.header('allow', allowed), {
    type: '/problems/method-not-allowed',
    title: 'Method not allowed',
    status: 405,
    detail: `${request.method} is not among the methods of ${pathOf(request)}: ${allowed}.`,
    instance: request.id,
  });
}

export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  return send(reply, problem);
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type(PROBLEM_TYPE).send(problem);
}

function toProblem(error: FastifyError, instance: string): Problem {
  if (PlatformError.is(error)) {
    return {
      ...error.details(),
      type: `/problems/${error.code}`,
      title: sentence(error.code),
      status: STATUS[error.kind],
      detail: error.message,
      instance,
    };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return {
      type: '/problems/request-invalid',
      title: 'Request invalid',
      status: 422,
      detail: `${PARTS[error.validationContext ?? ''] ?? 'The request does'} not match the API description.`,
      instance,
      errors: error.validation.map(({ instancePath, message }) => ({
        pointer: instancePath,
        detail: message,
      })),
    };
  }
  return frameworkProblem(error, instance);
}

function frameworkProblem(error: FastifyError, instance: string): Problem {
  const status = error.statusCode ?? 500;
  if (status >= 500 || status < 400) {
    return {
      type: '/problems/internal-error',
      title: 'Internal error',
      status: 500,
      detail:
        'Something is wrong on this side. The log of the server has the details under this instance.',
      instance,
    };
  }
  const type = FASTIFY_TYPES[error.code] ?? '/problems/request-malformed';
  return {
    type,
    title: sentence(type.slice('/problems/'.length)),
    status,
    detail: error.message.slice(0, 300),
    instance,
  };
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]?.slice(0, 200) ?? '';
}

function sentence(code: string): string {
  const words = code
    .replaceAll('-', ' ')
    .replace(/\b(?:url|json|nul)\b/g, (name) => name.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
