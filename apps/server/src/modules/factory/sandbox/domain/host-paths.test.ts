import { describe, expect, it } from 'vitest';
import { planHostPaths } from './host-paths.ts';

const spec = {
  label: 'run_1',
  command: ['node', '/app/main.ts', '--reports=/app/reports/out.xml', 'https://example.test/app'],
  cwd: '/app',
  env: { SOCKET: '/run/app/app.sock', NAME: 'application' },
  mounts: [
    { source: '/work/code', target: '/app' },
    { source: '/work/reports', target: '/app/reports', writable: true },
    { source: '/work/run', target: '/run/app', writable: true },
  ],
  limits: {},
};

describe('planHostPaths', () => {
  it('writes paths of mounts as the host knows them, the longest first', () => {
    expect(planHostPaths(spec)).toMatchObject({
      command: [
        'node',
        '/work/code/main.ts',
        '--reports=/work/reports/out.xml',
        'https://example.test/app',
      ],
      cwd: '/work/code',
    });
  });

  it('leaves words alone that only hold the name of a mount', () => {
    expect(planHostPaths(spec).env).toEqual({
      SOCKET: '/work/run/app.sock',
      NAME: 'application',
    });
  });

  it('links a mount that lies inside another', () => {
    expect(planHostPaths(spec).links).toEqual([
      { path: '/work/code/reports', target: '/work/reports' },
    ]);
  });

  it('needs no links without mounts', () => {
    expect(planHostPaths({ ...spec, mounts: [] })).toMatchObject({ cwd: '/app', links: [] });
  });
});
