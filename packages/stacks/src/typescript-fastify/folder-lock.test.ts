import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTalkingProcess } from '@quantumlayer/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MODULE = new URL('./templates/app/src/database/folder-lock.ts', import.meta.url).href;
/** Has the folder for so many milliseconds; a hesitant one is about to remove a lock until there is a file that lets it. */
const WORKER = `
  import fs, { existsSync, writeFileSync } from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  import { join } from 'node:path';
  const [folder, workMs, hesitates] = process.argv.slice(1);
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const { rm } = fs.promises;
  let hesitated = !hesitates;
  fs.promises.rm = async (path, ...rest) => {
    if (path === join(folder, 'lock') && !hesitated) {
      hesitated = true;
      process.stdout.write('hesitates ');
      while (!existsSync(join(folder, 'go'))) await wait(20);
    }
    return rm(path, ...rest);
  };
  syncBuiltinESMExports();
  const { lockFolder } = await import('${MODULE}');
  const unlock = await lockFolder(folder, 30_000);
  const works = join(folder, 'works');
  process.stdout.write(existsSync(works) ? 'two at once ' : 'works ');
  writeFileSync(works, '');
  await wait(Number(workMs));
  await rm(works, { force: true });
  await unlock();
  process.stdout.write('done');`;

describe('the lock of the data folder of an app', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'app-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('goes to one alone when its holder is dead, also when one is slow to remove it', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(join(folder, 'lock'), `${pid} ${hostname()}`);
    const slow = startWorker('0', 'hesitates');
    await slow.says('hesitates');
    const quick = startWorker('1500');
    // It may not work before the slow one is through; this is the time in which it would.
    await Promise.race([quick.says('works'), sleep(1_500)]);
    await writeFile(join(folder, 'go'), '');
    const said = await Promise.all([slow.ended, quick.ended]);

    expect(said.join(' ')).not.toContain('two at once');
    expect(said.every((one) => one.endsWith('works done'))).toBe(true);
  }, 60_000);

  function startWorker(...options: string[]) {
    return startTalkingProcess(WORKER, [folder, ...options], import.meta.dirname);
  }
});
