import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Project, RunEvent } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { readConfig } from '#platform/config.ts';
import { createLifecycle } from '#platform/lifecycle.ts';
import { createLogger } from '#platform/logger.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { buildApp } from '../app.ts';
import { compose } from '../compose.ts';
import { migrations } from '../migrations.ts';

export type OpenFactory = Awaited<ReturnType<typeof openFactory>>;

const SECRET_OF_ENVIRONMENT = 'a-value-of-the-environment';

/** Reading and design are the real ones; what would need a sandbox is done at once and does nothing. */
const quick: StepHandler = async () => ({ files: [] });
const real: readonly string[] = ['parse', 'design'];

/** The whole factory in this process on the test database, listening, with its first key and project. */
export async function openFactory() {
  const folder = await mkdtemp(join(tmpdir(), 'factory-'));
  const config = readConfig({
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    RUN_CONCURRENCY: '2',
    SANDBOX_DRIVER: 'unsafe-process',
  });
  const logger = createLogger(config);
  const lifecycle = createLifecycle({ logger, limitMs: 20_000 });
  const handle = await openTestDatabase(migrations);
  const services = await compose({
    ...{ config, logger, handle, lifecycle },
    environment: { NPM_TOKEN: SECRET_OF_ENVIRONMENT },
    hooks: { wrapHandler: (name, handler) => (real.includes(name) ? handler : quick) },
  });
  const app = await buildApp(services);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const key: string = JSON.parse(await read('credentials.json')).apiKey;
  const masterKey = (await read('master.key')).trim();

  return {
    ...createClient(app, url, key),
    key,
    /** What no answer may ever hold. */
    secrets: [folder, key, masterKey, SECRET_OF_ENVIRONMENT, 'root:', 'node_modules', '.ts:'],

    async close(): Promise<void> {
      await lifecycle.stop('the test has ended');
      await app.close();
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function createClient(app: FastifyInstance, url: string, key: string) {
  const fetchAs = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetchAs(path, {
      method: 'POST',
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  return {
    app,
    fetch: fetchAs,
    post,

    async projectId(): Promise<string> {
      const page = (await (await fetchAs('/api/v1/projects')).json()) as Page<Project>;
      return page.items[0]?.id ?? '';
    },

    /** The journal of a run behind `lastEventId`, read until the server ends the stream. */
    async journal(runId: string, lastEventId?: string): Promise<RunEvent[]> {
      const response = await fetchAs(`/api/v1/runs/${runId}/events`, {
        headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
      });
      const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data:'));
      return lines.map((line) => JSON.parse(line.slice('data:'.length)));
    },
  };
}
