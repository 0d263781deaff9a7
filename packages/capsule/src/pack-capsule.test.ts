import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { type Blueprint, CAPSULE_ORIGIN_SCHEMA, type CapsuleOrigin } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readArchive } from './archive.ts';
import { codeDigestOf } from './code-digest.ts';
import { digestOfJson } from './digest.ts';
import { packCapsule } from './pack-capsule.ts';
import { buildEvidence, buildPackInput } from './pack-input.fixture.ts';
import type { PackInput } from './pack-input.ts';
import { readCapsuleVersion } from './read-version.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';

const blueprint: Blueprint = {
  ...{ version: 1, name: 'notes', title: 'Notes', description: '' },
  entities: [
    {
      ...{ name: 'Note', plural: 'Notes', relations: [] },
      fields: [{ name: 'text', type: 'string', required: true, unique: false }],
    },
  ],
};

const signer = createCapsuleSigner(createSigningKey().privateKeyPem);

async function packedText(path: string, input: PackInput = buildPackInput()): Promise<string> {
  const members = await readArchive((await packCapsule(input, signer)).archive);
  return members.find((member) => member.path === path)?.content.toString() ?? '';
}

describe('packCapsule', () => {
  it('gives the same bytes for the same input and key, whatever the order of the files', async () => {
    const input = buildPackInput();
    const again = { ...input, files: input.files.toReversed() };

    expect((await packCapsule(again, signer)).archive).toEqual(
      (await packCapsule(input, signer)).archive,
    );
  });

  it('lists every file but the signing chain in the manifest, with modes', async () => {
    const { manifest, codeDigest } = await packCapsule(buildPackInput(), signer);

    expect(manifest.codeDigest).toBe(codeDigest);
    expect(manifest.files.map(({ path, mode }) => `${mode.toString(8)} ${path}`)).toEqual([
      '755 code/bin/start.sh',
      '644 code/package-lock.json',
      '644 code/package.json',
      '644 code/src/main.ts',
      '644 evidence.json',
      '644 evidence/lint.log',
      '644 evidence/tests.log',
      '644 evidence/typecheck.log',
      '644 sbom.cdx.json',
    ]);
  });

  it('holds what the next version is made from, where that is told', async () => {
    const byHand = { added: ['src/main.ts'], generated: [{ path: 'a.ts', content: 'a' }] };
    const origin: CapsuleOrigin = {
      ...{ schema: CAPSULE_ORIGIN_SCHEMA, blueprint, byHand, base: null },
    };
    const { archive, manifest } = await packCapsule(buildPackInput({ origin }), signer);
    const version = await readCapsuleVersion(archive);

    expect(manifest.files.map(({ path }) => path)).toContain('origin.json');
    expect(version).toMatchObject({ origin, stackId: 'typescript-fastify' });
    expect(version.code.find(({ path }) => path === 'bin/start.sh')?.executable).toBe(true);
    expect(version.code.map(({ path }) => path)).toContain('src/main.ts');
    expect(
      (await readCapsuleVersion((await packCapsule(buildPackInput(), signer)).archive)).origin,
    ).toBeNull();
  });

  it('refuses a log that is not what its check recorded', async () => {
    const logs = { ...buildPackInput().logs, lint: 'something else' };
    await expect(packCapsule(buildPackInput({ logs }), signer)).rejects.toThrow(
      'check lint is not the output',
    );
  });

  it('refuses a check without its log', async () => {
    await expect(packCapsule(buildPackInput({ logs: {} }), signer)).rejects.toThrow(
      'typecheck is missing',
    );
  });

  it.each(['../evil', 'a/../../evil', '/abs', 'C:\\x', 'a\0b', '.'])(
    'refuses the code path %j',
    async (path) => {
      const files = [{ path, content: '' }];
      await expect(packCapsule(buildPackInput({ files }), signer)).rejects.toThrow(
        'not a safe path',
      );
    },
  );
});

describe('the SBOM', () => {
  it('is valid CycloneDX 1.6 by the official schema', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(await packedText('sbom.cdx.json'))).toBeNull();
  });

  it('names licence, hash and graph of each dependency', async () => {
    const sbom = JSON.parse(await packedText('sbom.cdx.json'));

    expect(sbom.components[0]).toMatchObject({
      purl: 'pkg:npm/%40fastify/swagger@9.9.3',
      hashes: [{ alg: 'SHA-512', content: '07'.repeat(64) }],
      licenses: [{ license: { id: 'MIT' } }],
    });
    expect(sbom.components[1].licenses).toEqual([{ expression: '(MIT OR Apache-2.0)' }]);
    expect(sbom.dependencies).toEqual([
      { ref: 'app', dependsOn: ['pkg:npm/%40fastify/swagger@9.9.3'] },
      { ref: 'pkg:npm/%40fastify/swagger@9.9.3', dependsOn: ['pkg:npm/argparse@2.0.1'] },
      { ref: 'pkg:npm/argparse@2.0.1' },
      { ref: 'pkg:npm/odd@1.0.0' },
    ]);
  });

  it('refuses an integrity value it cannot read instead of dropping it', async () => {
    const evidence = buildEvidence();
    const licences = [{ name: 'odd', version: '1.0.0', licence: 'MIT', integrity: 'crc32-AAAA' }];
    const input = buildPackInput({ evidence: { ...evidence, licences } });

    await expect(packCapsule(input, signer)).rejects.toThrow('integrity of odd is not understood');
  });
});

describe('the provenance', () => {
  it('names builder, run and the materials by digest', async () => {
    const { predicate } = JSON.parse(await packedText('provenance.json'));

    expect(predicate.runDetails).toEqual({
      builder: {
        id: 'https://quantumlayer.dev/builders/embedded',
        version: { quantumlayer: '0.1.0' },
      },
      metadata: { invocationId: 'run_1', finishedOn: '2026-01-01T00:00:00.000Z' },
    });
    expect(
      predicate.buildDefinition.resolvedDependencies.map(({ name }: { name: string }) => name),
    ).toEqual(['prompt', 'blueprint', 'stack', 'package-lock.json']);
  });

  it('names the document that the software was made from, where there is one', async () => {
    const input = buildPackInput();
    const materials = { ...input.materials, document: digestOfJson('a document') };
    const { predicate } = JSON.parse(await packedText('provenance.json', { ...input, materials }));

    expect(predicate.buildDefinition.resolvedDependencies).toContainEqual({
      name: 'document',
      digest: { sha256: materials.document.slice('sha256:'.length) },
    });
  });
});

describe('digests', () => {
  it('of code are those of the sorted sha256sum listing', () => {
    const files = [
      { path: 'b', content: 'two' },
      { path: 'a', content: 'one' },
    ];
    // printf one >a; printf two >b; sha256sum a b | sha256sum
    expect(codeDigestOf(files)).toBe(
      'sha256:d17138d96382403690482a89da33475336ab36c046a6912a86badedd62301cb8',
    );
  });

  it('of JSON do not depend on the order of keys', () => {
    expect(digestOfJson({ a: [{ x: 1, y: 2 }], b: null })).toBe(
      digestOfJson({ b: null, a: [{ y: 2, x: 1 }] }),
    );
    expect(digestOfJson([1, 2])).not.toBe(digestOfJson([2, 1]));
  });
});
