import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What `npm run build` makes of web/. */
const FOLDER = join(import.meta.dirname, '../../web/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Pages load what the build made and nothing else; neither scripts nor styles may stand in a page itself. */
export const webPolicy = {
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'"],
  'upgrade-insecure-requests': null,
};

type Asset = { type: string; body: Buffer; zipped: Buffer; isImmutable: boolean };

/**
 * Serves the web UI. Its files are few and are read once, so that no path of a request ever reaches the disk. Addresses
 * of pages are those of the router in web/src/app.tsx: whoever asks for a page gets the one that starts it.
 */
export async function registerWeb(app: FastifyInstance, folder = FOLDER): Promise<void> {
  const assets = await readAssets(folder);
  const page = assets.get('/index.html');
  if (page === undefined) app.log.warn('the web UI is not built; npm run build makes it');
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const asset = assets.get(path) ?? (isForPage(request, path) ? page : undefined);
    return asset === undefined ? reply.callNotFound() : send(request, reply, asset);
  });
}

function isForPage({ headers }: FastifyRequest, path: string): boolean {
  return !path.startsWith('/api/') && headers.accept?.includes('text/html') === true;
}

function send(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  const { type, body, zipped, isImmutable } = asset;
  reply
    .header('content-type', type)
    .header('vary', 'accept-encoding')
    .header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(body);
  return reply.header('content-encoding', 'gzip').send(zipped);
}

async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await entriesBelow(folder);
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) in TYPES);
  const assets = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const path = `/${relative(folder, file).replaceAll('\\', '/')}`;
    const body = await readFile(file);
    const type = TYPES[extname(name)] ?? '';
    // The names of what is in assets/ change with what is in them.
    const isImmutable = path.startsWith('/assets/');
    return [path, { type, body, zipped: gzipSync(body), isImmutable }] as const;
  });
  return new Map(await Promise.all(assets));
}

/** None where nothing was built yet; whatever else keeps the folder from being read ends the start. */
async function entriesBelow(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
