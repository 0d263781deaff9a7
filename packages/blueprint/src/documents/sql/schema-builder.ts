import { DocumentInvalid } from '../document-invalid.ts';
import type { Expression } from '../tables/expressions.ts';
import { type Column, createTable, type Table, type Tables } from '../tables/tables.ts';
import type { ColumnDdl, Constraint, Ddl, QualifiedName } from './ddl.ts';

const MOST_TABLES = 200;
const DEFAULT_SCHEMAS = new Set(['public', 'main', 'dbo']);

type TableChange = Exclude<Ddl, { kind: 'table' | 'enum' | 'domain' | 'out-of-scope' }>;
type Domain = Extract<Ddl, { kind: 'domain' }>;

type Schema = {
  /** Names that differ in their case alone are one where the dialect says so. */
  fold: (name: string) => string;
  tables: Map<string, Table>;
  enums: Map<string, string[]>;
  domains: Map<string, Domain>;
  outOfScope: Tables['outOfScope'];
  /** Their tables can come later in the document. */
  pendingKeys: { table: Table; constraint: Extract<Constraint, { kind: 'foreign' }> }[];
};

/** Puts the statements of a schema together, in their order. */
export function createSchemaBuilder(fold: (name: string) => string) {
  const schema: Schema = {
    fold,
    tables: new Map(),
    enums: new Map(),
    domains: new Map(),
    outOfScope: [],
    pendingKeys: [],
  };
  return {
    apply: (ddl: Ddl): void => {
      if (ddl.kind === 'table') addTable(schema, ddl);
      else if (ddl.kind === 'enum') schema.enums.set(fold(ddl.name), ddl.values);
      else if (ddl.kind === 'domain') schema.domains.set(fold(ddl.name), ddl);
      else if (ddl.kind === 'out-of-scope') {
        const { what, line, why } = ddl;
        schema.outOfScope.push({ what, line, why });
      } else changeNamed(schema, ddl);
    },
    finish: (): Tables => {
      resolveKeys(schema);
      const { tables, outOfScope } = schema;
      return { title: null, tables: [...tables.values()], links: [], outOfScope };
    },
  };
}

function idOf({ fold }: Schema, { schema, name }: QualifiedName): string {
  return schema === null || DEFAULT_SCHEMAS.has(schema.toLowerCase())
    ? fold(name)
    : `${fold(schema)}\0${fold(name)}`;
}

/** The table of that name, in whichever schema where it names none that is known. */
function findTable(schema: Schema, name: QualifiedName): Table | undefined {
  const { tables, fold } = schema;
  const bare = fold(name.name);
  return (
    tables.get(idOf(schema, name)) ??
    tables.get(bare) ??
    [...tables].find(([id]) => id.endsWith(`\0${bare}`))?.[1]
  );
}

function columnOf({ fold }: Schema, table: Table, name: string): Column | undefined {
  return table.columns.find((column) => fold(column.name) === fold(name));
}

/** The name as the table writes it. */
function nameOf(schema: Schema, table: Table, name: string): string {
  return columnOf(schema, table, name)?.name ?? name;
}

function addConstraint(schema: Schema, table: Table, constraint: Constraint): void {
  const { line } = constraint;
  const named = (name: string) => nameOf(schema, table, name);
  if (constraint.kind === 'primary') table.primaryKey = constraint.columns.map(named);
  if (constraint.kind === 'unique')
    table.uniques.push({ columns: constraint.columns.map(named), line });
  if (constraint.kind === 'check') {
    const { check } = constraint;
    table.checks.push({ ...check, expression: rename(check.expression, named) });
  }
  if (constraint.kind === 'foreign') schema.pendingKeys.push({ table, constraint });
}

function addColumn(schema: Schema, table: Table, ddl: ColumnDdl): void {
  const { column, constraints, isPrimary } = ddl;
  if (columnOf(schema, table, column.name) !== undefined)
    throw new DocumentInvalid(
      'document-invalid',
      `${table.name.slice(0, 60)} has two columns called ${column.name.slice(0, 60)}.`,
      { line: column.line, column: 1 },
    );
  table.columns.push(column);
  takeType(schema, table, column);
  if (isPrimary) table.primaryKey = [column.name];
  for (const constraint of constraints) addConstraint(schema, table, constraint);
}

