import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createFileCredentialStore } from './adapters/file-credential-store.ts';
import { migrations } from './adapters/identity-tables.ts';
import { createPostgresApiKeyRepository } from './adapters/postgres-api-key-repository.ts';
import { createPostgresOrganisationRepository } from './adapters/postgres-organisation-repository.ts';
import { createIdentityService, type IdentityService } from './identity-service.ts';

describe('IdentityService', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let path: string;
  let now: Date;
  let identity: IdentityService;

  beforeAll(async () => {
    handle = await openTestDatabase(migrations);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    folder = await mkdtemp(join(tmpdir(), 'identity-'));
    path = join(folder, 'data', 'credentials.json');
    now = new Date('2026-01-01T12:00:00Z');
    identity = createIdentityService({
      organisations: createPostgresOrganisationRepository(handle.database),
      apiKeys: createPostgresApiKeyRepository(handle.database),
      credentials: createFileCredentialStore(path),
      clock: () => now,
      newId,
      random: randomBytes,
    });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const storedKey = async () => `Bearer ${JSON.parse(await readFile(path, 'utf8')).apiKey}`;
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  it('makes the organisation and a key for the command line at first start', async () => {
    const { organisationId } = await identity.prepare();

    expect(organisationId).toMatch(/^org_/);
    expect(await identity.authenticate(await storedKey())).toMatchObject({ organisationId });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
  });

  it('keeps organisation and key at the next start', async () => {
    const first = await identity.prepare();
    const key = await storedKey();

    expect(await identity.prepare()).toEqual(first);
    expect(await storedKey()).toBe(key);
    expect(await identity.listKeys(first.organisationId)).toHaveLength(1);
  });

  it('makes another key when the one on this machine is of another organisation', async () => {
    await identity.prepare();
    await handle.pool.query(`insert into organisation values ('org_2', 'two', now())`);
    const { secret } = await identity.createKey('org_2', { name: 'theirs', expiresAt: null });
    await createFileCredentialStore(path).write(secret);
    const { organisationId } = await identity.prepare();

    expect(await identity.authenticate(await storedKey())).toMatchObject({ organisationId });
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['another scheme', 'Basic'],
    ['no scheme', ''],
    ['something before the scheme', 'x Bearer'],
    ['something behind the key', 'Bearer'],
  ])('knows nobody by %s', async (what, scheme) => {
    await identity.prepare();
    const key = (await storedKey()).slice('Bearer '.length);
    const tail = what.startsWith('something behind') ? ' x' : '';
    const header = scheme === undefined ? undefined : `${scheme} ${key}${tail}`;

    await expect(identity.authenticate(header)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('takes the scheme in any case', async () => {
    const { organisationId } = await identity.prepare();
    const header = (await storedKey()).replace('Bearer', 'bearer ');

    expect(await identity.authenticate(header)).toMatchObject({ organisationId });
  });

  it('makes one organisation when several start at once', async () => {
    const started = await Promise.all([identity.prepare(), identity.prepare(), identity.prepare()]);
    expect(new Set(started.map(({ organisationId }) => organisationId)).size).toBe(1);
  });

  it.each([
    ['lost', () => rm(path)],
    ['damaged', () => writeFile(path, '{"apiKey":')],
    ['of another factory', () => writeFile(path, `{"apiKey":"ql_0123456789ab_${'a'.repeat(43)}"}`)],
  ])('replaces credentials that are %s', async (_case, spoil) => {
    await identity.prepare();
    await spoil();
    await identity.prepare();

    await expect(identity.authenticate(await storedKey())).resolves.toBeDefined();
  });

  it('never stores a secret', async () => {
    const { organisationId } = await identity.prepare();
    const { secret } = await identity.createKey(organisationId, { name: 'CI', expiresAt: null });
    const { rows } = await handle.pool.query('select * from api_key');

    expect(JSON.stringify(rows)).not.toContain(secret.slice(16));
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['another scheme', 'Basic cWw6cWw='],
    ['no secret', 'Bearer'],
    ['an unknown secret', `Bearer ql_0123456789ab_${'a'.repeat(43)}`],
    ['something long', `Bearer ${'x'.repeat(10_000)}`],
    ['an injection', "Bearer ql_' or '1'='1"],
  ])('refuses %s', async (_case, header) => {
    await identity.prepare();
    await expect(identity.authenticate(header)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('refuses a right prefix with a wrong secret', async () => {
    await identity.prepare();
    const key = await storedKey();
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;

    await expect(identity.authenticate(wrong)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('refuses a key from the instant it expires', async () => {
    const { organisationId } = await identity.prepare();
    const expiresAt = new Date(now.getTime() + 1_000);
    const { secret } = await identity.createKey(organisationId, { name: 'CI', expiresAt });

    await expect(identity.authenticate(`Bearer ${secret}`)).resolves.toBeDefined();
    later(1_000);
    await expect(identity.authenticate(`Bearer ${secret}`)).rejects.toThrow();
  });

  it('refuses to make a key that is expired already', async () => {
    const { organisationId } = await identity.prepare();
    const made = identity.createKey(organisationId, { name: 'CI', expiresAt: now });
    await expect(made).rejects.toMatchObject({ code: 'api-key-expiry-invalid' });
  });

  it('refuses a revoked key and lists it no more', async () => {
    const { organisationId } = await identity.prepare();
    const { key, secret } = await identity.createKey(organisationId, {
      name: 'CI',
      expiresAt: null,
    });
    await identity.revokeKey(organisationId, key.id);

    await expect(identity.authenticate(`Bearer ${secret}`)).rejects.toThrow();
    expect((await identity.listKeys(organisationId)).map(({ name }) => name)).toEqual([
      'Command line',
    ]);
    await expect(identity.revokeKey(organisationId, key.id)).rejects.toMatchObject({
      code: 'api-key-not-found',
    });
  });

  it('keeps the last usable key, even beside an expired one', async () => {
    const { organisationId } = await identity.prepare();
    const [first] = await identity.listKeys(organisationId);
    await identity.createKey(organisationId, {
      name: 'short',
      expiresAt: new Date(now.getTime() + 5),
    });
    later(10);

    await expect(identity.revokeKey(organisationId, first?.id ?? '')).rejects.toMatchObject({
      code: 'last-api-key',
    });
  });

  it('does not touch a key of another organisation', async () => {
    const { organisationId } = await identity.prepare();
    const { key } = await identity.createKey(organisationId, { name: 'CI', expiresAt: null });

    expect(await identity.listKeys('org_other')).toEqual([]);
    await expect(identity.revokeKey('org_other', key.id)).rejects.toMatchObject({
      code: 'api-key-not-found',
    });
  });

  it('notes the last use to the minute', async () => {
    const { organisationId } = await identity.prepare();
    const lastUse = async () => (await identity.listKeys(organisationId))[0]?.lastUsedAt;
    const first = now;
    await identity.authenticate(await storedKey());
    later(30_000);
    await identity.authenticate(await storedKey());
    expect(await lastUse()).toEqual(first);

    later(30_000);
    await identity.authenticate(await storedKey());
    expect(await lastUse()).toEqual(now);
  });
});
