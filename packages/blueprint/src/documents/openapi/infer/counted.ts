import type { Gathered } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { stateCalled } from './choices.ts';
import type { Draft, Inference } from './draft.ts';

const AROUND =
  /^(its|the|all|of|that|which|who|are|is|in|on|for|below|this|a|an|it|has|have|been|were|people|currently|still|so|far|with|by|to)$/;

/** `comment_count`, `likes`, "number of items that are not done": how many rows there are of a kind, or of those in a state. */
export function countOf(
  inference: Inference,
  { counted, around }: { counted: Draft; around: Draft | null },
  { name, schema }: { name: string; schema: Flat },
): Pick<Gathered, 'take' | 'when'> | null {
  if (schema.type !== 'integer') return null;
  for (const words of [wordsOfName(name), wordsSaid(schema.description)]) {
    const when = words === null ? null : read(inference, { counted, around }, words);
    if (when !== null) return { take: 'count', ...(when.length > 0 && { when }) };
  }
  return null;
}

function wordsOfName(name: string): string[] | null {
  const words = wordsOf(name);
  while (/^(num|number|total|count|of)$/.test(words[0] ?? '')) words.shift();
  while (/^(count|total|number)$/.test(words.at(-1) ?? '')) words.pop();
  return words.length > 0 ? words : null;
}

function wordsSaid(description: string): string[] | null {
  const said =
    /^(?:the )?(?:total |current )?(?:number|count) of ([\w' -]+)\.?$|^how many ([\w' -]+)\.?$/i.exec(
      description.trim(),
    );
  const text = said?.[1] ?? said?.[2];
  return text === undefined ? null : wordsOf(text);
}

/** Conditions on the rows that the words count; null where a word is left over. */
function read(
  inference: Inference,
  { counted, around }: { counted: Draft; around: Draft | null },
  words: readonly string[],
): NonNullable<Gathered['when']> | null {
  const noun = counted.words.at(-1) ?? counted.noun;
  const key = counted.key?.made === 'client' ? plain(counted.key.member) : noun;
  const nouns = [noun, counted.noun, key];
  const isNoun = (word: string) => nouns.includes(singular(word)) || nouns.includes(word);
  const joined = singular(words.join(''));
  if (joined === counted.noun) return [];
  if (!words.some(isNoun)) return null;
  const own = [...counted.words, ...(around?.words ?? [])];
  const rest = words.filter(
    (word) =>
      !isNoun(word) && !AROUND.test(word) && !own.includes(word) && !own.includes(singular(word)),
  );
  if (rest.length === 0) return [];
  const [state, ...others] = rest.filter((word) => !/^(not|yet|already)$/.test(word));
  if (state === undefined || others.length > 0) return null;
  const found = stateCalled(inference, counted, state);
  if (found === null) return null;
  return [{ ...found, ...(rest.includes('not') && { not: true as const }) }]; // a literal
}
