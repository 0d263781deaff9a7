import type { Expression } from '../../tables/expressions.ts';
import type { ColumnType } from '../../tables/tables.ts';
import type { QualifiedName } from '../ddl.ts';

/** Where words stand in their statement; `end` is behind the last one. */
export type Span = { start: number; end: number };

export type ParsedReference = {
  table: QualifiedName;
  columns: string[] | null;
  onDelete: 'cascade' | 'set-null' | null;
  asides: Span[];
};

/** What stands behind a column's type, in its order. */
export type ParsedOption =
  | { kind: 'not-null' | 'null' | 'primary' | 'unique' | 'counted' }
  | ({ kind: 'computed'; expression: Expression } & Span)
  | ({ kind: 'aside' } & Span)
  | ({ kind: 'default'; value: Expression } & Span)
  | { kind: 'comment'; text: string }
  | { kind: 'references'; reference: ParsedReference }
  | ({ kind: 'check'; expression: Expression } & Span);

export type ParsedColumn = {
  kind: 'column';
  name: string;
  type: ColumnType;
  options: ParsedOption[];
  asides: Span[];
};

/** What stands between two commas of a table. */
export type ParsedElement = Span & { asides: Span[] } & (
    | ParsedColumn
    | { kind: 'primary' | 'unique'; columns: ParsedIndexColumns }
    | { kind: 'foreign'; columns: string[]; reference: ParsedReference }
    | { kind: 'check'; expression: Expression }
    | { kind: 'index' }
  );

/** `isWhole`: neither expressions nor the beginnings of texts. */
export type ParsedIndexColumns = { names: string[]; isWhole: boolean; asides: Span[] };

export type ParsedTable = { name: QualifiedName; elements: ParsedElement[]; start: number };
