import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from './has-code.ts';

const identity = z.strictObject({ pid: z.int(), startTick: z.int() });

const recordSchema = z.strictObject({
  /** Also the name of the limit group. */
  name: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string(),
  /** The process of the factory that is answerable for the run. */
  owner: identity,
  /** The outermost process of the run; null until it is spawned. */
  process: identity.nullable(),
});
export type RunRecord = z.infer<typeof recordSchema>;

/** One small file for each live run, so that a later process finds what a killed one left behind. */
export function createRunRecords(stateFolder: string) {
  const folder = join(stateFolder, 'runs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string) => join(folder, `${name}.json`);

  return {
    write(record: RunRecord): void {
      const draft = `${path(record.name)}.draft`;
      writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
      renameSync(draft, path(record.name));
    },

    remove(name: string): void {
      rmSync(path(name), { force: true });
    },

    list(): RunRecord[] {
      const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
      return names.flatMap((file) => readRecord(join(folder, file)) ?? []);
    },
  };
}

export type RunRecords = ReturnType<typeof createRunRecords>;

/** Null when the run ended between listing and reading. */
function readRecord(path: string): RunRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
