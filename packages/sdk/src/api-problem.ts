/** The server refused a request; the members are those of its RFC 9457 problem document. */
export class ApiProblem extends Error {
  /** Last part of the problem's `type`, e.g. `run-not-found`; `about-blank` when it names none. */
  readonly code: string;
  readonly status: number;
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Record<string, unknown>) {
    const { title, detail } = problem;
    super(String(detail ?? title ?? `The server answered with status ${status}.`));
    this.code = codeOf(problem.type);
    this.status = status;
    this.problem = problem;
  }
}

/** Nothing answered at the address. */
export class ServerUnreachable extends Error {
  constructor(url: string, cause: unknown) {
    super(`No QuantumLayer server answers at ${url || 'this address'}.`, { cause });
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  return new ApiProblem(response.status, parseProblem(text, response.status));
}

/** Reads a problem document; a body that is none becomes the detail. */
export function parseProblem(body: unknown, status: number): Record<string, unknown> {
  if (typeof body !== 'string') return isRecord(body) ? body : { status };
  try {
    const parsed: unknown = JSON.parse(body);
    if (isRecord(parsed)) return parsed;
  } catch {
    // Not JSON: a proxy answered, whose words are all there is.
  }
  return { status, detail: body.slice(0, 500) || `The server answered with status ${status}.` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function codeOf(type: unknown): string {
  const last = typeof type === 'string' ? type.split('/').at(-1) : undefined;
  return (last || 'about:blank').replace(':', '-');
}
