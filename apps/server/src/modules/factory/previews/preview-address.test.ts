import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createPostgresPreviewRepository } from './adapters/postgres-preview-repository.ts';
import { createPreviewSite } from './domain/preview-site.ts';
import { attachProxy } from './http/attach-proxy.ts';
import { createPreviewProxy } from './http/preview-proxy.ts';
import { createPreviewService, type PreviewService } from './preview-service.ts';
import { leasesIn } from './testing/leases-in.ts';
import { createLocalLauncher } from './testing/local-launcher.ts';
import { openPreviewDatabase, owner } from './testing/open-preview-database.ts';
import { sendTo } from './testing/send-to.ts';

const logger = pino({ level: 'silent' });
const { organisationId, projectId } = owner;

type Process = { previews: PreviewService; port: number; server: Server };

describe('the address of a preview', () => {
  let handle: DatabaseHandle;
  let folder: string;
  const processes: Process[] = [];

  beforeEach(async () => {
    handle = await openPreviewDatabase();
  });
  afterEach(async () => {
    for (const { previews, server } of processes.splice(0)) {
      await previews.close();
      server.closeAllConnections();
      server.close();
    }
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function startProcess(previewUrl?: string): Promise<Process> {
    folder = await mkdtemp(join(tmpdir(), 'p-'));
    const site = createPreviewSite({ previewUrl });
    const previews = createPreviewService({
      previews: createPostgresPreviewRepository(handle.database),
      createLeases: leasesIn(handle),
      isAlone: false,
      launcher: createLocalLauncher(folder).launcher,
      projects: { get: async () => null },
      clock: systemClock,
      ...{ newId, logger, lifeMinutes: 60, most: 5, site },
    });
    const server = createServer((_request, response) => response.end('the factory'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    previews.setOrigin(`http://127.0.0.1:${port}`);
    attachProxy(server, createPreviewProxy({ previews, logger, site }));
    const made = { previews, port, server };
    processes.push(made);
    return made;
  }

  const launch = ({ previews }: Process) =>
    previews.launch({
      ...{ organisationId, projectId, runId: 'run_1', capsuleId: 'cap_1' },
      ...{ stack: { id: 'notes' }, signal: new AbortController().signal, progress: () => {} },
    });
  const hostOf = (url: string) => new URL(url).hostname;

  /** Opens an upgraded connection; resolves when the app has answered. */
  async function openTunnel(port: number, host: string) {
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise<string>((resolve) => socket.on('close', () => resolve('closed')));
    socket.on('error', () => {});
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n`);
    const [head] = await new Promise<Buffer[]>((resolve) =>
      socket.once('data', (chunk: Buffer) => resolve([chunk])),
    );
    return { socket, closed, head: String(head) };
  }

  it('leads nowhere once there is a new one, which leads to the same app', async () => {
    const one = await startProcess();
    const { previewId, url } = await launch(one);
    const renewed = await one.previews.renewAddress(organisationId, previewId);

    const before = await sendTo(one.port, { host: hostOf(url) });
    expect(before.status).toBe(404);
    expect(before.body).toContain('a new one');
    expect((await sendTo(one.port, { host: hostOf(renewed.url) })).status).toBe(200);
  });

  it('takes with it what is open under it', async () => {
    const one = await startProcess();
    const { previewId, url } = await launch(one);
    const tunnel = await openTunnel(one.port, hostOf(url));
    expect(tunnel.head).toContain('101');
    const endless = sendTo(one.port, { host: hostOf(url), path: '/endless' });
    const cutOff = expect(endless).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await one.previews.renewAddress(organisationId, previewId);

    await cutOff;
    expect(await tunnel.closed).toBe('closed');
  });

  it('leaves many requests at the same time without a warning', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    const one = await startProcess();
    const host = hostOf((await launch(one)).url);
    const all = Array.from({ length: 30 }, () => sendTo(one.port, { host, path: '/slow' }));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    process.off('warning', listen);

    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(warnings).toEqual([]);
  });

  describe('below a domain', () => {
    const domain = 'https://previews.example.net';

    it('is for other machines, and never on the name of the factory', async () => {
      const one = await startProcess(domain);
      const { previewId, url } = await launch(one);

      expect(url).toMatch(/^https:\/\/[0-9a-f]{40}\.previews\.example\.net\/$/);
      expect(await one.previews.get(organisationId, previewId)).toMatchObject({ reach: 'network' });
      expect((await sendTo(one.port, { host: hostOf(url) })).status).toBe(200);
      const factory = await sendTo(one.port, { host: 'previews.example.net' });
      expect(factory.body).toBe('the factory');
    });

    it('is served by every process, which passes on to the one that runs the app', async () => {
      const one = await startProcess(domain);
      const two = await startProcess(domain);
      const { url } = await launch(one);
      const sent = { host: hostOf(url), path: '/a?b', method: 'POST', body: 'hello' };
      const { status, body } = await sendTo(two.port, sent);

      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ url: '/a?b', body: 'hello' });
      const tunnel = await openTunnel(two.port, hostOf(url));
      expect(tunnel.head).toContain('101');
      tunnel.socket.destroy();
    });

    it('is passed on once: a request that comes from another process ends there', async () => {
      const one = await startProcess(domain);
      const two = await startProcess(domain);
      const { url } = await launch(one);
      const headers = { 'ql-preview-passed': '1' };

      expect((await sendTo(two.port, { host: hostOf(url), headers })).status).toBe(421);
    });
  });
});
