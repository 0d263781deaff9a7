import { shorten } from '../lines.ts';
import type { Statement } from './split-statements.ts';

/** `parse`: it says what the data is. `skip`: it says nothing of the data at all. */
export type StatementClass =
  | 'parse'
  | 'skip'
  /** A table that is gone, if the document has made it before. */
  | { drop: string; what: string }
  | { what: string; why: string };

const TEMPORARY = /^create (global |local )?temp(orary)? /;
const PARSED =
  /^(create (unlogged |global |local |foreign )*table\b|alter table\b|create type\b|alter type \S+ (add|rename) value\b|create domain\b|comment on (table|column)\b|create unique( clustered| nonclustered)? index\b)/;
/** They speak to the session alone. */
const SKIPPED =
  /^(delete from sqlite_|insert into "?sqlite_|set\b|select\b|begin\b|start\b|commit\b|rollback\b|end\b|use\b|pragma\b|lock\b|unlock\b|analyze\b|vacuum\b|reset\b|show\b|go\b|print\b|explain\b|drop\b)/;
const DROPPED =
  /^drop (?:foreign )?table (?:if exists )?(?:only )?((?:"[^"]*"|`[^`]*`|\[[^\]]*\]|[^\s,;])+)/i;
const ROW_SECURITY =
  /^alter table (if exists )?(only )?\S+ (enable|disable|force|no force) row level security\b/;
const RIGHTS = 'Rights of a database are not rights of people; say in words who may do what.';

const MIGRATION = 'A document shows the data as it is; steps of a migration are not followed.';
const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [TEMPORARY, 'temporary table', 'A temporary table ends with its session; an app keeps data.'],
  [/^create virtual table\b/, 'search table', 'The app searches texts without a table for it.'],
  [
    /^(create|alter)( or replace)?( definer ?= ?\S+)? (function|procedure|aggregate)\b|^(do|call)\b/,
    'function',
    'Functions are code of the database; the app has code of its own.',
  ],
  [
    /^(create|alter|refresh) .*?\bview\b/,
    'view',
    'An app lists and filters records itself; a view is a question, not data.',
  ],
  [
    /^(create|alter) .*?\btrigger\b/,
    'trigger',
    'What a trigger does is code; rules of the app are said in words.',
  ],
  [
    /^(create|alter) .*?\bsequence\b|^select (pg_catalog\.)?setval\b/,
    'sequence',
    'The app counts its ids itself.',
  ],
  [
    /^create .*?\bindex\b|^alter index\b/,
    'index',
    'The app makes the indexes that its lists need.',
  ],
  [
    /^(grant|revoke|create (role|user)|alter (role|user|default)|create policy|alter policy)\b/,
    'rights',
    RIGHTS,
  ],
  [
    /^(insert|replace|copy|update|delete|merge|load)\b/,
    'rows',
    'The structure is imported, not the rows.',
  ],
  [/^comment on\b/, 'description', 'Tables and columns have descriptions, nothing else.'],
  [/^(create|alter) (database|schema)\b/, 'schema', 'An app has one database of its own.'],
  [/^alter \S+ .* owner to\b/, 'owner', RIGHTS],
  [/^alter domain\b/, 'change', MIGRATION],
  [/^rename table\b/, 'change', MIGRATION],
  [/^(create|alter) extension\b/, 'extension', 'The app brings the extensions that it needs.'],
  [
    /^(create|alter)( or replace)? (rule|cast|operator|transform|conversion|language)\b/,
    'code',
    'It is code of the database; the app has code of its own.',
  ],
  [
    /^(create|alter) (statistics|publication|subscription|collation|text search|tablespace|server|foreign data wrapper|user mapping|access method|event trigger)\b/,
    'part of the database',
    'How a database works inside is left to that of the app.',
  ],
  [/^(create|alter) event\b/, 'event', 'What happens at a time is code.'],
  [/^alter /, 'change of ownership or storage', 'Owners and storage are those of the app.'],
];

export function classifyStatement({ head }: Statement): StatementClass {
  const words = head.slice(0, 300).replace(/\s+/g, ' ').toLowerCase();
  const isFromQuery = /^create [a-z ]*table [^(]*\bas\b\s*(select|with|\()/.test(words);
  if (isFromQuery)
    return {
      what: label('table', head),
      why: 'It is filled by a query, which is not data to keep.',
    };
  if (/^create [a-z ]*table (if not exists )?("[^"]+"|`[^`]+`|\S+) like\b/.test(words))
    return {
      what: label('table', head),
      why: 'It has the columns of another table, which are taken where they are written.',
    };
  if (ROW_SECURITY.test(words)) return { what: label('rights', head), why: RIGHTS };
  if (PARSED.test(words)) return 'parse';
  const dropped = DROPPED.exec(head.replace(/\s+/g, ' '))?.[1];
  if (dropped !== undefined) return { drop: dropped, what: label('change', head) };
  const found = OTHERS.find(([form]) => form.test(words));
  if (found === undefined && SKIPPED.test(words)) return 'skip';
  return found === undefined
    ? { what: label('statement', head), why: 'The importer does not know this statement.' }
    : { what: label(found[1], head), why: found[2] };
}

function label(kind: string, head: string): string {
  return `${kind}: ${shorten(head, 120)}`;
}
