import { describe, expect, it } from 'vitest';
import { type Call, fork, type Step } from './entry-program.ts';
import { executeSteps } from './execute-steps.ts';
import { launchSteps } from './launch-steps.ts';
import { DEFAULT_LIMITS, inodesFor, resolveLimits } from './limits.ts';
import { bind, makeFolder } from './mount-steps.ts';
import { type NamespaceRequest, namespaceSteps } from './namespace-steps.ts';
import { stageSteps } from './stage-steps.ts';

const request: NamespaceRequest = {
  root: '/state/root',
  uid: 0,
  gid: 0,
  binds: [{ source: '/work', target: '/app', isFolder: true, writable: false }],
  command: ['node', 'main.ts'],
  cwd: '/app',
  env: { PATH: '/usr/bin:/opt/bin', A: '1' },
  tmpBytes: 1_000,
  tmpInodes: 7,
  filter: Buffer.alloc(8),
};
const calls = (steps: readonly Step[]) => steps.filter((step): step is Call => step !== fork);
const names = (steps: readonly Step[]) => calls(steps).map(({ name }) => name);
const NEW_ALL = 0x20000 | 0x2000000 | 0x4000000 | 0x8000000 | 0x20000000 | 0x40000000;
const READ_ONLY = 1n;

/** The flags that `mount_setattr` sets at a path, in the order of the calls. */
function restrictionsOf(steps: readonly Step[], path: string): bigint[] {
  return calls(steps)
    .filter(({ name, arguments: given }) => name === 'mount_setattr' && given[1] === path)
    .map(({ arguments: given }) => {
      const attributes = given[3];
      if (!(attributes instanceof Uint8Array)) throw new Error('no attributes');
      return Buffer.from(attributes).readBigUInt64LE(0);
    });
}

describe('the steps into namespaces', () => {
  const steps = namespaceSteps(request);

  it('begin with namespaces of every kind, before anything is mounted', () => {
    expect(steps[0]).toEqual({ name: 'unshare', arguments: [NEW_ALL] });
    expect(names(steps).indexOf('mount')).toBeGreaterThan(0);
  });

  it('enter a user namespace first when they are not of root', () => {
    const own = namespaceSteps({ ...request, uid: 1_000, gid: 1_000 });
    const [first] = calls(own).filter(({ name }) => name === 'unshare');

    expect(Number(first?.arguments[0]) & 0x10000000).not.toBe(0);
  });

  it('leave the old root, drop all privileges and apply the filter before the program runs', () => {
    const order = names(steps);
    const execute = order.indexOf('execve');
    const last = (name: string) => order.lastIndexOf(name as never);

    for (const name of ['pivot_root', 'umount2', 'setresuid', 'setresgid', 'setgroups', 'capset']) {
      expect(order.indexOf(name as never), name).toBeGreaterThan(0);
      expect(last(name), name).toBeLessThan(execute);
    }
    expect(last('pivot_root')).toBeLessThan(order.indexOf('umount2'));
    expect(last('mount')).toBeLessThan(order.indexOf('pivot_root'));
    expect(last('setgroups')).toBeLessThan(order.indexOf('setresuid'));
  });

  it('make the root read-only once it is the root', () => {
    expect(restrictionsOf(steps, '/').map((flags) => flags & READ_ONLY)).toEqual([READ_ONLY]);
    expect(restrictionsOf(steps, '/state/root/dev').map((flags) => flags & READ_ONLY)).toEqual([
      READ_ONLY,
    ]);
  });

  it('bound /tmp in bytes and in files', () => {
    const options = calls(steps)
      .filter(({ name, arguments: given }) => name === 'mount' && given[1] === '/state/root/tmp')
      .map(({ arguments: given }) => given[4]);

    expect(options).toEqual(['size=1000,nr_inodes=7,mode=1777']);
  });

  it('let nothing fail in silence but what may', () => {
    const silent = calls(steps).filter(({ mayFail }) => mayFail);

    expect([...new Set(silent.map(({ name }) => name))].sort()).toEqual([
      'execve',
      'mkdirat',
      'mknodat',
      'prctl',
      'write',
    ]);
    // Giving up a capability that this kernel does not know.
    const given = silent.filter(({ name }) => name === 'prctl').map((one) => one.arguments[0]);
    expect(new Set(given)).toEqual(new Set([24]));
  });
});

describe('a bind', () => {
  const flags = (given: object) =>
    restrictionsOf(
      bind('/r', { source: '/s', target: '/t', isFolder: true, writable: false, ...given }),
      '/r/t',
    )[0] ?? -1n;

  it('is read-only unless it is writable, and never honours set-user-id or devices', () => {
    expect(flags({})).toBe(1n | 2n | 4n);
    expect(flags({ writable: true })).toBe(2n | 4n);
  });

  it('executes nothing on a device', () => {
    expect(flags({ writable: true, isDevice: true })).toBe(2n | 8n);
  });

  it('makes the folders that lead to its place', () => {
    const made = (path: string) => calls(makeFolder(path)).map(({ arguments: given }) => given[1]);

    expect(made('/a/b/c')).toEqual(['/', '/a', '/a/b', '/a/b/c']);
    expect(made('/')).toEqual(['/']);
  });
});

