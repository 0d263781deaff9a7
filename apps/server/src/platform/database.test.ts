import { testDatabaseUrl } from '@quantumlayer/testing';
import { describe, expect, it } from 'vitest';
import { describeDatabase } from './database.contract.ts';
import { onServer, openEmbeddedTestDatabase } from './testing/open-test-database.ts';

describeDatabase('embedded', openEmbeddedTestDatabase);

const server = testDatabaseUrl();

describe.runIf(server)('with TEST_DATABASE_URL', () => {
  describeDatabase('postgres', () => onServer(server ?? ''));

  it('listens again when the server ends the connection, and says that something may be lost', async () => {
    const handle = await onServer(server ?? '');
    const heard: string[] = [];
    await handle.listen('news', (payload) => heard.push(payload));
    await handle.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "news"'`,
    );
    await expect.poll(() => heard).toEqual(['']);
    await handle.pool.query(`SELECT pg_notify('news', 'again')`);
    await expect.poll(() => heard).toEqual(['', 'again']);
    await handle.close();
  });
});
