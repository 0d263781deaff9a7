import type { GeneratedFile } from '@quantumlayer/contracts';
import type { CheckContext, PreviousVersion } from './check-context.ts';
import { type Place, WRITABLE_FOLDERS } from './sandboxed-app.ts';

/** Where a version of the app lies; all of them share the data. */
export type VersionPlace = Place;

export type MigrationFolders = {
  before: VersionPlace;
  next: VersionPlace;
  /** The new version with a migration that fails; null where there is none. */
  failing: VersionPlace | null;
  remove(): Promise<void>;
};

/** The version before and the new one side by side, on one data folder. */
export async function openMigrationFolders(
  context: Pick<CheckContext, 'workFolders' | 'runId' | 'files' | 'place' | 'stack'>,
  { files, migration }: PreviousVersion,
): Promise<MigrationFolders> {
  const opened: { remove(): Promise<void> }[] = [];
  const open = async (given: readonly GeneratedFile[]) => {
    const writable = ['node_modules', ...WRITABLE_FOLDERS];
    const folder = await context.workFolders.open(context.runId, given, writable);
    opened.push(folder);
    return folder.path;
  };
  const remove = async () => {
    for (const folder of opened) await folder.remove();
  };
  try {
    const runPath = await open(files);
    const placeOf = (workPath: string) => ({ ...context.place, workPath, runPath });
    const failing = migration === null ? null : context.stack.failingMigration(migration);
    const spoilt = (file: GeneratedFile) => (file.path === failing?.path ? failing : file);
    return {
      before: placeOf(runPath),
      next: placeOf(await open(context.files)),
      failing: failing === null ? null : placeOf(await open(context.files.map(spoilt))),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
