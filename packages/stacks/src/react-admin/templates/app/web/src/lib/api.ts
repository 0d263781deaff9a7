export type FieldError = { pointer: string; detail: string };

/** What the API answers instead of what was asked for (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** Id of the request in the log of the server. */
  readonly instance: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail ?? 'The server did not answer as expected.');
    this.status = status;
    this.code = body.type?.replace('urn:problem:', '') ?? 'unknown';
    this.instance = body.instance;
    this.errors = body.errors ?? [];
  }
}

type ProblemBody = { type: string; detail: string; instance: string; errors: FieldError[] };

type Options = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  /** The version that a change is based on. */
  version?: unknown;
  signal?: AbortSignal;
};

/** Asks the API; rejects with a Problem. `Answer` is what the caller knows of the operation. */
export async function request<Answer>(path: string, options: Options = {}): Promise<Answer> {
  const { method = 'GET', body, version, signal } = options;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined && !(body instanceof Blob))
    headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  const response = await send(`/api/${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const answer = await readJson(response);
  if (!response.ok) throw new Problem(response.status, isObject(answer) ? answer : {});
  // The OpenAPI document of the same app promises it.
  return answer as Answer;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Problem(0, { detail: 'The server cannot be reached. Check your connection.' });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Partial<ProblemBody> {
  return typeof value === 'object' && value !== null;
}
