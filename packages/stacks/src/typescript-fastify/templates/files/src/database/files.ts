import { eq, sql } from 'drizzle-orm';
import {
  customType,
  integer,
  type PgColumn,
  pgTable,
  text,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { StoredFile } from '../fields/stored-file.ts';
import type { Upload } from '../files/uploads.ts';
import type { Database } from './database.ts';

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (bytes) => Buffer.from(bytes),
});

export type FileTable = ReturnType<typeof fileTable>;

/** A table beside that of the rows, so that lists never load what is in their files. */
export const fileTable = (name: string) =>
  pgTable(name, {
    rowId: uuid('row_id').primaryKey(),
    name: varchar('name', { length: 128 }).notNull(),
    type: text('type').notNull(),
    size: integer('size').notNull(),
    content: bytea('content').notNull(),
  });

/** What a row shows of its file. */
export const describeFile = (files: FileTable, rowId: PgColumn, path: string, segment: string) =>
  sql<StoredFile | null>`(select jsonb_build_object(
    'name', ${files.name}, 'type', ${files.type}, 'size', ${files.size},
    'url', ${path}::text || ${files.rowId} || ${segment}::text
  ) from ${files} where ${files.rowId} = ${rowId})`;

export function createFileStore(database: Database, files: FileTable) {
  return {
    /** In place of the one that was there. */
    async put(rowId: string, { name, type, content }: Upload): Promise<void> {
      const values = { name, type, content, size: content.length };
      await database
        .insert(files)
        .values({ rowId, ...values })
        .onConflictDoUpdate({ target: files.rowId, set: values });
    },

    async find(rowId: string): Promise<Upload | null> {
      const [file] = await database.select().from(files).where(eq(files.rowId, rowId));
      return file ?? null;
    },

    /** False when there was none. */
    async remove(rowId: string): Promise<boolean> {
      const removed = { rowId: files.rowId };
      const rows = await database.delete(files).where(eq(files.rowId, rowId)).returning(removed);
      return rows.length > 0;
    },
  };
}
