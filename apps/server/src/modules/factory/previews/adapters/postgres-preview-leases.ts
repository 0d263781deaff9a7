import { and, eq, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { PreviewLeases } from '../ports.ts';
import { previewLeaseTable } from './preview-table.ts';

type Options = {
  database: Database;
  /** Names this process. */
  owner: string;
  leaseMs: number;
  /** Where this process is reached; null while it does not listen. */
  findOrigin(): string | null;
};

/** Leases in a table of their own; only the clock of the database counts, so processes need not agree on the time. */
export function createPostgresPreviewLeases(options: Options): PreviewLeases {
  const { database, owner, leaseMs, findOrigin } = options;
  const lease = previewLeaseTable;
  const until = sql`now() + ${`${leaseMs} milliseconds`}::interval`;
  const lapsed = lt(lease.until, sql`now()`);
  const onConflict = (setWhere: SQL | undefined) => ({
    target: lease.previewId,
    set: { owner, origin: findOrigin(), until },
    ...(setWhere && { setWhere }),
  });

  return {
    async take(previewId) {
      const taken = await database
        .insert(lease)
        .values({ previewId, owner, origin: findOrigin(), until })
        .onConflictDoUpdate(onConflict(or(eq(lease.owner, owner), lapsed)))
        .returning({ id: lease.previewId });
      return taken.length === 1;
    },

    async takeUnheld() {
      const unheld = sql`
        select p.id, ${owner}::text, ${findOrigin()}::text, ${until}
        from preview p left join preview_lease l on l.preview_id = p.id
        where p.status in ('starting', 'running') and (l.owner is null or l.until < now())`;
      const taken = await database
        .insert(lease)
        .select(unheld)
        .onConflictDoUpdate(onConflict(lapsed))
        .returning({ id: lease.previewId });
      return taken.map(({ id }) => id);
    },

    async renew() {
      const held = await database
        .update(lease)
        .set({ until, origin: findOrigin() })
        .where(eq(lease.owner, owner))
        .returning({ id: lease.previewId });
      return held.map(({ id }) => id);
    },

    async findHolder(previewId) {
      const [holder] = await database
        .select({
          isSelf: sql<boolean>`${lease.owner} = ${owner}`,
          origin: lease.origin,
          until: lease.until,
        })
        .from(lease)
        .where(and(eq(lease.previewId, previewId), sql`${lease.until} >= now()`));
      return holder ?? null;
    },

    async release(previewId) {
      await database
        .delete(lease)
        .where(and(eq(lease.owner, owner), eq(lease.previewId, previewId)));
    },

    async releaseAll() {
      await database.delete(lease).where(eq(lease.owner, owner));
    },

    async endOthers() {
      await database.delete(lease).where(ne(lease.owner, owner));
    },
  };
}
