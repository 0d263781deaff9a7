import type { ComputedFunction, ComputedValue } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import { isResultName } from './calculations.ts';
import type { Input } from './computed-input.ts';

type Asked = { root: JsonObject; operation: Operation; inputs: readonly Input[] };

const OPERATORS =
  /^(add|addition|plus|sum|subtract|subtraction|minus|sub|multiply|multiplication|times|mul|divide|division|div|modulo|mod|remainder|power|pow|exponent|[-+*/%^x]|\*\*)$/;

/** `{a, b, operation: add | subtract}`: two numbers by an operator that the request chooses. */
export function arithmeticFor({ inputs }: Asked, name: string): ComputedValue | null {
  const numbers = inputs.filter(({ schema: { type } }) => type === 'number' || type === 'integer');
  const operator = inputs.find(({ name: own, schema: { choices, type } }) => {
    const isCalled = /^(operation|operator|op|action|method|sign)$/.test(plain(own));
    const all = (choices ?? []).map((each) => String(each).toLowerCase());
    return (
      type === 'string' && isCalled && all.length > 0 && all.every((each) => OPERATORS.test(each))
    );
  });
  const [one, other, ...more] = numbers;
  if (operator === undefined || one === undefined || other === undefined || more.length > 0)
    return null;
  if (inputs.length !== 3 || !inputs.every(({ required }) => required) || !isResultName(name))
    return null;
  return { name, function: 'arithmetic', from: [one.source, other.source, operator.source] };
}

const FIGURES: readonly (readonly [RegExp, ComputedFunction])[] = [
  [/^(sum|total)(of(numbers|values))?$/, 'sum'],
  [/^(mean|average|avg)(value)?$/, 'mean'],
  [/^median(value)?$/, 'median'],
  [/^(min|minimum|smallest|lowest)(value)?$/, 'least'],
  [/^(max|maximum|largest|highest)(value)?$/, 'most'],
  [/^(count|howmany|numberofvalues|size|length)$/, 'how-many'],
];

/** `{numbers: [...]}` has a sum and a mean, by the names of the answer or by the one word of the operation. */
export function figureFor({ root, operation, inputs }: Asked, name: string): ComputedValue | null {
  const [list, ...others] = inputs;
  if (list === undefined || others.length > 0 || list.schema.type !== 'array') return null;
  const { type } = flatten(root, list.schema.items ?? {});
  if (!list.required || (type !== 'number' && type !== 'integer')) return null;
  const called = (word: string) => FIGURES.find(([pattern]) => pattern.test(word))?.[1];
  const words = [...operation.segments.flatMap(wordsOf), ...operation.words].flatMap(
    (word) => called(word) ?? [],
  );
  const [said, ...more] = new Set(words);
  const figure =
    isResultName(name) && !/^(sum|total)$/.test(plain(name))
      ? more.length === 0
        ? said
        : undefined
      : called(plain(name));
  return figure === undefined ? null : { name, function: figure, from: [list.source] };
}

/** `/factorial/{n}`, `/sqrt?x=`. */
export function numberFor({ operation, inputs }: Asked, name: string): ComputedValue | null {
  const [only, ...others] = inputs;
  const isNumber = only?.schema.type === 'number' || only?.schema.type === 'integer';
  if (only === undefined || others.length > 0 || !isNumber || !only.required) return null;
  const words = [...operation.segments.flatMap(wordsOf), ...operation.words].join(' ');
  const isCalled = isResultName(name) || /^(factorial|root|sqrt|squareroot)$/.test(plain(name));
  if (!isCalled) return null;
  if (/\bfactorial\b/.test(words)) return { name, function: 'factorial', from: [only.source] };
  return /\b(sqrt|square root|squareroot)\b/.test(words)
    ? { name, function: 'root', from: [only.source] }
    : null;
}
