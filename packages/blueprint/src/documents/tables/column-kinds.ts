/** Names of column types by what they hold; sizes, signs and schemas are read apart. */
const KINDS = {
  text: 'text, mediumtext, longtext, clob, ntext, xml',
  string:
    'varchar, tinytext, character varying, varying character, character, bpchar, char, nchar, nvarchar, varchar2, native character, national varchar, long varchar, citext, string, name, macaddr, macaddr8, ltree',
  integer:
    'int, integer, int1, int2, int3, int4, smallint, tinyint, mediumint, serial, serial4, smallserial, serial2, year',
  bigint: 'bigint, int8, bigserial, serial8, big int, unsigned big int',
  decimal: 'numeric, decimal, dec, number, fixed',
  float: 'real, float, float4, float8, double, double precision',
  money: 'money, smallmoney',
  boolean: 'boolean, bool',
  date: 'date',
  time: 'time, timetz, time without time zone, time with time zone',
  datetime:
    'timestamp, timestamptz, datetime, datetime2, smalldatetime, timestamp without time zone, timestamp with time zone',
  duration: 'interval',
  uuid: 'uuid, uniqueidentifier',
  'ip-address': 'inet, cidr, inet4, inet6',
  json: 'json, jsonb, hstore',
  bytes: 'bytea, blob, tinyblob, mediumblob, longblob, binary, varbinary, bytes, image-blob',
  bits: 'bit, varbit, bit varying',
  point: 'point, geometry, geography',
  shape:
    'line, lseg, box, path, polygon, circle, linestring, multipoint, multilinestring, multipolygon, geometrycollection',
  range:
    'int4range, int8range, numrange, tsrange, tstzrange, daterange, int4multirange, int8multirange, nummultirange, tsmultirange, tstzmultirange, datemultirange',
  search: 'tsvector, tsquery, vector',
} as const;

export type ColumnKind = keyof typeof KINDS | 'enum' | 'set' | 'unknown';

const BY_NAME: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) =>
    // The keys of KINDS are column kinds by construction.
    names.split(', ').map((name) => [name, kind as ColumnKind] as const),
  ),
);

export function kindOfType(name: string): ColumnKind {
  if (name === 'enum' || name === 'set') return name;
  return BY_NAME.get(name) ?? 'unknown';
}
