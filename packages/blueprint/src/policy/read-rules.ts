import { numberOf } from './numbers.ts';
import type { PolicyStatement } from './statements.ts';

type Bare<Statement> = Statement extends unknown ? Omit<Statement, 'start' | 'end'> : never;
export type BareRule = Bare<PolicyStatement>;
type Pattern = readonly [RegExp, (groups: Record<string, string>) => BareRule | null];

/** A noun in the text of a clause: up to four words. */
const noun = (name: string) =>
  `(?:(?:an?|the|each|every|any|one|all|its|their|his|her|this|of) )*(?<${name}>[a-z][a-z0-9'/-]*(?: [a-z0-9][a-z0-9'/-]*){0,3}?)`;
const CANNOT =
  "(?:cannot|can not|can't|may not|must not|mustn't|should not|shouldn't|can never|must never|may never|is not|are not|never)";
const DELETED = '(?:be )?(?:deleted|removed|erased)';
const whole = (text: string) => new RegExp(`^(?:${text})$`);
const split = (text = '') =>
  text
    .replace(/\b(a|an|the|its|their)\b /g, '')
    .split(' ')
    .filter(Boolean);
const list = (text = '') =>
  text
    .split(/ ?, (?:and |or )?| and | or | \+ | plus /)
    .map((part) => split(part.trim()))
    .filter((words) => words.length > 0);
const states = (text = '') =>
  text
    .split(/ ?, (?:and |or )?| and | or | \/ /)
    .map((state) => state.trim().replace(/^(already|still|been) /, ''))
    .filter(Boolean);

const UNIQUE: readonly Pattern[] = [
  [
    whole(
      `the (?:combination|pair) of (?<names>.+?) (?:is|must be|has to be|should be|are) unique(?: (?:for|per|within|in) ${noun('per')})?`,
    ),
    ({ names, per }) => unique(null, [...list(names), ...list(per)]),
  ],
  [
    whole(
      '(?<names>[a-z ]+ and [a-z ]+) (?:are|must be|have to be|should be) unique (?:together|in combination|as a pair)',
    ),
    ({ names }) => unique(null, list(names)),
  ],
  [
    whole(
      `${noun('name')} (?:is|must be|has to be|should be|are) unique (?:per|within|within the|in|for|inside|for each|for every) ${noun('per')}`,
    ),
    ({ name, per }) => unique(null, [split(name), split(per)]),
  ],
  [
    whole(
      `no two ${noun('thing')} (?:of|in|on|at|for|within) the same ${noun('per')} (?:may |can |should |must )?(?:have|share|use) the same (?<names>.+)`,
    ),
    ({ thing, per, names }) => unique(split(thing), [split(per), ...list(names)]),
  ],
  [
    whole(
      `no two ${noun('thing')} (?:may |can |should |must )?(?:have|share|use) the same (?<names>.+ and .+)`,
    ),
    ({ thing, names }) => unique(split(thing), list(names)),
  ],
  [
    whole(
      `${noun('actor')} ${CANNOT} [a-z]+ (?:twice |more than once )?(?:in|for|at|on|to|up for)? ?the same ${noun('target')}(?: twice| more than once| again)?`,
    ),
    ({ actor, target }) => ({
      kind: 'unique-together',
      thing: null,
      names: [split(actor), split(target)],
      isDeed: true,
    }),
  ],
];

function unique(thing: string[] | null, names: string[][]): BareRule | null {
  return names.length < 2 ? null : { kind: 'unique-together', thing, names };
}

const GO =
  '(?:go|are deleted|are removed|get deleted|get removed|deleted|disappear|vanish|should go|should be deleted|must be deleted|are gone|is deleted|is removed|goes|will be deleted)';
const TOO = '(?: too| as well| also| with it| along| automatically| with him| with them)*';
const KEPT =
  '(?:are kept|are not deleted|stay|remain|should be kept|must be kept|stay behind|is kept|survive|should stay|are preserved)';
const IS_DELETED = '(?:is|are|gets|get) (?:deleted|removed)';

const DELETION: readonly Pattern[] = [
  [
    whole(
      `(?:when|if|once|whenever) ${noun('parent')} ${IS_DELETED} ?,? ?(?:then )?(?:also )?${noun('child')} ${GO}${TOO}`,
    ),
    onDelete('cascade'),
  ],
  [
    whole(
      `(?:when|if|once|whenever) ${noun('parent')} ${IS_DELETED} ?,? ?(?:then )?${noun('child')} ${KEPT}`,
    ),
    onDelete('set-null'),
  ],
  [
    whole(`deleting ${noun('parent')} (?:also )?(?:removes|deletes) ${noun('child')}${TOO}`),
    onDelete('cascade'),
  ],
  [whole(`deleting ${noun('parent')} (?:keeps|leaves) ${noun('child')}`), onDelete('set-null')],
  [
    whole(`${noun('child')} are (?:deleted|removed) (?:together |along )?with ${noun('parent')}`),
    onDelete('cascade'),
  ],
  [
    whole(`${noun('child')} ${GO} (?:when|if|once) ${noun('parent')} ${IS_DELETED}`),
    onDelete('cascade'),
  ],
  [
    whole(
      `${noun('child')} ${KEPT} (?:when|if|once|even if|even when) ${noun('parent')} ${IS_DELETED}`,
    ),
    onDelete('set-null'),
  ],
];

