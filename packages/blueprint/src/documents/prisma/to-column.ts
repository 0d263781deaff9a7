import type { Lines } from '../lines.ts';
import { call, type Expression, value } from '../tables/expressions.ts';
import type { Column, ColumnType, Table, Tables } from '../tables/tables.ts';
import { argumentOf } from './arguments.ts';
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
  ['Timetz', 'time'],
]);

type Context = { lines: Lines; enums: ReadonlyMap<string, string[]> };

/** The column that a field without a model is. */
export function columnOf(
  { outOfScope }: Tables,
  table: Table,
  field: PrismaField,
  { lines, enums }: Context,
): Column {
  const { name, attributes, offset } = field;
  const line = lines.lineAt(offset);
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
    isComputed: false,
  };
  if (given !== null && !column.isCounted) column.default = defaultOf(given);
  if (field.type === 'Unsupported')
    outOfScope.push({
      what: `${table.name}.${name}`,
      line,
      why: 'Prisma itself does not support its type; the field is a text.',
    });
  for (const { name: known } of attributes)
    if (['ignore', 'updatedAt'].includes(known) && !/updated|modified|changed/i.test(name))
      outOfScope.push({
        what: `@${known} of ${table.name}.${name}`,
        line,
        why: 'The app keeps when a record was changed in updatedAt alone.',
      });
  return column;
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
