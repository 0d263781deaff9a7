import type { Answer } from '../contract/answer.ts';
// @if calculated
import type { Call, Handler } from '../contract/operation.ts';
// @end
// @if !calculated
import type { Handler } from '../contract/operation.ts';
// @end
import { Refusal } from '../contract/refusal.ts';
// @if calculated
import type { Resource } from '../records/resource.ts';
import { newValues } from '../records/values.ts';
import { expectStorable, type Members, type Source, valuesOf } from './sources.ts';
// @end
// @if !calculated
import type { Source } from './sources.ts';
// @end

const NOTHING = new Map();
const LONGEST = 1_000;

type Result = { result: number };
type Operator = keyof typeof OPERATORS;

const OPERATORS = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  power: (a: number, b: number) => a ** b,
  modulo: (a: number, b: number) => a % b,
};

type Answering = {
  // @if calculated
  /** A row is kept of each time, with its result. */
  logs?: { resource: Resource; set: Members; result: string | null };
  // @end
  answer: (found: Result) => Answer;
};

/** Two numbers by one operator. */
export function calculate({
  operator,
  operands,
  ...answering
}: Answering & { operator: Operator; operands: readonly Source[] }): Handler {
  return async (call) => {
    const [a = Number.NaN, b = Number.NaN] = operands.map((source) =>
      Number(source(call, NOTHING)),
    );
    const result = expectFinite(OPERATORS[operator](a, b));
    // @if calculated
    await log(call, answering, result);
    // @end
    return answering.answer({ result });
  };
}

/** An expression of numbers, + - * / % ^ and brackets, with the usual precedence; nothing in it is run as code. */
export function evaluate({
  expression,
  operators,
  ...answering
}: Answering & {
  expression: Source;
  /** The only ones that the document knows. */
  operators?: string;
}): Handler {
  return async (call) => {
    const result = evaluateText(String(expression(call, NOTHING) ?? ''), operators);
    // @if calculated
    await log(call, answering, result);
    // @end
    return answering.answer({ result });
  };
}

// @if calculated
async function log(call: Call, { logs }: Answering, result: number): Promise<void> {
  if (logs === undefined) return;
  const values = valuesOf(logs.set, call, NOTHING);
  expectStorable(values);
  if (logs.result !== null) values[logs.result] = result;
  await call.services.records(logs.resource).insert(newValues(logs.resource, values, call.account));
}

// @end

function expectFinite(result: number): number {
  if (!Number.isFinite(result)) throw new Refusal('invalid', 'There is no such result.');
  return result;
}

const TOKEN = /\s*(?:(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)|([-+*/%^()]))/iy;

export function evaluateText(text: string, operators?: string): number {
  if (text.length > LONGEST)
    throw new Refusal('invalid', `An expression has at most ${LONGEST} characters.`);
  const tokens = tokensOf(text.trimEnd().replaceAll('**', '^'));
  const isUnknown = (token: string) => /^[-+*/%^]$/.test(token) && !operators?.includes(token);
  if (operators !== undefined && tokens.some(isUnknown)) throw notAnExpression();
  const result = sum(tokens);
  if (tokens.length > 0) throw notAnExpression();
  return expectFinite(result);
}

function notAnExpression(): Refusal {
  return new Refusal('invalid', 'This is not an expression of numbers.');
}

/** In reverse, so that the next one is at the end. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) throw notAnExpression();
    tokens.push(found[1] ?? found[2] ?? '');
  }
  return tokens.reverse();
}

function sum(tokens: string[]): number {
  let value = product(tokens);
  for (let next = tokens.at(-1); next === '+' || next === '-'; next = tokens.at(-1)) {
    tokens.pop();
    value = next === '+' ? value + product(tokens) : value - product(tokens);
  }
  return value;
}

function product(tokens: string[]): number {
  let value = signed(tokens);
  for (
    let next = tokens.at(-1);
    next === '*' || next === '/' || next === '%';
    next = tokens.at(-1)
  ) {
    tokens.pop();
    const factor = signed(tokens);
    value = next === '*' ? value * factor : next === '/' ? value / factor : value % factor;
  }
  return value;
}

function signed(tokens: string[]): number {
  const next = tokens.at(-1);
  if (next !== '-' && next !== '+') return power(tokens);
  tokens.pop();
  return next === '-' ? -signed(tokens) : signed(tokens);
}

function power(tokens: string[]): number {
  const base = atom(tokens);
  if (tokens.at(-1) !== '^') return base;
  tokens.pop();
  return base ** signed(tokens);
}

function atom(tokens: string[]): number {
  const token = tokens.pop();
  if (token === undefined) throw notAnExpression();
  if (token === '(') {
    const value = sum(tokens);
    if (tokens.pop() !== ')') throw notAnExpression();
    return value;
  }
  const value = Number(token);
  if (Number.isNaN(value)) throw notAnExpression();
  return value;
}
