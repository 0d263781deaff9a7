import type { FastifyServerOptions } from 'fastify';

const SECRETS = [
  'req.headers.authorization',
  'req.headers.cookie',
  '*.password',
  '*.token',
  '*.secret',
];

/** Structured logs on standard output, without credentials and without the values of SQL statements. */
export function loggerOptions(level: string): Exclude<FastifyServerOptions['logger'], undefined> {
  return {
    level,
    redact: { paths: SECRETS, censor: '[redacted]' },
    serializers: { err: describeError },
  };
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
