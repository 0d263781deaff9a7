import { migrations as dropMigrations } from '#modules/factory/drops/index.ts';
import { workflowMigrations } from '#modules/factory/workflows/index.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import { migrations as projectMigrations } from '#modules/tenancy/projects/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { outboxMigrations } from '#platform/outbox/outbox-table.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { runStageMigrations } from '../adapters/run-stage-table.ts';
import { runMigrations } from '../adapters/run-table.ts';

/** The tables that a run touches, with the organisations `org_1` and `org_2` and a project of each. */
export async function openTables(): Promise<DatabaseHandle> {
  const handle = await openTestDatabase([
    ...outboxMigrations,
    ...identityMigrations,
    ...projectMigrations,
    ...dropMigrations,
    ...workflowMigrations,
    ...runMigrations,
    ...runStageMigrations,
  ]);
  await handle.pool.query(`
    insert into organisation values ('org_1', 'one', now()), ('org_2', 'two', now());
    insert into project values
      ('prj_1', 'org_1', 'Shop', '', now(), null),
      ('prj_2', 'org_2', 'Bank', '', now(), null),
      ('prj_old', 'org_1', 'Old', '', now(), now());`);
  return handle;
}
