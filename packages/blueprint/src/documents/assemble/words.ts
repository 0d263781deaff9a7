/** Longer names are cut before anything looks at them. */
const MOST_CHARACTERS = 200;

/** `order_items`, `OrderItems`, `"order items"` -> `['order', 'items']`; nothing but ASCII letters and digits. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
