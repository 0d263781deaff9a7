import { describe, expect, it } from 'vitest';
import type { Look } from './ports.ts';
import { createSystemService } from './system-service.ts';

const nothing: Look = {
  dataFolder: { path: '/data', bytes: 0, parts: [], isComplete: true, measuredAt: '' },
  disk: { totalBytes: 2, freeBytes: 1 },
  findings: [],
};

let now = new Date('2026-01-01T12:00:00Z');
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
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
    clock: () => now,
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

  it('tells the last look with its time at once, and looks anew behind it', async () => {
    const looks: PromiseWithResolvers<Look>[] = [];
    const system = open(() => {
      const look = Promise.withResolvers<Look>();
      looks.push(look);
      return look.promise;
    });
    const first = system.read();
    looks[0]?.resolve(nothing);
    const { foundAt } = await first;
    later(60_000);
    expect((await system.read()).foundAt).toBe(foundAt);
    expect((await system.read()).foundAt).toBe(foundAt);
    expect(looks).toHaveLength(2);

    looks[1]?.resolve({ ...nothing, disk: { totalBytes: 2, freeBytes: 0 } });
    await looks[1]?.promise;
    const renewed = await system.read();
    expect(renewed.disk.freeBytes).toBe(0);
    expect(Date.parse(renewed.foundAt) - Date.parse(foundAt)).toBe(60_000);
  });

  it('tells no old look when a new one has failed', async () => {
    let isBroken = false;
    const system = open(async () => {
      if (isBroken) throw new Error('the disk does not answer');
      return nothing;
    });
    await system.read();
    isBroken = true;
    later(60_000);
    await system.read();
    await expect(system.read()).rejects.toThrow('the disk does not answer');
  });
});
