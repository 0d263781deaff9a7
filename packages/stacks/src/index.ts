import { reactAdmin } from './react-admin/stack.ts';
import type { Stack } from './stack.ts';
import { typescriptFastify } from './typescript-fastify/stack.ts';

export { editsByHand, generatedFrom } from './merge/edits-by-hand.ts';
export {
  type Merge,
  type MergeConflict,
  type MergeSides,
  mergeFiles,
  resolveChunks,
} from './merge/merge-files.ts';
export type { Chunk } from './merge/merge-text.ts';
export {
  type Choice,
  type Resolution,
  type Resolved,
  resolveConflicts,
} from './merge/resolve-conflicts.ts';
export {
  type AppVersion,
  type Change,
  editByHand,
  followOn,
  generateApp,
  goBack,
  type NextVersion,
} from './next-version.ts';
export { compareRows, type RowComparison } from './rows/compare-rows.ts';
export { readTableRows, type TableRows } from './rows/table-rows.ts';
export type {
  AppMigration,
  DataAccess,
  KeptTable,
  PreviousApp,
  Stack,
  StackCommands,
  TestReport,
  TestReportFormat,
  Unit,
} from './stack.ts';
export { BlueprintUnsound } from './stack.ts';
export { type Renames, traceNames } from './trace-names.ts';
export { readTestReport } from './typescript-fastify/test-report.ts';

export { withoutBuilt } from './without-built.ts';

export const stacks: readonly Stack[] = [typescriptFastify, reactAdmin];

/** The stack with this id, or null. */
export function findStack(id: string): Stack | null {
  return stacks.find((stack) => stack.id === id) ?? null;
}
