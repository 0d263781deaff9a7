/** A string, a quoted name, a body between dollar signs, a bracket, a separator or any other character. */
const PIECE = /\$[a-z_]*\$[\s\S]*?\$[a-z_]*\$|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g;

/** The parts of `sql` between characters that are `separator`, outside of strings, names, bodies and brackets. */
export function splitSql(sql: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of sql.matchAll(PIECE)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece === separator && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts.map((part) => part.trim());
}

/** What stands in the first bracket of `sql`. Throws SyntaxError where it is not closed. */
export function bracketed(sql: string): string {
  let depth = 0;
  let start = -1;
  for (const { 0: piece, index } of sql.matchAll(PIECE)) {
    if (piece === '(') {
      depth += 1;
      if (depth === 1) start = index + 1;
    }
    if (piece === ')') {
      depth -= 1;
      if (depth === 0) return sql.slice(start, index);
    }
  }
  throw new SyntaxError(`a bracket is not closed in: ${sql.slice(0, 100)}`);
}
