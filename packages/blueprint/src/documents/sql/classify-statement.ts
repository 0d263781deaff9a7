import { shorten } from '../lines.ts';
import type { Statement } from './split-statements.ts';

/** `parse`: it says what the data is. `skip`: it says nothing of the data at all. */
export type StatementClass = 'parse' | 'skip' | { what: string; why: string };

const PARSED =
  /^(create (?!.*\btemp(orary)? )(unlogged |global |local |foreign )*table\b|alter table\b|create type\b|create domain\b|comment on (table|column)\b|create unique( clustered| nonclustered)? index\b)/;
const SKIPPED =
  /^(alter sequence\b|alter \w+ \S+ owner to\b|delete from sqlite_|insert into "?sqlite_|set\b|select\b|begin\b|start\b|commit\b|rollback\b|end\b|use\b|pragma\b|lock\b|unlock\b|drop\b|analyze\b|vacuum\b|reset\b|show\b|go\b|print\b|explain\b|create (database|schema)\b|alter (database|schema)\b|comment on (extension|schema|database)\b)/;

const STORAGE =
  /^alter table .*\b(owner to|cluster on|replica identity|attach partition|(en|dis)able (trigger|keys)|set schema|set tablespace|set \()/;
const ROW_SECURITY = /^alter table .*\brow level security\b/;
const RIGHTS = 'Rights of a database are not rights of people; say in words who may do what.';

const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [/^create virtual table\b/, 'search table', 'The app searches texts without a table for it.'],
  [
    /^create .*\btemp(orary)? /,
    'temporary table',
    'A temporary table ends with its session; an app keeps data.',
  ],
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
  [/^(create|alter) .*?\bsequence\b/, 'sequence', 'The app counts its ids itself.'],
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
  [/^(create|alter) extension\b/, 'extension', 'The app brings the extensions that it needs.'],
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
  if (/^create [a-z ]*table ("[^"]+"|`[^`]+`|\S+) like\b/.test(words))
    return {
      what: label('table', head),
      why: 'It has the columns of another table, which are taken where they are written.',
    };
  if (STORAGE.test(words)) return 'skip';
  if (ROW_SECURITY.test(words)) return { what: label('rights', head), why: RIGHTS };
  if (PARSED.test(words)) return 'parse';
  if (SKIPPED.test(words)) return 'skip';
  const found = OTHERS.find(([form]) => form.test(words));
  return found === undefined
    ? { what: label('statement', head), why: 'The importer does not know this statement.' }
    : { what: label(found[1], head), why: found[2] };
}

function label(kind: string, head: string): string {
  return `${kind}: ${shorten(head, 80)}`;
}
