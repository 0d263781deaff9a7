import { DUMP_COMMAND } from './dump-rows.ts';

/**
 * Puts rows into every table of the embedded database in `DATA_DIR`, as its catalog describes them: values that differ
 * from row to row, and references to rows that are there. It runs beside the app, so it imports nothing of it.
 */
const PROGRAM = `
import { PGlite } from '@electric-sql/pglite';

const ROWS = 4;
const quote = (name) => '"' + name.replaceAll('"', '""') + '"';
const engine = await PGlite.create({ dataDir: process.env.DATA_DIR + '/postgres' });
const { rows: columns } = await engine.query(\`
  select c.table_name as table, c.column_name as name, c.data_type as type
  from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
  where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> 'schema_migration'
    and c.is_generated = 'NEVER' and c.is_identity = 'NO'
  order by c.table_name, c.ordinal_position\`);
const { rows: keys } = await engine.query(\`
  select r.relname as table, a.attname as name, f.relname as target, b.attname as key
  from pg_constraint k
  join pg_class r on r.oid = k.conrelid join pg_class f on f.oid = k.confrelid
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
  where k.contype = 'f' and array_length(k.conkey, 1) = 1\`);
const { rows: tables } = await engine.query(\`
  select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'schema_migration' order by 1\`);

const VALUES = {
  text: (n) => 'text ' + n,
  'character varying': (n) => 'text ' + n,
  bigint: (n) => n,
  integer: (n) => n,
  numeric: (n) => n + 0.5,
  'double precision': (n) => n + 0.5,
  boolean: (n) => n % 2 === 0,
  jsonb: (n) => JSON.stringify({ number: n }),
  bytea: (n) => new TextEncoder().encode('bytes ' + n),
  'timestamp with time zone': (n) => '2026-01-0' + n + 'T09:00:00Z',
};

const left = new Map(tables.map(({ name }) => [name, columns.filter(({ table }) => table === name)]));
while (left.size > 0) {
  const waits = (name) => keys.some(({ table, target }) => table === name && target !== name && left.has(target));
  const names = [...left.keys()];
  const name = names.find((one) => !waits(one)) ?? names[0];
  const own = left.get(name);
  left.delete(name);
  for (let n = 1; n <= ROWS; n += 1) await fill(name, own, n);
}
await engine.close();

async function fill(table, own, n) {
  const members = [];
  for (const { name, type } of own) {
    const key = keys.find((one) => one.table === table && one.name === name);
    const value = key ? await referenced(key, n) : (VALUES[type] ?? VALUES.text)(n);
    if (value !== null) members.push({ name, value });
  }
  const into = 'insert into ' + quote(table);
  const names = members.map(({ name }) => quote(name)).join(', ');
  const places = members.map((_member, at) => '$' + (at + 1)).join(', ');
  const sql = members.length === 0 ? into + ' default values' : into + ' (' + names + ') values (' + places + ')';
  try {
    await engine.query(sql, members.map(({ value }) => value));
  } catch (error) {
    // A flag that has to be unique has no more values to give.
    if (error.code !== '23505' || n === 1) throw error;
  }
}

async function referenced({ target, key }, n) {
  const sql = 'select ' + quote(key) + ' as key from ' + quote(target) + ' order by 1';
  const { rows } = await engine.query(sql);
  return rows.length === 0 ? null : rows[(n - 1) % rows.length].key;
}
`;

export const FILL_COMMAND = [...DUMP_COMMAND.slice(0, -1), PROGRAM];
