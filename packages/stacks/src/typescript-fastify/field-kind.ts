import type { ColumnModule, FieldModule } from './templates.ts';

/** How a list can be narrowed by a field. */
export type FilterKind = 'equals' | 'range' | 'holds' | 'near' | 'none';

/** Everything the generators must know about one field; the strings are TypeScript or SQL. */
export type FieldKind = {
  /** The module below src/fields that `schema` uses, and what it takes from there. */
  module: FieldModule | null;
  imports: string[];
  /** Schema of the value in a request. */
  schema: string;
  /** Schema of the value in a response; null when it is that of the field. */
  output: string | null;
  /** Schema of a query parameter; null when it is the same as `schema` of the field. */
  query: string | null;
  /** The module below src/database that has the builder and the filter; null when they are everybody's. */
  columnModule: ColumnModule | null;
  /** Builder in drizzle-orm/pg-core or in `columnModule`, and its arguments after the column name. */
  builder: string;
  builderArguments: string;
  sqlType: string;
  /** A CHECK condition on the quoted column, when the type alone does not say enough. */
  check: ((column: string) => string) | null;
  filter: FilterKind;
  sortable: boolean;
  searchable: boolean;
  /** Taken, and never given: what is kept of it is a hash. */
  writeOnly: boolean;
  /** Expression of the example with the number `n`; distinct for the first `capacity` numbers. */
  sample: string;
  capacity: number;
  /** Expressions that the schema must refuse, each with what is wrong with it. */
  invalid: { what: string; value: string }[];
  /** The default as TypeScript and as SQL literal. */
  defaultValue: { typescript: string; sql: string } | null;
};
