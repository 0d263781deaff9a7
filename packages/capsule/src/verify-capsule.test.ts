import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveMember, readArchive, writeArchive } from './archive.ts';
import { createBundle } from './bundle.ts';
import { type PackedCapsule, packCapsule } from './pack-capsule.ts';
import { buildEvidence, buildPackInput } from './pack-input.fixture.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';
import { verifyCapsule } from './verify-capsule.ts';

const key = createSigningKey();
const signer = createCapsuleSigner(key.privateKeyPem);
let capsule: PackedCapsule;
let members: ArchiveMember[];

beforeAll(async () => {
  capsule = await packCapsule(buildPackInput(), signer);
  members = await readArchive(capsule.archive);
});

async function failuresOf(archive: Buffer, pem = key.publicKeyPem): Promise<string[]> {
  const { verified, statements } = await verifyCapsule(archive, pem);
  const failed = statements.filter(({ ok }) => !ok).map(({ name }) => name);
  expect(verified).toBe(failed.length === 0);
  return failed;
}

/** The capsule with one member changed, packed into a well-formed archive again. */
async function withMember(
  path: string,
  change: (member: ArchiveMember) => ArchiveMember[],
): Promise<Buffer> {
  expect(members.map((member) => member.path)).toContain(path);
  return writeArchive(
    members.flatMap((member) => (member.path === path ? change(member) : [member])),
  );
}

function flip(content: Buffer, at: number, bit = 0): Buffer {
  const flipped = Buffer.from(content);
  flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
  return flipped;
}

function member(path: string): ArchiveMember {
  const found = members.find((one) => one.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
}

describe('verifyCapsule', () => {
  it('says yes to each claim of an untouched capsule', async () => {
    const verification = await verifyCapsule(capsule.archive, key.publicKeyPem);

    expect(verification).toMatchObject({
      verified: true,
      digest: capsule.digest,
      keyId: key.keyId,
    });
    expect(verification.statements.map(({ name }) => name)).toEqual([
      'archive',
      'manifest',
      'files',
      'code',
      'evidence',
      'sbom',
      'provenance',
      'bundle',
      'signature',
    ]);
  });

  it.each([
    ['code/src/main.ts', 'files'],
    ['manifest.json', 'manifest'],
    ['evidence.json', 'files'],
    ['evidence/tests.log', 'evidence'],
    ['sbom.cdx.json', 'files'],
    ['provenance.json', 'bundle'],
    ['bundle.sigstore.json', 'bundle'],
  ])('says no to any one flipped bit in %s', async (path, statement) => {
    const { content } = member(path);
    const places = [0, Math.floor(content.length / 2), content.length - 2];
    for (const at of places) {
      const archive = await withMember(path, (one) => [{ ...one, content: flip(one.content, at) }]);
      expect(await failuresOf(archive)).toContain(statement);
    }
  });

  it('says no to any flipped bit of the bundle, the manifest and the provenance', async () => {
    const path = fc.constantFrom('bundle.sigstore.json', 'manifest.json', 'provenance.json');
    await fc.assert(
      fc.asyncProperty(path, fc.nat(), fc.nat(7), async (where, at, bit) => {
        const archive = await withMember(where, (one) => [
          { ...one, content: flip(one.content, at % one.content.length, bit) },
        ]);
        expect((await verifyCapsule(archive, key.publicKeyPem)).verified).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('says no to any flipped bit of the file, unless what it unpacks to is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (at, bit) => {
        const archive = flip(capsule.archive, at % capsule.archive.length, bit);
        const { verified } = await verifyCapsule(archive, key.publicKeyPem);
        if (verified) expect(await readArchive(archive)).toEqual(members);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a removed file', 'code/src/main.ts', () => [], 'files'],
    ['a removed log', 'evidence/lint.log', () => [], 'evidence'],
    ['a removed bundle', 'bundle.sigstore.json', () => [], 'signature'],
    [
      'a renamed file',
      'code/src/main.ts',
      (one: ArchiveMember) => [{ ...one, path: 'code/src/man.ts' }],
      'files',
    ],
    [
      'another mode',
      'code/package.json',
      (one: ArchiveMember) => [{ ...one, mode: 0o755 }],
      'files',
    ],
    [
      'a mode of the signing chain',
      'manifest.json',
      (one: ArchiveMember) => [{ ...one, mode: 0o755 }],
      'files',
    ],
    [
      'an added file',
      'manifest.json',
      (one: ArchiveMember) => [one, { ...one, path: 'code/extra.ts' }],
      'files',
    ],
    [
      'an added file beside the code',
      'manifest.json',
      (one: ArchiveMember) => [one, { ...one, path: 'extra' }],
      'files',
    ],
  ])('says no to %s', async (_case, path, change, statement) => {
    expect(await failuresOf(await withMember(path, change))).toContain(statement);
  });

  it('says no to another key, and to no key', async () => {
    expect(await failuresOf(capsule.archive, createSigningKey().publicKeyPem)).toEqual([
      'signature',
    ]);
    expect(await failuresOf(capsule.archive, 'not a key')).toEqual(['signature']);
  });

  it('says no to a capsule that somebody else signed under the same key id', async () => {
    const forger = { ...createCapsuleSigner(createSigningKey().privateKeyPem), keyId: key.keyId };
    const forged = await packCapsule(buildPackInput({ name: 'forged' }), forger);

    expect(await failuresOf(forged.archive)).toEqual(['signature']);
  });

  it('says no to the provenance and bundle of another capsule of the same key', async () => {
    const other = await readArchive(
      (await packCapsule(buildPackInput({ runId: 'run_2' }), signer)).archive,
    );
    const stolen = new Map(other.map((one) => [one.path, one]));
    const archive = await writeArchive(
      members.map((one) =>
        /^(provenance|bundle)/.test(one.path) ? (stolen.get(one.path) ?? one) : one,
      ),
    );

    expect(await failuresOf(archive)).toEqual(['provenance']);
  });

  it('says no to a validly signed statement about something else', async () => {
    const statement = '{}\n';
    const bundle = await createBundle(statement, signer);
    const archive = await writeArchive(
      members.map((one) => {
        if (one.path === 'provenance.json') return { ...one, content: Buffer.from(statement) };
        return one.path === 'bundle.sigstore.json' ? { ...one, content: Buffer.from(bundle) } : one;
      }),
    );

    expect(await failuresOf(archive)).toEqual(['provenance']);
  });

  it('says no to a capsule whose own evidence holds a failed check', async () => {
    const evidence = buildEvidence();
    const checks = evidence.checks.map((check) => ({
      ...check,
      status: 'failed' as const,
      reason: 'red',
    }));
    const failed = await packCapsule(buildPackInput({ evidence: { ...evidence, checks } }), signer);

    expect(await failuresOf(failed.archive)).toEqual(['evidence']);
  });

  it('names why each claim fails when the file is no capsule at all', async () => {
    const { statements, keyId } = await verifyCapsule(
      Buffer.from('hello, I am not a capsule'),
      key.publicKeyPem,
    );

    expect(keyId).toBeNull();
    expect(statements.every(({ ok }) => !ok)).toBe(true);
    expect(statements[2]?.detail).toBe('Not checked: no usable archive.');
  });
});
