import type { DocumentFormat } from '@quantumlayer/contracts';

/** Only the beginning of a document is looked at. */
const SAMPLE = 60_000;

const ENDINGS: ReadonlyMap<string, DocumentFormat | 'sql'> = new Map([
  ['jdl', 'jdl'],
  ['jh', 'jdl'],
  ['sql', 'sql'],
  ['ddl', 'sql'],
  ['dump', 'sql'],
  ['psql', 'postgresql'],
  ['pgsql', 'postgresql'],
  ['prisma', 'prisma'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['json', 'json'],
  ['ndjson', 'json'],
  ['jsonl', 'json'],
  ['yaml', 'openapi'],
  ['yml', 'openapi'],
]);

/** The format of a document from the ending of its name, else from what it says; null when neither tells. */
export function detectFormat(name: string | undefined, text: string): DocumentFormat | null {
  const sample = text.slice(0, SAMPLE);
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const named = ENDINGS.get(ending) ?? formatOfText(sample);
  const found = named === 'json' && isOpenApi(sample) ? 'openapi' : named;
  return found === 'sql' ? dialectOf(sample) : found;
}

/** The document says so itself, in JSON or YAML. */
function isOpenApi(text: string): boolean {
  return (
    /^\s*["']?(openapi|swagger)["']?\s*:\s*["']?\d/m.test(text) ||
    /[{,]\s*"(openapi|swagger)"\s*:\s*"\d/.test(text)
  );
}

function formatOfText(text: string): DocumentFormat | 'sql' | null {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (isOpenApi(text)) return 'openapi';
  if (/^[[{]/.test(start)) return 'json';
  if (/^[ \t]*(create|alter)[ \t]+(\w+[ \t]+){0,3}table\b/im.test(text)) return 'sql';
  if (/^[ \t]*(datasource|generator|model)[ \t]+\w+[ \t]*\{/m.test(text)) return 'prisma';
  if (/^[ \t]*(@\w+(\([^()\n]*\))?[ \t]*)*(entity|relationship|application|enum)\b/m.test(text))
    return 'jdl';
  return looksLikeRows(start) ? 'csv' : null;
}

function looksLikeRows(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/, 2);
  return [',', ';', '\t', '|'].some(
    (mark) => first.includes(mark) && first.split(mark).length === second.split(mark).length,
  );
}

const MYSQL = [
  /`\w+`/,
  /\bengine\s*=/i,
  /\bauto_increment\b/i,
  /-- mysql dump|-- mariadb dump|\/\*!\d{5}/i,
  /\bunlock tables\b/i,
  /\b(int|bigint)(\(\d+\))? unsigned\b/i,
];
const SQLITE = [
  /\bautoincrement\b/i,
  /^[ \t]*pragma\b/im,
  /\bwithout rowid\b/i,
  /\bsqlite_/i,
  /\binteger( not null)? primary key\b/i,
  /\bdatetime\('now'\)/i,
  /create table( if not exists)? \[/i,
];
const POSTGRESQL = [
  /::\w/,
  /\b(big|small)?serial\b/i,
  /\bpublic\./i,
  /\bpg_catalog\b/i,
  /\b(timestamptz|jsonb|bytea|tsvector|character varying)\b/i,
  /\bwith(out)? time zone\b/i,
  /^[ \t]*(create type|create domain|create extension|comment on)\b/im,
  /\bgenerated (always|by default) as identity\b/i,
  /\bnow\(\)/i,
];

/** SQL says whose it is only by its words; without any it is taken as that of PostgreSQL. */
function dialectOf(text: string): DocumentFormat {
  const score = (signs: readonly RegExp[]) => signs.filter((sign) => sign.test(text)).length;
  const [mysql, sqlite, postgresql] = [MYSQL, SQLITE, POSTGRESQL].map(score);
  if ((mysql ?? 0) > (postgresql ?? 0) && (mysql ?? 0) >= (sqlite ?? 0)) return 'mysql';
  return (sqlite ?? 0) > (postgresql ?? 0) ? 'sqlite' : 'postgresql';
}
