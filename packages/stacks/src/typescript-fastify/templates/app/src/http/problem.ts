import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
// @if rules
import { findBrokenRule } from '../database/broken-rule.ts';
import type { Rule } from '../database/rules.ts';
// @end
import { findViolation, type Violation } from '../database/violations.ts';
// @if places
import { FailedAt } from './at-place.ts';
// @end

type FieldError = { pointer: string; detail: string };

/** A request that cannot be served; `code` is stable, so that clients can branch on it. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];

  constructor(status: number, code: string, detail: string, errors: FieldError[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export function notFound(what: string, id: string): Problem {
  return new Problem(404, 'not-found', `There is no ${what} with the id ${id}.`);
}

const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'urn:problem:<code>' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'Id of the request, as in the log' }),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem.Details' });

/** For the `response` of every route. */
export const problems = {
  '4xx': {
    description: 'The request cannot be served; `type` says why (RFC 9457)',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const;

/** A response without a body, for `response`. */
export const noContent = (description: string) => z.undefined().describe(description);

export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = toProblem(error, request.method);
// @if people
    if ('retryAfter' in problem) reply.header('retry-after', String(problem.retryAfter));
// @end
// @if waits
    if (problem.code === 'try-again') reply.header('retry-after', '1');
// @end
// @if locking
    if ('version' in problem) reply.header('etag', `"${problem.version}"`);
// @end
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .send(present(problem, request.id));
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = new Problem(404, 'route-not-found', `Nothing answers ${request.method} here.`);
    return reply.code(404).type('application/problem+json').send(present(problem, request.id));
  });
}

// @if !locking
function present({ status, code, message, errors }: Problem, instance: string) {
// @end
// @if locking
function present(problem: Problem, instance: string) {
  const { status, code, message, errors } = problem;
// @end
  const title = STATUS_CODES[status] ?? 'Error';
  return {
    type: `urn:problem:${code}`,
    title,
    status,
    detail: message,
    instance,
    ...(errors.length > 0 && { errors }),
// @if locking
    ...('version' in problem && { version: problem.version }),
// @end
  };
}

function toProblem(error: FastifyError, method: string): Problem {
  if (error instanceof Problem) return error;
// @if places
  if (error instanceof FailedAt) return problemAt(error, method);
// @end
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message, params }) => ({
      pointer: pointerOf(instancePath, params),
      detail: message ?? 'is invalid',
    }));
    return new Problem(422, 'request-invalid', 'Some values are not valid; see errors.', errors);
  }
// @if rules
  const broken = findBrokenRule(error);
  if (broken !== null) return brokenRuleProblem(broken);
// @end
  const violation = findViolation(error);
  if (violation !== null) return violationProblem(violation, method);
  const status = error.statusCode ?? 500;
  return status < 500
    ? new Problem(status, 'bad-request', error.message)
    : new Problem(500, 'internal-error', 'The server failed; its log has the cause.');
}

// @if places
/** The problem of a part of the request, which its errors point into. */
function problemAt({ pointer, cause }: FailedAt, method: string): Problem {
  const { status, code, message, errors } = toProblem(cause as FastifyError, method);
  const within = errors.map((error) => ({ ...error, pointer: `${pointer}${error.pointer}` }));
  const whole = [{ pointer, detail: 'cannot be stored' }];
  return new Problem(status, code, message, status < 500 && within.length === 0 ? whole : within);
}

// @end
/** An unknown member is reported at its own place, not at that of the object around it. */
function pointerOf(path: string, params: Record<string, unknown>): string {
  const [key] = Array.isArray(params.keys) ? params.keys : [];
  const parent = path === '/' ? '' : path;
  return key === undefined ? path : `${parent}/${String(key)}`;
}

// @if rules
function brokenRuleProblem({ status, code, detail, members }: Rule): Problem {
  const errors = members.map((member) => ({ pointer: `/${member}`, detail: 'breaks a rule' }));
  return new Problem(status, code, detail, errors);
}

// @end
function violationProblem(violation: Violation, method: string): Problem {
  if (violation.kind === 'unavailable') {
    return new Problem(503, 'database-unavailable', 'The database cannot be reached.');
  }
// @if waits
  if (violation.kind === 'conflict') {
    const detail = 'Another request changed the same records at the same time; try again.';
    return new Problem(409, 'try-again', detail);
  }
// @end
  if (violation.kind === 'value') {
    return new Problem(422, 'value-invalid', 'A value cannot be stored.');
  }
  const pointer = `/${violation.field ?? ''}`;
  if (violation.kind === 'unique') {
    return new Problem(409, 'not-unique', 'Another record has this value already.', [
      { pointer, detail: 'is taken' },
    ]);
  }
  if (method === 'DELETE') {
    return new Problem(
      409,
      'still-referenced',
      'Other records refer to this one; delete them first.',
    );
  }
  return new Problem(422, 'reference-unknown', 'A record that is referred to does not exist.', [
    { pointer, detail: 'does not exist' },
  ]);
}
