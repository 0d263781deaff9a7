import type { Schema } from './json-schema.ts';
import { isObject } from './json-schema.ts';
import { findResponse, isJson, type Operation } from './openapi-document.ts';
import { parseJson } from './parse-json.ts';

export type AppRequest = {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly contentType?: string;
  /** Further headers; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The body is bytes, a character each. */
  readonly isBinary?: true;
};

export type AppResponse = {
  readonly status: number;
  readonly contentType: string;
  /** Every header; names in lower case, `set-cookie` joined by line breaks. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * `success`: a documented 2xx; `success-unless-taken`: that or a 409, for values of which there are few;
 * `rejection`: a 4xx problem; `answer`: a 2xx or a 4xx; `survival`: anything but a 5xx, for what never reaches the
 * app's own code; `unauthenticated`: exactly 401, `forbidden`: exactly 403, for who may not use the operation;
 * `conflict`: exactly 409, for what breaks a rule between records; `unconditional`: exactly 428, for a change that names
 * no version of the record; `stale`: exactly 412, for one that names a version which is no longer there.
 */
export type Expectation =
  | 'success'
  | 'success-unless-taken'
  | 'rejection'
  | 'answer'
  | 'survival'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'unconditional'
  | 'stale';

const REFUSALS: Partial<Record<Expectation, number>> = { unauthenticated: 401, forbidden: 403 };
const BROKEN: Partial<Record<Expectation, number>> = {
  conflict: 409,
  unconditional: 428,
  stale: 412,
};

const findingKinds = [
  'server-error',
  'no-answer',
  'valid-rejected',
  'invalid-accepted',
  'undocumented-status',
  'response-mismatch',
  'not-a-problem',
  'unprotected',
  'rule-broken',
  'not-exercisable',
] as const;

/** One answer of the app that is not what its own document promises. */
export type Finding = {
  readonly operation: string;
  readonly kind: (typeof findingKinds)[number];
  readonly message: string;
  /** What was being tried, e.g. `email: too long`. */
  readonly attempt: string;
  readonly request: AppRequest | null;
  readonly response: AppResponse | null;
};

/** Lists what is wrong with a value; empty when it matches the schema. */
export type CheckSchema = (schema: Schema, value: unknown) => string[];

type Exchange = {
  operation: Operation;
  attempt: string;
  expectation: Expectation;
  request: AppRequest;
  response: AppResponse;
};

/** Judges one answer; null when it is as it should be. */
export function judgeExchange(exchange: Exchange, checkSchema: CheckSchema): Finding | null {
  const { operation, expectation, response } = exchange;
  const { status } = response;
  if (status >= 500) return find(exchange, 'server-error', `answered ${status}`);
  if (expectation === 'survival') return null;
  const taken = status === 409 && expectation === 'success-unless-taken';
  if (expectation.startsWith('success') && status >= 400 && !taken) {
    return find(exchange, 'valid-rejected', `valid input was answered with ${status}`);
  }
  if (expectation === 'rejection' && status < 400) {
    return find(exchange, 'invalid-accepted', `invalid input was answered with ${status}`);
  }
  const kept = BROKEN[expectation];
  if (kept !== undefined && status !== kept) {
    const message = `what breaks a rule was answered with ${status}, not ${kept}`;
    return find(exchange, 'rule-broken', message);
  }
  const refusal = REFUSALS[expectation];
  if (refusal !== undefined && status !== refusal) {
    return find(
      exchange,
      'unprotected',
      `who may not use it was answered with ${status}, not ${refusal}`,
    );
  }
  const documented = findResponse(operation, status);
  if (documented === null) {
    // Answers to requests that no client would make need no line of their own in the document.
    if (status >= 400) return judgeProblem(exchange);
    return find(exchange, 'undocumented-status', `the answer ${status} is not in the document`);
  }
  if (status >= 400) {
    const wrong = judgeProblem(exchange);
    if (wrong !== null) return wrong;
  }
  return judgeBody(exchange, documented.schemas, checkSchema);
}

function judgeBody(
  exchange: Exchange,
  schemas: Readonly<Record<string, Schema | null>>,
  checkSchema: CheckSchema,
): Finding | null {
  const { response } = exchange;
  const mediaType = response.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const schema = schemas[mediaType] ?? null;
  if (schema === null) {
    const promised = Object.keys(schemas);
    const missing = promised.length > 0 && !(mediaType in schemas) && response.status < 400;
    if (!missing) return null;
    const got = mediaType === '' ? 'no content type' : mediaType;
    return find(exchange, 'response-mismatch', `answered ${got}, not ${promised.join(' or ')}`);
  }
  if (!isJson(mediaType)) return null;
  const value = parseJson(response.body);
  if (value === undefined) return find(exchange, 'response-mismatch', 'the answer is not JSON');
  const wrong = checkSchema(schema, value);
  if (wrong.length === 0) return null;
  const first = wrong.slice(0, 3).join('; ');
  return find(exchange, 'response-mismatch', `the answer is not as documented: ${first}`);
}

function judgeProblem(exchange: Exchange): Finding | null {
  const { response } = exchange;
  if (!/^application\/problem\+json\b/i.test(response.contentType)) {
    const type = response.contentType || 'no content type';
    return find(exchange, 'not-a-problem', `${response.status} came as ${type}, not problem+json`);
  }
  const problem = parseJson(response.body);
  const whole =
    isObject(problem) && typeof problem.title === 'string' && problem.status === response.status;
  if (whole) return null;
  return find(exchange, 'not-a-problem', 'the problem lacks its title or repeats another status');
}

const LONGEST_BODY = 2_000;
const MOST_HEADERS = 20;

function find(exchange: Exchange, kind: Finding['kind'], message: string): Finding {
  const { operation, attempt, request, response } = exchange;
  return {
    operation: operation.id,
    kind,
    message,
    attempt,
    ...shortenExchange({ request, response }),
  };
}

/** As much of a request and its answer as a person wants to read. */
export function shortenExchange<Answer extends AppResponse | null>(exchange: {
  request: AppRequest;
  response: Answer;
}): { request: AppRequest; response: Answer } {
  const { request, response } = exchange;
  const { headers: sent = {} } = request;
  const headers = Object.entries(sent).map(([name, value]) => [name, shorten(value)] as const);
  return {
    request: {
      ...request,
      path: shorten(request.path),
      ...(headers.length > 0 && { headers: Object.fromEntries(headers.slice(0, MOST_HEADERS)) }),
      ...(request.body !== undefined && { body: shorten(request.body) }),
    },
    response: response && { ...response, body: shorten(response.body) },
  };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_BODY) return text;
  return `${text.slice(0, LONGEST_BODY)}… (${text.length} characters)`;
}

/** One line for logs and reasons. */
export function describeFinding(finding: Finding): string {
  const { request, operation, attempt, message } = finding;
  const what = request === null ? operation : `${request.method} ${request.path.slice(0, 120)}`;
  return `${what} (${attempt}): ${message}`;
}
