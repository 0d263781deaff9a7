import type { Binding } from '@quantumlayer/contracts';

export type Reference = {
  root: 'input' | 'item' | 'index' | 'node';
  /** Id of the node; empty for other roots. */
  node: string;
  path: readonly string[];
};

export function parseReference(text: string): Reference {
  const [root = '', ...rest] = text.split('.');
  if (root === 'nodes') return { root: 'node', node: rest[0] ?? '', path: rest.slice(1) };
  if (root === 'input' || root === 'item' || root === 'index') {
    return { root, node: '', path: rest };
  }
  throw new TypeError(`"${text}" is no reference: it starts with input, nodes, item or index.`);
}

export function bindingReference(binding: Binding): { from: Reference; optional: boolean } | null {
  if (typeof binding === 'string') return { from: parseReference(binding), optional: false };
  if ('from' in binding) return { from: parseReference(binding.from), optional: true };
  return null;
}

/** Walks own properties only; undefined when the path leads nowhere. */
export function selectPath(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) {
      return undefined;
    }
    current = Reflect.get(current, key);
  }
  return current;
}
