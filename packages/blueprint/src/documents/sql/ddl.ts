import type { Expression } from '../tables/expressions.ts';
import type { Check, Column, ColumnType, ForeignKey } from '../tables/tables.ts';

/** A name with the schema it may stand in. */
export type QualifiedName = { schema: string | null; name: string };

export type Constraint =
  | { kind: 'primary'; columns: string[]; line: number }
  | { kind: 'unique'; columns: string[]; line: number }
  | { kind: 'foreign'; key: Omit<ForeignKey, 'table'> & { table: QualifiedName }; line: number }
  | { kind: 'check'; check: Check; line: number };

/** A column with what is said of it in its own line. */
export type ColumnDdl = { column: Column; constraints: Constraint[]; isPrimary: boolean };

/** What one statement of a schema says, whichever dialect it is written in. */
export type Ddl =
  | {
      kind: 'table';
      name: QualifiedName;
      line: number;
      columns: ColumnDdl[];
      constraints: Constraint[];
      description?: string;
    }
  | { kind: 'add-column'; table: QualifiedName; column: ColumnDdl; line: number }
  | { kind: 'change-column'; table: QualifiedName; name: string; column: ColumnDdl; line: number }
  | { kind: 'add-constraint'; table: QualifiedName; constraint: Constraint; line: number }
  | { kind: 'default'; table: QualifiedName; column: string; value: Expression | null }
  | { kind: 'required'; table: QualifiedName; column: string }
  | { kind: 'counted'; table: QualifiedName; column: string }
  | { kind: 'enum'; name: string; values: string[] }
  | {
      kind: 'domain';
      name: string;
      type: ColumnType;
      isRequired: boolean;
      default: Expression | null;
      checks: Check[];
    }
  | { kind: 'comment'; table: QualifiedName; column: string | null; text: string }
  | { kind: 'out-of-scope'; what: string; line: number; why: string };
