import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  or,
  sql,
} from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { containing } from '#platform/sql-text.ts';
import type { DropRecord, NewDrop } from '../domain/drop.ts';
import type { DropQuery, DropRepository } from '../ports.ts';
import { dropPinTable, dropTable } from './drop-table.ts';

export function createPostgresDropRepository(database: Database): DropRepository {
  return {
    async find(organisationId, id) {
      const [drop] = await select(database).where(
        and(eq(dropTable.organisationId, organisationId), eq(dropTable.id, id)),
      );
      return drop ?? null;
    },

    async list(organisationId, query) {
      return await select(database)
        .where(and(eq(dropTable.organisationId, organisationId), ...conditionsOf(query)))
        .orderBy(desc(dropTable.id))
        .limit(query.limit);
    },

    async pin(organisationId, dropId, pin) {
      await database
        .insert(dropPinTable)
        .values({ organisationId, dropId, ...pin })
        .onConflictDoUpdate({ target: dropPinTable.dropId, set: pin });
    },

    async unpin(organisationId, dropId) {
      await database
        .delete(dropPinTable)
        .where(
          and(eq(dropPinTable.organisationId, organisationId), eq(dropPinTable.dropId, dropId)),
        );
    },

    async newestIdsByStage(organisationId, runId) {
      const rows = await database
        .selectDistinctOn([dropTable.stage], { stage: dropTable.stage, id: dropTable.id })
        .from(dropTable)
        .where(and(eq(dropTable.organisationId, organisationId), eq(dropTable.runId, runId)))
        .orderBy(asc(dropTable.stage), desc(dropTable.version));
      return new Map(rows.map(({ stage, id }) => [stage, id]));
    },

    async record(tx, drop, made) {
      await lockVersions(tx, drop);
      return (await findRecorded(tx, drop)) ?? (await insertNext(tx, drop, made));
    },
  };
}

/** Drops with their pins. */
function select(from: Database) {
  const { name, note, pinnedAt } = dropPinTable;
  return from
    .select({ ...getTableColumns(dropTable), pin: { name, note, pinnedAt } })
    .from(dropTable)
    .leftJoin(dropPinTable, eq(dropPinTable.dropId, dropTable.id))
    .$dynamic();
}

function conditionsOf({ projectId, stage, runId, mediaType, isPinned, found, before }: DropQuery) {
  return [
    projectId === undefined ? undefined : eq(dropTable.projectId, projectId),
    stage === undefined ? undefined : eq(dropTable.stage, stage),
    runId === undefined ? undefined : eq(dropTable.runId, runId),
    mediaType === undefined ? undefined : eq(dropTable.mediaType, mediaType),
    isPinned === undefined ? undefined : (isPinned ? isNotNull : isNull)(dropPinTable.dropId),
    found === undefined
      ? undefined
      : or(
          ilike(dropTable.stage, containing(found.text)),
          inArray(dropTable.runId, [...found.runIds]),
        ),
    before === null ? undefined : lt(dropTable.id, before),
  ];
}

/** Until the end of the transaction nobody else gives out a version of this project and stage. */
async function lockVersions(
  tx: Database,
  { organisationId, projectId, stage }: NewDrop,
): Promise<void> {
  const name = `drop:${organisationId}:${projectId}:${stage}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

async function findRecorded(tx: Database, drop: NewDrop): Promise<DropRecord | null> {
  const [found] = await select(tx).where(
    and(
      eq(dropTable.organisationId, drop.organisationId),
      eq(dropTable.runId, drop.runId),
      eq(dropTable.stage, drop.stage),
      eq(dropTable.key, drop.key),
    ),
  );
  return found ?? null;
}

async function insertNext(
  tx: Database,
  drop: NewDrop,
  made: { id: string; createdAt: Date },
): Promise<DropRecord> {
  const [last] = await tx
    .select({ version: max(dropTable.version) })
    .from(dropTable)
    .where(
      and(
        eq(dropTable.organisationId, drop.organisationId),
        eq(dropTable.projectId, drop.projectId),
        eq(dropTable.stage, drop.stage),
      ),
    );
  const { organisationId, projectId, runId, stage, key, mediaType, digest, size } = drop;
  const version = (last?.version ?? 0) + 1;
  const record = {
    ...made,
    organisationId,
    projectId,
    runId,
    stage,
    key,
    version,
    mediaType,
    digest,
    size,
  };
  await tx.insert(dropTable).values(record);
  return { ...record, pin: null };
}
