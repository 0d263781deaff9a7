const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', ''],
  ['b', ''],
  ['Z', ''],
]);

/** `'it''s'` -> `it's`, also with the prefixes and backslashes of MySQL. */
export function textOf(image: string): string {
  const start = image.search(/['"]/);
  if (start < 0) return image;
  const quote = image[start] ?? "'";
  const isMysql = start > 0 || image.includes('\\');
  const inner = image.slice(start + 1, -1).replaceAll(quote + quote, quote);
  return isMysql
    ? inner.replace(/\\([\s\S])/g, (_all, char: string) => ESCAPES.get(char) ?? char)
    : inner;
}

/** A name without its quotes or brackets. */
export function unquoted(image: string): string {
  const quote = image[0] ?? '';
  const inner = image.slice(1, -1);
  return quote === '[' ? inner : inner.replaceAll(quote + quote, quote);
}
