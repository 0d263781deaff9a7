import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppClient } from '../ports.ts';
import { createUnixAppClient } from './unix-app-client.ts';

/** An app beside the client: it answers, and closes the connection, while the client still writes. */
const REFUSES_ALL = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  createServer((request, response) => {
    response.writeHead(413, { connection: 'close' }).end('too large');
  }).listen(workerData, () => parentPort.postMessage('ready'));
`;

describe('unix app client', () => {
  let folder: string;
  let server: Server | null = null;
  let client: AppClient | null = null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'client-'));
  });
  afterEach(async () => {
    client?.close();
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true });
  });

  async function connect(listener: RequestListener, timeoutMs = 5_000): Promise<AppClient> {
    const socketPath = join(folder, 'app.sock');
    const made = createServer(listener);
    server = made;
    await new Promise<void>((resolve) => made.listen(socketPath, resolve));
    client = createUnixAppClient({ socketPath, timeoutMs });
    return client;
  }

  it('sends method, path, type and body as they are', async () => {
    const app = await connect(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const { method, url, headers } = request;
      const body = Buffer.concat(chunks).toString();
      response.end(JSON.stringify({ method, url, type: headers['content-type'], body }));
    });
    const answer = await app.send({
      method: 'post',
      path: '/a%00b?q=%20',
      contentType: 'application/json',
      body: '{"a":"漢"}',
    });

    expect(JSON.parse(answer.body)).toEqual({
      method: 'POST',
      url: '/a%00b?q=%20',
      type: 'application/json',
      body: '{"a":"漢"}',
    });
  });

  it('gets the answer of an app that refuses a large body and hangs up', async () => {
    const socketPath = join(folder, 'app.sock');
    const app = new Worker(REFUSES_ALL, { eval: true, workerData: socketPath });
    await once(app, 'message');
    client = createUnixAppClient({ socketPath, timeoutMs: 5_000 });
    const statuses = new Set<number>();
    for (let round = 0; round < 100; round += 1) {
      const sent = { method: 'PUT', path: '/', body: 'x'.repeat(5_000_001) };
      statuses.add((await client.send(sent)).status);
    }
    await app.terminate();

    expect([...statuses]).toEqual([413]);
  });

  it.each([
    ['letters', 'x'.repeat(300_000)],
    ['what takes two places in a string', `x${'🐘'.repeat(100_000)}`],
    ['halves of it', '\ud800'.repeat(200_000)],
  ])('sends a large body of %s whole', async (_what, body) => {
    const app = await connect(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const arrived = Buffer.concat(chunks);
      const told = Number(request.headers['content-length']);
      response.end(JSON.stringify([told, arrived.length, arrived.equals(Buffer.from(body))]));
    });
    const { length } = Buffer.from(body);
    const answer = await app.send({ method: 'POST', path: '/', body });

    expect(JSON.parse(answer.body)).toEqual([length, length, true]);
  });

  it('hears a refusal that comes before the body is sent', async () => {
    const app = await connect((_request, response) => {
      response.writeHead(413, { connection: 'close' }).end('too large');
    });
    const body = 'x'.repeat(16_000_000);

    for (const _time of [1, 2, 3])
      expect(await app.send({ method: 'POST', path: '/', body })).toMatchObject({ status: 413 });
  });

  it('sends bytes as they are', async () => {
    const app = await connect(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      response.end(Buffer.concat(chunks).toString('hex'));
    });
    const body = '\x89PNG\xff\0';

    expect((await app.send({ method: 'PUT', path: '/', body, isBinary: true })).body).toBe(
      '89504e47ff00',
    );
  });

  it('sends further headers, and gives those of the answer', async () => {
    const app = await connect(({ headers }, response) =>
      response
        .setHeader('set-cookie', ['a=1; HttpOnly', 'b=2'])
        .setHeader('X-Seen', `${headers.origin} ${headers.host}`)
        .end(),
    );
    const headers = { origin: 'https://evil.example', host: 'other.localhost' };
    const answer = await app.send({ method: 'get', path: '/', headers });

    expect(answer.headers).toMatchObject({
      'set-cookie': 'a=1; HttpOnly\nb=2',
      'x-seen': 'https://evil.example other.localhost',
    });
  });

  it('gives status, type and text of the answer', async () => {
    const app = await connect((_request, response) =>
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{"é":1}'),
    );

    expect(await app.send({ method: 'GET', path: '/' })).toMatchObject({
      status: 404,
      contentType: 'application/problem+json',
      body: '{"é":1}',
    });
  });

  it('gives up on an app that does not answer', async () => {
    const app = await connect(() => {}, 50);

    await expect(app.send({ method: 'GET', path: '/' })).rejects.toThrow('no answer within 50 ms');
  });

  it('does not take half an answer for an answer', async () => {
    const app = await connect((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });

    await expect(app.send({ method: 'GET', path: '/' })).rejects.toThrow();
  });

  it('does not read an answer without end', async () => {
    const app = await connect((_request, response) => {
      const write = () => {
        while (response.write(Buffer.alloc(1_000_000)));
        response.once('drain', write);
      };
      write();
    });

    await expect(app.send({ method: 'GET', path: '/' })).rejects.toThrow(/over 5000000 bytes/);
  });

  it('says that nobody listens', async () => {
    client = createUnixAppClient({ socketPath: join(folder, 'none.sock'), timeoutMs: 50 });

    await expect(client.send({ method: 'GET', path: '/' })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
