import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeClock, type FakeClock } from '@quantumlayer/testing';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createPostgresPreviewRepository } from './adapters/postgres-preview-repository.ts';
import { attachProxy } from './http/attach-proxy.ts';
import { createPreviewProxy } from './http/preview-proxy.ts';
import { createPreviewService, type PreviewService } from './preview-service.ts';
import { leasesIn } from './testing/leases-in.ts';
import { createLocalLauncher } from './testing/local-launcher.ts';
import { openPreviewDatabase, owner } from './testing/open-preview-database.ts';
import { type Sent, sendTo } from './testing/send-to.ts';

const logger = pino({ level: 'silent' });
const { organisationId, projectId } = owner;

describe('previews', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let clock: FakeClock;
  let local: ReturnType<typeof createLocalLauncher>;
  let previews: PreviewService;
  let factory: Server;
  let port: number;
  const services: PreviewService[] = [];

  function createService(most = 2): PreviewService {
    const service = createPreviewService({
      previews: createPostgresPreviewRepository(handle.database),
      createLeases: leasesIn(handle),
      isAlone: false,
      launcher: local.launcher,
      projects: { get: async () => null },
      clock,
      newId,
      logger,
      lifeMinutes: 60,
      most,
      policy: { restarts: 2, firstDelayMs: 10, steadyMs: 60_000 },
    });
    service.setOrigin(`http://127.0.0.1:${port}`);
    services.push(service);
    return service;
  }

  beforeEach(async () => {
    handle = await openPreviewDatabase();
    folder = await mkdtemp(join(tmpdir(), 'previews-'));
    clock = createFakeClock('2026-01-01T12:00:00Z');
    local = createLocalLauncher(folder);
    factory = createServer((_request, response) => response.end('the factory'));
    await new Promise<void>((resolve) => factory.listen(0, '127.0.0.1', resolve));
    const address = factory.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    previews = createService();
    attachProxy(factory, createPreviewProxy({ previews, logger }));
  });
  afterEach(async () => {
    for (const service of services.splice(0)) await service.close();
    factory.closeAllConnections();
    factory.close();
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  const launch = (runId = 'run_1', service = previews, capsuleId = 'cap_1') =>
    service.launch({
      organisationId,
      projectId,
      runId,
      capsuleId,
      stack: { id: 'notes' },
      signal: new AbortController().signal,
      progress: () => {},
    });

  const send = (sent: Sent) => sendTo(port, sent);
  const hostOf = (url: string) => new URL(url).hostname;

  describe('the address', () => {
    it('is a label of 160 random bits on the port of the factory', async () => {
      const { url } = await launch();
      expect(url).toMatch(new RegExp(`^http://[0-9a-f]{40}\\.localhost:${port}/$`));
    });

    it('is the same when a resumed stage asks again', async () => {
      const first = await launch();
      expect(await launch()).toEqual(first);
      expect(local.launches()).toBe(1);
    });
  });

  describe('the proxy', () => {
    it('leaves requests for the factory to the factory', async () => {
      await launch();
      expect((await send({ host: '127.0.0.1' })).body).toBe('the factory');
      expect((await send({ host: 'localhost' })).body).toBe('the factory');
    });

    it('passes path, query and body on', async () => {
      const { url } = await launch();
      const sent = { host: hostOf(url), path: '/a/b?c=%20d', method: 'POST', body: 'hello' };
      expect(JSON.parse((await send(sent)).body)).toMatchObject({
        url: '/a/b?c=%20d',
        body: 'hello',
      });
    });

    it('passes nothing on that is meant for the factory', async () => {
      const { url } = await launch();
      const { body } = await send({
        host: hostOf(url),
        headers: {
          authorization: 'Bearer ql_0123456789ab_secret',
          cookie: 'ql_session=factory; sid=app',
          'x-forwarded-for': '10.0.0.1',
          'proxy-authorization': 'Basic eA==',
          connection: 'close, x-private',
          'x-private': 'hop',
        },
      });
      const { headers } = JSON.parse(body);
      expect(headers.cookie).toBe('sid=app');
      expect(body).not.toMatch(/ql_|10\.0\.0\.1|eA==|"hop"/);
    });

    it('passes the credentials of the app itself on', async () => {
      const { url } = await launch();
      const sent = { host: hostOf(url), headers: { authorization: 'Bearer of-the-app' } };
      expect(JSON.parse((await send(sent)).body).headers.authorization).toBe('Bearer of-the-app');
    });

    it('keeps cookies of the app to its own host', async () => {
      const { url } = await launch();
      const { headers } = await send({ host: hostOf(url) });
      expect(headers['set-cookie']).toEqual(['sid=1; Path=/; HttpOnly']);
      expect(headers['referrer-policy']).toBe('same-origin');
    });

    it('streams without buffering', async () => {
      const { url } = await launch();
      const { body, chunks } = await send({ host: hostOf(url), path: '/slow' });
      expect(body).toBe('first second');
      expect(chunks).toBe(2);
    });

    it('tunnels upgrades', async () => {
      const { url } = await launch();
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `GET / HTTP/1.1\r\nHost: ${hostOf(url)}\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n`,
      );
      const head = await new Promise<string>((resolve) =>
        socket.once('data', (data) => resolve(`${data}`)),
      );
      expect(head).toMatch(/^HTTP\/1\.1 101/);
      socket.write('ping');
      const echo = await new Promise<string>((resolve) =>
        socket.once('data', (data) => resolve(`${data}`)),
      );
      socket.destroy();
      expect(echo).toBe('ping');
    });

    it('refuses bodies that are too large', async () => {
      const { url } = await launch();
      const sent = { host: hostOf(url), method: 'POST', headers: { 'content-length': '99999999' } };
      expect((await send(sent).catch(() => ({ status: 413 }))).status).toBe(413);
    });

    it.each(['0000000000000000000000000000000000000000.localhost', 'x.localhost', 'a.b.localhost'])(
      'answers 404 for %s, never the factory',
      async (host) => {
        const { status, body } = await send({ host, headers: { accept: 'text/html' } });
        expect(status).toBe(404);
        expect(body).toContain('No such preview');
      },
    );
  });

  describe('the life of a preview', () => {
    it('ends when its time is over, and the page says so', async () => {
      const { previewId, url } = await launch();
      clock.advance(60 * 60_000);
      expect(await previews.sweep()).toBe(1);

      expect(await previews.get(organisationId, previewId)).toMatchObject({ status: 'expired' });
      const { status, body } = await send({ host: hostOf(url) });
      expect(status).toBe(410);
      expect(JSON.parse(body).detail).toContain('run_1');
      expect(local.removed).toContain(previewId);
    });

    it('can be extended, up to a day', async () => {
      const { previewId } = await launch();
      const longer = await previews.extend(organisationId, previewId, 30);
      expect(longer.expiresAt).toBe('2026-01-01T13:30:00.000Z');
      const longest = await previews.extend(organisationId, previewId, 1_440);
      expect(longest.expiresAt).toBe('2026-01-02T12:00:00.000Z');
    });

    it('cannot be extended after its end', async () => {
      const { previewId } = await launch();
      await previews.stop(organisationId, previewId);
      await expect(previews.extend(organisationId, previewId, 5)).rejects.toMatchObject({
        code: 'preview-not-running',
      });
    });

    it('is stopped once, keeps its log and may be started again under the same address', async () => {
      const { previewId, url } = await launch();
      await previews.stop(organisationId, previewId);
      expect(await previews.stop(organisationId, previewId)).toMatchObject({ status: 'stopped' });
      expect(await previews.readLog(organisationId, previewId)).toBe('listening 1\n');
      expect((await send({ host: hostOf(url) })).status).toBe(410);

      expect(await launch()).toMatchObject({ previewId, url });
      expect((await send({ host: hostOf(url) })).status).toBe(200);
    });

    it('is hidden from other organisations', async () => {
      const { previewId } = await launch();
      await expect(previews.get('org_2', previewId)).rejects.toMatchObject({
        code: 'preview-not-found',
      });
      await expect(previews.stop('org_2', previewId)).rejects.toMatchObject({
        code: 'preview-not-found',
      });
    });

    it('makes room for a newer one', async () => {
      const first = await launch('run_1');
      await launch('run_2');
      await launch('run_3');
      expect(await previews.get(organisationId, first.previewId)).toMatchObject({
        status: 'stopped',
        reason: expect.stringContaining('room'),
      });
    });

    it('runs the newer capsule of a run that was done again', async () => {
      const first = await launch('run_1');
      await launch('run_1', previews, 'cap_2');
      expect(await previews.get(organisationId, first.previewId)).toMatchObject({
        status: 'running',
        capsuleId: 'cap_2',
      });
      expect(local.launches()).toBe(2);
    });
  });

  describe('an app that fails', () => {
    it('is refused with the reason and the log', async () => {
      local.breakWith('the app ended with exit code 1.');
      await expect(launch()).rejects.toMatchObject({ code: 'preview-not-started' });
      const { items } = await previews.list(organisationId, projectId, { cursor: null, limit: 5 });
      expect(items[0]).toMatchObject({
        status: 'failed',
        reason: expect.stringContaining('exit code 1'),
      });
      expect(await previews.readLog(organisationId, items[0]?.id ?? '')).toBe('boom\n');
    });

    it('is started again after a crash', async () => {
      const { previewId, url } = await launch();
      local.crash(previewId);
      await expect.poll(local.launches).toBe(2);
      await expect.poll(async () => (await send({ host: hostOf(url) })).status).toBe(200);
    });

    it('is given up in the end, and the page says why', async () => {
      const { previewId, url } = await launch();
      local.breakWith('the app ended with exit code 7.');
      local.crash(previewId);
      const status = async () => (await previews.get(organisationId, previewId)).status;
      await expect.poll(status).toBe('failed');
      const page = await send({ host: hostOf(url) });
      expect(page.status).toBe(503);
      expect(page.body).toMatch(/exit code 7.*started again 2 times/);
    });
  });

  describe('a factory that starts again', () => {
    it('brings back what had not expired, under the same address', async () => {
      const { previewId } = await launch();
      await previews.close();
      const next = createService();
      await next.resume();

      const status = async () => (await next.get(organisationId, previewId)).status;
      await expect.poll(status).toBe('running');
      await expect.poll(local.launches).toBe(2);
    });

    it('ends what expired meanwhile and clears what is left over', async () => {
      const { previewId } = await launch();
      await previews.close();
      clock.advance(61 * 60_000);
      const next = createService();
      await next.resume();

      expect(await next.get(organisationId, previewId)).toMatchObject({ status: 'expired' });
      expect(local.removed).toEqual(expect.arrayContaining([previewId, 'prv_leftover']));
      expect(await next.hasActive()).toBe(false);
    });

    it('lets the stage that was cut off find its preview', async () => {
      const { previewId, url } = await launch();
      await previews.close();
      const next = createService();
      await next.resume();
      expect(await launch('run_1', next)).toMatchObject({ previewId, url });
    });
  });

  it('refuses all when previews are switched off', async () => {
    await expect(launch('run_1', createService(0))).rejects.toMatchObject({
      code: 'previews-switched-off',
    });
  });
});