describe('the staging by root', () => {
  it('becomes nobody for good before it executes the sandbox', () => {
    const order = names(
      stageSteps({
        folder: '/stage',
        binds: request.binds,
        tmpBytes: 1_000_000,
        command: ['/usr/bin/bwrap', '--help'],
      }),
    );

    expect(order.at(-1)).toBe('execve');
    expect(order.indexOf('setresuid')).toBeGreaterThan(order.lastIndexOf('mount'));
  });
});

describe('the first steps of a run', () => {
  const launch = { limits: DEFAULT_LIMITS, joinFiles: [], threadsOfUser: 10 };
  const limitsOf = (steps: readonly Step[]) =>
    Object.fromEntries(
      calls(steps)
        .filter(({ name }) => name === 'prlimit64')
        .map(({ arguments: given }) => {
          const bytes = given[2];
          if (!(bytes instanceof Uint8Array)) throw new Error('no limit');
          const [soft, hard] = [0, 8].map((at) => Buffer.from(bytes).readBigUInt64LE(at));
          if (soft !== hard) throw new Error('a soft limit can be raised');
          return [Number(given[1]), Number(soft)];
        }),
    );

  it('close what the factory had open, but for the kept descriptors', () => {
    const [, close] = calls(launchSteps(launch, 2));

    expect(close).toMatchObject({ name: 'close_range' });
    expect(Number(close?.arguments[0])).toBe(
      Number(calls(launchSteps(launch, 0))[1]?.arguments[0]) + 2,
    );
    expect(close?.arguments[1]).toBe(0xffffffff);
  });

  it('join each control group before anything else is started', () => {
    const steps = calls(launchSteps({ ...launch, joinFiles: ['/cg/a', '/cg/b'] }, 0));

    expect(steps.filter(({ name }) => name === 'openat').map((one) => one.arguments[1])).toEqual([
      '/cg/a',
      '/cg/b',
    ]);
  });

  it('hold each process to limits of its own where there are no control groups', () => {
    const [cpu, data, threads] = [0, 2, 6];

    expect(limitsOf(launchSteps(launch, 0))).toMatchObject({
      [cpu]: (DEFAULT_LIMITS.wallMs / 1_000) * DEFAULT_LIMITS.cpus,
      [data]: DEFAULT_LIMITS.memoryBytes + 1024 ** 3,
      [threads]: DEFAULT_LIMITS.pids + 10,
      4: 0,
      1: DEFAULT_LIMITS.diskBytes,
    });
  });

  it('leave memory, time and processes to the control groups where there are some', () => {
    const found = limitsOf(launchSteps({ ...launch, joinFiles: ['/cg/a'] }, 0));

    expect(Object.keys(found).map(Number).sort()).toEqual([1, 4, 7]);
  });

  it('give at least a second of time', () => {
    const limits = { ...DEFAULT_LIMITS, wallMs: 10, cpus: 0.1 };

    expect(limitsOf(launchSteps({ ...launch, limits }, 0))[0]).toBe(1);
  });
});

describe('the execution of a command', () => {
  const places = (command: string[], env: Record<string, string>) =>
    calls(executeSteps(command, env))
      .filter(({ name }) => name === 'execve')
      .map(({ arguments: given }) => given[0]);

  it('looks on the PATH for a plain name, in order', () => {
    expect(places(['node', 'x'], { PATH: '/usr/bin:/opt/bin' })).toEqual([
      '/usr/bin/node',
      '/opt/bin/node',
    ]);
  });

  it('takes a path as it is', () => {
    expect(places(['./node'], { PATH: '/usr/bin' })).toEqual(['./node']);
  });

  it('ends with 127 when the program is nowhere', () => {
    expect(calls(executeSteps(['none'], {})).at(-1)).toEqual({
      name: 'exit_group',
      arguments: [127],
    });
  });
});

describe('limits', () => {
  it('are the default but for what is wanted', () => {
    expect(resolveLimits({ pids: 3 })).toEqual({ ...DEFAULT_LIMITS, pids: 3 });
  });

  it.each([
    [0, 2_048],
    [2_048 * 8_192, 2_048],
    [2_049 * 8_192, 2_049],
    [262_144 * 8_192, 262_144],
    [1e15, 262_144],
  ])('allow for %d bytes %d files', (bytes, files) => {
    expect(inodesFor(bytes)).toBe(files);
  });
});
