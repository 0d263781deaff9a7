import type { Derived } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { type Draft, findMember } from './draft.ts';

type Shown = { name: string; schema: Flat };

/** "Net and tax together", "gross less paid", "taxPercent of net, rounded to whole cents": worked out of numbers of the record. */
export function arithmeticSaid(draft: Draft, shown: Shown): Derived | null {
  const { type, description } = shown.schema;
  if ((type !== 'integer' && type !== 'number') || description === '') return null;
  const said = description.replaceAll('`', '').toLowerCase();
  return percentSaid(draft, shown, said) ?? termsSaid(draft, shown, said);
}

/** Digits behind which a half is rounded up. */
function placesOf(type: Flat['type'], said: string): number | null {
  const [, digits = ''] =
    /rounded (?:[a-z ]+)?to (\d|one|two|three) (?:decimal|digit|place)/.exec(said) ?? [];
  if (digits !== '') return { one: 1, two: 2, three: 3 }[digits] ?? Number(digits);
  return type === 'integer' || /\bwhole|nearest\b/.test(said) ? 0 : null;
}

function percentSaid(draft: Draft, { name, schema }: Shown, said: string): Derived | null {
  const [, rate = '', base = ''] =
    /^(?:the )?([a-z_ ]+?|\d+(?:\.\d+)? ?(?:%|per ?cent)) of (?:the )?([a-z_]+)\b/.exec(said) ?? [];
  if (base === '' || /\b(down|even)\b/.test(said)) return null;
  const of = numberNamed(draft, base);
  const fixed = /^\d/.test(rate) ? Number.parseFloat(rate) : null;
  const percent = fixed ?? (/percent|rate|pct/.test(plain(rate)) ? numberNamed(draft, rate) : null);
  if (of === null || percent === null || of.isGathered) return null;
  if (typeof percent !== 'number' && percent.isGathered) return null;
  const round = placesOf(schema.type, said);
  return {
    ...{ name, take: 'percent', of: of.name },
    percent: typeof percent === 'number' ? percent : percent.name,
    ...(round !== null && { round }),
  };
}

const SIGNS = /\s*(?:,\s*)?(\bplus\b|\+|\band\b|\bminus\b|\bless\b|\bwithout\b|−|–| - )\s*/;

function termsSaid(draft: Draft, { name }: Shown, said: string): Derived | null {
  const whole =
    said
      .split(/[.;(]/)[0]
      ?.trim()
      .replace(/^(?:the )?(?:sum of|total of|difference (?:of|between)|=)\s*/, '') ?? '';
  const isTogether = /\btogether$/.test(whole) || /^(?:the )?(?:sum|total) of\b/.test(said);
  const isDifference = /^(?:the )?difference\b/.test(said);
  const parts = whole.replace(/,? together$/, '').split(SIGNS);
  if (parts.length < 3 || parts.length > 9) return null;
  const terms: { of: string; minus: boolean; isGathered: boolean }[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const sign = parts[at - 1] ?? '+';
    // "And" adds up where something says so.
    if (sign === 'and' && !isTogether && !isDifference) return null;
    const found = numberNamed(draft, parts[at] ?? '');
    if (found === null || found.name === name) return null;
    const minus = /minus|less|without|[−–-]/.test(sign) || (sign === 'and' && isDifference);
    terms.push({ of: found.name, minus, isGathered: found.isGathered });
  }
  const take = terms.some(({ isGathered }) => isGathered) ? 'balance' : 'terms';
  return { name, take, terms: terms.map(({ of, minus }) => ({ of, minus })) };
}

type Named = { name: string; isGathered: boolean };

/** A number of the record by the words for it: given, derived, or gathered from what is below it. */
function numberNamed(draft: Draft, words: string): Named | null {
  const asked = wordsOf(words)
    .filter((word) => !/^(the|its|all|of|this|amount)$/.test(word))
    .join('');
  const member = findMember(draft, asked);
  if (member !== undefined)
    return /^(integer|number)$/.test(member.kind) ? { name: member.name, isGathered: false } : null;
  const gathered = draft.gathered.find((one) => plain(one.name) === asked);
  if (gathered !== undefined && /^(sum|count)$/.test(gathered.take))
    return { name: gathered.name, isGathered: true };
  const derived = draft.derived.find((one) => plain(one.name) === asked);
  return derived === undefined || !/^(product|percent|terms|balance)$/.test(derived.take)
    ? null
    : { name: derived.name, isGathered: derived.take === 'balance' };
}
