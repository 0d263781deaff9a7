import { hasSqlDetails, loadModule, type Node, parseSync } from 'libpg-query';
import { DocumentInvalid } from '../../document-invalid.ts';
import { type Lines, shorten } from '../../lines.ts';
import type { Statement } from '../split-statements.ts';
import type { StatementParser } from '../statement-parser.ts';
import { statementDdl } from './statement-ddl.ts';
import type { Places } from './to-column.ts';
import { unreadParts } from './unread-parts.ts';
import { watchReads } from './watch-reads.ts';

/** The parser of PostgreSQL itself, compiled to WebAssembly; loaded when the first document needs it. */
export async function openPostgresqlParser(): Promise<StatementParser> {
  await loadModule();
  return (statement, lines) => {
    const nodes = parse(statement, lines);
    const places = placesOf(statement, lines);
    return nodes.flatMap((node) => {
      const { tree, unread } = watchReads(node);
      const found = statementDdl(tree, places);
      const lost = found.some(({ kind }) => kind !== 'out-of-scope');
      const others = lost ? unreadParts(unread(), places) : [];
      return [...found, ...others.map((each) => ({ kind: 'out-of-scope' as const, ...each }))];
    });
  };
}

function parse({ text, start }: Statement, lines: Lines): Node[] {
  try {
    return (parseSync(text).stmts ?? []).flatMap(({ stmt }) => (stmt === undefined ? [] : [stmt]));
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    const { message, cursorPosition = 0 } = error.sqlDetails ?? {};
    throw new DocumentInvalid(
      'document-invalid',
      `PostgreSQL would not take this: ${(message ?? error.message).slice(0, 200)}.`,
      lines.positionAt(start + Math.max(0, cursorPosition)),
    );
  }
}

/** The tree counts bytes of UTF-8, everybody else (errors as well) characters. */
function placesOf({ text, start }: Statement, lines: Lines): Places {
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const offsetOf = (location: number | undefined) =>
    isAscii ? (location ?? 0) : charactersOf(text, location ?? 0);
  return {
    lineAt: (location) => lines.lineAt(start + offsetOf(location)),
    textFrom: (location) => clauseAt(text, offsetOf(location)),
    text: shorten(text, 300),
  };
}

function charactersOf(text: string, bytes: number): number {
  const encoded = new TextEncoder().encode(text).subarray(0, bytes);
  return new TextDecoder().decode(encoded).length;
}

/** To the comma or the bracket that ends what begins there; those in quotes end nothing. */
function clauseAt(text: string, offset: number): string {
  const end = Math.min(text.length, offset + 400);
  let depth = 0;
  let isQuoted = false;
  for (let at = offset; at < end; at += 1) {
    const char = text[at];
    if (char === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (char === '(' || char === '[') depth += 1;
    if (char === ')' || char === ']') depth -= 1;
    if (depth < 0 || (depth === 0 && (char === ',' || char === ';'))) return text.slice(offset, at);
  }
  return text.slice(offset, end);
}
