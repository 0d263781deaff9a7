import type { PolicyKind } from './statements.ts';

/** Kinds of rules that stacks build; the others are read and listed as not compiled yet. */
export const BUILT_RULES: ReadonlySet<PolicyKind> = new Set<PolicyKind>([
  'unique-together',
  'on-delete',
  'delete-blocked',
  'delete-blocked-by',
  'lifecycle',
  'at-most',
  'no-overlap',
  'order',
]);
