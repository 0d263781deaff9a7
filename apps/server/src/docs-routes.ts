import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { renderDocsPage } from './docs-page.ts';

const VIEWER = '/docs/viewer';

/**
 * The page may speak to this server alone: what is typed into it, keys among it, stays on this machine. No script runs
 * but the viewer's own file. Its libraries insert styles as they go, without a nonce; styles can load nothing here.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `/docs`: the API for people, in a page of our own around the viewer. */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
    return reply
      .header('content-security-policy', policy)
      .header('cross-origin-opener-policy', 'same-origin')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(renderDocsPage(`${VIEWER}/js/scalar.js`));
  });
  app.get('/docs/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs'));
  await app.register(async (viewer) => {
    // The viewer brings a page of its own, which is not ours to stand for.
    viewer.addHook('onRequest', async (request, reply) => {
      if (!request.url.startsWith(`${VIEWER}/js/`)) return reply.redirect('/docs');
    });
    await viewer.register(scalar, { routePrefix: VIEWER, configuration: { url: '/openapi.json' } });
  });
}
