import type { Condition, ContractWithin } from '@quantumlayer/contracts';
import type { flatten } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { stateCalled } from './choices.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { REFUSALS } from './refusals.ts';

const TOO_MUCH =
  /\bmore\b[a-z ]{0,25}\bthan\b|\bexceed|\bnot enough\b|\binsufficient\b|\boverpa(y|id)|\btoo much\b|\bbelow zero\b|\bnot (?:be )?covered\b/;

type Around = { draft: Draft; by: string };

/** "More than what is due", "not enough points": how much of a figure of the record around a new one may take; null where nothing says. */
export function withinOf(
  { inference, facts }: Deciding,
  draft: Draft,
  set: readonly Condition[],
): ContractWithin | null {
  const { operation } = facts.subject;
  for (const { status, description } of operation.responses) {
    const refusal = REFUSALS[status];
    if (refusal === undefined) continue;
    const clause = description
      .split(/[;,]|\.\s|\bor\b/)
      .map((one) => one.trim())
      .find((one) => TOO_MUCH.test(one.toLowerCase()));
    const said = clause ?? saidOf(operation.text, status);
    if (said === null) continue;
    for (const [noun, by] of draft.parents) {
      const parent = inference.drafts.get(noun);
      const figure = parent === undefined ? null : figureOf({ draft: parent, by }, draft, set);
      if (parent === undefined || figure === null) continue;
      const leaves = leftIn(draft, figure);
      const settles = settledBy(inference, parent, operation.text);
      const sentence = said.charAt(0).toUpperCase() + said.slice(1);
      return {
        ...{ of: resourceName(parent), ...figure },
        ...(leaves !== null && { leaves }),
        ...(settles !== null && figure.takes === 1 && { settles }),
        ...{ refusal, says: `${sentence.replace(/\.$/, '')}.`.slice(0, 300) },
      };
    }
  }
  return null;
}

/** "Spending more points than the balance is refused with 422". */
function saidOf(text: string, status: string): string | null {
  const sentences = text.split(/[.;]\s*/);
  return sentences.find((one) => one.includes(status) && TOO_MUCH.test(one)) ?? null;
}

type Figure = Pick<ContractWithin, 'amount' | 'takes' | 'most'>;

/** The sum of what rows of this kind gave and took, or what is left when their sum is taken off. */
function figureOf(
  { draft: parent, by }: Around,
  draft: Draft,
  set: readonly Condition[],
): Figure | null {
  const sums = parent.gathered.filter(
    ({ resource, by: own, take, member, when = [] }) =>
      resource === resourceName(draft) &&
      own === by &&
      take === 'sum' &&
      when.length === 0 &&
      set.some((one) => one.member === member && one.source.in === 'body'),
  );
  const [sum, ...others] = sums;
  if (sum?.member === undefined || others.length > 0) return null;
  for (const one of parent.derived) {
    const terms = one.take === 'balance' || one.take === 'terms' ? one.terms : [];
    if (terms.some(({ of, minus }) => of === sum.name && minus))
      return { amount: sum.member, takes: 1, most: one.name };
  }
  return { amount: sum.member, takes: -1, most: sum.name };
}

/** `balanceAfter`: what there is with the new row. */
function leftIn({ members }: Draft, { most }: Figure): string | null {
  const names = ['after', 'left', 'afterwards'].flatMap((end) => [
    `${plain(most)}${end}`,
    `new${plain(most)}`,
  ]);
  const found = [...members.values()].find(
    ({ name, kind }) => (kind === 'integer' || kind === 'number') && names.includes(plain(name)),
  );
  return found?.name ?? null;
}

/** "Once all is paid the invoice is paid". */
function settledBy(
  inference: Inference,
  parent: Draft,
  text: string,
): ContractWithin['settles'] | null {
  const noun = parent.words.at(-1) ?? parent.noun;
  const found = new RegExp(
    `\\b(?:once|when|as soon as) (?:all|everything|it all|nothing)\\b[a-z ]{0,20}(?:,? )the ${noun} (?:is|becomes|counts as|is marked as|turns) ([a-z]+)\\b`,
  ).exec(text);
  const state = found?.[1] === undefined ? null : stateCalled(inference, parent, found[1]);
  return state === null || findMember(parent, state.member) === undefined ? null : state;
}

/** `balanceAfter` is said of a record when it is made: "balance of the member after this entry". */
export function isFigureAfter(
  name: string,
  { type, description }: ReturnType<typeof flatten>,
): boolean {
  if (type !== 'integer' && type !== 'number') return false;
  const words = wordsOf(name);
  return (
    words.length > 1 &&
    /^(after|afterwards)$/.test(words.at(-1) ?? '') &&
    (description === '' || /\bafter (this|the|it)\b/i.test(description))
  );
}
