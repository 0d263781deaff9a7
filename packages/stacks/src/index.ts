import { reactAdmin } from './react-admin/stack.ts';
import type { Stack } from './stack.ts';
import { typescriptFastify } from './typescript-fastify/stack.ts';

export {
  type Merge,
  type MergeConflict,
  type MergeSides,
  mergeFiles,
  resolveChunks,
} from './merge/merge-files.ts';
export type { Chunk } from './merge/merge-text.ts';
export type {
  AppMigration,
  PreviousApp,
  Stack,
  StackCommands,
  TestReport,
  TestReportFormat,
  Unit,
} from './stack.ts';
export { BlueprintUnsound } from './stack.ts';
export { readTestReport } from './typescript-fastify/test-report.ts';

export const stacks: readonly Stack[] = [typescriptFastify, reactAdmin];

/** The stack with this id, or null. */
export function findStack(id: string): Stack | null {
  return stacks.find((stack) => stack.id === id) ?? null;
}
