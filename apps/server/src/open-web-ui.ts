import { env } from 'node:process';
import next from 'next';
import { WEB_UI_FOLDER, type WebUi } from './web-ui.ts';

/**
 * The pages of apps/web in this process and on this port. They use the API over HTTP like everybody else. Import this
 * file only where the pages are wanted: Next takes 100 MB of memory.
 */
export async function openWebUi(): Promise<WebUi> {
  const pages = next({ dev: false, dir: WEB_UI_FOLDER, quiet: true });
  await pages.prepare();
  const handle = pages.getRequestHandler();
  return {
    async routes(app) {
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
    // The pages are bundles of their own in this process; the environment is what both can see.
    setApiUrl: (url) => {
      env.QL_API_URL = url;
    },
    close: () => pages.close(),
  };
}
