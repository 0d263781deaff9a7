import { numberOf } from './numbers.ts';
import { type BareRule, noun, type Pattern, split, whole } from './patterns.ts';

const MOST =
  '(?:at most|at the most|no more than|not more than|never more than|a maximum of|maximally|maximum|max(?: ?\\.)?|up to|only|just)';
const FEWER = '(?:fewer than|less than)';
const HAVE =
  '(?:have|has|hold|holds|borrow|borrows|keep|keeps|book|books|own|owns|take|takes|make|makes|place|places|run|runs|create|creates|open|opens|rent|rents|reserve|reserves|submit|submits|file|files|start|starts|contain|contains)';
const MAY = '(?:can |may |must |should |is allowed to |are allowed to |is able to |are able to )?';
const COUNT = '(?<most>[a-z0-9]+)';
const PERIOD = 'hour|day|night|week|weekend|month|quarter|season|semester|year';
const STATE = `(?: (?:that|which) (?:is|are|have been|has been) (?<not>not (?:yet )?)?(?<state>[a-z ]+?)| with the (?:status|state) (?<status>[a-z ]+?))?(?: at the same time| at once| at a time| at any time| simultaneously| in parallel)?`;
const EACH =
  '(?:per|for each|for every|for one|for a|for an|by one|by each|of one|of each|each|in a|in each|in one)';
const IN_PERIOD = `(?: (?:a|an|per|each|every|in a|in one|within a|on one|on the same|on any|in any|the same) (?<period>${PERIOD}))?`;
const THERE =
  '(?:there are |there is |there may be |there can be |there may |there can |there must be |there should be |we allow |allow )?';
const ALLOWED = '(?: (?:is|are|may be|can be) (?:allowed|possible|permitted|open to))?';

/** "at most 3 open loans per member": how many rows of a thing may belong to one row of another. */
export const LIMITS: readonly Pattern[] = [
  `${noun('per')} ${MAY}(?:only )?${HAVE} ${MOST} ${COUNT} ${noun('thing')}${STATE}${IN_PERIOD}`,
  `${noun('per')} (?:can only|may only|only) ${HAVE} ${COUNT} ${noun('thing')}${STATE}${IN_PERIOD}`,
  `${noun('per')} ${MAY}${HAVE} ${COUNT} ${noun('thing')} (?:at most|at the most|max|maximum|and no more|and not more)${IN_PERIOD}`,
  `${noun('per')} (?:cannot|can't|can not|may not|must not|mustn't|must never|can never|may never|should not|should never|never) ${HAVE} more than ${COUNT} ${noun('thing')}${STATE}${IN_PERIOD}`,
  `no ${noun('per')} ${MAY}(?:ever )?${HAVE} more than ${COUNT} ${noun('thing')}${STATE}${IN_PERIOD}`,
  `${noun('per')} (?:is|are) (?:limited to|restricted to|allowed|allowed to have|permitted|capped at)(?: ${MOST})? ${COUNT} ${noun('thing')}${STATE}${IN_PERIOD}`,
  `${THERE}${MOST} ${COUNT} ${noun('thing')}${ALLOWED} ${EACH} ${noun('per')}${STATE}${IN_PERIOD}${ALLOWED}`,
  `${THERE}${MOST} ${COUNT} ${noun('thing')} (?:that|which) (?:is|are) (?<not>not (?:yet )?)?(?<state>[a-z ]+?) ${EACH} ${noun('per')}`,
  `(?:the |a )?(?:limit|maximum) (?:is |of |: ?|is set to )${COUNT} ${noun('thing')} ${EACH} ${noun('per')}${STATE}${IN_PERIOD}`,
  `${COUNT} ${noun('thing')} ${EACH} ${noun('per')} (?:at most|at the most|max|maximum|is the limit|is the maximum|are the limit|are the maximum)`,
  `(?:per|for each|for every) ${noun('per')} ?,? ?(?:there (?:are|is|may be|can be) )?${MOST} ${COUNT} ${noun('thing')}${STATE}${IN_PERIOD}${ALLOWED}`,
  `${THERE}${MOST} ${COUNT} ${noun('thing')} (?:a|an|per|each|every|in a|in one|within a|on one|on the same|on any) (?<period>${PERIOD})`,
].flatMap((text): Pattern[] => [
  [whole(text), atMost],
  ...(text.includes(MOST) ? [[whole(text.replace(MOST, FEWER)), fewerThan] as const] : []),
]);

type Groups = Parameters<Pattern[1]>[0];

function atMost({ per, most, thing, not, state, status, period }: Groups): BareRule | null {
  const count = numberOf(most ?? '');
  if (count === null) return null;
  const word = (status ?? state)?.trim();
  const isPeriod = new RegExp(`^(?:${PERIOD})$`).test(per ?? '');
  return {
    kind: 'at-most',
    most: count,
    thing: split(thing),
    per: per === undefined || isPeriod ? null : split(per),
    state: word === undefined ? null : { word, isNot: not !== undefined },
    period: period ?? (isPeriod ? (per ?? null) : null),
  };
}

function fewerThan(groups: Groups): BareRule | null {
  const count = numberOf(groups.most ?? '');
  return count === null || count < 2 ? null : atMost({ ...groups, most: String(count - 1) });
}
