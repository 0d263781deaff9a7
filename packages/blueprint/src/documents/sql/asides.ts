import type { OutOfScope } from '@quantumlayer/contracts';
import { shorten } from '../lines.ts';

/** What stands beside the data in a schema, in the words of SQL: `DEFERRABLE`, `ON UPDATE CASCADE`, `ENGINE=InnoDB`. */
export type Aside = { words: string; line: number };

const CONTROL = 'Rules are kept with each change, not at the end of a transaction.';
const STORAGE = 'How a database stores and sorts its rows is left to the database of the app.';
const INDEX = 'The app makes the indexes that its lists need.';
const MIGRATION = 'A document shows the data as it is; steps of a migration are not followed.';

/** Why an app has no place for it; the first that fits. Whatever fits none of them is listed as not known. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /^on update (current_timestamp|now|localtime)/,
    'The app keeps when a record was changed in updatedAt alone.',
  ],
  [
    /^on update\b/,
    'A relation holds the id of a record, which never changes, so that nothing has to follow it.',
  ],
  [/^on delete set default/, 'A relation has no default; it becomes empty where it may be empty.'],
  [/^on delete set null \(/, 'A relation becomes empty as a whole.'],
  [/^match\b/, 'A relation is there as a whole or not at all.'],
  [
    /^on conflict\b/,
    'What breaks a rule is refused with an error: nothing is ignored, replaced or kept in part.',
  ],
  [/deferr|^initially\b/, CONTROL],
  [/^not enforced/, 'The document does not enforce the rule, so that the app does not either.'],
  [/^(not valid|enforced)/, 'A rule holds of every record of the app.'],
  [/^no inherit|^inherit/, 'Tables of an app have no tables below them.'],
  [/^nulls not distinct/, 'A record without one of the values is never the same as another one.'],
  [
    /^(collate|character set|charset|default (collate|charset|character))/,
    'Texts are compared as they are written, and sorted as the database of the app sorts them.',
  ],
  [/^(include|using|nulls (first|last)|asc|desc|with parser|key_block_size|.*\bindex\b)/, INDEX],
  [/^[^\s(]+ ?\(\d+\)$/, 'Whole values are unique, not their beginnings alone.'],
  [/^partition\b/, 'Rows of a partition are those of its table.'],
  [/^as |^select\b/, 'It is filled by a query, which is not data to keep.'],
  [
    /^(generated (always|by default)|increment|start|auto_increment|identity)/,
    'The app counts its ids itself.',
  ],
  [/^srid\b/, 'Places are degrees of latitude and longitude (WGS 84).'],
  [/^(strict|without rowid)/, 'The app checks every value by its type, and has ids of its own.'],
  [/^(drop|rename|alter column|alter)\b/, MIGRATION],
  [
    /^(stored|virtual|with|tablespace|engine|row_format|storage|compression|column_format|statistics|set|invisible|unlogged|stats_|convert|order by|zerofill|options|server|lock|algorithm)\b|=/,
    STORAGE,
  ],
];

/** An aside as what has no place in the app; `owner` is the table or column that it stands at. */
export function outOfScopeOf({ words, line }: Aside, owner: string): OutOfScope {
  const said = words.replace(/\s+/g, ' ').trim().toLowerCase();
  const found = REASONS.find(([form]) => form.test(said))?.[1];
  return {
    what: `${shorten(words, 200)} of ${owner.slice(0, 130)}`,
    line,
    why: found ?? 'The importer does not know this part, and an app has no place for it.',
  };
}
