import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BubblewrapRequest, bubblewrapArguments } from './bubblewrap-arguments.ts';
import type { Bind } from './mount-steps.ts';

const request: BubblewrapRequest = {
  binds: [
    { source: '/work/reports', target: '/app/reports', isFolder: true, writable: true },
    { source: '/work', target: '/app', isFolder: true, writable: false },
  ],
  command: ['node', '--', 'main.ts'],
  cwd: '/app',
  env: { SOCKET: '/run/app.sock' },
  tmp: { bytes: 1_024 },
  statusDescriptor: 3,
  seccompDescriptor: 4,
};
const words = (change: Partial<BubblewrapRequest> = {}) =>
  bubblewrapArguments({ ...request, ...change });

/** The words that follow each appearance of an option. */
function valuesOf(option: string, count: number, all = words()): string[][] {
  return all.flatMap((word, at) => (word === option ? [all.slice(at + 1, at + 1 + count)] : []));
}

describe('the policy of bubblewrap', () => {
  it.each([
    '--unshare-user',
    '--unshare-pid',
    '--unshare-net',
    '--unshare-ipc',
    '--unshare-uts',
    '--die-with-parent',
    '--new-session',
    '--disable-userns',
    '--clearenv',
  ])('always says %s', (option) => {
    expect(words()).toContain(option);
  });

  it('is nobody without capabilities behind a filter', () => {
    expect(valuesOf('--uid', 1)).toEqual([['65534']]);
    expect(valuesOf('--gid', 1)).toEqual([['65534']]);
    expect(valuesOf('--cap-drop', 1)).toEqual([['ALL']]);
    expect(valuesOf('--seccomp', 1)).toEqual([['4']]);
  });

  it('binds read-only what is not said to be writable, outer folders first', () => {
    expect(valuesOf('--ro-bind', 2)).toEqual([['/work', '/app']]);
    expect(valuesOf('--bind', 2)).toEqual([['/work/reports', '/app/reports']]);
    expect(words().indexOf('--ro-bind')).toBeLessThan(words().indexOf('--bind'));
  });

  it('makes the root and the devices read-only after all is mounted', () => {
    const all = words();
    const last = Math.max(...['--bind', '--ro-bind', '--tmpfs'].map((one) => all.lastIndexOf(one)));

    expect(valuesOf('--remount-ro', 1)).toEqual([['/dev'], ['/']]);
    expect(all.lastIndexOf('--remount-ro')).toBeGreaterThan(last);
  });

  it('bounds its own /tmp, or takes one that is bounded already', () => {
    expect(valuesOf('--size', 1).at(-1)).toEqual(['1024']);
    expect(words()).toContain('/tmp');
    expect(valuesOf('--bind', 2, words({ tmp: { source: '/stage/tmp' } })).at(-1)).toEqual([
      '/stage/tmp',
      '/tmp',
    ]);
  });

  it('shows no device but the harmless ones', () => {
    expect(valuesOf('--dev-bind', 1).flat().sort()).toEqual([
      '/dev/full',
      '/dev/null',
      '/dev/random',
      '/dev/urandom',
      '/dev/zero',
    ]);
  });

  it('clears the environment before it sets what was asked for', () => {
    expect(words().indexOf('--clearenv')).toBeLessThan(words().indexOf('--setenv'));
    expect(Object.fromEntries(valuesOf('--setenv', 2))).toEqual({
      PATH: '/usr/bin',
      HOME: '/tmp',
      SOCKET: '/run/app.sock',
    });
  });

  it('takes no word of the command for an option of its own', () => {
    const option = fc.constantFrom('--bind', '--', '--share-net', '--uid', 'node', '');
    fc.assert(
      fc.property(fc.array(option, { minLength: 1 }), (command) => {
        const all = words({ command });
        const at = all.indexOf('--');
        expect(all.slice(at + 1)).toEqual(command);
        expect(all.slice(0, at)).toEqual(words().slice(0, words().indexOf('--')));
      }),
    );
  });

  it('mounts parents before what lies in them, in whatever order they come', () => {
    const targets = ['/a', '/a/b', '/a/b/c', '/d', '/d/e'];
    fc.assert(
      fc.property(fc.shuffledSubarray(targets, { minLength: 1 }), (order) => {
        const binds: Bind[] = order.map((target) => ({
          source: '/s',
          target,
          isFolder: true,
          writable: false,
        }));
        const mounted = valuesOf('--ro-bind', 2, words({ binds })).map(([, target]) => target);
        for (const [at, target] of mounted.entries()) {
          expect(mounted.slice(at).some((later) => target?.startsWith(`${later}/`))).toBe(false);
        }
      }),
    );
  });
});
