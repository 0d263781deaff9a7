import { singular } from '../../text/nouns.ts';
import { wordsOf } from '../assemble/words.ts';
import { kindOfType } from './column-kinds.ts';
import type { Column, Table } from './tables.ts';

/** What every record of an app has already, or has where its blueprint asks for it. */
export type ColumnRole = 'id' | 'created' | 'updated' | 'deleted' | 'version';

const CREATED =
  /^(created|inserted)( (at|on|date|time|timestamp))?$|^date created$|^creation (date|time)$/;
const UPDATED =
  /^(last )?(updated|modified|changed)( (at|on|date|time|timestamp))?$|^date (updated|modified)$|^last (update|modification)( date| time)?$/;
const DELETED_AT = /^deleted (at|on)$|^date deleted$/;
const DELETED = /^(is )?(soft )?deleted$/;
const VERSION = /^(lock |row |record )?version$|^opt ?lock$|^xmin version$/;

/** The role of a column that the app takes over, or null for a column of the thing itself. */
export function roleOf(column: Column, table: Table): ColumnRole | null {
  if (isSurrogate(column, table)) return 'id';
  const words = wordsOf(column.name).join(' ');
  const kind = kindOfType(column.type.name);
  if (column.type.isArray) return null;
  const isMoment = ['datetime', 'date'].includes(kind);
  if (isMoment && CREATED.test(words)) return 'created';
  if (isMoment && UPDATED.test(words)) return 'updated';
  if (isMoment && !column.isRequired && DELETED_AT.test(words)) return 'deleted';
  const isFlag =
    kind === 'boolean' || (column.type.name === 'tinyint' && column.type.args[0] === 1);
  if (isFlag && DELETED.test(words)) return 'deleted';
  const isCounter = ['integer', 'bigint'].includes(kind) && column.isRequired;
  return isCounter && VERSION.test(words) ? 'version' : null;
}

/** A key that says nothing of the thing: `id`, `order_id` of `orders`, a counter, a UUID. */
function isSurrogate(column: Column, table: Table): boolean {
  const [only, ...others] = table.primaryKey;
  if (only !== column.name || others.length > 0) return false;
  if (table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return false;
  if (column.isCounted || ['rowid', 'oid'].includes(column.name.toLowerCase())) return true;
  const words = wordsOf(column.name);
  const last = words.at(-1) ?? '';
  const isNamedSo = ['id', 'uuid', 'guid', 'pk', 'ulid', 'cuid', 'uid'].includes(last);
  const own = wordsOf(table.name).map(singular).join('');
  const stem = words.slice(0, -1).map(singular).join('');
  const isOwn = stem === '' || own.endsWith(stem) || own.startsWith(stem);
  return (isNamedSo && isOwn) || kindOfType(column.type.name) === 'uuid';
}
