import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxProcess, SandboxResult } from '#modules/factory/sandbox/index.ts';
import { createUnixAppClient } from './adapters/unix-app-client.ts';
import { waitForApp } from './wait-for-app.ts';

const result: SandboxResult = {
  exitCode: 1,
  signal: null,
  stopped: null,
  durationMs: 1,
  output: Buffer.from(''),
  stdout: Buffer.from(''),
  peakMemoryBytes: null,
  cpuMs: null,
};

describe('waitForApp', () => {
  let folder: string;
  let server: Server | null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wait-'));
    server = null;
  });
  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true });
  });

  function wait(finished: Promise<SandboxResult>, limitMs: number) {
    const process: SandboxProcess = { pid: 1, finished, stop: () => finished };
    const socketPath = join(folder, 'app.sock');
    const connect = (path: string) => createUnixAppClient({ socketPath: path, timeoutMs: 1_000 });
    return waitForApp({ process, socketPath, connect, limitMs });
  }
  const running = new Promise<SandboxResult>(() => {});

  async function serve(status: () => number): Promise<string[]> {
    const paths: string[] = [];
    const made = createServer((request, response) => {
      paths.push(request.url ?? '');
      response.writeHead(status()).end('{}');
    });
    server = made;
    await new Promise<void>((resolve) => made.listen(join(folder, 'app.sock'), resolve));
    return paths;
  }

  it('gives a client as soon as the app shows its document', async () => {
    let asked = 0;
    const paths = await serve(() => (++asked < 3 ? 503 : 200));
    const app = await wait(running, 10_000);

    expect(paths).toEqual(['/openapi.json', '/openapi.json', '/openapi.json']);
    if (app === 'late' || !('client' in app)) throw new Error('the app is not ready');
    expect((await app.client.send({ method: 'GET', path: '/x' })).status).toBe(200);
    await app.close();
  });

  it('tells how the app ended when it ended instead', async () => {
    expect(await wait(Promise.resolve(result), 10_000)).toBe(result);
  });

  it('does not wait for ever', async () => {
    expect(await wait(running, 50)).toBe('late');
  });

  it('takes an app that answers with errors only for late', async () => {
    await serve(() => 500);

    expect(await wait(running, 100)).toBe('late');
  });
});
