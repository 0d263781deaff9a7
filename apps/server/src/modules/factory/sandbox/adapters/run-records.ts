import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from './has-code.ts';

const RECORD = 'record.json';
const identity = z.strictObject({ pid: z.int().min(2), startTick: z.int() });

const recordSchema = z.strictObject({
  /** Also the name of the limit group. */
  name: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string(),
  /** The process of the factory that is answerable for the run. */
  owner: identity,
  /** The outermost process of the run; null until it is spawned. */
  process: identity.nullable(),
  disks: z.array(z.strictObject({ source: z.string(), area: z.string(), bytes: z.int() })),
});
export type RunRecord = z.infer<typeof recordSchema>;

/** A folder for each live run, so that a later process finds what a killed one left behind. */
export function createRunRecords(stateFolder: string) {
  const parent = join(stateFolder, 'runs');
  mkdirSync(parent, { recursive: true, mode: 0o700 });

  return {
    folderOf: (name: string): string => join(parent, name),

    write(record: RunRecord): void {
      const folder = join(parent, record.name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, 'record.draft');
      writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
      renameSync(draft, join(folder, RECORD));
    },

    remove(name: string): void {
      rmSync(join(parent, name), { recursive: true, force: true });
    },

    list(): RunRecord[] {
      return readdirSync(parent).flatMap((name) => readRecord(join(parent, name, RECORD)) ?? []);
    },
  };
}

export type RunRecords = ReturnType<typeof createRunRecords>;

/** Null when the run ended between listing and reading, or died before it had anything to clear. */
function readRecord(path: string): RunRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
