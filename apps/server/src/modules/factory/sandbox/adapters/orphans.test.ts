import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox, type DriverName } from './create-sandbox.ts';
import { listMarked } from './sandbox-harness.contract.ts';

const folders: string[] = [];
const factories: ChildProcess[] = [];

afterEach(() => {
  for (const factory of factories.splice(0)) factory.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A factory of its own that starts one program and then waits to be killed. */
async function startFactory(
  driver: DriverName,
  folder: string,
  marker: string,
): Promise<ChildProcess> {
  const source = `
    import { pino } from 'pino';
    import { createSandbox } from ${JSON.stringify(new URL('./create-sandbox.ts', import.meta.url).href)};
    const sandbox = await createSandbox({
      driver: '${driver}', stateFolder: '${folder}/state', nodePath: process.execPath,
      logger: pino({ level: 'silent' }),
    });
    let said = '';
    await sandbox.start(
      {
        label: 'doomed', cwd: '/work', env: {}, limits: { wallMs: 60_000 },
        command: ['sh', '-c', 'echo kept > kept.txt; sleep ${marker} & echo up; sleep ${marker}'],
        mounts: [{ source: '${folder}/work', target: '/work', writable: true }],
      },
      { onOutput: (chunk) => { said += chunk; if (said.includes('up')) process.stdout.write('up'); } },
    );
    setInterval(() => {}, 1000);`;
  const factory = spawn(process.execPath, ['--input-type=module', '-e', source], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  factories.push(factory);
  await once(factory.stdout, 'data');
  return factory;
}

describe.each(['bubblewrap', 'namespaces', 'unsafe-process'] as const)(
  'orphans of %s',
  (driver) => {
    it('are gone, and what they wrote is kept, after the factory was killed', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sandbox-orphans-'));
      folders.push(folder);
      const marker = `4${Date.now() % 1e8}`;
      mkdirSync(join(folder, 'work'));
      writeFileSync(join(folder, 'work/before.txt'), 'before');

      const factory = await startFactory(driver, folder, marker);
      await expect.poll(() => listMarked(`sleep\0${marker}`)).toHaveLength(2);
      factory.kill('SIGKILL');
      await once(factory, 'exit');

      if (driver !== 'unsafe-process') {
        // before anything is collected: the kernel ends the tree when its parent ends
        await expect.poll(() => listMarked(`sleep\0${marker}`), { timeout: 20_000 }).toEqual([]);
      }

      const sandbox = await createSandbox({
        driver,
        stateFolder: join(folder, 'state'),
        nodePath: process.execPath,
        logger: pino({ level: 'silent' }),
      });
      expect(await sandbox.collectOrphans()).toBe(1);
      expect(await sandbox.collectOrphans()).toBe(0);
      expect(listMarked(`sleep\0${marker}`)).toEqual([]);
      expect(readFileSync(join(folder, 'work/kept.txt'), 'utf8')).toBe('kept\n');
      expect(readFileSync(join(folder, 'work/before.txt'), 'utf8')).toBe('before');
      expect(readdirSync(join(folder, 'state/runs'))).toEqual([]);
      expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(folder);
    });
  },
);
