// @if pagesOfRefusals
import { STATUS_CODES } from 'node:http';
// @end
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
// @if !neither
import { authenticate } from '../accounts/authenticate.ts';
// @end
// @if pagesOfRefusals
import { htmlPage } from '../behaviours/html.ts';
// @end
import type { Services } from '../services.ts';
// @if addressed
import { origin } from './addresses.ts';
// @end
import { type Answer, json, send } from './answer.ts';
import { describe, type DocumentedOperation } from './document.ts';
import type { Operation } from './operation.ts';
import { createPatience } from './patience.ts';
import { createRequestReader } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { problem, refusalBody } from './refusal-body.ts';
import { refusalAnswer } from './refusal-status.ts';
import { toRefusal } from './to-refusal.ts';

/** Serves every operation; what is refused is answered as the document says. */
export function registerOperations(
  app: FastifyInstance,
  operations: readonly Operation[],
  services: Services,
): void {
  const heads = new Set(
    operations.filter(({ method }) => method === 'head').map(({ path }) => path),
  );
  const patience = createPatience();
  for (const operation of operations) {
    const documented = describe(operation.method, operation.path);
    const { url, names } = routeOf(operation.path);
    // @if multipart
    const read = createRequestReader(documented, names, services.config.MAX_UPLOAD_BYTES);
    // @end
    // @if !multipart
    const read = createRequestReader(documented, names);
    // @end
    app.route({
      method: operation.method.toUpperCase(),
      url,
      exposeHeadRoute: !heads.has(operation.path),
      errorHandler: (error, request, reply) => refuse({ error, request, reply, documented }),
      handler: async (request, reply) => {
        // @if !neither
        const caller = await authenticate(services, request, operation.access);
        // @end
        // @if neither
        const caller = { account: null, token: null };
        // @end
        const input = await patience.judged(request.ip, async () => read(request));
        // @if addressed
        const handled = () => operation.handle({ input, request, services, ...caller });
        const answer = await origin.run(`${request.protocol}://${request.host}`, handled);
        // @end
        // @if !addressed
        const answer = await operation.handle({ input, request, services, ...caller });
        // @end
        return send(reply, isForAll(operation) ? answer : keptByNobody(answer));
      },
    });
  }
}

/** What everybody reads alike may be kept on the way. */
function isForAll({ access, method }: Operation): boolean {
  return access.for === 'everybody' && (method === 'get' || method === 'head');
}

/** No proxy and no browser keeps what is for one person; what has a tag is asked for anew each time. */
function keptByNobody(answer: Answer): Answer {
  const keeping = answer.headers?.etag === undefined ? 'no-store' : 'private, no-cache';
  return { ...answer, headers: { 'cache-control': keeping, ...answer.headers } };
}

/** `/things/{id}:close` as the router writes it; parameters are numbered, since their names may be anything. */
export function routeOf(path: string): { url: string; names: string[] } {
  const names: string[] = [];
  const url = path.replaceAll(
    /\{([^}]*)\}([^/]*)|:/g,
    (found, name: string | undefined, rest = '') => {
      if (name === undefined) return found === ':' ? '::' : found;
      names.push(name);
      const parameter = `:p${names.length - 1}`;
      // What stands before a verb ends at its colon, and may have dots: `{name}:archive`.
      const before = rest.startsWith(':') ? '[^/:]+' : '[^/:.]+';
      return rest === ''
        ? parameter
        : `${parameter}(^${before})${String(rest).replaceAll(':', '::')}`;
    },
  );
  return { url, names };
}

type Refused = {
  error: FastifyError;
  request: FastifyRequest;
  reply: FastifyReply;
  documented: DocumentedOperation;
};

function refuse({ error, request, reply, documented }: Refused): FastifyReply {
  const found = toRefusal(error);
  if (found === null) {
    request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, 500, request.id);
  }
  if (found.retryAfter !== undefined) void reply.header('retry-after', String(found.retryAfter));
  const { status, response } = refusalAnswer(documented, found.kind);
  const isHidden = status === 404 && found.hidden !== undefined;
  const refusal = isHidden ? new Refusal('not-found', found.hidden ?? '') : found;
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  const media = response?.contents.find(({ type, schema }) => schema !== null && /json/.test(type));
  const about = { status, request: request.id };
  if (media?.schema)
    return send(reply, json(status, refusalBody(media.schema, refusal, about), media.type));
  // @if pagesOfRefusals
  if (response?.contents.some(({ type }) => type.startsWith('text/html')) && media === undefined)
    return send(reply, htmlPage(status, STATUS_CODES[status] ?? 'Error', { detail: refusal.message }));
  // @end
  return send(reply, json(status, problem(refusal, about), 'application/problem+json'));
}

export function sendProblem(reply: FastifyReply, status: number, request: string): FastifyReply {
  const title = status === 404 ? 'Not Found' : 'Internal Server Error';
  const detail =
    status === 404 ? 'Nothing answers here.' : 'The server failed; its log has the cause.';
  return send(
    reply,
    json(
      status,
      { type: 'about:blank', title, status, detail, instance: request },
      'application/problem+json',
    ),
  );
}
