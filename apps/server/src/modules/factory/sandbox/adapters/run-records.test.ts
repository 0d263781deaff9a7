import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identifyProcess, isAlive } from './process-identity.ts';
import { countThreadsOfUser, residentBytesOfTree } from './process-table.ts';
import { createRunRecords, type RunRecord } from './run-records.ts';

const record: RunRecord = {
  name: 'run-1-abc',
  label: 'run_1',
  owner: { pid: 100, startTick: 7 },
  process: null,
  disks: [{ source: '/work/reports', area: '/state/area', bytes: 1_024 }],
};

describe('the records of runs', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found by a later process, as they were written last', () => {
    createRunRecords(folder).write(record);
    const spawned = { ...record, process: { pid: 200, startTick: 9 } };
    createRunRecords(folder).write(spawned);

    expect(createRunRecords(folder).list()).toEqual([spawned]);
  });

  it('are gone when they are removed, with all that lies beside them', () => {
    const records = createRunRecords(folder);
    records.write(record);
    writeFileSync(join(records.folderOf(record.name), 'filter'), 'x');
    records.remove(record.name);
    records.remove(record.name);

    expect(records.list()).toEqual([]);
  });

  it('are for the owner alone', () => {
    const records = createRunRecords(folder);
    records.write(record);

    expect(statSync(records.folderOf(record.name)).mode & 0o777).toBe(0o700);
  });

  it('do not count a run that died before it was recorded', () => {
    const records = createRunRecords(folder);
    mkdirSync(records.folderOf('half'));
    writeFileSync(join(records.folderOf('half'), 'record.draft'), '{');

    expect(records.list()).toEqual([]);
  });

  it('are not passed over in silence when they are damaged', () => {
    const records = createRunRecords(folder);
    mkdirSync(records.folderOf('bad'));
    writeFileSync(join(records.folderOf('bad'), 'record.json'), '{"name":"../x"}');

    expect(() => records.list()).toThrow();
  });
});

describe('a process', () => {
  it('is known by its id and its start', () => {
    const own = identifyProcess(process.pid);
    if (own === null) throw new Error('this process is alive');

    expect(isAlive(own)).toBe(true);
    expect(isAlive({ ...own, startTick: own.startTick + 1 })).toBe(false);
  });

  it('is gone once it has ended', async () => {
    const child = spawn('sleep', ['30']);
    const identity = identifyProcess(child.pid ?? 0);
    if (identity === null) throw new Error('the child is alive');
    child.kill('SIGKILL');
    await once(child, 'close');

    expect(isAlive(identity)).toBe(false);
    expect(identifyProcess(identity.pid)).toBeNull();
  });

  it('is not alive while it only waits to be reaped', async () => {
    const child = spawn('sh', ['-c', 'sleep 0 & exec sleep 5'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const zombie = () =>
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .find((pid) => {
          try {
            const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
            return fields?.[0] === 'Z' && Number(fields[1]) === child.pid;
          } catch {
            return false;
          }
        });
    await expect.poll(zombie).toBeTypeOf('number');

    expect(identifyProcess(zombie() ?? 0)).toBeNull();
    child.kill('SIGKILL');
    await once(child, 'close');
  });
});

describe('the table of processes', () => {
  it('adds up what a whole tree holds', async () => {
    const child = spawn('sh', ['-c', 'sleep 30 & wait'], { detached: true, stdio: 'ignore' });
    await once(child, 'spawn');
    // It holds nothing of its own before it is the shell.
    await expect.poll(() => residentBytesOfTree(child.pid ?? 0)).toBeGreaterThan(0);

    expect(residentBytesOfTree(process.pid)).toBeGreaterThan(residentBytesOfTree(child.pid ?? 0));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await once(child, 'close');
    expect(residentBytesOfTree(child.pid ?? 0)).toBe(0);
  });

  it('counts the threads of a user', () => {
    expect(countThreadsOfUser(process.getuid?.() ?? 0)).toBeGreaterThan(1);
    expect(countThreadsOfUser(4_000_000_000)).toBe(0);
  });
});
