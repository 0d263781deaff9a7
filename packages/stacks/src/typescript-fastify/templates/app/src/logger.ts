import type { FastifyRequest, FastifyServerOptions } from 'fastify';

const SECRETS = [
  'req.headers.authorization',
  'req.headers.cookie',
  '*.password',
  '*.token',
  '*.secret',
];

/** Structured logs on standard output, without credentials and without the values of queries, be they SQL or of an address. */
export function loggerOptions(level: string): Exclude<FastifyServerOptions['logger'], undefined> {
  return {
    level,
    redact: { paths: SECRETS, censor: '[redacted]' },
    serializers: { err: describeError, req: describeRequest },
  };
}

// @if contract
function describeRequest({ method, routeOptions, ip }: FastifyRequest) {
  // A path may hold a secret: the key of a record, the token of a link.
  return { method, ...(routeOptions.url && { url: routeOptions.url }), remoteAddress: ip };
// @end
// @if !contract
function describeRequest({ method, url, ip }: FastifyRequest) {
  return { method, url: url.replace(/\?.*/s, ''), remoteAddress: ip };
// @end
}

function describeError(error: Error) {
  // A failed query carries its parameters in its message; the cause alone says what went wrong.
  const reported = error.cause instanceof Error ? error.cause : error;
  return {
    type: reported.name,
    message: reported.message,
    stack: error.stack?.replace(error.message, '') ?? '',
    ...('code' in reported && { code: reported.code }),
  };
}
