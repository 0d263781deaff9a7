import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import config from './next.config.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('./serve.d.mts').hasBuild} */
export function hasBuild() {
  return existsSync(join(folder, '.next', 'BUILD_ID'));
}

/** @type {import('./serve.d.mts').openPages} */
export async function openPages({ previewUrl } = {}) {
  const { default: next } = await import('next');
  if (previewUrl !== undefined) env.QL_PREVIEW_URL = previewUrl;
  env.QL_DOCS_FOLDER ??= join(folder, '../../docs');
  const pages = next({ dev: false, dir: folder, conf: config, quiet: true });
  await pages.prepare();
  return {
    staticFolder: join(folder, '.next', 'static'),
    handle: pages.getRequestHandler(),
    // The pages are bundles of their own in this process; the environment is what both can see.
    setApiUrl(url) {
      env.QL_API_URL = url;
    },
    close: () => pages.close(),
  };
}
