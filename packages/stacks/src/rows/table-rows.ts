import { z } from 'zod';

const tableRowsSchema = z.strictObject({
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
});

/** The rows of a table, each value as the database writes it. */
export type TableRows = z.infer<typeof tableRowsSchema>;

/** Reads what `DataAccess.dump` prints. Throws where it is anything else. */
export function readTableRows(printed: string): TableRows[] {
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => tableRowsSchema.parse(JSON.parse(line)));
}
