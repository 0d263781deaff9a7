import type { Behaviour, Source } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { isJson, type Operation, successOf } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import { operatorsSaid } from './operators-said.ts';

type Calculation = Extract<Behaviour, { kind: 'calculate' }>;

const OPERATORS: readonly [RegExp, NonNullable<Calculation['operator']>][] = [
  [/^(add|addition|sum|plus)$/, 'add'],
  [/^(subtract|subtraction|minus|difference)$/, 'subtract'],
  [/^(multiply|multiplication|times|product)$/, 'multiply'],
  [/^(divide|division|quotient)$/, 'divide'],
  [/^(power|pow|exponentiate)$/, 'power'],
  [/^(modulo|mod|remainder)$/, 'modulo'],
];
const OPERANDS =
  /^(a|b|x|y|left|right|num1|num2|number1|number2|n1|n2|first|second|firstnumber|secondnumber|operand1|operand2|value1|value2|dividend|divisor|base|exponent|minuend|subtrahend|augend|addend)$/;

/** Arithmetic whose result the document names; null for everything else. */
export function decideCalculation(operation: Operation): Calculation | null {
  const inputs = inputsOf(operation);
  const result = resultOf(operation);
  if (result === null) return null;
  const expression = inputs.find(({ name }) =>
    /^(expression|expr|formula|equation|calculation)$/.test(plain(name)),
  );
  const isArithmetic = /calculat|arithmetic|evaluat|math|expression/.test(
    `${operation.text} ${operation.path}`,
  );
  const answer = {
    status: result.status,
    media: 'application/json',
    body: { as: 'json', shape: result.shape },
  } as const;
  if (expression !== undefined && isArithmetic) {
    const operators = operatorsSaid(operation);
    return {
      kind: 'calculate',
      answer,
      expression: expression.source,
      operands: [],
      operator: null,
      ...(operators !== null && { operators }),
    };
  }
  const word = operatorWord(operation);
  const operator = OPERATORS.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? null;
  const operands = inputs.filter(({ name }) => OPERANDS.test(plain(name)));
  if (operator === null || operands.length !== 2 || inputs.length !== 2) return null;
  return {
    kind: 'calculate',
    answer,
    expression: null,
    operands: operands.map(({ source }) => source),
    operator,
  };
}

/** `/add`, `multiplyNumbers`. */
export function operatorWord({ segments, words }: Operation): string | undefined {
  return [...segments.flatMap(wordsOf), ...words].find((each) =>
    OPERATORS.some(([pattern]) => pattern.test(each)),
  );
}

export function inputsOf({
  parameters,
  body,
  method,
}: Operation): { name: string; source: Source }[] {
  const own = parameters
    .filter(({ in: place }) => place === 'query' || place === 'path')
    .map(({ name, in: place }) => ({
      name,
      source: { in: place === 'path' ? ('path' as const) : ('query' as const), name },
    }));
  const given = method === 'get' || body === null ? [] : [...body.schema.properties.keys()];
  return [...own, ...given.map((name) => ({ name, source: { in: 'body' as const, name } }))];
}

export function isResultName(name: string): boolean {
  return /^(result|answer|value|sum|output|product|quotient|difference|total)$/.test(plain(name));
}

function resultOf(operation: Operation): {
  status: number;
  shape: Extract<Calculation['answer']['body'], { as: 'json' }>['shape'];
} | null {
  const success = successOf(operation);
  const json = success?.response.contents.find(({ media }) => isJson(media));
  if (success === null || json === undefined) return null;
  if (json.schema.type === 'number')
    return { status: success.status, shape: { is: 'figure', of: 'result' } };
  const names = [...json.schema.properties.keys()];
  const result = names.find(isResultName);
  const others = [...json.schema.required].filter(
    (name) => name !== result && !/^(expression|a|b|x|y)$/.test(plain(name)),
  );
  if (result === undefined || others.length > 0) return null;
  const raw = json.schema.properties.get(result);
  const isText = flatten({}, raw ?? {}).type === 'string';
  return {
    status: success.status,
    shape: {
      is: 'object',
      properties: [
        { name: result, value: { is: 'figure', of: isText ? 'result-text' : 'result' } },
      ],
    },
  };
}
