import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createPostgresPreviewLeases } from '../adapters/postgres-preview-leases.ts';
import type { PreviewLeases } from '../ports.ts';

/** The leases of one more process on a database. */
export function leasesIn({ database }: DatabaseHandle, leaseMs = 20_000) {
  const owner = newId('prc');
  return (findOrigin: () => string | null): PreviewLeases =>
    createPostgresPreviewLeases({ database, owner, leaseMs, findOrigin });
}
