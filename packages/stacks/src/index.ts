import type { Stack } from './stack.ts';
import { typescriptFastify } from './typescript-fastify/stack.ts';

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

export const stacks: readonly Stack[] = [typescriptFastify];

/** The stack with this id, or null. */
export function findStack(id: string): Stack | null {
  return stacks.find((stack) => stack.id === id) ?? null;
}
