import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type AppClient,
  type Credentials,
  createCredentials,
} from '#modules/factory/quality/index.ts';

const stored = z.object({ email: z.string(), password: z.string() });

/** The account that an app with people is started with: the same at every start, since the app keeps its data. */
export async function readPreviewAdmin(root: string): Promise<Credentials> {
  const path = join(root, 'admin.json');
  const made = createCredentials('admin');
  try {
    await writeFile(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return stored.parse(JSON.parse(await readFile(path, 'utf8')));
  }
}

/** For the log of the preview, which its owner alone reads; null when nobody signs in to the app. */
export async function describeSignIn(
  client: AppClient,
  { email, password }: Credentials,
): Promise<string | null> {
  const { body } = await client.send({ method: 'GET', path: '/openapi.json' });
  return body.includes('"x-people"')
    ? `Sign in to this preview as ${email} with the password ${password}\n`
    : null;
}
