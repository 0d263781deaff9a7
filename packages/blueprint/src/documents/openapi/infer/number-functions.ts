import type { ComputedFunction, ComputedValue } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
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
  [/^(count|howmany|numberofvalues|size|length|n)$/, 'how-many'],
  [/^range$/, 'range'],
  [/^mode$/, 'mode'],
  [/^product$/, 'product'],
  [/^(distinct|unique)(count|values)?$/, 'distinct'],
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

const LISTS: readonly (readonly [RegExp, ComputedFunction])[] = [
  [/^modes?$/, 'modes'],
  [/^(sorted|ascending|ordered)(values|numbers)?$/, 'sorted'],
  [/^(unique|distinct)(values|numbers)?$/, 'unique'],
];
const SPREADS: readonly (readonly [RegExp, 'variance' | 'deviation'])[] = [
  [/^variance$/, 'variance'],
  [/^(std|stddev|stdev|standarddeviation|deviation|sd)$/, 'deviation'],
];

/** Of a list of numbers: those that occur most often, the same in order, how far they lie apart. */
export function listFigureFor(
  { root, operation, inputs }: Asked,
  { name, schema }: { name: string; schema: Flat },
): ComputedValue | null {
  const [list, ...others] = inputs;
  if (list === undefined || others.length > 0 || list.schema.type !== 'array') return null;
  const { type } = flatten(root, list.schema.items ?? {});
  if (!list.required || (type !== 'number' && type !== 'integer')) return null;
  const from = [list.source];
  const own = plain(name);
  const found = LISTS.find(([pattern]) => pattern.test(own))?.[1];
  if (schema.type === 'array') return found === undefined ? null : { name, function: found, from };
  const spread = SPREADS.find(([pattern]) => pattern.test(own))?.[1];
  if (schema.type !== 'number' || spread === undefined) return null;
  // Without a word on it nobody knows whether it is of all or of a sample.
  const said = `${schema.description} ${operation.text}`.toLowerCase();
  const isSample = /\bsample\b|\bn ?[-−] ?1\b/.test(said);
  if (!isSample && !/\bpopulation\b|\bof all\b|\bdivided by (n|the count)\b/.test(said))
    return null;
  return { name, function: isSample ? `sample-${spread}` : spread, from };
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
