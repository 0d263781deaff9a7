import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import { DocumentInvalid, type Position } from '../document-invalid.ts';

/** A key or a place in a list. */
export type Step = string | number;

/** A document as plain values, and where each of them stands. */
export type ParsedText = {
  root: unknown;
  /** Of a value, or of the nearest one around it that is there. */
  positionOf(path: readonly Step[]): Position;
};

const MOST_ALIASES = 100;
const MOST_DEPTH = 200;
const LISTS_IN_LISTS = /^ *(?:[-?] +){200}/m;

/** Reads YAML, of which JSON is a part. Throws DocumentInvalid for what is neither, or would grow without bound. */
export function parseText(text: string): ParsedText {
  expectShallow(text);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
    schema: 'core',
    merge: false,
    logLevel: 'silent',
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error !== undefined)
    throw new DocumentInvalid(
      'document-invalid',
      `The text cannot be read: ${firstLine(error.message)}`,
      at(error.pos[0]),
    );
  const alias = checkAliases(document, at);
  return {
    root: toPlain(() => document.toJS({ maxAliasCount: MOST_ALIASES }), alias),
    positionOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range)
          return at(keyStart(document, path.slice(0, length)) ?? node.range[0]);
      }
      return { line: 1, column: 1 };
    },
  };
}

/** Where the key of a value stands: a person looks for the name, not for what is behind it. */
function keyStart(
  document: ReturnType<typeof parseDocument>,
  path: readonly Step[],
): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof parent !== 'object' || parent === null || !('items' in parent)) return null;
  const items: readonly unknown[] = Array.isArray(parent.items) ? parent.items : [];
  for (const item of items) {
    if (typeof item !== 'object' || item === null || !('key' in item)) continue;
    const { key } = item;
    if (isNode(key) && 'value' in key && String(key.value) === String(path.at(-1)))
      return key.range?.[0] ?? null;
  }
  return null;
}

/** The parser and everything behind it recurse; what is nested deeper than any document is no document. */
function expectShallow(text: string): void {
  const list = LISTS_IN_LISTS.exec(text);
  if (list !== null)
    throw new DocumentInvalid(
      'document-invalid',
      `Lists are nested more than ${MOST_DEPTH} deep.`,
      { line: text.slice(0, list.index).split('\n').length, column: 1 },
    );
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth = Math.max(0, depth - 1);
    if (depth <= MOST_DEPTH) continue;
    const before = text.slice(0, at).split('\n');
    throw new DocumentInvalid(
      'document-invalid',
      `Brackets are nested more than ${MOST_DEPTH} deep.`,
      { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    );
  }
}

/** Where the first alias stands. One that stands for what is around it would hold itself without end. */
function checkAliases(
  document: ReturnType<typeof parseDocument>,
  at: (offset: number) => Position,
): Position {
  let first: Position | null = null;
  visit(document, {
    Node: (_key, node, path) => {
      // Of each level there is a pair and what is in it.
      if (path.length > 2 * MOST_DEPTH)
        throw new DocumentInvalid(
          'document-invalid',
          `Values are nested more than ${MOST_DEPTH} deep.`,
          at(node.range?.[0] ?? 0),
        );
    },
    Alias: (_key, node, path) => {
      const position = at(node.range?.[0] ?? 0);
      first ??= position;
      const isAround = path.some((one) => 'anchor' in one && one.anchor === node.source);
      if (isAround)
        throw new DocumentInvalid(
          'document-invalid',
          `The alias ${node.source.slice(0, 80)} stands for what is around it.`,
          position,
        );
    },
  });
  return first ?? { line: 1, column: 1 };
}

function toPlain(read: () => unknown, alias: Position): unknown {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? firstLine(error.message) : 'unknown';
    throw new DocumentInvalid('document-invalid', `The text cannot be read: ${why}`, alias);
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.slice(0, 300) ?? '';
}
