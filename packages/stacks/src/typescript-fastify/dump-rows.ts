/**
 * Prints every table of the embedded database in `DATA_DIR` as a line of JSON: `{ table, columns, rows }`, the values as
 * the database writes them. Long ones are told by their digest. It runs beside the app, so it imports nothing of it.
 */
const PROGRAM = `
import { PGlite } from '@electric-sql/pglite';

const quote = (name) => '"' + name.replaceAll('"', '""') + '"';
const engine = await PGlite.create({ dataDir: process.env.DATA_DIR + '/postgres' });
await engine.query("set time zone 'UTC'");
const { rows: tables } = await engine.query(\`
  select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
  from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
  where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
    and t.table_name <> 'schema_migration' and c.is_generated = 'NEVER'
  group by t.table_name order by t.table_name\`);
for (const { name, columns } of tables) {
  const values = columns.map((column) => {
    const text = quote(column) + '::text';
    const digest = "encode(sha256(convert_to(" + text + ", 'UTF8')), 'hex')";
    return 'case when length(' + text + ') > 200 then ' + digest + ' else ' + text + ' end';
  });
  const sql = 'select ' + values.join(', ') + ' from ' + quote(name);
  const { rows } = await engine.query(sql, [], { rowMode: 'array' });
  console.log(JSON.stringify({ table: name, columns, rows }));
}
await engine.close();
`;

export const DUMP_COMMAND = [
  'node',
  '--liftoff-only',
  '--max-semi-space-size=4',
  '--input-type=module',
  '--eval',
  PROGRAM,
];
