import { type BareRule, CANNOT, noun, type Pattern, split, whole } from './patterns.ts';
import { BLOCKED, DELETION } from './read-deletion.ts';
import { LIMITS } from './read-limits.ts';
import { UNIQUE } from './read-unique.ts';

type Groups = Parameters<Pattern[1]>[0];

const BOOKED = '[a-z]+(?:ed|ent|en|ld)';
const SAME_TIME =
  'at the same time|at once|simultaneously|for the same time|at overlapping times|in the same period|(?:for|in|during|over) overlapping (?:periods|times|dates)|(?:for|over|on) the same (?:period|dates?|days?|nights?|time slots?|slots?)';

const DOUBLE = 'double[ -]?bookings?';
const SAME_PER = `(?: (?:of|for) (?:the same )?${noun('per')})?`;

const OVERLAPS: readonly Pattern[] = [
  [
    whole(
      `(?:no|never|without|prevent|avoid|there are no|there must be no|there may be no) ${DOUBLE}${SAME_PER}`,
    ),
    noOverlap,
  ],
  [
    whole(
      `${DOUBLE}${SAME_PER} (?:is|are|must be|has to be|have to be) (?:not allowed|not possible|forbidden|impossible|prevented|avoided|refused)`,
    ),
    noOverlap,
  ],
  [whole(`${noun('per')} ${CANNOT} be double[ -]?booked`), noOverlap],
  [
    whole(
      `(?:the same )?${noun('per')} ${CANNOT} be ${BOOKED} (?:twice|more than once|double|by two people|by several people) (?:${SAME_TIME})`,
    ),
    ({ per }) => ({ kind: 'no-overlap', thing: null, per: split(per) }),
  ],
  [
    whole(
      `(?:the same )?${noun('per')} (?:never has|cannot have|can't have|must not have|may not have|never have|must never have) (?:two overlapping|two|several|overlapping) ${noun('thing')}(?: ${SAME_TIME}| that overlap| which overlap)?`,
    ),
    ({ per, thing }) => ({ kind: 'no-overlap', thing: split(thing), per: split(per) }),
  ],
  [
    whole(
      `(?:no|there are no|there must be no) (?:two )?overlapping ${noun('thing')}(?: (?:of|for|in|per|on) (?:the same )?${noun('per')})?`,
    ),
    noOverlap,
  ],
  [
    whole(
      `(?:no two |two )?${noun('thing')}(?: (?:of|for|in|on) (?:the same )?${noun('per')})? (?:must not|cannot|can't|may not|do not|must never|should not|never|may|can) overlap(?: in time)?`,
    ),
    noOverlap,
  ],
];

function noOverlap({ thing, per }: Groups): BareRule {
  return {
    kind: 'no-overlap',
    thing: thing === undefined ? null : split(thing),
    per: per === undefined ? null : split(per),
  };
}

const MADE =
  '(?:created|posted|made|added|saved|sent|submitted|entered|placed|recorded|stored|registered)';
const ONE_REQUEST =
  '(?:in|with|by|as) (?:one|a single|the same) (?:request|call|step|go|transaction|operation|form)';

const NESTED: readonly Pattern[] = [
  [
    whole(
      `${noun('parent')} (?:can be |must be |should be |may be )?(?:is |are |gets |get |be )?${MADE} together with ${noun('rows')}(?: ${ONE_REQUEST})?`,
    ),
    nested,
  ],
  [
    whole(
      `${noun('parent')} (?:can be |must be |should be |may be )?(?:is |are |gets |get |be )?${MADE} (?:together |along )?with ${noun('rows')} (?:${ONE_REQUEST}|at once)`,
    ),
    nested,
  ],
  [
    whole(
      `${noun('rows')} (?:can be |must be |should be |may be )?(?:is |are |gets |get |be )?${MADE} together with ${noun('parent')}(?: ${ONE_REQUEST})?`,
    ),
    nested,
  ],
];

function nested({ parent, rows }: Groups): BareRule {
  return { kind: 'nested', parent: split(parent), rows: split(rows) };
}

const MUST = '(?:must|has to|have to|should|needs to|need to|can|may|will)';

const ORDERS: readonly Pattern[] = [
  [
    whole(
      `${noun('second')} (?:${MUST} )?(?:always )?(?:be|is|come|comes|lie|lies) (?:always )?(?:after|later than|greater than|higher than|more than|above) ${noun('first')}`,
    ),
    order(true),
  ],
  [
    whole(
      `${noun('first')} (?:${MUST} )?(?:always )?(?:be|is|come|comes|lie|lies) (?:always )?(?:before|earlier than|less than|lower than|smaller than|below) ${noun('second')}`,
    ),
    order(true),
  ],
  [
    whole(
      `${noun('second')} (?:must not|cannot|can't|may not|can never|must never|is never|should not) (?:be|come|lie) (?:before|earlier than|less than|lower than|below) ${noun('first')}`,
    ),
    order(false),
  ],
  [
    whole(
      `${noun('first')} (?:must not|cannot|can't|may not|can never|must never|is never|should not) (?:be|come|lie|exceed)(?: (?:after|later than|more than|greater than|higher than|above))? ${noun('second')}`,
    ),
    order(false),
  ],
  [
    whole(
      `${noun('thing')} (?:${MUST} )?(?:always )?(?:start|starts|begin|begins) before (?:it|they) (?:end|ends|stop|stops|finishes|is over)`,
    ),
    ({ thing }) => ({
      kind: 'order',
      thing: split(thing),
      first: ['start'],
      second: ['end'],
      isStrict: true,
    }),
  ],
];

function order(isStrict: boolean): Pattern[1] {
  return ({ first, second }) => ({
    kind: 'order',
    thing: null,
    first: split(first),
    second: split(second),
    isStrict,
  });
}

const PATTERNS = [...NESTED, ...UNIQUE, ...DELETION, ...LIMITS, ...OVERLAPS, ...ORDERS, ...BLOCKED];

/** Every rule that the words of a whole clause may mean; what they name decides later which one it is. */
export function readRules(text: string): BareRule[] {
  return PATTERNS.flatMap(([pattern, make]) => {
    const groups = pattern.exec(text)?.groups;
    const rule = groups === undefined ? null : make(groups);
    return rule === null ? [] : [rule];
  });
}
