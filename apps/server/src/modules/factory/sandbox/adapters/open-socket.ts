import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { SandboxCopyRefused } from '../domain/sandbox-errors.ts';
import { hasCode } from './has-code.ts';

/** Linux: names a file without opening it, which is the only way to hold a socket file. */
const O_PATH = 0x200000;

export type InnerSocket = { path: string; close(): Promise<void> };

/**
 * The address of a socket that a program made, e.g. `/…/run/app.sock`; null while there is none. `path` belongs to
 * that very socket: a program that swaps it for a link to a socket of the machine gains nothing. Throws
 * `SandboxCopyRefused` when it is a link or anything else but a socket.
 */
export async function openSocket(path: string): Promise<InnerSocket | null> {
  const handle = await openName(path);
  if (handle === null) return null;
  const entry = await handle.stat();
  if (!entry.isSocket()) {
    await handle.close();
    throw new SandboxCopyRefused(path, 'it is not a socket');
  }
  return { path: `/proc/self/fd/${handle.fd}`, close: () => handle.close() };
}

async function openName(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, O_PATH | constants.O_NOFOLLOW);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
