import type { Deletion, FieldType, OutOfScope } from '@quantumlayer/contracts';
import type { SourceRelation } from '../source-model.ts';
import type { Expression } from './expressions.ts';

/** Type of a column in the words of its dialect: base name in lower case without schema or size. */
export type ColumnType = {
  name: string;
  args: number[];
  /** Of an enumeration or a set. */
  values?: string[];
  isArray: boolean;
  isUnsigned: boolean;
  /** The type leaves out how long its texts may be: `TEXT` of SQLite, `String` of Prisma. */
  isAnyText?: boolean;
  /** What the values themselves are, where a document shows values. */
  is?: FieldType;
};

export type Column = {
  name: string;
  line: number;
  type: ColumnType;
  isRequired: boolean;
  isUnique: boolean;
  default?: Expression;
  /** The default as the document writes it. */
  defaultText?: string;
  /** The database fills it in: a serial, an identity or AUTO_INCREMENT. */
  isCounted: boolean;
  /** From what the database computes it. */
  computed?: { expression: Expression; text: string };
  description?: string;
  maxBytes?: number;
};

export type ForeignKey = {
  columns: string[];
  table: string;
  /** Null: the primary key. */
  references: string[] | null;
  onDelete?: Deletion | undefined;
  line: number;
  /** Names that the document gives to both directions. */
  name?: string;
  inverse?: string;
};

export type Check = { expression: Expression; text: string; line: number };

export type Table = {
  name: string;
  line: number;
  description?: string;
  columns: Column[];
  primaryKey: string[];
  uniques: { columns: string[]; line: number }[];
  foreignKeys: ForeignKey[];
  checks: Check[];
};

/** A relational schema, whichever document it came from. */
export type Tables = {
  title: string | null;
  tables: Table[];
  /** Relations without a table or a key that is visible in the document. */
  links: SourceRelation[];
  outOfScope: OutOfScope[];
};

export function createTable(name: string, line: number): Table {
  return { name, line, columns: [], primaryKey: [], uniques: [], foreignKeys: [], checks: [] };
}

/** An enumeration that is the type of nothing. */
export function unusedChoice(name: string, values: readonly string[], line: number): OutOfScope {
  return {
    what: `enumeration ${name.slice(0, 60)} (${values.join(', ').slice(0, 200)})`,
    line,
    why: 'Nothing in the document is of this type.',
  };
}
