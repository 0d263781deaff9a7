import { DocumentInvalid } from '../document-invalid.ts';
import { roleOf } from '../tables/column-roles.ts';
import type { Expression } from '../tables/expressions.ts';
import {
  type Column,
  createTable,
  type Table,
  type Tables,
  unusedChoice,
} from '../tables/tables.ts';
import { type Aside, outOfScopeOf } from './asides.ts';
import type { ColumnDdl, Constraint, Ddl, QualifiedName } from './ddl.ts';

const MOST_TABLES = 200;
const DEFAULT_SCHEMAS = new Set(['public', 'main', 'dbo']);

type TableChange = Extract<Ddl, { table: QualifiedName }>;
type Domain = Extract<Ddl, { kind: 'domain' }>;

type Schema = {
  /** Names that differ in their case alone are one where the dialect says so. */
  fold: (name: string) => string;
  tables: Map<string, Table>;
  enums: Map<string, string[]>;
  domains: Map<string, Domain>;
  /** Where enumerations and domains stand that nothing is of yet. */
  unused: Map<string, number>;
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
    unused: new Map(),
    outOfScope: [],
    pendingKeys: [],
  };
  return {
    apply: (ddl: Ddl): void => {
      if (ddl.kind === 'table') addTable(schema, ddl);
      else if (ddl.kind === 'enum') define(schema, schema.enums, ddl, ddl.values);
      else if (ddl.kind === 'domain') define(schema, schema.domains, ddl, ddl);
      else if (ddl.kind === 'enum-value') addEnumValue(schema, ddl);
      else if (ddl.kind === 'out-of-scope') {
        const { what, line, why } = ddl;
        schema.outOfScope.push({ what, line, why });
      } else changeNamed(schema, ddl);
    },
    finish: (): Tables => {
      resolveKeys(schema);
      noteUnused(schema);
      const { tables, outOfScope } = schema;
      return { title: null, tables: [...tables.values()], links: [], outOfScope };
    },
  };
}

function define<T>(
  { fold, unused }: Schema,
  types: Map<string, T>,
  { name, line }: { name: string; line: number },
  type: T,
): void {
  types.set(fold(name), type);
  unused.set(fold(name), line);
}

function noteUnused({ unused, enums, outOfScope }: Schema): void {
  for (const [name, line] of unused) {
    const values = enums.get(name);
    outOfScope.push(
      values === undefined
        ? { what: `domain ${name}`, line, why: 'Nothing in the document is of this type.' }
        : unusedChoice(name, values, line),
    );
  }
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
  const { line, asides } = constraint;
  const named = (name: string) => nameOf(schema, table, name);
  const about = columnsOf(constraint).map(named).join(', ');
  noteAsides(schema, asides, about === '' ? table.name : `${table.name}.${about}`);
  if (constraint.kind === 'primary' && constraint.columns.length > 0)
    table.primaryKey = constraint.columns.map(named);
  if (constraint.kind === 'unique' && constraint.columns.length > 0)
    table.uniques.push({ columns: constraint.columns.map(named), line });
  if (constraint.kind === 'check') {
    const { check } = constraint;
    table.checks.push({ ...check, expression: rename(check.expression, named) });
  }
  if (constraint.kind === 'foreign') schema.pendingKeys.push({ table, constraint });
}

function columnsOf(constraint: Constraint): readonly string[] {
  if (constraint.kind === 'check') return [];
  return constraint.kind === 'foreign' ? constraint.key.columns : constraint.columns;
}

function noteAsides({ outOfScope }: Schema, asides: readonly Aside[], owner: string): void {
  outOfScope.push(...asides.map((aside) => outOfScopeOf(aside, owner)));
}

/** `ON UPDATE CURRENT_TIMESTAMP` of a column that holds when a record was changed is what the app does as well. */
function isKept({ words }: Aside, column: Column, table: Table): boolean {
  const isTouched = /^on\s+update\s+(current_timestamp|now)/i.test(words);
  return isTouched && roleOf(column, table) === 'updated';
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
  const asides = ddl.asides.filter((aside) => !isKept(aside, column, table));
  noteAsides(schema, asides, `${table.name}.${column.name}`);
  for (const constraint of constraints) addConstraint(schema, table, constraint);
}

/** A type that the document defines itself stands for what it is made of. */
function takeType({ enums, domains, unused, fold }: Schema, table: Table, column: Column): void {
  const { name } = column.type;
  unused.delete(fold(name));
  const values = enums.get(fold(name));
  if (values !== undefined) column.type = { ...column.type, name: 'enum', values };
  const domain = domains.get(fold(name));
  if (domain === undefined) return;
  column.type = { ...domain.type };
  if (domain.isRequired) column.isRequired = true;
  if (domain.default !== null && column.default === undefined) {
    column.default = domain.default.value;
    column.defaultText = domain.default.text;
  }
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
  noteAsides(schema, ddl.asides, name);
  for (const column of ddl.columns) addColumn(schema, table, column);
  for (const constraint of ddl.constraints) addConstraint(schema, table, constraint);
}

