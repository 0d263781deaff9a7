import type { OutOfScope } from '@quantumlayer/contracts';
import { type Aside, outOfScopeOf } from '../asides.ts';
import type { Places } from './to-column.ts';
import type { Unread } from './watch-reads.ts';

type Node = Unread['node'];

const of = (node: Node, key: string): unknown => node[key];
const textIn = (value: unknown) => (typeof value === 'string' ? value : '');

const UPDATES: Readonly<Record<string, string>> = {
  a: 'NO ACTION',
  r: 'RESTRICT',
  c: 'CASCADE',
  n: 'SET NULL',
  d: 'SET DEFAULT',
};
const MATCHES: Readonly<Record<string, string>> = { f: 'FULL', p: 'PARTIAL' };

/** Names that a parse tree holds below a node. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isName = ['sval', 'relname', 'name', 'defname', 'ival', 'fval'].includes(key);
    return isName && typeof inner !== 'object' ? [String(inner)] : namesIn(inner);
  });
}

const flag = (words: string) => (value: unknown) => (value === true ? words : null);
const list = (words: string) => (value: unknown) => `${words} (${namesIn(value).join(', ')})`;
const named = (words: string) => (value: unknown) => `${words} ${textIn(value)}`;

type Words = (value: unknown, node: Node) => string | null;

/** Says nothing of the data: places in the text, names of constraints, and what is so unless it is said otherwise. */
const nothing: Words = () => null;

/** The words of SQL behind the properties of the tree that no reader looks at. */
const WORDS: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    [
      ...['location', 'list_start', 'list_end', 'typemod', 'inh', 'is_local', 'oncommit'],
      ...['if_not_exists', 'missing_ok', 'initially_valid', 'is_enforced', 'conname', 'objtype'],
      ...['behavior', 'concurrent', 'generated_kind', 'generated_when', 'newValIsAfter', 'typeOid'],
      'skipIfNewValExists',
    ].map((key) => [key, nothing]),
  ),
  relpersistence: (value) => (value === 'u' ? 'UNLOGGED' : null),
  fk_upd_action: (value) => (value === 'a' ? null : `ON UPDATE ${UPDATES[textIn(value)] ?? ''}`),
  fk_matchtype: (value) => (value === 's' ? null : `MATCH ${MATCHES[textIn(value)] ?? ''}`),
  fk_del_set_cols: list('ON DELETE SET NULL'),
  deferrable: (value, node) =>
    value === true ? `DEFERRABLE${of(node, 'initdeferred') ? ' INITIALLY DEFERRED' : ''}` : null,
  initdeferred: nothing,
  skip_validation: flag('NOT VALID'),
  is_no_inherit: flag('NO INHERIT'),
  nulls_not_distinct: flag('NULLS NOT DISTINCT'),
  including: list('INCLUDE'),
  indexIncludingParams: list('INCLUDE'),
  options: (value, node) => list(node.contype === 'CONSTR_IDENTITY' ? 'IDENTITY' : 'WITH')(value),
  fdwoptions: list('OPTIONS'),
  collClause: (value) => `COLLATE ${namesIn(value).join('.')}`,
  collation: (value) => `COLLATE ${namesIn(value).join('.')}`,
  opclass: (value) => `USING ${namesIn(value).join('.')}`,
  storage_name: named('STORAGE'),
  compression: named('COMPRESSION'),
  indexspace: named('TABLESPACE'),
  tablespacename: named('TABLESPACE'),
  tableSpace: named('TABLESPACE'),
  servername: named('SERVER'),
  indexname: named('USING INDEX'),
  accessMethod: (value) => (value === 'btree' ? null : `USING ${textIn(value)}`),
  access_method: (value) => `USING ${textIn(value)}`,
  ordering: (value) => (value === 'SORTBY_DESC' ? 'DESC' : null),
  nulls_ordering: (value) => {
    if (value === 'SORTBY_NULLS_FIRST') return 'NULLS FIRST';
    return value === 'SORTBY_NULLS_LAST' ? 'NULLS LAST' : null;
  },
  partspec: (value) => `PARTITION BY (${namesIn(value).join(', ')})`,
};

/** What no reader has looked at in the tree of a statement, as what is out of scope. */
export function unreadParts(unread: readonly Unread[], places: Places): OutOfScope[] {
  return unread.flatMap((part) => {
    const words = wordsOf(part);
    return words === null ? [] : [outOfScopeOf(asideOf(part, words, places), ownerOf(part))];
  });
}

function wordsOf({ key, value, node }: Unread): string | null {
  const known = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  if (known !== undefined) return known(value, node);
  const shown = typeof value === 'object' ? namesIn(value).join(', ') : String(value);
  return `${key} ${shown}`.trim();
}

function asideOf({ node, above }: Unread, words: string, places: Places): Aside {
  const placed = [node, ...[...above].reverse()].find((each) => typeof each.location === 'number');
  const location = typeof placed?.location === 'number' ? placed.location : undefined;
  return { words, line: places.lineAt(location) };
}

/** "invoices.amount": the table and column that a part belongs to. */
function ownerOf({ node, above }: Unread): string {
  const names: string[] = [];
  for (const each of [...above, node]) {
    const base = each.base;
    const relation =
      typeof base === 'object' && base !== null && 'relation' in base
        ? base.relation
        : each.relation;
    const table =
      typeof relation === 'object' && relation !== null && 'relname' in relation
        ? relation.relname
        : undefined;
    for (const name of [table, each.colname]) if (typeof name === 'string') names.push(name);
    if (typeof each.subtype === 'string' && typeof each.name === 'string') names.push(each.name);
    if ('contype' in each && each.colname === undefined) {
      const keys = namesIn(each.fk_attrs ?? each.keys);
      if (keys.length > 0) names.push(keys.join(', '));
    }
  }
  return [...new Set(names)].join('.') || 'the statement';
}
