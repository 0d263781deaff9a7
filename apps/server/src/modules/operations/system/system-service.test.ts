import { describe, expect, it } from 'vitest';
import type { Look } from './ports.ts';
import { createSystemService } from './system-service.ts';

const nothing: Look = {
  dataFolder: { path: '/data', bytes: 0, parts: [], isComplete: true, measuredAt: '' },
  disk: { totalBytes: 2, freeBytes: 1 },
  findings: [],
};

function open(look: () => Promise<Look>) {
  return createSystemService({
    machine: { look },
    readiness: { read: async () => ({ ready: true, parts: [] }) },
    sandbox: {
      describe() {
        throw new Error('no driver');
      },
    },
    clock: () => new Date('2026-01-01T12:00:00Z'),
    about: { version: '0.1.0', node: '24.0.0', database: { kind: 'postgres' } },
  });
}

describe('what the system says of itself', () => {
  it('shares one look among requests that come together', async () => {
    let looks = 0;
    const system = open(async () => {
      looks += 1;
      return nothing;
    });
    await Promise.all([system.read(), system.read(), system.read()]);
    expect(looks).toBe(1);
  });

  it('looks again after a look that failed', async () => {
    let looks = 0;
    const system = open(async () => {
      looks += 1;
      if (looks === 1) throw new Error('the disk does not answer');
      return nothing;
    });
    await expect(system.read()).rejects.toThrow('the disk does not answer');
    expect(await system.read()).toMatchObject({ disk: { freeBytes: 1 }, sandbox: null });
  });
});
