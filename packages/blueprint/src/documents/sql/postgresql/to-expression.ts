import type { Node } from 'libpg-query';
import { call, type Expression, value } from '../../tables/expressions.ts';

/** A value that stands for what neither checks nor defaults are read from. */
const unknown = call('unknown');
const MOST_DEPTH = 300;

/** An expression of PostgreSQL's own tree, without casts. */
export function toExpression(node: Node | undefined, depth = 0): Expression {
  if (node === undefined || depth > MOST_DEPTH) return unknown;
  const inner = (each: Node | undefined) => toExpression(each, depth + 1);
  if ('A_Const' in node) return constantOf(node.A_Const);
  if ('TypeCast' in node) return inner(node.TypeCast.arg);
  if ('CollateClause' in node) return inner(node.CollateClause.arg);
  if ('ColumnRef' in node) {
    const last = node.ColumnRef.fields?.at(-1);
    return last !== undefined && 'String' in last
      ? { kind: 'column', name: last.String.sval ?? '' }
      : unknown;
  }
  if ('FuncCall' in node)
    return call(
      namesOf(node.FuncCall.funcname).at(-1) ?? '',
      ...(node.FuncCall.args ?? []).map(inner),
    );
  if ('SQLValueFunction' in node)
    return call(`${node.SQLValueFunction.op}`.toLowerCase().replace(/^svfop_|_n$/g, ''));
  if ('BoolExpr' in node)
    return call(
      `${node.BoolExpr.boolop}`.toLowerCase().replace('_expr', ''),
      ...(node.BoolExpr.args ?? []).map(inner),
    );
  if ('NullTest' in node)
    return call(
      node.NullTest.nulltesttype === 'IS_NOT_NULL' ? 'is not null' : 'is null',
      inner(node.NullTest.arg),
    );
  if ('A_ArrayExpr' in node)
    return { kind: 'list', of: (node.A_ArrayExpr.elements ?? []).map(inner) };
  if ('List' in node) return { kind: 'list', of: (node.List.items ?? []).map(inner) };
  return 'A_Expr' in node ? operationOf(node.A_Expr, inner) : unknown;
}

type Operation = Extract<Node, { A_Expr: unknown }>['A_Expr'];

function operationOf(
  { kind, name, lexpr, rexpr }: Operation,
  inner: (node: Node | undefined) => Expression,
): Expression {
  const operator = namesOf(name).at(-1) ?? '';
  if (kind === 'AEXPR_BETWEEN') {
    const bounds = rexpr !== undefined && 'List' in rexpr ? (rexpr.List.items ?? []) : [];
    return call('between', inner(lexpr), ...bounds.map(inner));
  }
  const isMember = kind === 'AEXPR_IN' || kind === 'AEXPR_OP_ANY';
  if (isMember) return operator === '=' ? call('in', inner(lexpr), inner(rexpr)) : unknown;
  if (kind !== 'AEXPR_OP') return unknown;
  if (lexpr !== undefined) return call(operator, inner(lexpr), inner(rexpr));
  const of = inner(rexpr);
  const isNegative = operator === '-' && of.kind === 'value' && typeof of.value === 'number';
  return isNegative && typeof of.value === 'number' ? value(-of.value) : call(operator, of);
}

type Constant = Extract<Node, { A_Const: unknown }>['A_Const'];

function constantOf(constant: Constant): Expression {
  if (constant.isnull) return value(null);
  if (constant.ival !== undefined) return value(constant.ival.ival ?? 0);
  if (constant.fval !== undefined) return value(Number(constant.fval.fval));
  if (constant.boolval !== undefined) return value(constant.boolval.boolval ?? false);
  return constant.sval === undefined ? unknown : value(constant.sval.sval ?? '');
}

/** The parts of a qualified name. */
export function namesOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}
