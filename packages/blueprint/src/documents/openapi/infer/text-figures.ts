import type { ComputedFunction, ComputedValue, Source } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import type { Input } from './computed-input.ts';
import { countSaid } from './computed-words.ts';

type Asked = { root: JsonObject; operation: Operation; inputs: readonly Input[] };
type Output = { name: string; schema: Flat };

const constant = (value: unknown): Source => ({ in: 'constant', value });

/** What is told of a text: its words, how many and which, its sentences, whether it reads the same backwards. */
export function textFigureFor(asked: Asked, output: Output): ComputedValue | null {
  const text = asked.inputs.find(
    ({ schema }) => schema.type === 'string' && schema.choices === null,
  );
  if (text === undefined || !text.required) return null;
  return (
    slugFor(asked, output, text) ??
    topFor(asked, output, text) ??
    (asked.inputs.length <= 2 ? countedFor(asked, output, text) : null)
  );
}

const COUNTS: readonly (readonly [RegExp, ComputedFunction])[] = [
  [/^(total(words)?|words?(total)?|wordcount|totalwordcount)$/, 'words-said'],
  [/^(distinct|unique)(words?)?(count)?$|^vocabulary$/, 'distinct-words'],
  [/^sentences?(count)?$/, 'sentences'],
  [/^vowels?(count)?$/, 'vowels'],
  [/^letters?(count)?$/, 'letters'],
  [/^(characters?|chars?|length)(without|no|excluding)spaces$/, 'characters-without-spaces'],
];

function countedFor(asked: Asked, { name, schema }: Output, text: Input): ComputedValue | null {
  const own = plain(name);
  if (
    schema.type === 'boolean' &&
    /^(is|ispalindrome|palindrome)/.test(own) &&
    /palindrom/.test(`${own} ${asked.operation.text}`)
  )
    return { name, function: 'palindrome', from: [text.source] };
  if (schema.type !== 'integer') return null;
  const found = COUNTS.find(([pattern]) => pattern.test(own))?.[1];
  if (found === undefined) return null;
  // "Total" of a text is of its words where words are spoken of.
  const isOfWords = /\bwords?\b/.test(`${asked.operation.text} ${asked.operation.path}`);
  if (/^(total|distinct|unique)/.test(own) && !isOfWords) return null;
  if (found === 'words-said' && countSaid(own) !== null && wordKind(asked) === 'spaces')
    return null;
  const isOfWord = found === 'words-said' || found === 'distinct-words';
  return {
    name,
    function: found,
    from: [text.source, ...(isOfWord ? [constant(wordKind(asked))] : [])],
  };
}

/** "A word is a run of the letters a-z", else what stands between spaces. */
function wordKind({ operation }: Pick<Asked, 'operation'>): string {
  const isOfLetters =
    /\bruns? of (the )?letters\b|\b(only|nothing but) letters\b|\bletters (from )?a ?(-|to|–) ?z\b/.test(
      operation.text,
    );
  const isOfSigns = /\bruns? of (the )?(letters and digits|alphanumeric)/.test(operation.text);
  return isOfSigns ? 'letters-and-digits' : isOfLetters ? 'letters' : 'spaces';
}

/** `[{word, count}]`, the most frequent first, no more than a parameter says. */
function topFor(asked: Asked, { name, schema }: Output, text: Input): ComputedValue | null {
  if (schema.type !== 'array' || !/top|words|frequenc|mostcommon|mostfrequent/.test(plain(name)))
    return null;
  const item = [...flatten(asked.root, schema.items ?? {}).properties];
  const isNumber = (raw: object) => flatten(asked.root, raw).type === 'integer';
  const count = item.find(([, raw]) => isNumber(raw))?.[0];
  const word = item.find(([, raw]) => !isNumber(raw))?.[0];
  const others = asked.inputs.filter((one) => one !== text);
  const [most, ...more] = others;
  if (item.length !== 2 || count === undefined || word === undefined || more.length > 0)
    return null;
  if (most !== undefined && most.schema.type !== 'integer') return null;
  if (!/\b(most often|most (common|frequent)|frequen\w+|occurs?)\b/.test(asked.operation.text))
    return null;
  return {
    ...{ name, function: 'top-words' as const, names: [word, count] },
    from: [
      text.source,
      constant(wordKind(asked)),
      most?.source ?? constant(1_000),
      constant(most?.schema.initial ?? 10),
    ],
  };
}

const SEPARATOR = /^(separator|delimiter|sep|joiner)$/;
const LONGEST = /^(max|maximum|longest)?(length|len|characters)(max)?$|^(max|limit)$/;

/** A slug with a separator and a length that the request may choose. */
function slugFor(
  { operation, inputs }: Asked,
  { name, schema }: Output,
  text: Input,
): ComputedValue | null {
  if (schema.type !== 'string' || !/slug/.test(`${plain(name)} ${operation.path}`)) return null;
  const separator = inputs.find((one) => SEPARATOR.test(plain(one.name)));
  const longest = inputs.find(
    (one) => LONGEST.test(plain(one.name)) && one.schema.type === 'integer',
  );
  if (inputs.length !== [text, separator, longest].filter(Boolean).length) return null;
  const isRefused = /\bnothing is left\b[^.]*\b(invalid|refused|rejected|error|400|422)\b/.test(
    operation.text,
  );
  if (separator === undefined && longest === undefined && !isRefused) return null;
  return {
    ...{ name, function: isRefused ? ('slug-or-nothing' as const) : ('slug' as const) },
    from: [
      text.source,
      separator?.source ?? constant('-'),
      longest?.source ?? constant(1_000_000),
      constant(separator?.schema.initial ?? '-'),
      constant(longest?.schema.initial ?? 1_000_000),
    ],
  };
}

/** Roman numerals from numbers and back; where either may be given, both are answered. */
export function romanFor(
  { operation, inputs }: Asked,
  { name, schema }: Output,
): ComputedValue | null {
  if (!/\broman\b/.test(`${operation.text} ${operation.path}`.toLowerCase())) return null;
  const number = inputs.find((one) => one.schema.type === 'integer');
  const roman = inputs.find((one) => one.schema.type === 'string');
  if ((number === undefined && roman === undefined) || inputs.length > 2) return null;
  const from = [number?.source ?? constant(''), roman?.source ?? constant('')];
  if (schema.type === 'integer') return { name, function: 'roman-number', from };
  return schema.type === 'string' ? { name, function: 'roman-numeral', from } : null;
}
