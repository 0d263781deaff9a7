import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

export type FunctionShape = { path: string; line: number; lines: number };
export type Escape = { path: string; line: number; kind: 'any' | 'non-null !' | 'unexplained as' };
export type Shape = { functions: FunctionShape[]; escapes: Escape[] };

/** Measures functions with a body of statements, and finds the places that switch the type checker off. */
export function measure({ path, text }: Pick<SourceFile, 'path' | 'text'>): Shape {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const shape: Shape = { functions: [], escapes: [] };
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;

  function visit(node: ts.Node): void {
    const line = lineOf(node.getStart());
    if (isFunctionWithStatements(node)) {
      shape.functions.push({ path, line, lines: lineOf(node.end) - line + 1 });
    }
    const kind = escapeOf(node, text, line);
    if (kind !== undefined) shape.escapes.push({ path, line, kind });
    ts.forEachChild(node, visit);
  }

  visit(source);
  return shape;
}

function isFunctionWithStatements(node: ts.Node): boolean {
  if (!ts.isFunctionLike(node) || !('body' in node)) return false;
  const { body } = node;
  return body !== undefined && ts.isBlock(body);
}

function escapeOf(node: ts.Node, text: string, line: number): Escape['kind'] | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isNonNullExpression(node)) return 'non-null !';
  if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return undefined;
  if (ts.isConstTypeReference(node.type)) return undefined;
  return isExplained(node, text, line) ? undefined : 'unexplained as';
}

/** A comment on the same line, or on the line above the cast or the statement around it, explains it. */
function isExplained(node: ts.Node, text: string, line: number): boolean {
  const lines = text.split('\n');
  const comment = /\/\/|\/\*|\*\//;
  const statement = ts.findAncestor(node, ts.isStatement) ?? node;
  const first = node.getSourceFile().getLineAndCharacterOfPosition(statement.getStart()).line + 1;
  return [lines[line - 1], lines[line - 2], lines[first - 2]].some((one) =>
    comment.test(one ?? ''),
  );
}

export type Spread = { count: number; median: number; p90: number; max: number };

/** Nearest-rank percentiles of counts; all zero when there are none. */
export function spreadOf(counts: readonly number[]): Spread {
  const sorted = [...counts].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { count: sorted.length, median: rank(0.5), p90: rank(0.9), max: rank(1) };
}
