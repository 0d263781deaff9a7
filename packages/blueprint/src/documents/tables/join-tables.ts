import { toPluralName, upperFirst } from '../../names.ts';
import { singular } from '../../text/nouns.ts';
import { wordsOf } from '../assemble/words.ts';
import type { SourceRelation } from '../source-model.ts';
import { roleOf } from './column-roles.ts';
import { type ResolvedKey, saysTarget, stemOf } from './foreign-keys.ts';
import type { Table } from './tables.ts';

type Join = { table: Table; first: ResolvedKey; second: ResolvedKey };

/** Tables that hold nothing but two keys, and which nothing refers to: many-to-many relations. */
export function findJoins(
  tables: readonly Table[],
  keysOf: (table: Table) => readonly ResolvedKey[],
): Join[] {
  const referred = new Set(
    tables.flatMap((table) => keysOf(table).map(({ target }) => target.name)),
  );
  return tables.flatMap((table) => {
    const [first, second, ...others] = keysOf(table);
    if (!first || !second || others.length > 0 || referred.has(table.name)) return [];
    const isHeld = table.columns.every((column) => {
      const role = roleOf(column, table);
      const isKey = [first, second].some(({ columns }) => columns.includes(column.name));
      return isKey ? true : role === 'id' || role === 'created' || role === 'updated';
    });
    const isOne = table.uniques.some(({ columns }) => columns.length === 1);
    const isAlone = table.columns.some(({ isUnique }) => isUnique) || isOne;
    const isLinking =
      isHeld && table.checks.length === 0 && !isAlone && isWhole(table, first, second);
    return isLinking ? [{ table, first, second }] : [];
  });
}

/** Both keys are given, and a pair stands there once. */
function isWhole(table: Table, first: ResolvedKey, second: ResolvedKey): boolean {
  const columns = [...first.columns, ...second.columns];
  const isPair = (group: readonly string[]) =>
    group.length > 1 && columns.every((name) => group.includes(name));
  return (
    isPair(table.primaryKey) ||
    table.uniques.some((unique) => isPair(unique.columns)) ||
    table.columns.every(({ name }) => columns.includes(name))
  );
}

/** The many-to-many relations that join tables are. */
export function relationsOfJoins(joins: readonly Join[]): SourceRelation[] {
  return joins.map(({ table, first, second }) => {
    const pair = [first.target.name, second.target.name];
    const rivals = joins.filter(
      (other) => pair.includes(other.first.target.name) && pair.includes(other.second.target.name),
    );
    const isSelf = first.target === second.target;
    const about = rivals.length > 1 && !isSelf ? aboutOf(table, pair) : '';
    return {
      key: table.name,
      kind: 'many-to-many',
      from: first.target.name,
      to: second.target.name,
      name: first.name ?? wish(second, about),
      inverse: second.name ?? wish(first, about),
      required: false,
      line: table.line,
    };
  });
}

/** "followers" for `follower_id`; null where the key only says the table that it leads to. */
function wish(key: ResolvedKey, about: string): string | null {
  const stem = stemOf(key);
  const named = stem === null || saysTarget(stem, key.target) ? null : pluralOf(stem);
  if (about === '') return named;
  return `${about} ${named ?? pluralOf(wordsOf(key.target.name).map(singular).join(' '))}`;
}

/** "followers", but "followed": who is followed stays so. */
function pluralOf(stem: string): string {
  if (/(ed|ing)$/.test(stem)) return stem;
  return toPluralName(stem.split(' ').map(upperFirst).join(''));
}

/** "like" of `post_likes` between posts and users. */
function aboutOf(table: Table, pair: readonly string[]): string {
  const known = new Set(pair.flatMap(wordsOf).map(singular));
  return wordsOf(table.name)
    .map(singular)
    .filter((word) => !known.has(word))
    .join(' ');
}
