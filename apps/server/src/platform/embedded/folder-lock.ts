import { join } from 'node:path';
import { PlatformError } from '#kernel/errors.ts';
import { type FileLock, type LockHolder, takeFileLock } from '../file-lock.ts';

const LOCK = 'lock';

/** Another process has the data folder open. */
export class DataFolderInUse extends PlatformError {
  readonly code = 'data-folder-in-use';
  readonly kind = 'conflict';
  readonly #holder: LockHolder;

  constructor(folder: string, { pid, host }: LockHolder) {
    super(
      `The data folder ${folder} is in use by process ${pid} on ${host}. Stop that process, or give this one its own folder with DATA_DIR.`,
    );
    this.#holder = { pid, host };
  }

  override details() {
    return { ...this.#holder };
  }
}

/** Makes this process the only one on the folder; the lock of a process that is gone is taken over. */
export async function lockFolder(folder: string): Promise<FileLock> {
  const lock = await takeFileLock(join(folder, LOCK));
  if ('holder' in lock) throw new DataFolderInUse(folder, lock.holder);
  return lock;
}
