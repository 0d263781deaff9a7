import { expect, it } from 'vitest';
import { digestOf } from './digest.ts';
import { packCapsule } from './pack-capsule.ts';
import { buildPackInput } from './pack-input.fixture.ts';
import { readCapsuleParts } from './read-parts.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';

const { archive } = await packCapsule(
  buildPackInput(),
  createCapsuleSigner(createSigningKey().privateKeyPem),
);

it('tells what every file of a capsule is', async () => {
  const parts = await readCapsuleParts(archive);
  expect(parts.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'bundle bundle.sigstore.json',
    'code code/bin/start.sh',
    'code code/package-lock.json',
    'code code/package.json',
    'code code/src/main.ts',
    'evidence evidence.json',
    'log evidence/lint.log',
    'log evidence/tests.log',
    'log evidence/typecheck.log',
    'manifest manifest.json',
    'provenance provenance.json',
    'sbom sbom.cdx.json',
  ]);
});

it('gives size, digest and mode of the content', async () => {
  const parts = await readCapsuleParts(archive);
  for (const { content, size, digest } of parts) {
    expect({ size, digest }).toEqual({ size: content.length, digest: digestOf(content) });
  }
  expect(parts.filter(({ executable }) => executable).map(({ path }) => path)).toEqual([
    'code/bin/start.sh',
  ]);
});

it('reads nothing that is not a capsule', async () => {
  await expect(readCapsuleParts(Buffer.from('zip'))).rejects.toMatchObject({
    code: 'capsule-archive-invalid',
  });
});
