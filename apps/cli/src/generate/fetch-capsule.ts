import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CapsuleVerification } from '@quantumlayer/contracts';
import type { Client } from '@quantumlayer/sdk';

export type FetchedCapsule = {
  path: string;
  digest: string;
  bytes: Buffer;
  verification: CapsuleVerification;
};

/** Downloads a capsule to `path` (or into `folder` under its own name) and verifies the bytes that arrived. */
export async function fetchCapsule(
  client: Client,
  capsuleId: string,
  place: { path: string } | { folder: string },
): Promise<FetchedCapsule> {
  const { name, digest } = await client.getCapsule(capsuleId);
  const bytes = Buffer.from(await client.downloadCapsule(capsuleId));
  const own = `${name}-${capsuleId.slice(-8)}.capsule.tar.gz`;
  const path =
    'path' in place && !(await isFolder(place.path))
      ? place.path
      : join('path' in place ? place.path : place.folder, own);
  await writeWhole(path, bytes);
  const { publicKeyPem } = await client.getSigningKey();
  // Loading the verifier takes longer than most commands; only those that need it pay for it.
  const { verifyCapsule } = await import('@quantumlayer/capsule');
  const verification = await verifyCapsule(await readFile(path), publicKeyPem);
  return { path, digest, bytes, verification };
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** Never leaves half a file under the final name. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}