function onDelete(then: 'cascade' | 'set-null'): Pattern[1] {
  return ({ parent, child }) => ({
    kind: 'on-delete',
    parent: split(parent),
    child: split(child),
    then,
  });
}

const WHILE = '(?:when|while|once|if|as long as|after|whilst)';

const BLOCKED: readonly Pattern[] = [
  [
    whole(
      `${noun('thing')} ${CANNOT} ${DELETED} (?:any more |anymore )?${WHILE} (?:it|they|there) (?:still )?(?:has|have|are|is) (?:any |open )?${noun('by')}(?: on it| in it| for it| left)?`,
    ),
    ({ thing, by }) => ({ kind: 'delete-blocked-by', thing: split(thing), by: split(by) }),
  ],
  [
    whole(
      `${noun('thing')} ${CANNOT} ${DELETED} (?:any more |anymore )?${WHILE} (?:it is|they are|it has been|they have been|it was) (?<values>.+)`,
    ),
    ({ thing, values }) => ({
      kind: 'delete-blocked',
      thing: split(thing),
      field: null,
      values: states(values),
    }),
  ],
  [
    whole(
      `${noun('thing')} ${CANNOT} ${DELETED} ${WHILE} ${noun('field')} (?:is|are) (?<values>.+)`,
    ),
    ({ thing, field, values }) => ({
      kind: 'delete-blocked',
      thing: split(thing),
      field: split(field),
      values: states(values),
    }),
  ],
  [
    whole(
      `${noun('thing')} (?:with|that have|which have|that has|that still have) (?:any )?${noun('by')} ${CANNOT} ${DELETED}`,
    ),
    ({ thing, by }) => ({ kind: 'delete-blocked-by', thing: split(thing), by: split(by) }),
  ],
  [
    whole(
      `${noun('thing')} (?:that|which|who) (?:is|are) (?:on|in|used in|used by|part of|used on|listed on|at) ${noun('by')} ${CANNOT} ${DELETED}`,
    ),
    ({ thing, by }) => ({ kind: 'delete-blocked-by', thing: split(thing), by: split(by) }),
  ],
  [
    whole(`(?<state>[a-z -]+?) (?<thing>[a-z]+(?: [a-z]+)?) ${CANNOT} ${DELETED}`),
    ({ state, thing }) => ({
      kind: 'delete-blocked',
      thing: split(thing),
      field: null,
      values: states((state ?? '').replace(/^(?:a|an|the|any) /, '')),
    }),
  ],
];

const MOST = '(?:at most|no more than|not more than|a maximum of|maximum|max|max\\.|up to|only)';
const STATE =
  '(?: (?:that|which) (?:is|are|have been) (?<not>not )?(?<state>[a-z ]+)| at the same time| at once| at a time| at any time)?';

const LIMITS: readonly Pattern[] = [
  [
    whole(
      `${noun('per')} (?:can |may |must |should )?(?:have|has|hold|holds|borrow|keep|book|own|take|make|place|run) ${MOST} (?<most>[a-z0-9]+) ${noun('thing')}${STATE}`,
    ),
    atMost,
  ],
  [
    whole(
      `(?:there are |there may be |there can be )?${MOST} (?<most>[a-z0-9]+) ${noun('thing')} (?:per|for each|for every|for one|by one|each) ${noun('per')}${STATE}`,
    ),
    atMost,
  ],
  [
    whole(
      `${noun('per')} (?:cannot|can't|can not|may not|must not|must never|can never) (?:have|hold|borrow|keep|book|take|make|place) more than (?<most>[a-z0-9]+) ${noun('thing')}${STATE}`,
    ),
    atMost,
  ],
];

function atMost({ per, most, thing, not, state }: Record<string, string>): BareRule | null {
  const count = numberOf(most ?? '');
  if (count === null) return null;
  return {
    kind: 'at-most',
    most: count,
    thing: split(thing),
    per: split(per),
    state: state === undefined ? null : { word: state.trim(), isNot: not !== undefined },
  };
}

const BOOKED = '[a-z]+(?:ed|ent|en|ld)';
const SAME_TIME =
  'at the same time|at once|simultaneously|for the same time|at overlapping times|in the same period';

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
      `(?:the same )?${noun('per')} (?:never has|cannot have|can't have|must not have|may not have|never have|must never have) (?:two|several|overlapping) ${noun('thing')}(?: ${SAME_TIME})?`,
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

function noOverlap({ thing, per }: Record<string, string>): BareRule {
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

function nested({ parent, rows }: Record<string, string>): BareRule {
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
