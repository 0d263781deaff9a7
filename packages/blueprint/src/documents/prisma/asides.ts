import type { OutOfScope } from '@quantumlayer/contracts';
import { type Lines, shorten } from '../lines.ts';
import type { PrismaAttribute, PrismaValue } from './parsed.ts';

/** The text of a schema with its lines, to show what stands there. */
export type Source = { text: string; lines: Lines };

/** What is written there, in one line. */
export function textAt({ text }: Source, { offset, end }: { offset: number; end: number }): string {
  return shorten(text.slice(offset, end), 300);
}

/** Arguments that name keys and constraints, which nobody sees. */
const NAMES = new Set(['map', 'name']);
/** What a reader makes of attributes; null as an argument is the one without a name. */
const READ: ReadonlyMap<string, readonly (string | null)[]> = new Map([
  ['id', [null, 'fields']],
  ['unique', [null, 'fields']],
  ['default', [null, 'value']],
  ['relation', [null, 'name', 'fields', 'references', 'onDelete']],
]);

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(@@?map)\b/, 'Tables, columns and choices are called like what they stand for.'],
  [/^@@?schema\b/, 'An app has one database of its own.'],
  [/^@@(index|fulltext)\b/, 'The app makes the indexes that its lists need.'],
  [
    /^onUpdate\b/,
    'A relation holds the id of a record, which never changes, so that nothing has to follow it.',
  ],
  [/^onDelete\b/, 'A relation has no default; it becomes empty where it may be empty.'],
  [/^((sort|length|ops|type|clustered)\b|\[)/, 'The app makes the indexes that its lists need.'],
  [/^@db\./, 'How a database stores a value is left to the database of the app.'],
  [/^@@?ignore\b/, 'Prisma hides it from its client; the app shows what the document defines.'],
];

/** Why an app has no place for an attribute or an argument of one; what fits nothing is listed as not known. */
export function outOfScopeAt(
  source: Source,
  span: { offset: number; end: number },
  { sign = '', owner }: { sign?: '@' | '@@' | ''; owner: string },
): OutOfScope {
  const words = `${sign}${textAt(source, span)}`;
  return {
    what: `${words} of ${owner.slice(0, 130)}`,
    line: source.lines.lineAt(span.offset),
    why:
      REASONS.find(([form]) => form.test(words))?.[1] ??
      'It says how Prisma treats it, and an app has no place for it.',
  };
}

function hasCalls(value: PrismaValue): boolean {
  return value.kind === 'call' || (value.kind === 'list' && value.values.some(hasCalls));
}

/** The arguments of an attribute that no reader makes anything of. */
export function unreadArguments(
  source: Source,
  attribute: PrismaAttribute,
  owner: string,
): OutOfScope[] {
  const read = READ.get(attribute.name) ?? [];
  return attribute.args
    .filter(({ name, value }) => {
      const isRead = read.includes(name) || NAMES.has(name ?? '');
      // `[day(sort: Desc), price]`: how a key is sorted.
      return !isRead || (attribute.name !== 'default' && hasCalls(value));
    })
    .map((argument) => outOfScopeAt(source, argument, { owner }));
}
