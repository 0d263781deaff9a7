import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCapsuleSigner,
  createSigningKey,
  digestOf,
  packCapsule,
} from '@quantumlayer/capsule';
import type { Blueprint } from '@quantumlayer/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import type { CapsuleRequest } from './capsule-service.ts';
import { type CapsuleService, createCapsules, migrations } from './index.ts';

const generated = [
  { path: 'README.md', content: '# Shop\n' },
  { path: 'src/main.ts', content: 'export const answer = 42;\n' },
];
const code = [
  { path: 'README.md', content: '# Shop\nAsk Ann.\n' },
  { path: 'src/own.ts', content: 'export {};\n' },
];

describe('a version that the next one is made from', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let blobs: BlobStore;
  let capsules: CapsuleService;
  let request: CapsuleRequest;
  let designed: Blueprint | null = null;

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
    await handle.pool.query(`
      insert into organisation values ('org_1', 'one', now());
      insert into project values
        ('prj_1', 'org_1', 'Shop', '', now(), null), ('prj_2', 'org_1', 'Bank', '', now(), null);`);
    folder = await mkdtemp(join(tmpdir(), 'versions-'));
    blobs = createFolderBlobStore(folder);
    const { database } = handle;
    const clock = () => new Date('2026-01-01T12:00:00Z');
    capsules = createCapsules({
      ...{ database, blobs, projects: createProjects({ database, clock, newId }), clock, newId },
      blueprintOfRun: async () => designed,
      masterKey: randomBytes(32),
      builder: { id: 'https://quantumlayer.dev/builders/embedded', version: '0.1.0' },
    });
    request = await buildCapsuleRequest(blobs);
  });
  afterAll(async () => {
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  const make = async (runId: string, more: Partial<CapsuleRequest> = {}) =>
    (await capsules.createCapsule({ ...request, runId, files: generated, ...more })).capsuleId;
  const change = (base: string | null) => ({ kind: 'form', text: 'Another name', base }) as const;

  it('is found with its blueprint, its code and what was generated', async () => {
    const byHand = { added: ['src/own.ts'], generated };
    const id = await make('run_1', { files: code, byHand });
    const version = await capsules.openVersion('org_1', 'prj_1', id);

    expect(version).toMatchObject({
      ...{ capsuleId: id, stackId: 'typescript-fastify', base: null },
      ...{ blueprint: request.blueprint, code, generated },
    });
    expect(await capsules.lookAtVersion('org_1', 'prj_1', id)).toEqual({
      ...{ stackId: 'typescript-fastify', number: 1, isEdited: true },
    });
  });

  it('tells the steps that led to it, and none from where it does not come', async () => {
    const first = await make('run_2');
    const renames = { 'Product.title': 'name' };
    const second = await make('run_3', { change: change(first), renames });
    const third = await make('run_4', { change: change(second), renames: { Item: 'Product' } });
    const open = (id: string) => capsules.openVersion('org_1', 'prj_1', id);
    const steps = async (from: string, to: string) =>
      await capsules.stepsBetween('org_1', 'prj_1', { from: await open(from), to: await open(to) });

    expect(await steps(first, third)).toEqual([renames, { Item: 'Product' }]);
    expect(await steps(second, second)).toEqual([]);
    expect(await steps(third, first)).toEqual([]);
    expect(await capsules.newestVersion('org_1', 'prj_1', first)).toBe(third);
    const { items } = await capsules.listVersions('org_1', 'prj_1', { cursor: null, limit: 1 });
    expect(items).toMatchObject([{ number: 4, change: change(second) }]);
  });

  it('of a capsule from before they held a blueprint has that of its run', async () => {
    const id = await make('run_5');
    const logs = { lint: 'clean\n', tests: '3 passed\n' };
    const { runId, stack, evidence, createdAt } = request;
    const { archive } = await packCapsule(
      {
        ...{ name: 'shop', runId, stack, evidence, logs, files: generated },
        materials: { prompt: digestOf('a'), blueprint: digestOf('b') },
        builder: { id: 'https://quantumlayer.dev/builders/embedded', version: '0.1.0' },
        createdAt: createdAt.toISOString(),
      },
      createCapsuleSigner(createSigningKey().privateKeyPem),
    );
    const digest = await blobs.put(archive);
    await handle.pool.query('update capsule set digest = $1 where id = $2', [digest, id]);

    await expect(capsules.openVersion('org_1', 'prj_1', id)).rejects.toMatchObject({
      code: 'version-not-found',
    });
    designed = request.blueprint;
    expect(await capsules.openVersion('org_1', 'prj_1', id)).toMatchObject({
      ...{ blueprint: request.blueprint, generated, code: generated, base: null },
    });
  });

  it('is none of another project or organisation', async () => {
    const id = await make('run_6');

    await expect(capsules.openVersion('org_1', 'prj_2', id)).rejects.toMatchObject({
      code: 'version-not-found',
    });
    await expect(capsules.openVersion('org_2', 'prj_1', id)).rejects.toMatchObject({
      code: 'capsule-not-found',
    });
  });
});
