/** A property of a tree that nobody has looked at. */
export type Unread = {
  key: string;
  value: unknown;
  /** What the property belongs to. */
  node: Readonly<Record<string, unknown>>;
  /** The nodes above it, from the root. */
  above: readonly Readonly<Record<string, unknown>>[];
};

/** Parts that are looked at as a whole: what they hold is the business of whoever has read them. */
const WHOLE = new Set(['raw_expr', 'whereClause', 'expr', 'arg', 'arrayBounds', 'TableLikeClause']);

/** Changes of a table of which a column or a constraint is taken; all others are taken or listed as a whole. */
const TAKEN = new Set(['AT_AddColumn', 'AT_AddConstraint']);

/** Nodes that are listed by their text where no reader takes them. */
function isListed(node: Record<string, unknown>, key: string): boolean {
  const isChange = typeof node.subtype === 'string' && key !== 'name';
  return isChange || node.contype === 'CONSTR_EXCLUSION';
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Hands out a tree that remembers which of its properties are read, so that what a reader passes over can be listed
 * instead of being lost; a reader that learns a new property needs nothing else.
 */
export function watchReads<T extends object>(root: T): { tree: T; unread: () => Unread[] } {
  const reads = new WeakMap<object, Set<PropertyKey>>();
  const proxies = new WeakMap<object, object>();

  function watch<N extends object>(node: N): N {
    const known = proxies.get(node);
    // A proxy has the type of what it stands for.
    if (known !== undefined) return known as N;
    const seen = new Set<PropertyKey>();
    reads.set(node, seen);
    const proxy = new Proxy(node, {
      get(target, key, receiver) {
        seen.add(key);
        const value: unknown = Reflect.get(target, key, receiver);
        return isNode(value) ? watch(value) : value;
      },
    });
    proxies.set(node, proxy);
    return proxy;
  }

  function collect(node: Record<string, unknown>, above: Unread['above']): Unread[] {
    const seen = reads.get(node) ?? new Set();
    return Object.entries(node).flatMap(([key, value]): Unread[] => {
      if (value === undefined) return [];
      if (!seen.has(key)) return isListed(node, key) ? [] : [{ key, value, node, above }];
      const isChange = typeof node.subtype === 'string' && !TAKEN.has(node.subtype);
      const isWhole = WHOLE.has(key) || isChange;
      if (!isNode(value) || isWhole) return [];
      return collect(value, Array.isArray(node) ? above : [...above, node]);
    });
  }

  return {
    tree: watch(root),
    unread: () => (isNode(root) ? collect(root, []) : []),
  };
}
