import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SandboxUnavailable } from '../domain/sandbox-errors.ts';
import { createSandbox, INSTALL_COMMAND } from './create-sandbox.ts';
import { watchDisks } from './disk-watcher.ts';
import { inspectSandbox } from './inspect-sandbox.ts';
import { countThreadsOfUser, residentBytesOfTree } from './process-table.ts';
import { baseSpec } from './sandbox-harness.contract.ts';

const logger = pino({ level: 'silent' });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-create-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const create = (nodePath = process.execPath) =>
  createSandbox({ driver: 'auto', stateFolder: join(folder, 'state'), nodePath, logger });

describe('createSandbox', () => {
  it('takes a driver that isolates when the choice is its own', async () => {
    expect((await create()).describe().sandboxed).toBe(true);
  });

  it.each(['bubblewrap', 'namespaces'] as const)(
    'works with %s under a umask that keeps others out',
    async (driver) => {
      const before = process.umask(0o077);
      try {
        const stateFolder = join(folder, `masked-${driver}`);
        const sandbox = await createSandbox({
          driver,
          stateFolder,
          nodePath: process.execPath,
          logger,
        });
        const result = await sandbox.run({
          ...baseSpec,
          command: ['sh', '-c', 'cat /etc/group && touch file && stat -c %a file'],
          cwd: '/tmp',
        });
        expect(result.output.toString()).toBe('nogroup:x:65534:\n644\n');
      } finally {
        process.umask(before);
      }
    },
  );

  it('never falls back to a plain process', async () => {
    const broken = create(join(folder, 'no-such-node'));
    await expect(broken).rejects.toThrow();
  });

  it('refuses a mount that leads to its state by a link', async () => {
    const sandbox = await create();
    symlinkSync(join(folder, 'state'), join(folder, 'link'));
    await expect(
      sandbox.run({ ...baseSpec, mounts: [{ source: join(folder, 'link'), target: '/x' }] }),
    ).rejects.toMatchObject({ code: 'sandbox-spec-refused' });
  });

  it.runIf(process.getuid?.() === 0)('says when nobody may enter a mount', async () => {
    const sandbox = await create();
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    await expect(
      sandbox.run({ ...baseSpec, mounts: [{ source: closed, target: '/x' }] }),
    ).rejects.toThrow('chmod o+rx');
  });
});

describe('inspectSandbox', () => {
  it('tries each driver and names the command for what is missing', async () => {
    const { drivers, limits, missing } = await inspectSandbox({
      nodePath: process.execPath,
      logger,
    });
    expect(drivers.map(({ name }) => name)).toEqual(['bubblewrap', 'namespaces']);
    expect(drivers.every(({ works, reason }) => works === (reason === null))).toBe(true);
    expect(['cgroup-v1', 'cgroup-v2', 'rlimits']).toContain(limits);
    expect(missing.every(({ mend }) => mend.length > 0)).toBe(true);
  });
});

describe('SandboxUnavailable', () => {
  it('says why and what to type', () => {
    const error = new SandboxUnavailable(['bubblewrap: is not installed'], INSTALL_COMMAND);
    expect(error.message).toContain('apt-get install -y bubblewrap');
    expect(error.details()).toEqual({ reasons: ['bubblewrap: is not installed'] });
  });
});

describe('watchDisks', () => {
  it('notices a folder that outgrows its size', async () => {
    const watched = mkdtempSync(join(folder, 'watched-'));
    const watcher = watchDisks([watched], 20_000);
    expect(watcher.isFull()).toBe(false);
    const sandbox = await createSandbox({
      driver: 'unsafe-process',
      stateFolder: join(folder, 'unsafe'),
      nodePath: process.execPath,
      logger,
    });
    await sandbox.run({
      ...baseSpec,
      command: ['sh', '-c', 'for n in 1 2 3 4; do head -c 9000 /dev/zero > $n; done'],
      cwd: watched,
    });
    await expect.poll(() => watcher.isFull()).toBe(true);
    watcher.stop();
  });
});

describe('the process table', () => {
  it('adds up the memory of a process and all below it', () => {
    expect(residentBytesOfTree(process.pid)).toBeGreaterThan(10e6);
    expect(residentBytesOfTree(2 ** 30)).toBe(0);
  });

  it('counts the threads of a user', () => {
    expect(countThreadsOfUser(process.getuid?.() ?? 0)).toBeGreaterThan(1);
  });
});
