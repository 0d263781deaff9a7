import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { document, readGivenDocument } from './contract/document.ts';
import type { Database } from './database/database.ts';
import { GIVEN_DOCUMENT } from './operations.ts';

/**
 * `/openapi.json` is the API in the words of OpenAPI 3.1, beside it the document as it was given. `/healthz`: the
 * process answers, `/readyz`: it reaches its database. What the document has under these paths goes first.
 */
export function registerDocs(app: FastifyInstance, database: Database): void {
  const given = readGivenDocument(GIVEN_DOCUMENT);
  const routes: Record<string, () => Promise<{ type: string; content: string }>> = {
    '/openapi.json': async () => ({ type: 'application/json', content: JSON.stringify(document) }),
    [`/${GIVEN_DOCUMENT}`.replace('openapi.json', 'openapi.given.json')]: async () => ({
      type: 'text/plain',
      content: given,
    }),
    '/healthz': async () => ({ type: 'application/json', content: '{"status":"ok"}' }),
    '/readyz': async () => {
      await database.execute(sql`select 1`);
      return { type: 'application/json', content: '{"status":"ok"}' };
    },
  };
  const documented = new Set(Object.keys(Object(document.paths)));
  for (const [path, answer] of Object.entries(routes)) {
    if (documented.has(path)) continue;
    app.get(path, async (_request, reply) => {
      const { type, content } = await answer();
      return reply.type(`${type}; charset=utf-8`).send(content);
    });
  }
}
