import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { createCgroupV1, findHierarchies } from './cgroup-v1.ts';
import { createCgroupV2, findUnified } from './cgroup-v2.ts';

/*
 * Plain folders stand in for the hierarchies: what is read and written where. That the kernel then bounds programs is
 * proven by the contract, on whichever version the machine has.
 */
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sandbox-cgroup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('cgroup v1', () => {
  const mounts = (...lines: string[]) => lines.join('\n');

  it('finds controllers that have a mount of their own or share one', () => {
    const found = findHierarchies(
      mounts(
        'cgroup /cg/memory cgroup rw,relatime,memory 0 0',
        'cgroup /cg/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0',
        'cgroup /cg/systemd cgroup rw,name=systemd 0 0',
        'tmpfs /tmp tmpfs rw,memory 0 0',
      ),
    );
    expect(Object.fromEntries(found)).toEqual({
      memory: '/cg/memory',
      cpu: '/cg/cpu,cpuacct',
      cpuacct: '/cg/cpu,cpuacct',
    });
  });

  it('needs both memory and pids', () => {
    expect(createCgroupV1(new Map([['memory', '/cg/memory']]))).toBeNull();
  });

  it('writes each limit to its controller', () => {
    const names = ['memory', 'pids', 'cpu'];
    const hierarchies = new Map(names.map((name) => [name, join(root, name)]));
    createCgroupV1(hierarchies)?.create('run', {
      ...DEFAULT_LIMITS,
      memoryBytes: 1_000,
      pids: 7,
      cpus: 0.5,
    });
    expect(read('memory/quantumlayer/run/memory.limit_in_bytes')).toBe('1000');
    expect(read('pids/quantumlayer/run/pids.max')).toBe('7');
    expect(read('cpu/quantumlayer/run/cpu.cfs_quota_us')).toBe('50000');
  });
});

describe('cgroup v2', () => {
  beforeEach(() => {
    writeFileSync(join(root, 'cgroup.controllers'), 'cpuset cpu io memory pids\n');
    writeFileSync(join(root, 'cgroup.subtree_control'), 'memory\n');
    mkdirSync(join(root, 'quantumlayer'));
    writeFileSync(join(root, 'quantumlayer/cgroup.subtree_control'), '');
  });

  it('is found only where it has the controllers', () => {
    expect(findUnified(`cgroup2 ${root} cgroup2 rw 0 0`)).toBe(root);
    writeFileSync(join(root, 'cgroup.controllers'), 'hugetlb\n');
    expect(findUnified(`cgroup2 ${root} cgroup2 rw 0 0`)).toBeNull();
    expect(findUnified('tmpfs /tmp tmpfs rw 0 0')).toBeNull();
  });

  it('hands down the missing controllers and writes the limits', () => {
    createCgroupV2(root).create('run', { ...DEFAULT_LIMITS, memoryBytes: 1_000, pids: 7 });
    expect(read('cgroup.subtree_control')).toBe('+pids +cpu');
    expect(read('quantumlayer/cgroup.subtree_control')).toBe('+memory +pids +cpu');
    expect(read('quantumlayer/run/memory.max')).toBe('1000');
    expect(read('quantumlayer/run/pids.max')).toBe('7');
  });

  it('reads what the run used and whether memory ran out', () => {
    const group = createCgroupV2(root).create('run', DEFAULT_LIMITS);
    const write = (file: string, text: string) =>
      writeFileSync(join(root, 'quantumlayer/run', file), text);
    write('memory.peak', '123\n');
    write('cpu.stat', 'usage_usec 5000\nuser_usec 1\n');
    write('memory.events', 'low 0\noom 1\noom_kill 1\n');
    expect(group.usage()).toEqual({ peakMemoryBytes: 123, cpuMs: 5, outOfMemory: true });
  });
});
