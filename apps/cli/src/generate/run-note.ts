import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '@quantumlayer/contracts';
import { ApiProblem, type Client } from '@quantumlayer/sdk';
import { z } from 'zod';
import { isAlive } from '../server/credentials.ts';

/** How long a run that ended without its command still counts as what the same command asks for. */
const FRESH_MS = 600_000;

const noteSchema = z.object({ runId: z.string(), pid: z.int() });

/** Which run a command follows, for the same command to find when this one is killed. */
export type RunNote = {
  /** The run that a killed command left, if it is still of use. */
  findLeft(client: Client): Promise<Run | null>;
  keep(runId: string): void;
  /** The command has seen the end: the next one like it starts a run of its own. */
  forget(): void;
};

export function createRunNote(dataDir: string, asked: unknown): RunNote {
  const folder = join(dataDir, 'commands');
  const name = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 32);
  const path = join(folder, `${name}.json`);

  function read() {
    try {
      return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return null;
    }
  }

  return {
    async findLeft(client) {
      const note = read();
      if (note === null || isAlive(note.pid)) return null;
      try {
        const run = await client.getRun(note.runId);
        return isOfUse(run) ? run : null;
      } catch (error) {
        if (error instanceof ApiProblem) return null;
        throw error;
      }
    },

    keep(runId) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(path, JSON.stringify({ runId, pid: process.pid }), { mode: 0o600 });
    },

    forget() {
      if (read()?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

function isOfUse({ status, finishedAt }: Run): boolean {
  if (finishedAt === null) return true;
  return status === 'succeeded' && Date.now() - Date.parse(finishedAt) < FRESH_MS;
}