/** The columns that have the enumeration hold its list itself, so that they follow. */
function addEnumValue(
  { enums, fold, outOfScope }: Schema,
  { name, value, at, line }: Extract<Ddl, { kind: 'enum-value' }>,
): void {
  const values = enums.get(fold(name));
  const index = at === null ? -1 : (values?.indexOf(at.value) ?? -1);
  if (values === undefined || (at !== null && index < 0)) {
    const what = `value ${value.slice(0, 60)} of ${name.slice(0, 60)}`;
    outOfScope.push({ what, line, why: 'The document does not define what it is added to.' });
    return;
  }
  if (at === null) values.push(value);
  else values.splice(at.side === 'after' ? index + 1 : index, at.side === 'instead' ? 1 : 0, value);
}

function changeNamed(schema: Schema, ddl: TableChange): void {
  const table = findTable(schema, ddl.table);
  if (ddl.kind === 'drop') {
    if (table !== undefined) noteDrop(schema, ddl);
  } else if (ddl.kind === 'partition') removePartition(schema, table, ddl);
  else if (table === undefined)
    noteMissing(schema, ddl, 'The document does not define that table.');
  else changeTable(schema, table, ddl);
}

/** Dumps drop what they are about to make; only what was made before is lost by it. */
function noteDrop({ outOfScope }: Schema, { what, line }: Extract<Ddl, { kind: 'drop' }>): void {
  const why = 'A document shows the data as it is; steps of a migration are not followed.';
  outOfScope.push({ what, line, why });
}

/** pg_dump makes a partition like any table and says afterwards that it is one. */
function removePartition(
  schema: Schema,
  table: Table | undefined,
  { what, line }: Extract<Ddl, { kind: 'partition' }>,
): void {
  for (const [id, each] of schema.tables) if (each === table) schema.tables.delete(id);
  schema.pendingKeys = schema.pendingKeys.filter((key) => key.table !== table);
  const why = 'Rows of a partition are those of its table.';
  schema.outOfScope.push({ what, line, why });
}

function noteMissing({ outOfScope }: Schema, ddl: TableChange, why: string): void {
  const { name } = ddl.table;
  const column = 'column' in ddl && typeof ddl.column === 'string' ? `.${ddl.column}` : '';
  const what = `change of ${name.slice(0, 60)}${column.slice(0, 60)}: ${ddl.kind.replace('-', ' ')}`;
  outOfScope.push({ what, line: ddl.line, why });
}

function changeTable(
  schema: Schema,
  table: Table,
  ddl: Exclude<TableChange, { kind: 'drop' | 'partition' }>,
) {
  if (ddl.kind === 'add-constraint') addConstraint(schema, table, ddl.constraint);
  else if (ddl.kind === 'add-column') addColumn(schema, table, ddl.column);
  else if (ddl.kind === 'change-column') changeColumn(schema, table, ddl);
  else if (ddl.kind === 'comment' && ddl.column === null) table.description = ddl.text;
  else {
    const column = columnOf(schema, table, ddl.column ?? '');
    if (column !== undefined) changeMember(column, ddl);
    else noteMissing(schema, ddl, 'The table has no such column.');
  }
}

function changeMember(
  column: Column,
  ddl: Extract<Ddl, { kind: 'comment' | 'required' | 'counted' | 'default' }>,
): void {
  if (ddl.kind === 'comment') column.description = ddl.text;
  if (ddl.kind === 'required') column.isRequired = true;
  if (ddl.kind === 'counted') column.isCounted = true;
  if (ddl.kind === 'default') setDefault(column, ddl.value, ddl.text);
}

/** MODIFY and CHANGE say a column anew. */
function changeColumn(
  schema: Schema,
  table: Table,
  change: Extract<TableChange, { kind: 'change-column' }>,
): void {
  const { fold } = schema;
  const { name, column: ddl } = change;
  const index = table.columns.findIndex((column) => fold(column.name) === fold(name));
  const old = table.columns[index];
  if (old === undefined) {
    noteMissing(schema, change, `The table has no column ${name.slice(0, 60)}.`);
    return;
  }
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

function setDefault(column: Column, value: Expression | null, text: string): void {
  delete column.default;
  delete column.defaultText;
  if (value === null) return;
  if (value.kind === 'call' && value.name === 'nextval') column.isCounted = true;
  else {
    column.default = value;
    column.defaultText = text;
  }
}

function rename(expression: Expression, nameOf: (name: string) => string): Expression {
  if (expression.kind === 'column') return { ...expression, name: nameOf(expression.name) };
  if (expression.kind === 'value') return expression;
  return { ...expression, of: expression.of.map((each) => rename(each, nameOf)) };
}
