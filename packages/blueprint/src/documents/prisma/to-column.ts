import { roleOf } from '../tables/column-roles.ts';
import { call, type Expression, value } from '../tables/expressions.ts';
import type { Column, ColumnType, Table, Tables } from '../tables/tables.ts';
import { argumentOf } from './arguments.ts';
import { outOfScopeAt, type Source, textAt, unreadArguments } from './asides.ts';
import type { PrismaAttribute, PrismaField, PrismaValue } from './parsed.ts';

const TYPES: ReadonlyMap<string, Partial<ColumnType>> = new Map<string, Partial<ColumnType>>([
  ['String', { name: 'text', isAnyText: true }],
  ['Int', { name: 'integer' }],
  ['BigInt', { name: 'bigint' }],
  ['Float', { name: 'float' }],
  // Without a size of its own; by the name of the field it can still be money.
  ['Decimal', { name: 'numeric', args: [65, 2] }],
  ['Boolean', { name: 'boolean' }],
  ['DateTime', { name: 'timestamp' }],
  ['Json', { name: 'json' }],
  ['Bytes', { name: 'bytes' }],
]);

/** Native types that say more than those of Prisma, in the words of SQL. */
const NATIVE: ReadonlyMap<string, string> = new Map([
  ['VarChar', 'varchar'],
  ['Char', 'char'],
  ['NVarChar', 'nvarchar'],
  ['NChar', 'nchar'],
  ['Text', 'text'],
  ['TinyText', 'tinytext'],
  ['MediumText', 'mediumtext'],
  ['LongText', 'longtext'],
  ['Citext', 'citext'],
  ['Uuid', 'uuid'],
  ['UniqueIdentifier', 'uuid'],
  ['Inet', 'inet'],
  ['Xml', 'xml'],
  ['Decimal', 'decimal'],
  ['Money', 'money'],
  ['SmallInt', 'smallint'],
  ['TinyInt', 'tinyint'],
  ['Bit', 'bit'],
  ['Year', 'year'],
  ['UnsignedInt', 'int unsigned'],
  ['UnsignedBigInt', 'bigint unsigned'],
  ['UnsignedSmallInt', 'smallint unsigned'],
  ['Date', 'date'],
  ['Time', 'time'],
  ['Timetz', 'timetz'],
  ['Timestamp', 'timestamp'],
  ['Timestamptz', 'timestamptz'],
  ['DateTime', 'datetime'],
  ['DateTime2', 'datetime2'],
  ['SmallDateTime', 'smalldatetime'],
  ['Int', 'int'],
  ['Integer', 'integer'],
  ['BigInt', 'bigint'],
  ['MediumInt', 'mediumint'],
  ['UnsignedMediumInt', 'mediumint unsigned'],
  ['UnsignedTinyInt', 'tinyint unsigned'],
  ['SmallMoney', 'smallmoney'],
  ['Real', 'real'],
  ['Float', 'float'],
  ['Double', 'double'],
  ['DoublePrecision', 'double precision'],
  ['Boolean', 'boolean'],
  ['Json', 'json'],
  ['JsonB', 'jsonb'],
  ['ByteA', 'bytea'],
  ['Binary', 'binary'],
  ['VarBinary', 'varbinary'],
  ['TinyBlob', 'tinyblob'],
  ['Blob', 'blob'],
  ['MediumBlob', 'mediumblob'],
  ['LongBlob', 'longblob'],
  ['VarBit', 'varbit'],
]);

type Context = {
  source: Source;
  enums: ReadonlyMap<string, string[]>;
  parts: ReadonlySet<string>;
};

/** The column that a field without a model is. */
export function columnOf(
  tables: Tables,
  table: Table,
  field: PrismaField,
  { source, enums, parts }: Context,
): Column {
  const { name, attributes, offset } = field;
  const line = source.lines.lineAt(offset);
  const has = (wanted: string) => attributes.some((each) => each.name === wanted);
  const preset = attributes.find((each) => each.name === 'default');
  const given = preset === undefined ? null : argumentOf(preset.args, 'value');
  const column: Column = {
    name,
    line,
    type: typeOf(field, enums),
    isRequired: !field.isOptional && !field.isList,
    isUnique: has('unique'),
    isCounted: given?.kind === 'call' && given.name === 'autoincrement',
  };
  if (given !== null && preset !== undefined && !column.isCounted) {
    column.default = defaultOf(given);
    column.defaultText = textAt(source, preset).replace(/^default\((.*)\)$/, '$1');
  }
  const isKnown = TYPES.has(field.type) || enums.has(field.type) || parts.has(field.type);
  if (!isKnown) noteType(tables, table, field, source);
  for (const attribute of attributes) noteAttribute(tables, attribute, { table, column, source });
  return column;
}

function noteType({ outOfScope }: Tables, table: Table, field: PrismaField, source: Source): void {
  const isUnsupported = field.type === 'Unsupported';
  outOfScope.push({
    what: `${table.name}.${textAt(source, field)}`,
    line: source.lines.lineAt(field.offset),
    why: isUnsupported
      ? 'Prisma itself does not support its type; the field is a text.'
      : `The document does not define ${field.type.slice(0, 60)}; the field is kept as JSON.`,
  });
}

const READ = new Set(['id', 'unique', 'default']);

function noteAttribute(
  { outOfScope }: Tables,
  attribute: PrismaAttribute,
  { table, column, source }: { table: Table; column: Column; source: Source },
): void {
  const { name, offset } = attribute;
  const owner = `${table.name}.${column.name}`;
  if (READ.has(name)) outOfScope.push(...unreadArguments(source, attribute, owner));
  else if (name === 'updatedAt') {
    if (roleOf(column, table) !== 'updated')
      outOfScope.push({
        what: `@updatedAt of ${owner}`,
        line: source.lines.lineAt(offset),
        why: 'The app keeps when a record was changed in updatedAt alone.',
      });
  } else if (!NATIVE.has(name.replace(/^db\./, '')))
    outOfScope.push(outOfScopeAt(source, attribute, { sign: '@', owner }));
}

function typeOf(field: PrismaField, enums: ReadonlyMap<string, string[]>): ColumnType {
  const values = enums.get(field.type);
  const native = field.attributes.find(({ name }) => name.startsWith('db.'));
  const known = TYPES.get(field.type);
  const base: ColumnType = {
    name: known === undefined && values === undefined ? 'json' : 'text',
    args: [],
    isArray: field.isList,
    isUnsigned: false,
    ...known,
    ...(values === undefined ? {} : { name: 'enum', values }),
  };
  if (field.type === 'Unsupported') return { ...base, name: 'text', isAnyText: true };
  return native === undefined ? base : refined(base, native);
}

function refined(base: ColumnType, { name, args }: PrismaAttribute): ColumnType {
  const found = NATIVE.get(name.slice('db.'.length));
  if (found === undefined) return base;
  const numbers = args.flatMap(({ value: each }) => (each.kind === 'number' ? [each.value] : []));
  const [type = found, sign] = found.split(' ');
  return {
    ...base,
    name: type,
    args: numbers,
    isUnsigned: sign === 'unsigned',
    isAnyText: false,
  };
}

function defaultOf(given: PrismaValue): Expression {
  if (given.kind === 'text' || given.kind === 'number') return value(given.value);
  if (given.kind === 'list') return given.values.length === 0 ? value(null) : call('list');
  if (given.kind === 'call') return call(given.name);
  const isTruth = given.value === 'true' || given.value === 'false';
  return value(isTruth ? given.value === 'true' : given.value);
}
