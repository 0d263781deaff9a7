import { statfs } from 'node:fs/promises';
import {
  findDataFolder,
  findDisk,
  findMemory,
  findNode,
  findOptionalPrograms,
  findSandbox,
} from '@quantumlayer/machine';
import type { Clock } from '#kernel/clock.ts';
import type { Machine } from '../ports.ts';
import { measureFolder } from './measure-folder.ts';

/** This machine, as the server's own process sees it. */
export function createLocalMachine(dataFolder: string, clock: Clock): Machine {
  return {
    async look() {
      const [disk, parts, ...found] = await Promise.all([
        statfs(dataFolder),
        measureFolder(dataFolder),
        findDisk(dataFolder),
        findDataFolder(dataFolder),
        findSandbox(),
        findOptionalPrograms(),
      ]);
      return {
        disk: { totalBytes: disk.blocks * disk.bsize, freeBytes: disk.bavail * disk.bsize },
        dataFolder: { path: dataFolder, ...parts, measuredAt: clock().toISOString() },
        findings: [findNode(), findMemory(), ...found.flat()],
      };
    },
  };
}
