import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { DocumentInvalid } from '../document-invalid.ts';
import type { Lines } from '../lines.ts';
import type { Tables } from '../tables/tables.ts';
import { collect } from './collect.ts';
import { toTables } from './to-tables.ts';

const MOST_NESTING = 40;

/** Objects as entities, their members as fields; objects within objects are entities of their own. */
export function readJson(document: string, name: string, ofDocument: Lines): Tables {
  const { text, lines } = asOne(document, ofDocument);
  expectShallow(text, lines);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error !== undefined)
    throw new DocumentInvalid(
      'document-invalid',
      `This is no JSON: ${sentenceOf(error)}.`,
      lines.positionAt(error.offset),
    );
  if (root === undefined) throw new DocumentInvalid('document-empty', 'The document is empty.');
  refuseSchemas(root);
  return toTables(collect(root, name, lines));
}

/** Records of their own on each line (NDJSON) are one list; each character stays where it is, behind a bracket. */
function asOne(text: string, lines: Lines): { text: string; lines: Lines } {
  const records = text.trim().split(/\s*\n\s*/);
  const isRecords = records.length > 1 && records.every((line) => /^\{.*\}$/.test(line));
  if (!isRecords) return { text, lines };
  return {
    text: `[${text.replace(/\n(?=[^\S\n]*\{)/g, ',').replace(/^(\s*),/, '$1 ')}]`,
    lines: {
      ...lines,
      lineAt: (offset) => lines.lineAt(Math.max(0, offset - 1)),
      positionAt: (offset) => lines.positionAt(Math.max(0, offset - 1)),
    },
  };
}

/** `CommaExpected` -> "comma expected" */
function sentenceOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function expectShallow(text: string, lines: Lines): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isText && char === '\\') at += 1;
    else if (char === '"') isText = !isText;
    else if (!isText && (char === '{' || char === '[')) depth += 1;
    else if (!isText && (char === '}' || char === ']')) depth -= 1;
    if (depth > MOST_NESTING)
      throw new DocumentInvalid(
        'document-invalid',
        'The values are nested too deeply.',
        lines.positionAt(at),
      );
  }
}

/** Documents that describe data instead of showing it; OpenAPI gets a reader of its own. */
function refuseSchemas(root: Node): void {
  const keys = (root.type === 'object' ? (root.children ?? []) : []).map(
    (property) => property.children?.[0]?.value,
  );
  const found = ['openapi', 'swagger', '$schema'].find((key) => keys.includes(key));
  if (found === undefined) return;
  const what = found === '$schema' ? 'JSON Schema' : 'OpenAPI';
  throw new DocumentInvalid(
    'document-format-unknown',
    `The document is written in ${what}, which is not read yet; JSON is read as sample objects.`,
  );
}
