import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { packCapsule } from './pack-capsule.ts';
import { buildPackInput } from './pack-input.fixture.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';
import { zipCode } from './zip-code.ts';

const run = promisify(execFile);
const input = buildPackInput();
const { archive } = await packCapsule(input, createCapsuleSigner(createSigningKey().privateKeyPem));
const timeZone = process.env.TZ;

afterEach(() => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

it('holds the code, and only the code, below one folder', async () => {
  const files = unzipSync(await zipCode(archive, 'shop'));
  expect(Object.keys(files)).toEqual([
    'shop/bin/start.sh',
    'shop/package-lock.json',
    'shop/package.json',
    'shop/src/main.ts',
  ]);
  for (const { path, content } of input.files) {
    expect(strFromU8(files[`shop/${path}`] ?? new Uint8Array())).toBe(content);
  }
});

it('has the same bytes every time, in every time zone', async () => {
  process.env.TZ = 'UTC';
  const one = await zipCode(archive, 'shop');
  process.env.TZ = 'Asia/Kathmandu';
  expect((await zipCode(archive, 'shop')).equals(one)).toBe(true);
});

it.runIf(await hasUnzip())('is read by other programs, with its modes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'));
  const file = join(folder, 'shop.zip');
  await writeFile(file, await zipCode(archive, 'shop'));
  await run('unzip', ['-tqq', file]);
  const { stdout } = await run('unzip', ['-Z', file]);
  expect(stdout).toMatch(/-rwxr-xr-x .* shop\/bin\/start\.sh/);
  expect(stdout).toMatch(/-rw-r--r-- .* shop\/src\/main\.ts/);
  await rm(folder, { recursive: true });
});

async function hasUnzip(): Promise<boolean> {
  return await run('unzip', ['-v']).then(
    () => true,
    () => false,
  );
}
