import type { PGlite } from '@electric-sql/pglite';

const QUERIES = {
  columns: `select table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '')
      || ' ' || coalesce(numeric_precision::text, '') || ' ' || coalesce(numeric_scale::text, '') || ' ' || is_nullable
      || ' ' || coalesce(column_default, '') || ' ' || coalesce(generation_expression, '') as line
    from information_schema.columns where table_schema = 'public' order by 1`,
  constraints: `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1`,
  indexes: `select indexdef as line from pg_indexes where schemaname = 'public' order by 1`,
  triggers: `select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal order by 1`,
  functions: `select proname || prosrc as line from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
  views: `select viewname as line from pg_views where schemaname = 'public' order by 1`,
};

/** What a database has, as lines that do not depend on the order in which it was made. */
export async function describeCatalog(database: PGlite): Promise<Record<string, string[]>> {
  const lists = await Promise.all(
    Object.entries(QUERIES).map(async ([name, query]) => {
      const { rows } = await database.query<{ line: string }>(query);
      return [name, rows.map(({ line }) => line)] as const;
    }),
  );
  return Object.fromEntries(lists);
}
