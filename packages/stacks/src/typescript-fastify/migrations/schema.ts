/** A column as `create table` has it. */
export type Column = {
  name: string;
  type: string;
  isRequired: boolean;
  /** SQL of the initial value; null where there is none. */
  initial: string | null;
  /** A condition has a name, by which it is taken away again. */
  check: { name: string; sql: string } | null;
  /** Expression of a generated column. */
  generated: string | null;
  /** Keys and references that stand with the column itself. */
  rest: string;
};

export type Table = { name: string; columns: ReadonlyMap<string, Column> };

/** What is dropped and made as a whole. */
export type SchemaObject = {
  name: string;
  /** Null for what belongs to no table. */
  table: string | null;
  /** Makes it. */
  sql: string;
};

/** A schema by the names of its parts, each list in the order in which its parts can be made. */
export type Schema = {
  tables: Map<string, Table>;
  /** Also those that stand in a table, but not those of its columns. */
  constraints: Map<string, SchemaObject>;
  indexes: Map<string, SchemaObject>;
  functions: Map<string, SchemaObject>;
  triggers: Map<string, SchemaObject>;
  views: Map<string, SchemaObject>;
};
