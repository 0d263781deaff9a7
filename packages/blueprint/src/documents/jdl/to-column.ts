import { type Lines, shorten } from '../lines.ts';
import { call, type Expression, value } from '../tables/expressions.ts';
import type { Column, ColumnType, Table, Tables } from '../tables/tables.ts';
import type { JdlField } from './parsed.ts';

const TYPES: ReadonlyMap<string, Partial<ColumnType>> = new Map<string, Partial<ColumnType>>([
  ['String', { name: 'varchar', isAnyText: true }],
  ['Integer', { name: 'integer' }],
  ['Long', { name: 'bigint' }],
  // JHipster makes them numeric(21, 2).
  ['BigDecimal', { name: 'numeric', args: [21, 2] }],
  ['Float', { name: 'float' }],
  ['Double', { name: 'double' }],
  ['Boolean', { name: 'boolean' }],
  ['LocalDate', { name: 'date' }],
  ['LocalTime', { name: 'time' }],
  ['ZonedDateTime', { name: 'timestamp' }],
  ['Instant', { name: 'timestamp' }],
  ['Duration', { name: 'interval' }],
  ['UUID', { name: 'uuid' }],
  ['Blob', { name: 'blob' }],
  ['AnyBlob', { name: 'blob' }],
  ['ImageBlob', { name: 'image-blob' }],
  ['TextBlob', { name: 'text' }],
  ['ByteBuffer', { name: 'blob' }],
]);

type Context = {
  lines: Lines;
  enums: ReadonlyMap<string, string[]>;
  constants: ReadonlyMap<string, string>;
  described: ReadonlyMap<number, string>;
};

/** Adds a field of an entity to its table; what a blueprint cannot say of it is listed. */
export function columnOf(model: Tables, table: Table, field: JdlField, context: Context): void {
  const { name, type, start } = field;
  const { lines, enums, described } = context;
  const line = lines.lineAt(start);
  const values = enums.get(type);
  const known = values === undefined ? TYPES.get(type) : { name: 'enum', values };
  const column: Column = {
    name,
    line,
    type: {
      name: type.toLowerCase(),
      args: [],
      isArray: field.isList,
      isUnsigned: false,
      ...known,
    },
    isRequired: false,
    isUnique: false,
    isCounted: false,
  };
  const description = described.get(start);
  if (description !== undefined) column.description = description;
  table.columns.push(column);
  if (name === 'id') table.primaryKey = [name];
  for (const annotation of field.annotations) {
    if (annotation.name.toLowerCase() === 'id') table.primaryKey = [name];
    else if (annotation.name.toLowerCase() === 'defaultvalue' && annotation.value !== null)
      column.default = value(annotation.value);
    else
      model.outOfScope.push({
        what: `@${annotation.name}${annotation.value === null ? '' : `(${annotation.value})`} of ${table.name}.${name}`,
        line: lines.lineAt(annotation.offset),
        why: 'It says how JHipster builds an app.',
      });
  }
  for (const validation of field.validations) validate(model, table, column, validation, context);
}

const OPERATORS: ReadonlyMap<string, { operator: string; isLength: boolean }> = new Map([
  ['min', { operator: '>=', isLength: false }],
  ['max', { operator: '<=', isLength: false }],
  ['minlength', { operator: '>=', isLength: true }],
  ['maxlength', { operator: '<=', isLength: true }],
]);

function validate(
  { outOfScope }: Tables,
  table: Table,
  column: Column,
  validation: JdlField['validations'][number],
  { lines, constants }: Context,
): void {
  const line = lines.lineAt(validation.offset);
  const { name } = validation;
  if (name === 'required') column.isRequired = true;
  if (name === 'unique') column.isUnique = true;
  const given = constants.get(validation.value ?? '') ?? validation.value ?? '';
  const limit = Number(given);
  const found = OPERATORS.get(name);
  const text = `${column.name} ${name}(${given})`;
  if (found !== undefined && given !== '' && Number.isFinite(limit)) {
    const of: Expression = { kind: 'column', name: column.name };
    const measured = found.isLength ? call('length', of) : of;
    table.checks.push({ expression: call(found.operator, measured, value(limit)), text, line });
    return;
  }
  if (name === 'maxbytes' && Number.isSafeInteger(limit)) column.maxBytes = limit;
  else if (name === 'pattern')
    outOfScope.push({
      what: `pattern ${shorten(given, 200)} of ${table.name}.${column.name}`,
      line,
      why: 'A blueprint has types with a form (e-mail, address of the web, slug, phone), but no patterns of its own.',
    });
  else if (name !== 'required' && name !== 'unique')
    outOfScope.push({
      what: `${table.name}: ${text}`,
      line,
      why: 'The app limits how large a file is, not how small; limits are numbers.',
    });
}
