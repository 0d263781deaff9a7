import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyCapsule } from '@quantumlayer/capsule';
import type { Evidence } from '@quantumlayer/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import {
  createProjects,
  migrations as projectMigrations,
} from '#modules/tenancy/projects/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { buildCapsuleRequest } from './capsule-request.fixture.ts';
import { type CapsuleRequest, type CapsuleService, createCapsules, migrations } from './index.ts';

const organisationId = 'org_1';

describe('CapsuleService', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let blobs: BlobStore;
  let capsules: CapsuleService;
  let request: CapsuleRequest;

  function open(masterKey: Uint8Array): CapsuleService {
    const { database } = handle;
    const clock = () => new Date('2026-01-01T12:00:00Z');
    const projects = createProjects({ database, clock, newId });
    const builder = { id: 'https://quantumlayer.dev/builders/embedded', version: '0.1.0' };
    return createCapsules({
      ...{ database, blobs, projects, masterKey, builder, clock, newId },
      blueprintOfRun: async () => null,
    });
  }

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    await handle.pool.query(`
      insert into organisation values ('org_1', 'one', now()), ('org_2', 'two', now());
      insert into project values ('prj_1', 'org_1', 'Shop', '', now(), null);`);
    folder = await mkdtemp(join(tmpdir(), 'capsules-'));
    blobs = createFolderBlobStore(folder);
    capsules = open(randomBytes(32));
    request = await buildCapsuleRequest(blobs);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const page = { cursor: null, limit: 50 };

  it('packs, stores and verifies', async () => {
    const made = await capsules.createCapsule(request);
    const { keyId } = await capsules.publicKey(organisationId);

    expect(made.verification.verified).toBe(true);
    expect(await capsules.get(organisationId, made.capsuleId)).toEqual({
      id: made.capsuleId,
      projectId: 'prj_1',
      runId: 'run_1',
      name: 'shop',
      digest: made.digest,
      codeDigest: made.codeDigest,
      keyId,
      size: (await blobs.get(made.digest)).length,
      createdAt: '2026-01-01T10:00:00.000Z',
    });
  });

  it('gives the same capsule for the same request, also after a restart with the same master key', async () => {
    const masterKey = randomBytes(32);
    const first = await open(masterKey).createCapsule(request);
    const again = await open(masterKey).createCapsule(request);

    expect(again).toEqual(first);
    expect((await capsules.list(organisationId, 'prj_1', page)).items).toHaveLength(1);
  });

  it('gives one capsule to many that ask at once, also for the very first signature', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => capsules.createCapsule(request)));
    expect(new Set(made.map(({ capsuleId }) => capsuleId)).size).toBe(1);
  });

  it('can be verified by anyone who has the archive and the public key', async () => {
    const { capsuleId } = await capsules.createCapsule(request);
    const { archive } = await capsules.openArchive(organisationId, capsuleId);
    const { publicKeyPem, keyId } = await capsules.publicKey(organisationId);

    expect(await verifyCapsule(archive, publicKeyPem)).toMatchObject({ verified: true, keyId });
  });

  it('says no when the stored archive was changed or lost', async () => {
    const { capsuleId, digest } = await capsules.createCapsule(request);
    const file = await findBlob(folder, digest);
    await writeFile(file, Buffer.alloc(100));
    expect(await capsules.verify(organisationId, capsuleId)).toMatchObject({ verified: false });

    await rm(file);
    expect(await capsules.verify(organisationId, capsuleId)).toMatchObject({ verified: false });
  });

  it('makes no capsule of a run in which a check failed', async () => {
    const checks = request.evidence.checks.map((check) => ({
      ...check,
      status: 'failed',
      reason: 'red',
    }));
    const evidence = { ...request.evidence, checks } as Evidence;

    await expect(capsules.createCapsule({ ...request, evidence })).rejects.toMatchObject({
      code: 'evidence-not-passed',
    });
    expect((await capsules.list(organisationId, 'prj_1', page)).items).toEqual([]);
  });

  it('makes no capsule of a log that is not what the check recorded', async () => {
    const logs = { ...request.logs, lint: await blobs.put(Buffer.from('other')) };
    await expect(capsules.createCapsule({ ...request, logs })).rejects.toMatchObject({
      code: 'capsule-input-invalid',
    });
  });

  it('keeps the private key encrypted', async () => {
    await capsules.createCapsule(request);
    const { rows } = await handle.pool.query('select * from signing_key');

    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
    expect(rows[0].encrypted_private_key).toMatch(/^v1\./);
  });

  it('refuses to sign under another master key, and says what to do', async () => {
    await capsules.createCapsule(request);
    const stranger = open(randomBytes(32));

    await expect(stranger.prepare(organisationId)).rejects.toThrow();
    await expect(stranger.createCapsule(request)).rejects.toMatchObject({
      code: 'signing-key-locked',
      message: expect.stringContaining('SECRET_KEY'),
    });
  });

  it('lists newest first, page by page', async () => {
    for (const runId of ['run_1', 'run_2', 'run_3']) {
      await capsules.createCapsule({ ...request, runId });
    }
    const first = await capsules.list(organisationId, 'prj_1', { cursor: null, limit: 2 });
    const second = await capsules.list(organisationId, 'prj_1', {
      cursor: first.nextCursor,
      limit: 2,
    });

    expect(first.items.map(({ runId }) => runId)).toEqual(['run_3', 'run_2']);
    expect(second.items.map(({ runId }) => runId)).toEqual(['run_1']);
    expect(second.nextCursor).toBeNull();
  });

  it('gives equal code the same code digest in every run', async () => {
    const one = await capsules.createCapsule(request);
    const other = await capsules.createCapsule({ ...request, runId: 'run_2' });

    expect(other.codeDigest).toBe(one.codeDigest);
    expect(other.digest).not.toBe(one.digest);
  });

  it('hides capsules from another organisation, which has a key of its own', async () => {
    const { capsuleId } = await capsules.createCapsule(request);

    for (const use of [capsules.get, capsules.verify, capsules.openArchive]) {
      await expect(use('org_2', capsuleId)).rejects.toMatchObject({ code: 'capsule-not-found' });
    }
    await expect(capsules.list('org_2', 'prj_1', page)).rejects.toMatchObject({
      code: 'project-not-found',
    });
    const keys = [await capsules.publicKey('org_1'), await capsules.publicKey('org_2')];
    expect(keys[0]?.keyId).not.toBe(keys[1]?.keyId);
  });
});

async function findBlob(folder: string, digest: string): Promise<string> {
  const files = await readdir(folder, { recursive: true });
  const found = files.find((file) => file.endsWith(digest.slice('sha256:'.length)));
  return join(folder, found ?? 'missing');
}
