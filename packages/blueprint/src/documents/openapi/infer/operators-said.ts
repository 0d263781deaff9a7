import { asText, memberOf } from '../json-value.ts';
import type { Operation } from '../operations.ts';

const LIST = /[-+*/%^](?:(?:[\s,`'"()]|\band\b|\bor\b)*[-+*/%^]){1,5}/g;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(addition|additions|add|adding|plus)\b/, '+'],
  [/\b(subtraction|subtractions|subtract|subtracting|minus)\b/, '-'],
  [/\b(multiplication|multiplications|multiply|multiplying|times)\b/, '*'],
  [/\b(division|divisions|divide)\b/, '/'],
  [/\b(modulo|modulus|remainder)\b/, '%'],
  [/\b(power|powers|exponent\w*)\b/, '^'],
];
/** What is listed so is not all there is. */
const EXAMPLES = /\b(e\.g\.|for example|such as|like|including|etc)/;

/** "`+ - * /` with their usual precedence", "addition and subtraction": the only operators; null where none are listed. */
export function operatorsSaid({ text, body }: Operation): string | null {
  const inner = [...(body?.schema.properties.values() ?? [])].map((raw) =>
    asText(memberOf(raw, 'description')),
  );
  const said = [text, ...inner].join(' ').toLowerCase().replaceAll('**', '^');
  if (EXAMPLES.test(said)) return null;
  const signs = [...said.matchAll(LIST)].flatMap(([list]) => list.match(/[-+*/%^]/g) ?? []);
  const words = WORDS.flatMap(([pattern, sign]) => (pattern.test(said) ? [sign] : []));
  const known = new Set([...signs, ...words]);
  // A negative number has its sign in any case.
  return known.size < 2
    ? null
    : ['+', '-', '*', '/', '%', '^'].filter((one) => known.has(one)).join('');
}
