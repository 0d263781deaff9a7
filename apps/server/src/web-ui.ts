import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

export const WEB_UI_FOLDER = fileURLToPath(new URL('../../web', import.meta.url));

export type WebUi = {
  routes(app: FastifyInstance): Promise<void>;
  /** Where its server side finds the API; known when the server listens. */
  setApiUrl(url: string): void;
  close(): Promise<void>;
};

/** Whether the pages are built. */
export function hasWebUi(): boolean {
  return existsSync(join(WEB_UI_FOLDER, '.next', 'BUILD_ID'));
}
