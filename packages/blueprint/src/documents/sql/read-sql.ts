import type { Lines } from '../lines.ts';
import type { Tables } from '../tables/tables.ts';
import { classifyStatement } from './classify-statement.ts';
import type { QualifiedName } from './ddl.ts';
import { createSchemaBuilder } from './schema-builder.ts';
import { type SqlDialect, splitStatements } from './split-statements.ts';
import type { StatementParser } from './statement-parser.ts';

/** The tables of an SQL document: what its statements say that define data; the others are listed. */
export async function readSql(text: string, dialect: SqlDialect, lines: Lines): Promise<Tables> {
  const source = dialect === 'mysql' ? unwrapVersioned(text) : text;
  const statements = splitStatements(source, dialect, lines);
  const builder = createSchemaBuilder(
    dialect === 'postgresql' ? (name) => name : (name) => name.toLowerCase(),
  );
  const parse = await openParser(dialect);
  const seen = new Set<string>();
  for (const statement of statements) {
    const found = classifyStatement(statement);
    if (found === 'skip') continue;
    const line = lines.lineAt(statement.start);
    if (found === 'parse') for (const ddl of parse(statement, lines)) builder.apply(ddl);
    else if ('drop' in found)
      builder.apply({ kind: 'drop', table: nameIn(found.drop), what: found.what, line });
    else if (!isRepeated(found.what, seen)) builder.apply({ kind: 'out-of-scope', ...found, line });
  }
  return builder.finish();
}

/** Only the parser of the dialect is loaded, since that of PostgreSQL is a program of its own. */
async function openParser(dialect: SqlDialect): Promise<StatementParser> {
  if (dialect === 'postgresql') {
    const { openPostgresqlParser } = await import('./postgresql/parse-statement.ts');
    return await openPostgresqlParser();
  }
  const { createStatementParser } = await import('./common/parse-statement.ts');
  return createStatementParser(dialect);
}

/** `"app"."orders"` as it stands in a statement that is not parsed. */
function nameIn(text: string): QualifiedName {
  const parts = text.match(/"[^"]*"|`[^`]*`|\[[^\]]*\]|[^.]+/g) ?? [];
  const [name = '', schema = null] = parts
    .map((part) => part.replace(/^["`[]|["`\]]$/g, ''))
    .reverse();
  return { schema, name };
}

/** Rows of one table are many statements and one thing to say. */
function isRepeated(what: string, seen: Set<string>): boolean {
  if (!what.startsWith('rows')) return false;
  const table = /\b(?:into|copy|update|from)\s+(\S{1,80})/i.exec(what)?.[1] ?? what;
  const isKnown = seen.has(table);
  seen.add(table);
  return isKnown;
}

/** mysqldump hides from old servers what it says in comments with a version. */
function unwrapVersioned(text: string): string {
  let unwrapped = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('/*!', at);
    const end = start < 0 ? -1 : text.indexOf('*/', start);
    if (start < 0 || end < 0) return unwrapped + text.slice(at);
    const inner = text
      .slice(start + 3, end)
      .replace(/^\d{1,6}/, (digits) => ' '.repeat(digits.length));
    unwrapped += `${text.slice(at, start)}   ${inner}  `;
    at = end + 2;
  }
}
