import { randomUUID } from 'node:crypto';
import { testDatabaseUrl } from '@quantumlayer/testing';
import { describe } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { onServer, openEmbeddedTestDatabase } from '#platform/testing/open-test-database.ts';
import type { OutputStore } from '../ports.ts';
import { describeWorkflowRunner } from '../workflow-runner.contract.ts';
import { openEmbeddedRunner } from './embedded-runner.ts';
import { workflowMigrations } from './workflow-migrations.ts';

function createMemoryOutputStore(): OutputStore {
  const outputs = new Map<string, string>();
  return {
    async put(value) {
      const reference = randomUUID();
      outputs.set(reference, JSON.stringify(value ?? null));
      return reference;
    },
    async get(reference) {
      return JSON.parse(outputs.get(reference) ?? 'null');
    },
  };
}

async function createHome(openDatabase: () => Promise<DatabaseHandle>) {
  const handle = await openDatabase();
  await migrate(handle, workflowMigrations);
  const outputs = createMemoryOutputStore();
  const log = { debug() {}, warn() {}, error() {} };
  return {
    database: handle.database,
    open: (setup: Omit<Parameters<typeof openEmbeddedRunner>[0], 'database' | 'outputs' | 'log'>) =>
      openEmbeddedRunner({ ...setup, database: handle, outputs, log, graceMs: 2_000, pollMs: 50 }),
    close: () => handle.close(),
  };
}

describeWorkflowRunner('embedded', () => createHome(openEmbeddedTestDatabase));

const server = testDatabaseUrl();

describe.runIf(server)('with TEST_DATABASE_URL', () => {
  describeWorkflowRunner('postgres', () => createHome(() => onServer(server ?? '')));
});
