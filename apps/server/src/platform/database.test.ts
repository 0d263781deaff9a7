import { testDatabaseUrl } from '@quantumlayer/testing';
import { describe } from 'vitest';
import { describeDatabase } from './database.contract.ts';
import { onServer, openEmbeddedTestDatabase } from './testing/open-test-database.ts';

describeDatabase('embedded', openEmbeddedTestDatabase);

const server = testDatabaseUrl();

describe.runIf(server)('with TEST_DATABASE_URL', () => {
  describeDatabase('postgres', () => onServer(server ?? ''));
});
