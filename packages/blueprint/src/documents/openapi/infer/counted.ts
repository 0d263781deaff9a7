import type { Gathered } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { schemasOf, stateCalled } from './choices.ts';
import { type Draft, findMember, type Inference } from './draft.ts';

const AROUND =
  /^(its|the|all|of|that|which|who|are|is|in|on|for|below|this|a|an|it|has|have|been|were|people|currently|still|so|far|with|by|to)$/;

/** `comment_count`, `likes`, "number of items that are not done": how many rows there are of a kind, or of those in a state. */
export function countOf(
  inference: Inference,
  { counted, around }: { counted: Draft; around: Draft | null },
  { name, schema }: { name: string; schema: Flat },
): Pick<Gathered, 'take' | 'when'> | null {
  if (schema.type !== 'integer') return null;
  const whose = saidWhose(inference, { counted, around }, schema.description);
  if (whose !== null) return { take: 'count', when: [whose] };
  for (const words of [wordsOfName(name), wordsSaid(schema.description)]) {
    const when = words === null ? null : read(inference, { counted, around }, words);
    if (when !== null) return { take: 'count', ...(when.length > 0 && { when }) };
  }
  return null;
}

/** "Number of invitations whose answer is yes": those of which a member has a value. */
function saidWhose(
  inference: Inference,
  { counted, around }: { counted: Draft; around: Draft | null },
  description: string,
): NonNullable<Gathered['when']>[number] | null {
  const [, who = '', name = '', value = ''] =
    /^(?:the )?(?:total |current )?(?:number|count) of ([\w' -]+?) (?:whose|where (?:the |its )?|with (?:an? |the )?|that have (?:an? |the )?|having (?:an? |the )?)\s*[`'"]?([\w ]+?)[`'"]? ?(?:is|are|=|equals|equal to|set to|of|being) [`'"]?(\w+)[`'"]?\.?$/i.exec(
      description.trim(),
    ) ?? [];
  if (name === '' || read(inference, { counted, around }, wordsOf(who)) === null) return null;
  const member = findMember(counted, name);
  if (member === undefined) return null;
  if (member.kind === 'boolean')
    return { member: member.name, value: /^(true|yes|set|on)$/i.test(value) };
  const choices = schemasOf(inference, counted).get(plain(member.name))?.choices ?? [];
  const choice = choices.find((each) => typeof each === 'string' && plain(each) === plain(value));
  return choice === undefined ? null : { member: member.name, value: choice };
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
