import type { Fills } from './column-changes.ts';

/** What two schemas cannot say about the way from one to the other. */
export type MigrationHints = {
  /** What tables were called, by their new names. */
  tables: ReadonlyMap<string, string>;
  /** What columns were called, by `table.column` with the new names. */
  columns: ReadonlyMap<string, string>;
  /** SQL of a value for rows that are there, by `table.column` with the new names: where a column becomes required. */
  fills: Fills;
};
