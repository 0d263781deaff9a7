import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PreviewTarget } from '../find-target.ts';
import { type Sent, sendTo } from '../testing/send-to.ts';
import { attachProxy } from './attach-proxy.ts';
import { createPreviewProxy } from './preview-proxy.ts';

const MEGABYTE = 1024 * 1024;

describe('the preview proxy', () => {
  let folder: string;
  let servers: Server[] = [];
  let target: () => Promise<PreviewTarget>;
  let port: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proxy-'));
    target = async () => ({ kind: 'unknown' });
    const factory = createServer((_request, response) => response.end('the factory'));
    const logger = pino({ level: 'silent' });
    attachProxy(factory, createPreviewProxy({ previews: { findTarget: () => target() }, logger }));
    await new Promise<void>((resolve) => factory.listen(0, '127.0.0.1', resolve));
    servers = [factory];
    const address = factory.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await rm(folder, { recursive: true });
  });

  async function serveApp(listener: RequestListener): Promise<void> {
    const socketPath = join(folder, 'app.sock');
    const app = createServer(listener);
    servers.push(app);
    await new Promise<void>((resolve) => app.listen(socketPath, resolve));
    target = async () => ({ kind: 'app', socketPath });
  }

  const send = (sent: Partial<Sent> = {}) => sendTo(port, { host: 'abc.localhost', ...sent });

  /** What comes back for bytes that no client library would send. */
  function sendRaw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let got = '';
      socket.on('data', (chunk) => {
        got += chunk.toString();
      });
      socket.on('close', () => resolve(got));
      socket.on('error', reject);
      socket.write(text);
    });
  }

  it('asks to come again while the app starts', async () => {
    target = async () => ({ kind: 'starting' });

    expect(await send()).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  });

  it('says that an app is silent whose socket is gone', async () => {
    target = async () => ({ kind: 'app', socketPath: join(folder, 'none.sock') });

    expect(await send()).toMatchObject({ status: 502 });
  });

  it('says that an app is silent which hangs up before it answers', async () => {
    await serveApp((request) => request.socket.destroy());

    expect(await send()).toMatchObject({ status: 502 });
  });

  it('cuts an answer off that the app does not finish, instead of ending it well', async () => {
    await serveApp((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });

    await expect(send()).rejects.toThrow();
  });

  it('passes status, reason and headers of the app on', async () => {
    await serveApp((_request, response) =>
      response.writeHead(418, 'Teapot', { 'x-app': 'yes', 'keep-alive': 'timeout=9' }).end('tea'),
    );
    const { status, headers, body } = await send();

    expect({ status, body }).toEqual({ status: 418, body: 'tea' });
    expect(headers['x-app']).toBe('yes');
    expect(headers['keep-alive']).not.toBe('timeout=9');
  });

  it('gives no body to HEAD', async () => {
    const { status, body } = await send({ method: 'HEAD' });

    expect({ status, body }).toEqual({ status: 404, body: '' });
  });

  it('refuses a target that is no path', async () => {
    await serveApp((_request, response) => response.end('reached'));
    const got = await sendRaw(
      'GET http://elsewhere/ HTTP/1.1\r\nHost: abc.localhost\r\nConnection: close\r\n\r\n',
    );

    expect(got).toMatch(/^HTTP\/1\.1 400 /);
    expect(got).not.toContain('reached');
  });

  it('refuses a body that says it is too large before the app sees it', async () => {
    let seen = 0;
    await serveApp((_request, response) => {
      seen += 1;
      response.end();
    });
    const got = await sendRaw(
      `POST / HTTP/1.1\r\nHost: abc.localhost\r\nContent-Length: ${50 * MEGABYTE + 1}\r\n\r\n`,
    );

    expect(got).toMatch(/^HTTP\/1\.1 413 /);
    expect(seen).toBe(0);
  });

  it('takes a body of just the largest size', async () => {
    await serveApp((request, response) => {
      let size = 0;
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      request.on('end', () => response.end(String(size)));
    });
    const sent = { method: 'POST', body: 'x'.repeat(50 * MEGABYTE) };

    expect(await send(sent)).toMatchObject({ status: 200, body: String(50 * MEGABYTE) });
  });

  it('passes a body in chunks on as one body, never as a request of its own', async () => {
    const seen: string[] = [];
    await serveApp(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      seen.push(`${request.method} ${request.url} ${body}`);
      response.end();
    });
    const inner = 'GET /smuggled HTTP/1.1\r\nHost: app\r\n\r\n';
    const chunked = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`;
    const head = 'Host: abc.localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n';
    const got = await sendRaw(`POST /real HTTP/1.1\r\n${head}\r\n${chunked}`);

    expect(got).toMatch(/^HTTP\/1\.1 200 /);
    expect(seen).toEqual([`POST /real ${inner}`]);
  });

  it('counts a body that does not say its length', async () => {
    let size = 0;
    await serveApp((request) => {
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      request.on('error', () => {});
    });
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', (chunk) => {
        resolve(chunk.toString().slice(0, 12));
        socket.destroy();
      });
      socket.on('error', reject);
      socket.write('POST / HTTP/1.1\r\nHost: abc.localhost\r\nTransfer-Encoding: chunked\r\n\r\n');
      for (let sent = 0; sent < 51; sent += 1) {
        socket.write(`100000\r\n${'x'.repeat(MEGABYTE)}\r\n`);
      }
    });

    expect(status).toBe('HTTP/1.1 413');
    expect(size).toBeLessThanOrEqual(51 * MEGABYTE);
  });

  it('hangs up when it cannot find out where a request goes', async () => {
    target = () => Promise.reject(new Error('no database'));

    await expect(send()).rejects.toThrow();
  });

  it('tells the app that the client has gone', async () => {
    const gone = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    await serveApp((_request, response) => {
      response.on('close', () => gone.resolve());
      response.write('first');
      reached.resolve();
    });
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: abc.localhost\r\n\r\n');
    await reached.promise;
    socket.destroy();

    await expect(gone.promise).resolves.toBeUndefined();
  });

  const upgrade = (host: string) =>
    `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

  it('refuses an upgrade with the reason where no app runs', async () => {
    const got = await sendRaw(upgrade('abc.localhost'));

    expect(got).toMatch(/^HTTP\/1\.1 404 No such preview\r\n/);
    expect(got).toContain('application/problem+json');
  });

  it('passes on that an app refuses an upgrade', async () => {
    await serveApp((_request, response) => response.writeHead(426).end('not here'));
    const got = await sendRaw(upgrade('abc.localhost'));

    expect(got).toMatch(/^HTTP\/1\.1 426 /);
    expect(got).toContain('not here');
  });

  it('hangs up on an upgrade when nothing is known', async () => {
    target = () => Promise.reject(new Error('no database'));

    expect(await sendRaw(upgrade('abc.localhost'))).toBe('');
  });

  it('answers an upgrade that is for the factory as if nobody had asked for it', async () => {
    const got = await sendRaw(
      upgrade('localhost').replace('Connection: Upgrade', 'Connection: Upgrade, close'),
    );

    expect(got).toMatch(/^HTTP\/1\.1 200 /);
    expect(got).toContain('the factory');
  });
});
