import type { SourceComputed } from '../source-model.ts';
import type { Expression } from './expressions.ts';

const KINDS: Readonly<Record<string, SourceComputed['kind']>> = {
  '*': 'product',
  '+': 'sum',
  '-': 'difference',
};

/** `quantity * price`, `net + tax + fee`, `due - paid`: one operation on columns; null for anything else. */
export function readComputed(expression: Expression): Pick<SourceComputed, 'kind' | 'of'> | null {
  if (expression.kind !== 'call') return null;
  const kind = KINDS[expression.name];
  const of = operandsOf(expression, expression.name);
  return kind === undefined || of === null || of.length < 2 || of.length > 10 ? null : { kind, of };
}

/** `a - b - c` is `(a - b) - c`: what stands before an operation of the same kind belongs to it. */
function operandsOf(expression: Expression, operator: string): string[] | null {
  if (expression.kind === 'column') return [expression.name];
  if (expression.kind !== 'call' || expression.name !== operator) return null;
  const [left, right, ...others] = expression.of;
  if (left === undefined || right?.kind !== 'column' || others.length > 0) return null;
  const first = operandsOf(left, operator);
  return first === null ? null : [...first, right.name];
}
