import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

const sign = (token: Token, text: string): Token => ({
  ...token,
  kind: 'symbol',
  text,
  lower: text,
});

/** "Kennels are numbered": they have a number. */
export function withNumbers(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const [be, next] = [tokens[at - 1], tokens[at + 1]];
    const isOver = /^([,.;]|and|)$/.test(next?.lower ?? '');
    if (token.lower === 'numbered' && isOver && /^(is|are)$/.test(be?.lower ?? '') && at > 1)
      return [like(token, 'number')];
    const isNumbered = next?.lower === 'numbered' && at > 0;
    const after = tokens[at + 2]?.lower ?? '';
    if (isNumbered && /^([,.;]|and|)$/.test(after) && /^(is|are)$/.test(token.lower))
      return [like(token, token.lower === 'is' ? 'has' : 'have')];
    return [token];
  });
}

const KINDS = words(
  'sizes colours colors types kinds categories versions flavours flavors formats variants models styles classes shapes grades levels materials',
);
const COUNTS = words(
  'two three four five six several different various many the these following 2 3 4 5 6',
);

/** "come in three sizes: small, medium and large": each has one of them. */
export function withSizes(tokens: readonly Token[]): readonly Token[] {
  const come = tokens.findIndex(
    ({ lower }, at) => at > 0 && /^comes?$/.test(lower) && tokens[at + 1]?.lower === 'in',
  );
  let kind = come + 2;
  while (COUNTS.has(tokens[kind]?.lower ?? '')) kind += 1;
  const [verb, kinds] = [tokens[come], tokens[kind]];
  if (come < 1 || verb === undefined || !KINDS.has(kinds?.lower ?? '') || kinds === undefined)
    return tokens;
  const opener = tokens[kind + 1]?.text ?? '';
  const from = /^[:,(–-]$/.test(opener) ? kind + 2 : kind + 1;
  const close = tokens.findIndex(({ text }, at) => at >= from && /^[.;)]$/.test(text));
  const end = close < 0 ? tokens.length : close;
  const list = tokens.slice(from, end);
  const isList =
    list.length > 2 &&
    list.some(({ lower }) => /^(and|or|,|\/)$/.test(lower)) &&
    !list.some(({ lower }) => /^(has|have|with|is|are)$/.test(lower));
  const last = list.at(-1);
  if (!isList || last === undefined) return tokens;
  return [
    ...tokens.slice(0, come),
    ...[like(verb, verb.lower === 'come' ? 'have' : 'has'), like(kinds, singular(kinds.lower))],
    ...[sign(kinds, '('), ...list, sign(last, ')')],
    ...tokens.slice(opener === '(' ? end + 1 : end),
  ];
}

/** "estimate 1/2/3/5/8": the numbers that may be chosen. */
export function withNumberChoice(tokens: readonly Token[]): readonly Token[] {
  const made: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const end = endOfChoice(tokens, at);
    const last = tokens[end - 1];
    const isNamed = tokens[at - 1]?.kind === 'word' && last !== undefined;
    if (isNamed && end - at > 4) {
      made.push(sign(token, '('), ...tokens.slice(at, end), sign(last, ')'));
      at = end;
    } else {
      made.push(token);
      at += 1;
    }
  }
  return made;
}

/** Where numbers with strokes between them end; `at` where none stand there. */
function endOfChoice(tokens: readonly Token[], at: number): number {
  const isNumber = (index: number) => /^\d+$/.test(tokens[index]?.text ?? '');
  if (!isNumber(at) || tokens[at - 1]?.text === '/') return at;
  let end = at + 1;
  while (tokens[end]?.text === '/' && isNumber(end + 1)) end += 2;
  return end;
}

const LASTING = words('last lasts take takes');
const TIMES = words('seconds minutes hours days weeks months years');

/** "takes a certain number of minutes": it has that number. */
export function withLastingNumber(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const ahead = tokens.slice(at + 1, at + 6).map(({ lower }) => lower);
    const number = ahead.indexOf('number');
    const isCounted =
      /^(a|an|some)$/.test(ahead[0] ?? '') &&
      (number === 1 || number === 2) &&
      ahead[number + 1] === 'of' &&
      TIMES.has(ahead[number + 2] ?? '');
    const before = tokens[at - 1]?.lower ?? '';
    if (!LASTING.has(token.lower) || !isCounted || at === 0) return token;
    const isMany = isPlural(before) || !token.lower.endsWith('s');
    return like(token, isMany ? 'have' : 'has');
  });
}
