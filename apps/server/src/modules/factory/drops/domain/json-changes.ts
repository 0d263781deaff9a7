export type JsonChange = {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  before: unknown;
  after: unknown;
};

/**
 * The places at which two JSON documents differ, depth first. Lists whose items all have a distinct `key`, `name`, `id`
 * or `path` are matched by it, so that an insertion is one change and not a change of everything behind it; other
 * lists are matched by position. Lazy: a caller that has seen enough stops reading.
 */
export function* listJsonChanges(
  before: unknown,
  after: unknown,
  path = '',
): Generator<JsonChange> {
  const [left, right] = [membersOf(before, after), membersOf(after, before)];
  if (left === null || right === null) {
    if (!isSameValue(before, after)) yield { path, kind: 'changed', before, after };
    return;
  }
  for (const [key, value] of left) {
    const place = `${path}/${escapeSegment(key)}`;
    if (right.has(key)) yield* listJsonChanges(value, right.get(key), place);
    else yield { path: place, kind: 'removed', before: value, after: undefined };
  }
  for (const [key, value] of right) {
    if (left.has(key)) continue;
    yield { path: `${path}/${escapeSegment(key)}`, kind: 'added', before: undefined, after: value };
  }
}

/** The members of an object or list to be matched with `other`; null for a plain value or another shape. */
function membersOf(value: unknown, other: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    if (!Array.isArray(other)) return null;
    const identity = identities.find((key) => isIdentity(key, value) && isIdentity(key, other));
    const keyOf = (item: unknown, index: number) =>
      identity === undefined ? String(index) : String(memberOf(item, identity));
    return new Map(value.map((item, index) => [keyOf(item, index), item]));
  }
  if (typeof value !== 'object' || value === null) return null;
  if (typeof other !== 'object' || other === null || Array.isArray(other)) return null;
  return new Map(Object.entries(value));
}

const identities = ['key', 'name', 'id', 'path'];

function isIdentity(key: string, items: readonly unknown[]): boolean {
  const values = items.map((item) => memberOf(item, key));
  return (
    values.every((value) => typeof value === 'string') && new Set(values).size === items.length
  );
}

function memberOf(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null
    ? new Map(Object.entries(item)).get(key)
    : undefined;
}

/** Plain values by value; two things of different shape are never the same. */
function isSameValue(before: unknown, after: unknown): boolean {
  return Object.is(before, after);
}

/** As in a JSON pointer. */
function escapeSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
