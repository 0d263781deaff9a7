import { DocumentInvalid } from '../document-invalid.ts';
import type { Expression } from '../tables/expressions.ts';
import { type Check, type Column, createTable, type Table, type Tables } from '../tables/tables.ts';
import type { ColumnDdl, Constraint, Ddl, QualifiedName } from './ddl.ts';

const MOST_TABLES = 200;
const DEFAULT_SCHEMAS = new Set(['public', 'main', 'dbo']);

type TableChange = Exclude<Ddl, { kind: 'table' | 'enum' | 'domain' | 'out-of-scope' }>;
type Domain = Extract<Ddl, { kind: 'domain' }>;

/** Puts the statements of a schema together, in their order. */
export function createSchemaBuilder(fold: (name: string) => string) {
  const tables = new Map<string, Table>();
  const enums = new Map<string, string[]>();
  const domains = new Map<string, Domain>();
  const outOfScope: Tables['outOfScope'] = [];
  const pendingKeys: { table: Table; constraint: Extract<Constraint, { kind: 'foreign' }> }[] = [];

  const idOf = ({ schema, name }: QualifiedName) =>
    schema === null || DEFAULT_SCHEMAS.has(schema.toLowerCase())
      ? fold(name)
      : `${fold(schema)}\0${fold(name)}`;
  const find = (name: QualifiedName) =>
    tables.get(idOf(name)) ?? tables.get(fold(name.name)) ?? byBareName(name.name);
  const byBareName = (name: string) =>
    [...tables].find(([id]) => id.endsWith(`\0${fold(name)}`))?.[1];
  const columnOf = (table: Table, name: string) =>
    table.columns.find((column) => fold(column.name) === fold(name));

  const nameOf = (table: Table, name: string) => columnOf(table, name)?.name ?? name;

  function addConstraint(table: Table, constraint: Constraint): void {
    const { line } = constraint;
    if (constraint.kind === 'primary')
      table.primaryKey = constraint.columns.map((name) => nameOf(table, name));
    if (constraint.kind === 'unique')
      table.uniques.push({ columns: constraint.columns.map((name) => nameOf(table, name)), line });
    if (constraint.kind === 'check') table.checks.push(named(table, constraint.check));
    if (constraint.kind === 'foreign') pendingKeys.push({ table, constraint });
  }

  function named(table: Table, check: Check): Check {
    return { ...check, expression: rename(check.expression, (name) => nameOf(table, name)) };
  }

  function addColumn(table: Table, { column, constraints, isPrimary }: ColumnDdl): void {
    const known = columnOf(table, column.name);
    if (known !== undefined)
      throw new DocumentInvalid(
        'document-invalid',
        `${table.name.slice(0, 60)} has two columns called ${column.name.slice(0, 60)}.`,
        { line: column.line, column: 1 },
      );
    table.columns.push(column);
    takeType(table, column);
    if (isPrimary) table.primaryKey = [column.name];
    for (const constraint of constraints) addConstraint(table, constraint);
  }

  function takeType(table: Table, column: Column): void {
    const { name } = column.type;
    const values = enums.get(fold(name));
    if (values !== undefined) column.type = { ...column.type, name: 'enum', values };
    const domain = domains.get(fold(name));
    if (domain === undefined) return;
    column.type = { ...domain.type };
    if (domain.isRequired) column.isRequired = true;
    if (domain.default !== null) column.default ??= domain.default;
    for (const check of domain.checks)
      table.checks.push({
        ...check,
        expression: rename(check.expression, (each) =>
          each.toLowerCase() === 'value' ? column.name : each,
        ),
      });
  }

  function addTable(ddl: Extract<Ddl, { kind: 'table' }>): void {
    const id = idOf(ddl.name);
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
    for (const column of ddl.columns) addColumn(table, column);
    for (const constraint of ddl.constraints) addConstraint(table, constraint);
  }

  function change(table: Table, ddl: TableChange) {
    if (ddl.kind === 'add-constraint') addConstraint(table, ddl.constraint);
    else if (ddl.kind === 'add-column') addColumn(table, ddl.column);
    else if (ddl.kind === 'change-column') changeColumn(table, ddl.name, ddl.column);
    else if (ddl.kind === 'comment' && ddl.column === null) table.description = ddl.text;
    else changeMember(table, ddl);
  }

  function changeMember(
    table: Table,
    ddl: Extract<Ddl, { kind: 'comment' | 'required' | 'counted' | 'default' }>,
  ): void {
    const column = columnOf(table, ddl.column ?? '');
    if (column === undefined) return;
    if (ddl.kind === 'comment') column.description = ddl.text;
    if (ddl.kind === 'required') column.isRequired = true;
    if (ddl.kind === 'counted') column.isCounted = true;
    if (ddl.kind === 'default') setDefault(column, ddl.value);
  }

  function changeNamed(ddl: TableChange): void {
    const table = find(ddl.table);
    if (table !== undefined) change(table, ddl);
    else if (ddl.kind === 'add-constraint' || ddl.kind === 'add-column')
      outOfScope.push({
        what: `change of ${ddl.table.name.slice(0, 60)}`,
        line: ddl.line,
        why: 'The document does not define that table.',
      });
  }

  /** MODIFY and CHANGE say a column anew. */
  function changeColumn(table: Table, name: string, ddl: ColumnDdl): void {
    const index = table.columns.findIndex((column) => fold(column.name) === fold(name));
    if (index < 0) return;
    const old = table.columns[index]?.name ?? name;
    const line = table.columns[index]?.line ?? ddl.column.line;
    table.columns.splice(index, 1);
    addColumn(table, ddl);
    const added = table.columns.pop();
    if (added !== undefined) table.columns.splice(index, 0, { ...added, line });
    table.primaryKey = table.primaryKey.map((each) => (each === old ? ddl.column.name : each));
  }

  function resolveKeys(): void {
    for (const { table, constraint } of pendingKeys) {
      const { key } = constraint;
      const target = find(key.table);
      table.foreignKeys.push({
        ...key,
        columns: key.columns.map((name) => nameOf(table, name)),
        references: key.references,
        table: target?.name ?? key.table.name,
      });
    }
  }

  return {
    apply: (ddl: Ddl): void => {
      if (ddl.kind === 'table') addTable(ddl);
      else if (ddl.kind === 'enum') enums.set(fold(ddl.name), ddl.values);
      else if (ddl.kind === 'domain') domains.set(fold(ddl.name), ddl);
      else if (ddl.kind === 'out-of-scope') {
        const { what, line, why } = ddl;
        outOfScope.push({ what, line, why });
      } else changeNamed(ddl);
    },
    finish: (): Tables => {
      resolveKeys();
      return { title: null, tables: [...tables.values()], links: [], outOfScope };
    },
  };
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
