import fastifyStatic from '@fastify/static';
import { hasBuild, openPages } from '@quantumlayer/web/serve';
import type { FastifyInstance } from 'fastify';
import type { Config } from '#platform/config.ts';
import type { Logger } from '#platform/logger.ts';

export type WebUi = {
  routes(app: FastifyInstance): Promise<void>;
  /** Where its server side finds the API; known when the server listens. */
  setApiUrl(url: string): void;
  close(): Promise<void>;
};

/**
 * The pages of apps/web on this port; they use the API over HTTP like everybody else. Null when they are switched off or
 * not built, or when this server was started for a single command.
 */
export async function openWebUi(config: Config, logger: Logger): Promise<WebUi | null> {
  if (!config.WEB_UI || config.QL_EXIT_WHEN_IDLE) return null;
  if (!hasBuild()) {
    logger.warn('the web UI is not built; `npm start` builds it');
    return null;
  }
  const { handle, staticFolder, setApiUrl, close } = await openPages({
    previewUrl: config.PREVIEW_URL,
  });
  return {
    async routes(app) {
      await app.register(fastifyStatic, {
        root: staticFolder,
        prefix: '/_next/static/',
        decorateReply: false,
        index: false,
        // Their names hold their digests, and the build has compressed them.
        maxAge: '365d',
        immutable: true,
        preCompressed: true,
      });
      app.route({
        method: ['GET', 'HEAD'],
        url: '/*',
        schema: { hide: true },
        handler: async (request, reply) => {
          reply.hijack();
          for (const [name, value] of Object.entries(reply.getHeaders())) {
            if (value !== undefined) reply.raw.setHeader(name, value);
          }
          await handle(request.raw, reply.raw);
        },
      });
    },
    setApiUrl,
    close,
  };
}
