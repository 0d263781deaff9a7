import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxMount } from '../ports.ts';
import type { DriverName } from './create-sandbox.ts';
import { openSocket } from './open-socket.ts';
import { baseSpec, type Harness, listMarked, openHarness } from './sandbox-harness.contract.ts';

const GREETING_LIMIT_MS = 5_000;

/** What every driver must do, whether it isolates or not. */
export function describeSandbox(driver: DriverName): void {
  describe(`Sandbox: ${driver}`, () => {
    let harness: Harness;

    beforeAll(async () => {
      harness = await openHarness(driver);
    });
    afterAll(() => harness.close());

    function makeMount(name: string, target: string): SandboxMount & { source: string } {
      const source = join(harness.folder, name);
      mkdirSync(source, { recursive: true });
      return { source, target, writable: true };
    }

    it('says which driver it is and what bounds its programs', () => {
      const { driver: name, limits, sandboxed } = harness.sandbox.describe();
      expect(name).toBe(driver);
      expect(sandboxed).toBe(driver !== 'unsafe-process');
      expect(['cgroup-v1', 'cgroup-v2', 'rlimits']).toContain(limits);
    });

    it('reports exit code, both streams as they came, and stdout alone', async () => {
      const result = await harness.run([
        'sh',
        '-c',
        'echo one; sleep 0.1; echo two >&2; sleep 0.1; echo three; exit 7',
      ]);
      expect(result).toMatchObject({ exitCode: 7, signal: null, stopped: null });
      expect(result.output.toString()).toBe('one\ntwo\nthree\n');
      expect(result.stdout.toString()).toBe('one\nthree\n');
    });

    it('names the signal that ended a program', async () => {
      const result = await harness.run(['sh', '-c', 'kill -ABRT $$']);
      expect(result.signal).toBe('SIGABRT');
    });

    it('reports a program that is not there as a result', async () => {
      const result = await harness.run(['no-such-program']);
      expect(result.exitCode).toBe(127);
      expect(result.output.toString()).toContain('no-such-program');
    });

    it('gives a program its variables and nothing of the factory', async () => {
      const result = await harness.run(['env'], { env: { GREETING: 'good day = fine' } });
      const names = result.stdout
        .toString()
        .trim()
        .split('\n')
        .map((line) => line.split('=', 1)[0]);
      expect(result.stdout.toString()).toContain('GREETING=good day = fine\n');
      expect(names.filter((name) => name !== 'PWD').sort()).toEqual(['GREETING', 'HOME', 'PATH']);
    });

    it('streams output while the program runs', async () => {
      const seen: string[] = [];
      const ended = harness.run(
        ['sh', '-c', 'echo early; sleep 5'],
        {},
        {
          onOutput: (chunk, stream) => seen.push(`${stream}:${chunk}`),
          signal: AbortSignal.timeout(800),
        },
      );
      expect(await ended).toMatchObject({ stopped: 'cancelled' });
      expect(seen).toEqual(['stdout:early\n']);
    });

    it('ends a program at its wall clock, also one that ignores signals', async () => {
      const result = await harness.run(
        ['sh', '-c', "trap '' TERM INT HUP; sleep 60 & wait; sleep 60"],
        {
          limits: { wallMs: 300 },
        },
      );
      expect(result).toMatchObject({ stopped: 'wall-clock', exitCode: null });
      expect(result.durationMs).toBeLessThan(5_000);
    });

    it('keeps no more output than allowed and ends a program that writes more', async () => {
      const result = await harness.run(['sh', '-c', 'while :; do echo 0123456789; done'], {
        limits: { outputBytes: 1_000 },
      });
      expect(result.stopped).toBe('output');
      expect(result.output).toHaveLength(1_000);
    });

    it('ends a program that takes more memory than allowed', async () => {
      const result = await harness.runScript(
        'const kept = []; for (;;) kept.push(Buffer.alloc(8e6, 1));',
        { limits: { memoryBytes: 200e6 } },
      );
      expect(result.stopped).toBe('memory');
    });

    it('stops a started program and leaves nothing of it', async () => {
      const marker = `sleep ${31_000 + Math.floor(Math.random() * 1_000)}`;
      const started = await harness.sandbox.start({
        ...baseSpec,
        command: ['sh', '-c', `${marker} & ${marker}`],
      });
      await expect.poll(() => listMarked(marker.split(' ')[1] ?? '').length).toBeGreaterThan(0);
      expect(await started.stop()).toMatchObject({ stopped: 'cancelled' });
      await expect.poll(() => listMarked(marker.split(' ')[1] ?? '')).toEqual([]);
    });

    it('leaves no program that was sent to the background', async () => {
      const marker = String(32_000 + Math.floor(Math.random() * 1_000));
      const result = await harness.run(['sh', '-c', `sleep ${marker} >/dev/null 2>&1 & echo gone`]);
      expect(result).toMatchObject({ exitCode: 0, stopped: null });
      await expect.poll(() => listMarked(marker)).toEqual([]);
    });

    it('shows files of a mount and brings back what is written to it', async () => {
      const mount = makeMount('work', '/work');
      mkdirSync(join(mount.source, 'src'));
      writeFileSync(join(mount.source, 'src/in.txt'), 'from outside');
      const result = await harness.run(
        [
          'sh',
          '-c',
          'cat src/in.txt && mkdir out && echo from inside > out/a.txt && rm src/in.txt',
        ],
        { cwd: '/work', mounts: [mount] },
      );
      expect(result.output.toString()).toBe('from outside');
      expect(readFileSync(join(mount.source, 'out/a.txt'), 'utf8')).toBe('from inside\n');
      expect(readdirSync(join(mount.source, 'src'))).toEqual([]);
    });

    it('shows a mount inside a read-only mount', async () => {
      const app = makeMount('app', '/app');
      const modules = makeMount('modules', '/app/node_modules');
      mkdirSync(join(app.source, 'node_modules'));
      writeFileSync(join(modules.source, 'index.js'), 'console.log("found")');
      const result = await harness.run(['node', '/app/node_modules/index.js'], {
        cwd: '/app',
        mounts: [
          { source: modules.source, target: modules.target },
          { source: app.source, target: app.target },
        ],
      });
      expect(result.output.toString()).toBe('found\n');
    });

    it('lets two programs at the same time share a folder', async () => {
      const mount = makeMount('shared', '/shared');
      const write = (name: string) =>
        harness.run(['sh', '-c', `sleep 0.2; echo ${name} > ${name}`], {
          cwd: '/shared',
          mounts: [mount],
        });
      await Promise.all([write('a'), write('b'), write('c')]);
      expect(readdirSync(mount.source).sort()).toEqual(['a', 'b', 'c']);
    });

    it('is reached over a socket in a writable mount', async () => {
      const mount = makeMount('run', '/run/app');
      const server = await harness.sandbox.start({
        ...baseSpec,
        command: [
          'node',
          '-e',
          'require("net").createServer((c) => c.end("hello")).listen(process.env.SOCKET)',
        ],
        env: { SOCKET: '/run/app/app.sock' },
        mounts: [mount],
      });
      const address = await waitForSocket(join(mount.source, 'app.sock'));
      expect(await readGreeting(address.path)).toBe('hello');
      await address.close();
      await server.stop();
    });

    it('measures what a program used', async () => {
      const { peakMemoryBytes, cpuMs, durationMs } =
        await harness.runScript('Buffer.alloc(5e7, 1)');
      expect(durationMs).toBeGreaterThan(0);
      if (harness.sandbox.describe().limits === 'rlimits') {
        expect([peakMemoryBytes, cpuMs]).toEqual([null, null]);
      } else {
        expect(peakMemoryBytes).toBeGreaterThan(5e7);
        expect(cpuMs).toBeGreaterThan(1);
      }
    });

    it('refuses a mount of its own state', async () => {
      await expect(
        harness.run(['true'], { mounts: [{ source: harness.stateFolder, target: '/state' }] }),
      ).rejects.toMatchObject({ code: 'sandbox-spec-refused' });
    });

    it('counts no orphans while their owner lives', async () => {
      const started = await harness.sandbox.start({ ...baseSpec, command: ['sleep', '60'] });
      expect(await harness.sandbox.collectOrphans()).toBe(0);
      await started.stop();
    });
  });
}

async function waitForSocket(path: string) {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const socket = await openSocket(path);
    if (socket !== null) return socket;
    await sleep(20);
  }
  throw new Error(`no socket at ${path}`);
}

/** A socket file is there from bind(2) on, a moment before listen(2) lets anyone in. */
async function readGreeting(path: string): Promise<string> {
  const deadline = Date.now() + GREETING_LIMIT_MS;
  for (;;) {
    const client = connect(path);
    try {
      const [greeting] = await once(client, 'data');
      return String(greeting);
    } catch (error) {
      const isEarly = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
      if (!isEarly || Date.now() > deadline) throw error;
      await sleep(20);
    } finally {
      client.destroy();
    }
  }
}
