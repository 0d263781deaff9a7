/** The one way of user text into TypeScript: a string literal. */
export function tsString(value: string): string {
  const body = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[\u2028\u2029\u007f-\u009f]/g, unicodeEscape);
  return body.includes("'") && !body.includes('"')
    ? `"${body}"`
    : `'${body.replaceAll("'", "\\'")}'`;
}

/** The one way of user text into a SQL string literal. */
export function sqlString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The one way of user text into Markdown: one line without active characters. */
export function markdownText(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|&!]/g, '\\$&');
}

/** Lines joined, each non-empty one indented by `depth` levels of two spaces. */
export function indent(text: string, depth = 1): string {
  const space = '  '.repeat(depth);
  return text
    .split('\n')
    .map((line) => (line === '' ? line : space + line))
    .join('\n');
}

const MAX_WIDTH = 100;

/** Numbers in names count as numbers: `thing2` before `thing10`. */
export function byName(left: string, right: string): number {
  const key = (name: string) => name.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
  return key(left) < key(right) ? -1 : 1;
}

/** A list of objects or pairs as Biome prints it: a single one beside the brackets when it fits, else one a line. */
export function listOf(open: string, items: string[], close: string): string {
  const line = `${open}${items.join('')}${close}`;
  if (items.length <= 1 && line.length <= MAX_WIDTH) return line;
  return `${open}\n${items.map((item) => `${indent(item)},\n`).join('')}${close}`;
}

/** `open a, b close` on one line when it fits behind `column` characters, else one item a line. */
export function wrap(open: string, items: string[], close: string, column = 0): string {
  const spaced = open.endsWith('{') ? ' ' : '';
  const line = `${open}${spaced}${items.join(', ')}${spaced}${close}`;
  if (column + line.length <= MAX_WIDTH && !line.includes('\n')) return line;
  return `${open}\n${items.map((item) => `${indent(item)},\n`).join('')}${close}`;
}

/** Calls on a value, on one line when they fit behind `column` characters, else one a line. */
export function chain(start: string, calls: string[], column: number): string {
  const line = `${start}${calls.join('')}`;
  return column + line.length <= MAX_WIDTH
    ? line
    : [start, ...calls.map((call) => `  ${call}`)].join('\n');
}

/** An import statement with its names in order; nothing for no names. */
export function importNames(names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort(compareNames);
  if (sorted.length === 0) return '';
  const typesOnly = sorted.every((name) => name.startsWith('type '));
  const shown = typesOnly ? sorted.map((name) => name.replace('type ', '')) : sorted;
  return `${wrap(`import ${typesOnly ? 'type ' : ''}{`, shown, `} from '${from}';`)}\n`;
}

/** Import statements in the order of the files they name, as Biome keeps them. */
export function inImportOrder(statements: readonly string[]): string {
  // A folder comes before the folders whose names it starts: `tag/` before `tag-groups/`.
  const fileOf = (statement: string) =>
    statement.slice(statement.lastIndexOf(" from '")).replaceAll('/', ' ');
  return statements
    .filter((statement) => statement !== '')
    .toSorted((left, right) => byName(fileOf(left), fileOf(right)))
    .join('');
}

/** As Biome orders names: letter by letter, of the same letter the capital first. */
function compareNames(left: string, right: string): number {
  const [a, b] = [left, right].map((name) => name.replace(/^type /, ''));
  if (a === undefined || b === undefined) return 0;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const [one = '', other = ''] = [a[at], b[at]];
  const isOneLetter = at >= 0 && one.toLowerCase() === other.toLowerCase();
  return isOneLetter ? (one < other ? -1 : 1) : byName(a.toLowerCase(), b.toLowerCase());
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
