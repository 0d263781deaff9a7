import { type Disk, mountDisk, unmountDisk } from './disks.ts';

/**
 * Runs that write to the same folder at the same time share one area; the last of them to end brings it back. Runs
 * that come while it is brought back wait for that.
 */
export function createSharedDisks() {
  const live = new Map<string, { disk: Disk; users: number; ready: Promise<void> }>();
  const leaving = new Map<string, Promise<string[]>>();

  return {
    async acquire(disk: Disk): Promise<void> {
      await leaving.get(disk.source);
      const shared = live.get(disk.source);
      if (shared !== undefined) {
        shared.users += 1;
        return shared.ready;
      }
      const ready = mountDisk(disk);
      live.set(disk.source, { disk, users: 1, ready });
      return ready;
    },

    /** Takes over the area of a process that is no more, so that `release` brings it back. */
    adopt(disk: Disk): void {
      live.set(disk.source, { disk, users: 1, ready: Promise.resolve() });
    },

    /** What could not be brought back; empty while others still write there. */
    async release(source: string): Promise<string[]> {
      const shared = live.get(source);
      if (shared === undefined) return [];
      shared.users -= 1;
      if (shared.users > 0) return [];
      live.delete(source);
      const ended = unmountDisk(shared.disk).finally(() => leaving.delete(source));
      leaving.set(source, ended);
      return ended;
    },
  };
}

export type SharedDisks = ReturnType<typeof createSharedDisks>;
