import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from './start-app.ts';
import { createCheckContext, stoppedApp } from './testing/check-context.ts';

describe('startApp', () => {
  let folder: string;
  let server: Server;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'start-app-'));
    await mkdir(join(folder, '.run'));
    server = createServer((_request, response) => void response.end('{"openapi":"3.1.0"}'));
    await new Promise<void>((resolve) => server.listen(join(folder, '.run/app.sock'), resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  it('starts the command of the stack with the account of a first keeper', async () => {
    const { context, started } = createCheckContext(folder);
    const { app, admin } = await startApp(context);

    expect(started).toHaveLength(1);
    expect(started[0]?.command).toEqual(context.stack.commands.start);
    expect(started[0]?.limits.wallMs).toBe(context.wall.app);
    expect(Object.values(started[0]?.env ?? {})).toEqual(
      expect.arrayContaining([admin.email, admin.password]),
    );
    expect(app).toHaveProperty('client');
    if (app !== 'late' && 'client' in app) await app.close();
  });

  it('gives a client that speaks to the app, and what the app has written', async () => {
    const { context, stops } = createCheckContext(folder, { says: 'listening on a socket\n' });
    const { app, readLog, durationMs } = await startApp(context);
    if (app === 'late' || !('client' in app)) throw new Error('the app did not start');

    const answer = await app.client.send({ method: 'GET', path: '/openapi.json' });
    await app.close();

    expect(answer).toMatchObject({ status: 200, body: '{"openapi":"3.1.0"}' });
    expect(readLog()).toBe('listening on a socket\n');
    expect(durationMs).toBeGreaterThan(0);
    expect(stops()).toBe(0);
  });

  it('gives how an app ended that does not answer', async () => {
    server.removeAllListeners('request');
    server.on('request', (_request, response) => void response.writeHead(503).end());
    const ended = { ...stoppedApp, exitCode: 3 };
    const { context } = createCheckContext(folder, { finished: Promise.resolve(ended) });

    expect((await startApp(context)).app).toEqual(ended);
  });

  it('stops the process when the app cannot be waited for', async () => {
    const { context, stops } = createCheckContext(folder, {
      connectApp: () => {
        throw new Error('no more sockets');
      },
    });

    await expect(startApp(context)).rejects.toThrow('no more sockets');
    expect(stops()).toBe(1);
  });
});
