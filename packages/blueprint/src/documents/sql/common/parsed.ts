import type { Expression } from '../../tables/expressions.ts';
import type { ColumnType } from '../../tables/tables.ts';
import type { QualifiedName } from '../ddl.ts';

export type ParsedReference = {
  table: QualifiedName;
  columns: string[] | null;
  onDelete: 'cascade' | 'set-null' | null;
};

/** What stands behind a column's type, in its order. */
export type ParsedOption =
  | { kind: 'not-null' | 'null' | 'primary' | 'unique' | 'counted' | 'computed' }
  | { kind: 'default'; value: Expression }
  | { kind: 'comment'; text: string }
  | { kind: 'references'; reference: ParsedReference }
  | { kind: 'check'; expression: Expression; start: number; end: number };

export type ParsedElement =
  | { kind: 'column'; name: string; type: ColumnType; options: ParsedOption[]; start: number }
  | { kind: 'primary' | 'unique'; columns: ParsedIndexColumns; start: number }
  | { kind: 'foreign'; columns: string[]; reference: ParsedReference; start: number }
  | { kind: 'check'; expression: Expression; start: number; end: number }
  | { kind: 'index'; start: number };

/** `isWhole`: neither expressions nor the beginnings of texts. */
export type ParsedIndexColumns = { names: string[]; isWhole: boolean };

export type ParsedTable = { name: QualifiedName; elements: ParsedElement[]; start: number };
