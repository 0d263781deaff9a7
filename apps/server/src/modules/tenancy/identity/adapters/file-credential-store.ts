import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { CredentialStore } from '../ports.ts';

const schema = z.looseObject({ apiKey: z.string() });

/** `credentials.json` with the member `apiKey`, mode 0600. Written beside and moved into place, never half. */
export function createFileCredentialStore(path: string): CredentialStore {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      });
      return text === null ? null : (schema.safeParse(parse(text)).data?.apiKey ?? null);
    },

    async write(secret) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomUUID()}`;
      try {
        const text = `${JSON.stringify({ apiKey: secret }, null, 2)}\n`;
        await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** A damaged file counts as none: the key in it is lost either way, and a new one is made. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
