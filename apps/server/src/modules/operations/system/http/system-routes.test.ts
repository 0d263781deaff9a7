import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { System } from '@quantumlayer/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { createSystem, systemRoutes } from '../index.ts';

const isolation = { driver: 'bubblewrap', sandboxed: true, limits: 'cgroup-v2', weaknesses: [] };
const part = { name: 'database', state: 'ok', latencyMs: 1, detail: 'embedded' } as const;

describe('GET /system', () => {
  let folder: string;
  let now = new Date('2026-01-01T12:00:00Z');
  let describeSandbox = () => isolation as NonNullable<System['sandbox']>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'system-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  function open() {
    const app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.register(
      systemRoutes(
        createSystem({
          dataFolder: folder,
          readiness: { read: async () => ({ ready: true, parts: [part] }) },
          sandbox: { describe: () => describeSandbox() },
          clock: () => now,
          about: { version: '0.1.0', node: '24.0.0', database: { kind: 'embedded' } },
        }),
      ),
    );
    return {
      read: async (): Promise<System> => (await app.inject('/system')).json(),
      close: () => app.close(),
    };
  }

  it('says what there is, what is lacking and what mends it', async () => {
    await writeFile(join(folder, 'master.key'), 'x');
    const app = open();
    const system = await app.read();
    expect(system).toMatchObject({
      ...{ version: '0.1.0', node: '24.0.0', database: { kind: 'embedded' }, sandbox: isolation },
      ...{ ready: true, parts: [part], startedAt: '2026-01-01T12:00:00.000Z' },
      dataFolder: { path: folder, isComplete: true, parts: [{ name: 'master.key', files: 1 }] },
    });
    expect(system.disk.freeBytes).toBeGreaterThan(0);
    expect(system.disk.totalBytes).toBeGreaterThanOrEqual(system.disk.freeBytes);
    expect(system.findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['node', 'memory', 'disk', 'data folder', 'bubblewrap', 'cgroups']),
    );
    for (const { status, fix } of system.findings) expect(status === 'ok' || fix).toBeTruthy();
    await app.close();
  });

  it('looks once a minute, however often it is asked', async () => {
    const app = open();
    const [one, two] = await Promise.all([app.read(), app.read()]);
    now = new Date(now.getTime() + 59_000);
    for (const system of [one, two, await app.read()]) {
      expect(system.foundAt).toBe('2026-01-01T12:00:00.000Z');
    }
    now = new Date(now.getTime() + 1_000);
    expect((await app.read()).foundAt).toBe('2026-01-01T12:00:00.000Z');
    await expect.poll(async () => (await app.read()).foundAt).toBe('2026-01-01T12:01:00.000Z');
    await app.close();
  });

  it('answers where there is no sandbox', async () => {
    describeSandbox = () => {
      throw new Error('no driver');
    };
    const app = open();
    expect(await app.read()).toMatchObject({ sandbox: null });
    await app.close();
  });
});
