import 'server-only';
import { join } from 'node:path';

const LOCAL_API = 'http://127.0.0.1:4000';

/** Where the server side of this app finds the API; the browser always asks its own origin. */
export function apiUrl(): string {
  return process.env.QL_API_URL || LOCAL_API;
}

/** Where previews stand, as sources of a content security policy. */
export function previewSources(): string {
  const url = process.env.QL_PREVIEW_URL;
  const here = 'http://*.localhost:*';
  if (!url) return here;
  const { protocol, host } = new URL(url);
  return `${here} ${protocol}//*.${host}`;
}

/** Where guides and problem pages are; the server that mounts this app says it, beside it they are in the repository. */
export function docsFolder(): string {
  return (
    process.env.QL_DOCS_FOLDER || join(/* turbopackIgnore: true */ process.cwd(), '../../docs')
  );
}
