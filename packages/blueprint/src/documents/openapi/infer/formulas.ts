import type { ComputedValue } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import type { Input } from './computed-input.ts';

type Asked = { operation: Operation; inputs: readonly Input[] };

const TOKENS = /\s*([a-z_][a-z_0-9]*|\d+(?:\.\d+)?|[-+*/%^()])/giy;

/** "bmi = weight / (height * height)": a formula whose names are all numbers of the request. */
export function formulaFor(
  { operation, inputs }: Asked,
  { name, schema }: { name: string; schema: Flat },
): ComputedValue | null {
  if (schema.type !== 'number' && schema.type !== 'integer') return null;
  const own = schema.description.toLowerCase().replace(/\.$/, '');
  const said = [
    ...clausesOf(operation.text, name),
    ...clausesOf(own, name),
    own.replace(/^=\s*/, ''),
  ];
  for (const text of said) {
    const formula = read(
      text.replaceAll('**', '^').replaceAll(/[×·]/g, '*').replaceAll('÷', '/'),
      inputs,
    );
    if (formula === null) continue;
    const places = placesSaid(`${operation.text} ${own}`);
    return { name, function: 'formula', ...formula, ...(places !== null && { round: places }) };
  }
  return null;
}

/** What stands behind `name =`. */
function clausesOf(text: string, name: string): string[] {
  const found = text.matchAll(
    /`?([a-z_]\w*)`?\s*=\s*`?([^=;`\n]+?)(?:`|;|\n|,? (?:where|with|and|rounded)\b|[.,](?:\s|$)|$)/g,
  );
  return [...found].flatMap(([, called = '', clause = '']) =>
    plain(called) === plain(name) || plain(called) === 'result' ? [clause] : [],
  );
}

/** Names become places; null where one is of nothing, or there is nothing to work out. */
function read(
  text: string,
  inputs: readonly Input[],
): Pick<ComputedValue, 'from' | 'formula'> | null {
  const from: Input[] = [];
  const parts: string[] = [];
  TOKENS.lastIndex = 0;
  const whole = text.trim();
  while (TOKENS.lastIndex < whole.length) {
    const token = TOKENS.exec(whole)?.[1];
    if (token === undefined) return null;
    if (!/^[a-z_]/i.test(token)) {
      parts.push(token);
      continue;
    }
    const input = inputs.find(
      ({ name }) => plain(name) === plain(token) || name.toLowerCase() === token,
    );
    const isNumber = input?.schema.type === 'number' || input?.schema.type === 'integer';
    if (input === undefined || !isNumber || !input.required) return null;
    if (!from.includes(input)) from.push(input);
    parts.push(`{${from.indexOf(input)}}`);
  }
  const isWorked = parts.some((part) => /^[-+*/%^]$/.test(part)) && from.length > 0;
  // Two values side by side are no formula but words.
  const isLoose = /[}\d)] [{\d(]/.test(parts.join(' '));
  const isOpen =
    parts.filter((part) => part === '(').length !== parts.filter((part) => part === ')').length;
  const isEnded = /^[}\d)]$/.test(parts.at(-1)?.at(-1) ?? '');
  if (!isWorked || isLoose || isOpen || !isEnded) return null;
  return { from: from.map(({ source }) => source), formula: parts.join(' ') };
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

/** "Rounded to two decimals". */
function placesSaid(text: string): number | null {
  const [, digits = ''] =
    /\bround(?:ed|s)?(?: off| up)? to (?:at most )?(\d|one|two|three|four|five|six) (?:decimal|digit|place)/.exec(
      text,
    ) ?? [];
  if (digits === '') return /\brounded to (?:the nearest )?(?:whole|integer)/.test(text) ? 0 : null;
  return /\d/.test(digits) ? Number(digits) : NUMBERS.indexOf(digits);
}
