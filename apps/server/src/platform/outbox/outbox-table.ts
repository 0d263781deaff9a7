import type { Migration } from '../migrate.ts';

export const outboxMigrations: readonly Migration[] = [
  {
    id: '0001-outbox',
    sql: `
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organisation_id text NOT NULL,
        aggregate text NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        claimed_until timestamptz,
        attempts int NOT NULL DEFAULT 0,
        retry_at timestamptz,
        delivered_to text[] NOT NULL DEFAULT '{}',
        delivered_at timestamptz,
        dead_at timestamptz,
        last_error text
      );
      CREATE INDEX outbox_pending ON outbox (aggregate, id)
        WHERE delivered_at IS NULL AND dead_at IS NULL;
      CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;
      CREATE INDEX outbox_dead ON outbox (id) WHERE dead_at IS NOT NULL`,
  },
];

/** Wakes the dispatchers of all processes when something was appended. */
export const OUTBOX_CHANNEL = 'outbox';
