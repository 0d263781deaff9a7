import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * What changes something must come from a page of this origin: browsers say where a request comes from in headers that
 * pages cannot forge. The cookie is `SameSite=Strict` besides, and a form cannot send JSON.
 */
export function registerSameOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE.includes(request.method)) return;
    if (!isSameOrigin(request)) {
      throw new Problem(403, 'cross-origin', 'Requests of other sites are refused.');
    }
// @if files
    // Files come by PUT, which a form cannot send either.
    if (request.method === 'PUT') return;
// @end
    const type = request.headers['content-type'];
    if (type !== undefined && !/^application\/json *(;|$)/i.test(type)) {
      throw new Problem(415, 'unsupported-media-type', 'Bodies are application/json.');
    }
  });
}

function isSameOrigin({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
