import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import { migrations as projectMigrations } from '#modules/tenancy/projects/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import type { StoredSigningKey } from '../domain/capsule.ts';
import type { SigningKeyRepository } from '../ports.ts';
import { migrations } from './capsule-tables.ts';
import { createPostgresSigningKeyRepository } from './postgres-signing-key-repository.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second));

function key(keyId: string, second: number, organisationId = 'org_1'): StoredSigningKey {
  return {
    ...{ keyId, organisationId, publicKeyPem: `public ${keyId}`, createdAt: at(second) },
    ...{ encryptedPrivateKey: `v1.${keyId}`, createdBy: 'a test', retiredAt: null },
  };
}

describe('the repository of signing keys', () => {
  let handle: DatabaseHandle;
  let keys: SigningKeyRepository;

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...projectMigrations, ...migrations]);
    await handle.pool.query(
      `insert into organisation values ('org_1', 'one', now()), ('org_2', 'two', now())`,
    );
    keys = createPostgresSigningKeyRepository(handle.database);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    await handle.pool.query('truncate signing_key cascade');
  });

  const list = async (skip = 0, limit = 10) =>
    (await keys.list('org_1', { skip, limit })).map(({ keyId, retiredAt }) =>
      retiredAt === null ? `${keyId} signs` : `${keyId} until ${retiredAt.getUTCSeconds()}`,
    );

  it('keeps the first key that was inserted, and answers it to every other', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => keys.insertFirst(key(id, 1))));
    expect(new Set(answers.map(({ keyId }) => keyId)).size).toBe(1);
    expect(await keys.findCurrent('org_1')).toEqual(answers[0]);
    expect(await keys.findCurrent('org_2')).toBeNull();
  });

  it('puts one key in the place of another, which stays', async () => {
    await keys.insertFirst(key('a', 1));
    await keys.insertFirst(key('x', 1, 'org_2'));
    await keys.replaceCurrent(key('b', 2));
    await keys.replaceCurrent(key('c', 3));
    expect(await list()).toEqual(['a until 2', 'b until 3', 'c signs']);
    expect(await list(1, 1)).toEqual(['b until 3']);
    expect(await keys.find('org_1', 'a')).toMatchObject({ publicKeyPem: 'public a' });
    expect(await keys.find('org_2', 'a')).toBeNull();
    expect(await keys.findCurrent('org_2')).toEqual(key('x', 1, 'org_2'));
  });

  it('has one key that signs however many are put in its place at once', async () => {
    await keys.insertFirst(key('a', 1));
    await Promise.all(['b', 'c', 'd', 'e'].map((id) => keys.replaceCurrent(key(id, 2))));
    const found = await list();
    expect(found).toHaveLength(5);
    expect(found.filter((text) => text.endsWith('signs'))).toHaveLength(1);
  });

  it('retires nothing where the new key cannot be kept', async () => {
    await keys.insertFirst(key('a', 1));
    await expect(keys.replaceCurrent(key('a', 2))).rejects.toThrow();
    expect(await list()).toEqual(['a signs']);
  });
});
