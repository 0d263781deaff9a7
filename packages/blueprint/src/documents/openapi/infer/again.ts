import type { Behaviour, Condition } from '@quantumlayer/contracts';
import { hasStatus } from '../operations.ts';
import { plain } from '../words.ts';
import type { Deciding } from './deciding.ts';
import type { Draft } from './draft.ts';
import { buildAnswer } from './shapes.ts';

type Again = NonNullable<Extract<Behaviour, { kind: 'create' }>['again']>;

const MADE_BEFORE =
  /\b(?:not|never|nothing is) (?:be )?[a-z]+ (?:again|twice|a second time|once more)\b|\b(?:the )?(?:existing|earlier|first|same|previous) (?:one|[a-z]+) (?:is|are) (?:returned|answered|given)\b|\b(?:returns|answers with|gives) the (?:existing|earlier|first|previous)\b/;

/** "An entry whose reference was booked before is not booked again": which one that is, and how it is answered; null where nothing says. */
export function againOf(
  { inference, views, facts }: Deciding,
  draft: Draft,
  set: readonly Condition[],
): Again | null {
  const { operation } = facts.subject;
  if (!hasStatus(operation, 200) || !hasStatus(operation, 201)) return null;
  const sentence = operation.text.split(/[.;]\s*/).find((one) => MADE_BEFORE.test(one));
  if (sentence === undefined) return null;
  const words = sentence.split(/[^a-z0-9]+/);
  const same = set.filter(
    ({ member, source }) =>
      source.in === 'parent' ||
      ((source.in === 'body' || source.in === 'header') && words.includes(plain(member))),
  );
  if (!same.some(({ source }) => source.in !== 'parent')) return null;
  const built = buildAnswer({
    ...{ inference, views, operation, draft, figures: [], many: false, prefer: 200 },
  });
  return 'missing' in built || built.answer.status !== 200
    ? null
    : { where: same, answer: built.answer };
}
