import { describe, expect, it } from 'vitest';
import { checkSpec, refuseStateFolder } from './check-spec.ts';
import type { SandboxSpec } from './sandbox-spec.ts';

const spec: SandboxSpec = {
  label: 'run_1',
  command: ['node', 'main.ts'],
  cwd: '/app',
  env: { NODE_ENV: 'test' },
  mounts: [{ source: '/srv/work', target: '/app' }],
  limits: { wallMs: 1_000 },
};

describe('checkSpec', () => {
  it('accepts a usual specification', () => {
    expect(() => checkSpec(spec)).not.toThrow();
  });

  it.each<[string, Partial<SandboxSpec>]>([
    ['an empty command', { command: [] }],
    ['a NUL byte in an argument', { command: ['a\0b'] }],
    ['a relative working directory', { cwd: 'app' }],
    ['a variable name with an equals sign', { env: { 'A=B': '' } }],
    ['an empty variable name', { env: { '': 'x' } }],
    ['a NUL byte in a variable', { env: { A: 'x\0LD_PRELOAD=y' } }],
    ['a relative mount source', { mounts: [{ source: 'work', target: '/app' }] }],
    ['a mount source that climbs', { mounts: [{ source: '/srv/../etc', target: '/app' }] }],
    ['a mount target that climbs', { mounts: [{ source: '/srv', target: '/app/../usr' }] }],
    ['a mount over the root', { mounts: [{ source: '/srv', target: '/' }] }],
    ['a mount into /proc', { mounts: [{ source: '/srv', target: '/proc/1' }] }],
    ['a mount over /usr', { mounts: [{ source: '/srv', target: '/usr' }] }],
    ['a mount into /tmp', { mounts: [{ source: '/srv', target: '/tmp/work' }] }],
    ['a limit of zero', { limits: { pids: 0 } }],
    ['a limit that is not a number', { limits: { memoryBytes: Number.NaN } }],
  ])('refuses %s', (_case, change) => {
    expect(() => checkSpec({ ...spec, ...change })).toThrow('The sandbox refuses');
  });

  it('accepts a target whose name only begins like a reserved one', () => {
    const mounts = [{ source: '/srv', target: '/tmpfiles' }];
    expect(() => checkSpec({ ...spec, mounts })).not.toThrow();
  });
});

describe('refuseStateFolder', () => {
  it.each(['/data', '/data/sandbox', '/data/sandbox/runs', '/'])('refuses %s', (source) => {
    expect(() => refuseStateFolder(source, '/data/sandbox')).toThrow("sandbox's own state");
  });

  it.each(['/data/work', '/data/sandboxes', '/dat'])('accepts %s', (source) => {
    expect(() => refuseStateFolder(source, '/data/sandbox')).not.toThrow();
  });
});
