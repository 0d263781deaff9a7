import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CapsuleVerification } from '@quantumlayer/contracts';
import type { Client } from '@quantumlayer/sdk';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

export const capsuleForms = ['capsule', 'zip', 'git'] as const;
/** The capsule itself, or its code alone: as a zip, or as a repository in a git bundle. */
export type CapsuleForm = (typeof capsuleForms)[number];

export type FetchedCapsule = {
  path: string;
  digest: string;
  /** The capsule, whatever form was written. */
  bytes: Buffer;
  verification: CapsuleVerification;
};

type Place = { path: string } | { folder: string };

const SUFFIXES = { capsule: '.capsule.tar.gz', zip: '.zip', git: '.bundle' } as const;

/**
 * Downloads a capsule, verifies the bytes that arrived and writes them, or the code in them, to `path` (or into
 * `folder` under its own name). The code of a capsule that does not verify is not written: throws `CliError`.
 */
export async function fetchCapsule(
  client: Client,
  capsuleId: string,
  place: Place,
  form: CapsuleForm = 'capsule',
): Promise<FetchedCapsule> {
  const { name, digest, keyId } = await client.getCapsule(capsuleId);
  const bytes = Buffer.from(await client.downloadCapsule(capsuleId));
  // Loading the verifier takes longer than most commands; only those that need it pay for it.
  const { verifyCapsule, zipCode, bundleCode } = await import('@quantumlayer/capsule');
  const verification = await verifyCapsule(bytes, await findPublicKey(client, keyId));
  if (form !== 'capsule' && !verification.verified) throw notVerified(verification);
  const write = {
    capsule: async () => bytes,
    zip: () => zipCode(bytes, name),
    git: () => bundleCode(bytes),
  };
  const path = await placeOf(place, `${name}-${capsuleId.slice(-8)}${SUFFIXES[form]}`);
  await writeWhole(path, await write[form]());
  return { path, digest, bytes, verification };
}

/** The key that signed the capsule, which need not be the one that signs today. */
async function findPublicKey(client: Client, keyId: string): Promise<string> {
  const current = await client.getSigningKey();
  if (current.keyId === keyId) return current.publicKeyPem;
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await client.listSigningKeys({ ...(cursor && { cursor }) });
    const found = items.find((key) => key.keyId === keyId);
    if (found !== undefined) return found.publicKeyPem;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return current.publicKeyPem;
}

function notVerified({ statements }: CapsuleVerification): CliError {
  const why = statements
    .filter(({ ok }) => !ok)
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join('; ');
  return new CliError(
    'capsule-not-verified',
    `The capsule does not verify, so its code is not written. ${why}`,
    exitCodes.failed,
  );
}

async function placeOf(place: Place, own: string): Promise<string> {
  if ('folder' in place) return join(place.folder, own);
  return (await isFolder(place.path)) ? join(place.path, own) : place.path;
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
