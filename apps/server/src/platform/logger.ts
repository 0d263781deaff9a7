import {
  type Bindings,
  type ChildLoggerOptions,
  type DestinationStream,
  type Logger,
  pino,
} from 'pino';
import { build as pretty } from 'pino-pretty';
import type { Config } from './config.ts';

export type { Logger } from 'pino';

const SECRET =
  /^(?:password|passphrase|token|access_?token|refresh_?token|api_?key|x-api-key|authorization|cookie|set-cookie|secret|secret_?key|private_?key|credentials?)$/i;
const CENSORED = '[redacted]';
const DEPTH_LIMIT = 12;

/** JSON lines in production, readable lines elsewhere; secrets are taken out at any depth. */
export function createLogger(
  { LOG_LEVEL, NODE_ENV }: Pick<Config, 'LOG_LEVEL' | 'NODE_ENV'>,
  destination?: DestinationStream,
): Logger {
  const options = {
    level: LOG_LEVEL,
    formatters: { log: redact, level: (label: string) => ({ level: label }) },
    // Errors are written down by `redact`, which sees those inside others too.
    serializers: { err: (error: unknown) => error },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (destination) return withCleanChildren(pino(options, destination));
  if (NODE_ENV !== 'development') return withCleanChildren(pino(options));
  return withCleanChildren(pino(options, pretty({ sync: true })));
}

/** The fields of a child go past the formatters of pino. */
function withCleanChildren(logger: Logger): Logger {
  const makeChild = logger.child;
  return Object.assign(logger, {
    child(this: Logger, bindings: Bindings, options?: ChildLoggerOptions) {
      return Reflect.apply(makeChild, this, [redact(bindings), options]);
    },
  });
}

/** A copy without secrets; what is not plain data is passed on for pino's serializers. */
function redact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, clean(name, value, 0)]),
  );
}

function clean(name: string, value: unknown, depth: number): unknown {
  if (SECRET.test(name) && value !== undefined && value !== null) return CENSORED;
  if (depth >= DEPTH_LIMIT) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => clean('', item, depth + 1));
  if (value instanceof Error) return describe(value, depth);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, clean(key, inner, depth + 1)]),
  );
}

/** As pino writes an error, with its causes, but without the secrets that it carries. */
function describe(error: Error, depth: number): Record<string, unknown> {
  const { type, message, stack } = pino.stdSerializers.err(error);
  const errors = error instanceof AggregateError ? { aggregateErrors: error.errors } : {};
  const own = Object.entries({ ...errors, ...error });
  const kept = own.map(([name, value]) => [name, clean(name, value, depth + 1)]);
  return { type, message, stack, ...Object.fromEntries(kept) };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
