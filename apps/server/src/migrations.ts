import { migrations as capsuleMigrations } from '#modules/factory/capsules/index.ts';
import { migrations as dropMigrations } from '#modules/factory/drops/index.ts';
import { migrations as previewMigrations } from '#modules/factory/previews/index.ts';
import { migrations as runMigrations } from '#modules/factory/runs/index.ts';
import { workflowMigrations } from '#modules/factory/workflows/index.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import { migrations as projectMigrations } from '#modules/tenancy/projects/index.ts';
import { idempotencyMigrations } from '#platform/http/idempotency-store.ts';
import { outboxMigrations } from '#platform/outbox/outbox-table.ts';

/** The tables of every module, in the order in which they refer to each other. */
export const migrations = [
  ...idempotencyMigrations,
  ...outboxMigrations,
  ...identityMigrations,
  ...projectMigrations,
  ...dropMigrations,
  ...capsuleMigrations,
  ...previewMigrations,
  ...workflowMigrations,
  ...runMigrations,
];
