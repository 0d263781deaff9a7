import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The key under which secrets are stored: `secretKey` of the configuration, else the file at `path`, which is made with
 * 32 random bytes and mode 0600 when it is not there. Of two processes that start at once both get the same.
 */
export async function readMasterKey(secretKey: string | undefined, path: string): Promise<Buffer> {
  if (secretKey !== undefined) return Buffer.from(secretKey, 'utf8');
  const found = await readKeyFile(path);
  if (found !== null) return found;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    await link(draft, path).catch(ignoreExisting);
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKeyFile(path);
  if (made === null) throw new Error(`${path} could not be made.`);
  return made;
}

async function readKeyFile(path: string): Promise<Buffer | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (text === null) return null;
  if (!/^[0-9a-f]{64}\n?$/.test(text)) {
    throw new Error(
      `${path} is not a master key of 64 hexadecimal digits. Restore it from a backup.`,
    );
  }
  await chmod(path, 0o600);
  return Buffer.from(text.trim(), 'hex');
}

function ignoreExisting(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