/** A type that the document defines itself stands for what it is made of. */
function takeType({ enums, domains, fold }: Schema, table: Table, column: Column): void {
  const { name } = column.type;
  const values = enums.get(fold(name));
  if (values !== undefined) column.type = { ...column.type, name: 'enum', values };
  const domain = domains.get(fold(name));
  if (domain === undefined) return;
  column.type = { ...domain.type };
  if (domain.isRequired) column.isRequired = true;
  if (domain.default !== null) column.default ??= domain.default;
  const named = (each: string) => (each.toLowerCase() === 'value' ? column.name : each);
  for (const check of domain.checks)
    table.checks.push({ ...check, expression: rename(check.expression, named) });
}

function addTable(schema: Schema, ddl: Extract<Ddl, { kind: 'table' }>): void {
  const { tables, outOfScope } = schema;
  const id = idOf(schema, ddl.name);
  if (tables.has(id)) {
    const what = `second definition of ${ddl.name.name.slice(0, 60)}`;
    outOfScope.push({ what, line: ddl.line, why: 'The first definition of a table is taken.' });
    return;
  }
  if (tables.size >= MOST_TABLES)
    throw new DocumentInvalid(
      'document-too-large',
      `The document has more than ${MOST_TABLES} tables.`,
      { line: ddl.line, column: 1 },
    );
  const isTaken = [...tables.values()].some(({ name }) => name === ddl.name.name);
  const name = isTaken ? `${ddl.name.schema ?? ''}_${ddl.name.name}` : ddl.name.name;
  const table = createTable(name, ddl.line);
  if (ddl.description !== undefined) table.description = ddl.description;
  tables.set(id, table);
  for (const column of ddl.columns) addColumn(schema, table, column);
  for (const constraint of ddl.constraints) addConstraint(schema, table, constraint);
}

function changeNamed(schema: Schema, ddl: TableChange): void {
  const table = findTable(schema, ddl.table);
  if (table !== undefined) changeTable(schema, table, ddl);
  else if (ddl.kind === 'add-constraint' || ddl.kind === 'add-column')
    schema.outOfScope.push({
      what: `change of ${ddl.table.name.slice(0, 60)}`,
      line: ddl.line,
      why: 'The document does not define that table.',
    });
}

function changeTable(schema: Schema, table: Table, ddl: TableChange): void {
  if (ddl.kind === 'add-constraint') addConstraint(schema, table, ddl.constraint);
  else if (ddl.kind === 'add-column') addColumn(schema, table, ddl.column);
  else if (ddl.kind === 'change-column') changeColumn(schema, table, ddl.name, ddl.column);
  else if (ddl.kind === 'comment' && ddl.column === null) table.description = ddl.text;
  else {
    const column = columnOf(schema, table, ddl.column ?? '');
    if (column !== undefined) changeMember(column, ddl);
  }
}

function changeMember(
  column: Column,
  ddl: Extract<Ddl, { kind: 'comment' | 'required' | 'counted' | 'default' }>,
): void {
  if (ddl.kind === 'comment') column.description = ddl.text;
  if (ddl.kind === 'required') column.isRequired = true;
  if (ddl.kind === 'counted') column.isCounted = true;
  if (ddl.kind === 'default') setDefault(column, ddl.value);
}

/** MODIFY and CHANGE say a column anew. */
function changeColumn(schema: Schema, table: Table, name: string, ddl: ColumnDdl): void {
  const { fold } = schema;
  const index = table.columns.findIndex((column) => fold(column.name) === fold(name));
  const old = table.columns[index];
  if (old === undefined) return;
  table.columns.splice(index, 1);
  addColumn(schema, table, ddl);
  const added = table.columns.pop();
  if (added !== undefined) table.columns.splice(index, 0, { ...added, line: old.line });
  table.primaryKey = table.primaryKey.map((each) => (each === old.name ? ddl.column.name : each));
}

function resolveKeys(schema: Schema): void {
  for (const { table, constraint } of schema.pendingKeys) {
    const { key } = constraint;
    table.foreignKeys.push({
      ...key,
      columns: key.columns.map((name) => nameOf(schema, table, name)),
      table: findTable(schema, key.table)?.name ?? key.table.name,
    });
  }
}

function setDefault(column: Column, value: Expression | null): void {
  if (value === null) delete column.default;
  else if (value.kind === 'call' && value.name === 'nextval') column.isCounted = true;
  else column.default = value;
}

function rename(expression: Expression, nameOf: (name: string) => string): Expression {
  if (expression.kind === 'column') return { ...expression, name: nameOf(expression.name) };
  if (expression.kind === 'value') return expression;
  return { ...expression, of: expression.of.map((each) => rename(each, nameOf)) };
}
