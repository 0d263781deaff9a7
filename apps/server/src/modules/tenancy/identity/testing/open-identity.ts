import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeClock } from '@quantumlayer/testing';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { registerNotFound } from '#platform/http/problem.ts';
import { createLogger } from '#platform/logger.ts';
import {
  apiKeyRoutes,
  createIdentity,
  requireCaller,
  SESSION_COOKIE,
  sessionRoutes,
  signInRoutes,
} from '../index.ts';

export type OpenIdentity = Awaited<ReturnType<typeof openIdentity>>;

type Options = { HOST?: string; PUBLIC_URL?: string | undefined };
type Headers = Record<string, string>;

export const ORIGIN = 'http://127.0.0.1:4000';

/** What a browser sends from a page of the factory. */
export const own: Headers = { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin' };

/** The API of this module and one route of work on a database whose rows are removed first; time stands still. */
export async function openIdentity(handle: DatabaseHandle, options: Options = {}) {
  await handle.pool.query('truncate organisation cascade');
  const folder = await mkdtemp(join(tmpdir(), 'sessions-'));
  const credentialsPath = join(folder, 'credentials.json');
  const clock = createFakeClock();
  const identity = createIdentity({
    ...{ database: handle.database, credentialsPath, clock, newId },
    config: { HOST: '127.0.0.1', PUBLIC_URL: undefined, ...options },
    passwordCost: { N: 2, r: 8, p: 1 },
  });
  const { organisationId } = await identity.prepare();
  identity.sessions.setOrigin(ORIGIN);
  const key: string = JSON.parse(await readFile(credentialsPath, 'utf8')).apiKey;
  const log: string[] = [];
  const app = buildApp(identity, (line) => log.push(line));
  return {
    ...{ app, clock, identity, organisationId, key, log },
    ...createBrowser(app, identity, organisationId),
    async close(): Promise<void> {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function buildApp(
  identity: ReturnType<typeof createIdentity>,
  write: (line: string) => void,
): FastifyInstance {
  const logger = createLogger({ LOG_LEVEL: 'trace', NODE_ENV: 'production' }, { write });
  const app = createHttpApp({ logger });
  app.register(signInRoutes(identity), { prefix: '/api/v1' });
  app.register(
    async (scope) => {
      requireCaller(scope, identity);
      registerNotFound(scope);
      scope.register(sessionRoutes(identity));
      scope.register(apiKeyRoutes(identity));
      scope.all('/work', async ({ organisationId }) => ({ organisationId }));
    },
    { prefix: '/api/v1' },
  );
  return app;
}

function createBrowser(
  app: FastifyInstance,
  identity: ReturnType<typeof createIdentity>,
  organisationId: string,
) {
  const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: InjectOptions) =>
    app.inject({ method, url: `/api/v1${path}`, ...options });

  async function newToken(): Promise<string> {
    const { url } = await identity.sessions.createLink(organisationId);
    return new URL(url).hash.slice(1);
  }
  const signIn = (payload: object, headers: Headers = own, remoteAddress = '127.0.0.1') =>
    send('POST', '/session', { payload, headers, remoteAddress });

  return {
    send,
    newToken,
    signIn,

    /** Signs in with a new link, or with what is given; answers the `Cookie` header of the session. */
    async cookieFor(payload?: object): Promise<string> {
      const response = await signIn(payload ?? { token: await newToken() });
      return cookieOf(response.headers['set-cookie']);
    },

    /** A request of a page of the factory with this cookie. */
    as: (cookie: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
      send(method, path, { headers: { ...own, cookie }, ...(body && { payload: body }) }),
  };
}

/** The `Cookie` header that a browser makes of this `Set-Cookie` header. */
export function cookieOf(header: string | string[] | undefined): string {
  const [pair = ''] = String(header).split(';');
  if (!pair.startsWith(`${SESSION_COOKIE}=`)) throw new Error(`no session in "${header}"`);
  return pair;
}
