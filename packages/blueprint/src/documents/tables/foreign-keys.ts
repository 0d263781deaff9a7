import { singular } from '../../text/nouns.ts';
import { wordsOf } from '../assemble/words.ts';
import type { SourceRelation } from '../source-model.ts';
import type { ForeignKey, Table, Tables } from './tables.ts';

/** A foreign key whose table is in the document. */
export type ResolvedKey = ForeignKey & { target: Table };

const KEY_WORDS = new Set(['id', 'uuid', 'guid', 'fk', 'key', 'ref', 'ulid', 'cuid', 'uid', 'pk']);

/** `customer_id`, `id_customer`, `board_code` that leads to `code` -> "customer", "board"; null when nothing is left. */
export function stemOf(key: ForeignKey): string | null {
  const words = wordsOf(keyOf(key));
  const referred = key.references?.length === 1 ? wordsOf(key.references[0] ?? '') : [];
  const isTail = referred.length > 0 && words.join(' ').endsWith(` ${referred.join(' ')}`);
  if (isTail) words.splice(words.length - referred.length);
  if (words.length > 1 && KEY_WORDS.has(words.at(-1) ?? '')) words.pop();
  if (words.length > 1 && ['id', 'fk'].includes(words[0] ?? '')) words.shift();
  const isKey = words.length === 0 || (words.length === 1 && KEY_WORDS.has(words[0] ?? ''));
  return isKey ? null : words.join(' ');
}

/** The keys of a table that lead to a table of the document; the others are listed and stay columns. */
export function resolveKeys(
  table: Table,
  byName: ReadonlyMap<string, Table>,
  outOfScope: Tables['outOfScope'],
): ResolvedKey[] {
  const keys = new Map<string, ResolvedKey>();
  const known = new Set(table.columns.map(({ name }) => name));
  for (const key of table.foreignKeys) {
    const target = byName.get(key.table);
    const list = [...key.columns].sort().join('\0');
    if (target !== undefined && !keys.has(list) && key.columns.every((each) => known.has(each)))
      keys.set(list, { ...key, target });
    else
      outOfScope.push({
        what: `${table.name.slice(0, 60)}: foreign key (${key.columns.join(', ').slice(0, 120)}) to ${key.table.slice(0, 60)}`,
        line: key.line,
        why:
          target === undefined
            ? 'The document does not define the table that it leads to, so that the column stays a value.'
            : 'The same columns lead to another table already, or are not defined.',
      });
  }
  return [...keys.values()];
}

/** The relation that a key of an entity's table is. */
export function relationOf(
  table: Table,
  key: ResolvedKey,
  notes: { question: (text: string) => void },
) {
  const isRequired = key.columns.every(
    (name) =>
      table.primaryKey.includes(name) ||
      table.columns.some((column) => column.name === name && column.isRequired),
  );
  const isUnique = [
    table.primaryKey,
    ...table.uniques.map(({ columns }) => columns),
    ...table.columns.filter((column) => column.isUnique).map(({ name }) => [name]),
  ].some((columns) => isSame(columns, key.columns));
  const contradicts = key.onDelete === 'set-null' && isRequired;
  if (contradicts)
    notes.question(
      `${table.name.slice(0, 60)}.${key.columns.join(', ').slice(0, 120)} is set to null when ${key.target.name.slice(0, 60)} is deleted, but must not be null. A deletion is refused instead.`,
    );
  const column = table.columns.find(({ name }) => name === key.columns.at(-1));
  const relation: SourceRelation = {
    key: keyOf(key),
    kind: isUnique ? 'one-to-one' : 'many-to-one',
    from: table.name,
    to: key.target.name,
    name: key.name ?? (key.columns.length === 1 ? stemOf(key) : null),
    inverse: key.inverse ?? null,
    required: isRequired,
    onDelete: contradicts ? undefined : key.onDelete,
    line: column?.line ?? key.line,
  };
  return relation;
}

export const keyOf = ({ columns }: ForeignKey): string => columns.at(-1) ?? '';

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.includes(name));
}

/** "category" for `category_id` of a table that leads to `categories`. */
export function saysTarget(stem: string, target: Table): boolean {
  const own = wordsOf(target.name).map(singular).join('');
  return wordsOf(stem).map(singular).join('') === own;
}
