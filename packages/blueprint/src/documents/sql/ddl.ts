import type { Expression } from '../tables/expressions.ts';
import type { Check, Column, ColumnType, ForeignKey } from '../tables/tables.ts';
import type { Aside } from './asides.ts';

/** A name with the schema it may stand in. */
export type QualifiedName = { schema: string | null; name: string };

/** What is said of its columns; `asides` is what is said besides. */
export type Constraint = { line: number; asides: Aside[] } & (
  | { kind: 'primary'; columns: string[] }
  | { kind: 'unique'; columns: string[] }
  | { kind: 'foreign'; key: Omit<ForeignKey, 'table'> & { table: QualifiedName } }
  | { kind: 'check'; check: Check }
);

/** A column with what is said of it in its own line. */
export type ColumnDdl = {
  column: Column;
  constraints: Constraint[];
  isPrimary: boolean;
  asides: Aside[];
};

/** What one statement of a schema says, whichever dialect it is written in. */
export type Ddl = { line: number } & (
  | {
      kind: 'table';
      name: QualifiedName;
      columns: ColumnDdl[];
      constraints: Constraint[];
      asides: Aside[];
      description?: string;
    }
  | { kind: 'add-column'; table: QualifiedName; column: ColumnDdl }
  | { kind: 'change-column'; table: QualifiedName; name: string; column: ColumnDdl }
  | { kind: 'add-constraint'; table: QualifiedName; constraint: Constraint }
  | {
      kind: 'default';
      table: QualifiedName;
      column: string;
      value: Expression | null;
      text: string;
    }
  | { kind: 'required'; table: QualifiedName; column: string }
  | { kind: 'counted'; table: QualifiedName; column: string }
  | { kind: 'enum'; name: string; values: string[] }
  | {
      kind: 'enum-value';
      name: string;
      value: string;
      /** Value that it is put beside, or that it takes the place of. */
      at: { value: string; side: 'before' | 'after' | 'instead' } | null;
    }
  | {
      kind: 'domain';
      name: string;
      type: ColumnType;
      isRequired: boolean;
      default: { value: Expression; text: string } | null;
      checks: Check[];
    }
  | { kind: 'comment'; table: QualifiedName; column: string | null; text: string }
  | { kind: 'drop'; table: QualifiedName; what: string }
  /** The table holds rows of another one. */
  | { kind: 'partition'; table: QualifiedName; what: string }
  | { kind: 'out-of-scope'; what: string; why: string }
);
