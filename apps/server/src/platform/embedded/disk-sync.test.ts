import type { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { createDiskSync } from './disk-sync.ts';

const LOG = { path: '/pglite/data/pg_wal/0001', nfd: 1 };
const PAGE = { path: '/pglite/data/base/5/16384', nfd: 2 };
const FOLDER = { path: '/pglite/data/pg_wal' };
const PIPE = { path: '/dev/null' };
const streams = [LOG, PAGE, FOLDER, PIPE];
const [log, page, folder, pipe] = [0, 1, 2, 3];

type Call = (descriptor: number) => unknown;

/** The system calls as the engine gets them, and what became of them. */
async function build() {
  const done: string[] = [];
  const record = (name: string) => (descriptor: number) => {
    done.push(`${name} ${streams[descriptor]?.path.split('/').at(-1)}`);
    return 0;
  };
  const extension = createDiskSync('/data', {
    sync: (path) => done.push(`sync ${path}`),
    syncData: (path) => done.push(`data ${path}`),
  });
  const engine = { Module: { FS: { getStream: (descriptor: number) => streams[descriptor] } } };
  let calls: Record<string, Call> = {};
  const { emscriptenOpts, close } = await extension.setup(engine as unknown as PGlite, {
    instantiateWasm: (imports: { env: Record<string, Call> }) => {
      calls = imports.env;
    },
  });
  const env = {
    fd_write: record('write'),
    fd_pwrite: record('write'),
    fd_sync: record('never'),
    __syscall_fdatasync: record('never'),
    fd_read: record('read'),
  };
  emscriptenOpts.instantiateWasm({ env, wasi_snapshot_preview1: {} }, null);
  const call = (name: string, descriptor: number) => calls[name]?.(descriptor);
  return { done, call, close };
}

describe('disk sync', () => {
  it('writes a page only after the log before it is on the disk', async () => {
    const { done, call } = await build();
    call('fd_pwrite', log);
    call('__syscall_fdatasync', log);
    call('fd_pwrite', log);
    call('fd_pwrite', page);
    call('fd_pwrite', page);
    expect(done).toEqual([
      'write 0001',
      'write 0001',
      'data /data/pg_wal/0001',
      'write 16384',
      'write 16384',
    ]);
  });

  it('syncs files and folders when the engine asks, the log first', async () => {
    const { done, call } = await build();
    call('__syscall_fdatasync', log);
    call('fd_sync', page);
    call('fd_sync', folder);
    expect(done).toEqual([
      'data /data/pg_wal/0001',
      'sync /data/base/5/16384',
      'sync /data/pg_wal',
    ]);
  });

  it('brings the log of the newest commits to the disk by itself', async () => {
    const { done, call } = await build();
    call('__syscall_fdatasync', log);
    expect(done).toEqual([]);
    await expect.poll(() => done).toEqual(['data /data/pg_wal/0001']);
  });

  it('leaves no log behind when it is closed', async () => {
    const { done, call, close } = await build();
    call('__syscall_fdatasync', log);
    await close?.();
    expect(done).toEqual(['data /data/pg_wal/0001']);
  });

  it('leaves everything else to the engine', async () => {
    const { done, call } = await build();
    call('__syscall_fdatasync', log);
    call('fd_write', pipe);
    call('fd_read', page);
    call('fd_sync', 99);
    expect(done).toEqual(['write null', 'read 16384', 'data /data/pg_wal/0001']);
  });
});
