import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digestOf, verifyCapsule } from '@quantumlayer/capsule';
import { CAPSULE_MEDIA_TYPE, type CapsulePart, type SigningKey } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import {
  createProjects,
  migrations as projectMigrations,
} from '#modules/tenancy/projects/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { buildCapsuleRequest } from '../capsule-request.fixture.ts';
import {
  type CapsuleRequest,
  type CapsuleService,
  capsuleContentRoutes,
  capsuleRoutes,
  createCapsules,
  migrations,
  type PackagedCapsule,
  signingKeyRoutes,
} from '../index.ts';

describe('capsule routes', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let app: FastifyInstance;
  let made: PackagedCapsule;
  let request: CapsuleRequest;
  let capsules: CapsuleService;

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
    await handle.pool.query(`
      insert into organisation values ('org_1', 'one', now());
      insert into project values ('prj_1', 'org_1', 'Shop', '', now(), null);`);
    folder = await mkdtemp(join(tmpdir(), 'capsules-'));
    const { database } = handle;
    const blobs = createFolderBlobStore(folder);
    const clock = () => new Date('2026-01-01T12:00:00Z');
    capsules = createCapsules({
      database,
      blobs,
      projects: createProjects({ database, clock, newId }),
      blueprintOfRun: async () => null,
      masterKey: randomBytes(32),
      builder: { id: 'https://quantumlayer.dev/builders/embedded', version: '0.1.0' },
      clock,
      newId,
    });
    request = await buildCapsuleRequest(blobs);
    made = await capsules.createCapsule(request);
    app = createHttpApp({ logger: pino({ level: 'silent' }) });
    app.decorateRequest('organisationId', 'org_1');
    app.register(capsuleRoutes(capsules));
    app.register(capsuleContentRoutes(capsules));
    app.register(signingKeyRoutes(capsules));
  });
  afterAll(async () => {
    await app.close();
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists and gets', async () => {
    const capsule = (await app.inject(`/capsules/${made.capsuleId}`)).json();

    expect(capsule).toMatchObject({ id: made.capsuleId, name: 'shop', digest: made.digest });
    expect((await app.inject('/projects/prj_1/capsules')).json()).toEqual({
      items: [capsule],
      nextCursor: null,
    });
  });

  it('downloads bytes that verify with the published key', async () => {
    const response = await app.inject(`/capsules/${made.capsuleId}/download`);
    const key = (await app.inject('/signing-key')).json();

    expect(response.headers).toMatchObject({
      'content-type': CAPSULE_MEDIA_TYPE,
      etag: `"${made.digest}"`,
      'content-disposition': `attachment; filename="shop-${made.digest.slice(7, 19)}.capsule.tar.gz"`,
    });
    expect(key).toMatchObject({ algorithm: 'ecdsa-p256-sha256' });
    expect(await verifyCapsule(response.rawPayload, key.publicKeyPem)).toMatchObject({
      verified: true,
      keyId: key.keyId,
    });
  });

  it('sends nothing to those who have the archive', async () => {
    const response = await app.inject({
      url: `/capsules/${made.capsuleId}/download`,
      headers: { 'if-none-match': `"${made.digest}"` },
    });
    expect(response.statusCode).toBe(304);
    expect(response.body).toBe('');
  });

  it('downloads the code alone as a zip, the same bytes every time', async () => {
    const url = `/capsules/${made.capsuleId}/download?format=zip`;
    const response = await app.inject(url);

    expect(response.headers).toMatchObject({
      'content-type': 'application/zip',
      etag: `"${made.digest}.zip"`,
      'content-disposition': `attachment; filename="shop-${made.digest.slice(7, 19)}.zip"`,
    });
    expect(response.rawPayload.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    expect((await app.inject(url)).rawPayload).toEqual(response.rawPayload);
    const headers = { 'if-none-match': `"${made.digest}.zip"` };
    expect((await app.inject({ url, headers })).statusCode).toBe(304);
  });

  it('downloads the code as a repository that git clones, the same bytes every time', async () => {
    const url = `/capsules/${made.capsuleId}/download?format=git`;
    const response = await app.inject(url);

    expect(response.headers).toMatchObject({
      'content-type': 'application/x-git-bundle',
      etag: `"${made.digest}.git"`,
      'content-disposition': `attachment; filename="shop-${made.digest.slice(7, 19)}.bundle"`,
    });
    expect((await app.inject(url)).rawPayload).toEqual(response.rawPayload);
    const file = join(folder, 'shop.bundle');
    await writeFile(file, response.rawPayload);
    await promisify(execFile)('git', ['clone', '-q', file, join(folder, 'shop')]);
    expect(await readFile(join(folder, 'shop', 'src', 'main.ts'), 'utf8')).toBe(
      request.files[0]?.content,
    );
  });

  it('refuses a form that there is not', async () => {
    const response = await app.inject(`/capsules/${made.capsuleId}/download?format=rar`);
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ type: '/problems/request-invalid' });
  });

  describe('contents', () => {
    const contents = () => `/capsules/${made.capsuleId}/contents`;
    const part = (path: string) =>
      app.inject(`${contents()}/file?path=${encodeURIComponent(path)}`);

    it('lists every file of the archive, in pages', async () => {
      const { items } = (await app.inject(contents())).json();
      expect(items.map(({ path }: CapsulePart) => path)).toEqual([
        'bundle.sigstore.json',
        'code/src/main.ts',
        'evidence.json',
        'evidence/lint.log',
        'evidence/tests.log',
        'manifest.json',
        'origin.json',
        'provenance.json',
        'sbom.cdx.json',
      ]);
      const text = 'export const answer = 42;\n';
      expect(items[1]).toEqual({
        ...{ path: 'code/src/main.ts', kind: 'code', executable: false },
        ...{ size: text.length, digest: digestOf(text) },
      });
      const page = (await app.inject(`${contents()}?limit=2&cursor=evidence.json`)).json();
      expect(page).toEqual({ items: items.slice(3, 5), nextCursor: 'evidence/tests.log' });
    });

    it.each([
      ['manifest.json', 'name'],
      ['evidence.json', 'checks'],
      ['sbom.cdx.json', 'components'],
      ['provenance.json', 'subject'],
      ['bundle.sigstore.json', 'verificationMaterial'],
    ])('answers %s as JSON', async (path, member) => {
      const response = await part(path);
      expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(response.json()).toHaveProperty(member);
      expect(response.headers.etag).toBe(`"${digestOf(response.rawPayload)}"`);
    });

    it('answers code and logs as text that no browser runs', async () => {
      for (const [path, text] of [
        ['code/src/main.ts', 'export const answer = 42;\n'],
        ['evidence/tests.log', '3 passed\n'],
      ] as const) {
        const response = await part(path);
        expect(response.body).toBe(text);
        expect(response.headers).toMatchObject({
          'content-type': 'text/plain; charset=utf-8',
          'content-security-policy': "sandbox; default-src 'none'",
        });
      }
    });

    it.each(['src/main.ts', '../manifest.json', 'code', '/manifest.json', 'MANIFEST.JSON'])(
      'holds nothing at %s',
      async (path) => {
        const response = await part(path);
        expect(response.statusCode).toBe(404);
        expect(response.json()).toMatchObject({ type: '/problems/capsule-part-not-found' });
      },
    );
  });

  it('verifies claim by claim', async () => {
    const response = await app.inject({
      method: 'POST',
      url: `/capsules/${made.capsuleId}/verify`,
    });

    expect(response.json()).toMatchObject({ verified: true, digest: made.digest });
    expect(response.json().statements).toHaveLength(9);
  });

  describe('rotation of the signing key', () => {
    const get = async (url: string) => (await app.inject(url)).json();
    const rotate = (headers = {}) =>
      app.inject({ method: 'POST', url: '/signing-key/rotate', headers });

    it('signs with a new key from now on and keeps the old one for what it signed', async () => {
      const before = await get('/signing-key');
      expect(before).toMatchObject({ createdBy: 'first start', retiredAt: null });
      const headers = { authorization: `Bearer ql_0123456789ab_${'x'.repeat(43)}` };
      const key = (await rotate(headers)).json();
      expect(key).toMatchObject({
        ...{ createdBy: 'API key ql_0123456789ab', retiredAt: null },
        createdAt: '2026-01-01T12:00:00.000Z',
      });
      expect(key.keyId).not.toBe(before.keyId);
      expect(await get('/signing-key')).toEqual(key);

      const old = await get(`/capsules/${made.capsuleId}`);
      expect(old.keyId).toBe(before.keyId);
      const verify = `/capsules/${made.capsuleId}/verify`;
      const verified = (await app.inject({ method: 'POST', url: verify })).json();
      expect(verified).toMatchObject({ verified: true, keyId: before.keyId });

      const again = await capsules.createCapsule({ ...request, runId: 'run_2' });
      expect(again.verification).toMatchObject({ verified: true, keyId: key.keyId });
    });

    it('lists every key there ever was, one of which signs, and no private half', async () => {
      await Promise.all([rotate(), rotate(), rotate()]);
      const { items } = await get('/signing-keys');
      expect(items).toHaveLength(5);
      const active = items.filter(({ retiredAt }: SigningKey) => retiredAt === null);
      expect(active).toEqual([await get('/signing-key')]);
      expect(JSON.stringify(items)).not.toContain('PRIVATE');
      const first = await get('/signing-keys?limit=2');
      const rest = await get(`/signing-keys?limit=100&cursor=${first.nextCursor}`);
      expect([...first.items, ...rest.items]).toEqual(items);
    });
  });

  it('never answers a private key', async () => {
    expect((await app.inject('/signing-key')).body).not.toContain('PRIVATE');
  });

  it.each([
    ['GET', '/capsules/cap_none'],
    ['GET', '/capsules/cap_none/download'],
    ['GET', '/capsules/cap_none/download?format=zip'],
    ['GET', '/capsules/cap_none/download?format=git'],
    ['GET', '/capsules/cap_none/contents'],
    ['GET', '/capsules/cap_none/contents/file?path=manifest.json'],
    ['POST', '/capsules/cap_none/verify'],
    ['GET', '/projects/prj_none/capsules'],
  ] as const)('answers %s %s with 404', async (method, url) => {
    const response = await app.inject({ method, url });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toMatch('application/problem+json');
  });
});
