import { CANNOT, DELETED, noun, type Pattern, split, whole } from './patterns.ts';

const GO =
  '(?:go|are deleted|are removed|get deleted|get removed|deleted|disappear|vanish|should go|should be deleted|must be deleted|are gone|is deleted|is removed|goes|will be deleted)';
const TOO = '(?: too| as well| also| with it| along| automatically| with him| with them)*';
const KEPT =
  '(?:are kept|are not deleted|stay|remain|should be kept|must be kept|stay behind|is kept|survive|should stay|are preserved)';
const IS_DELETED = '(?:is|are|gets|get) (?:deleted|removed)';

/** What becomes of the rows that belong to a deleted one. */
export const DELETION: readonly Pattern[] = [
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
const IT_IS =
  "(?:it is|it's|they are|it has been|they have been|it was|they were|their status is|its status is)";
const IS_NOW = '(?:(?:already|still|any more|anymore) )?';
const REFUSED =
  '(?:is not allowed|are not allowed|is forbidden|is not possible|is impossible|is prohibited|is refused|must not be possible)';
/** How a clause says what is not done to rows. */
type Deed = {
  /** "deleted". */
  done: string;
  plain: string;
  gerund: string;
  /** "deletable". */
  able: string;
  /** What says it without a denial: "stays for ever". */
  never: string;
};

const DELETION_DEED: Deed = {
  done: DELETED,
  plain: '(?:delete|remove|erase)',
  gerund: '(?:deleting|removing|erasing|deletion of|removal of)',
  able: '(?:deletable|removable)',
  never: '(?:stays?|remains?|is kept|are kept|must stay) (?:forever|for ever|for good)',
};
const CHANGE_DEED: Deed = {
  done: '(?:be )?(?:edited|changed|updated|modified|altered|amended)',
  plain: '(?:edit|change|update|modify|alter|amend)',
  gerund: '(?:editing|changing|updating|modifying|altering|amending|changes to|changes of)',
  able: '(?:editable|changeable|modifiable)',
  never: '(?:is|are|becomes?) (?:read-only|read only|frozen|immutable|final|locked)',
};
/** "cannot be deleted", "are not deletable", "stay for ever". */
const never = ({ done, able, never: said }: Deed) =>
  `(?:${CANNOT} (?:ever )?${done}|(?:is|are) not ${able}|${said})(?: any more| anymore| again)?`;
const NOBODY_MAY = `(?:(?:you|we|users|people|one|i|they) (?:cannot|can't|can not|may not|must not|mustn't|should not|shouldn't|can never|must never|may never|never|do not|don't)|nobody (?:can|may|must|should|is allowed to)|no one (?:can|may|must|should|is allowed to)|never|do not|don't|it is not possible to|it's not possible to|it is impossible to|it is forbidden to|it is not allowed to|it must not be possible to)`;
const STATED = `(?:(?:an?|the|any|all|every) )?(?<values>[a-z][a-z -]*?) ${noun('thing')}`;
const THAT_IS = `${noun('thing')} (?:that|which|who) (?:is|are|has been|have been|was|were) (?<values>[a-z].*?)`;
/** "only while it is a draft": in these states and no others. */
const ONLY_WHILE = `(?:${WHILE} (?:${IT_IS} )?|(?:if|when) still |in |as )`;

/** What is not done to rows in some states. */
function refusedIn(deed: Deed): string[] {
  const [NEVER, DONE, DO, DOING] = [never(deed), deed.done, deed.plain, deed.gerund];
  return [
    `${noun('thing')} ${NEVER} ${WHILE} (?:${IT_IS} )?${IS_NOW}(?<values>.+)`,
    `${WHILE} (?:${IT_IS} )?${IS_NOW}(?<values>[a-z -]+?) ?,? ?(?:an?|the|every|any) ${noun('thing')} ${NEVER}`,
    `${WHILE} (?:${IT_IS} )?${IS_NOW}(?<values>[a-z -]+?) ?, ?${noun('thing')} ${NEVER}`,
    `${WHILE} ${noun('thing')} (?:is|are|has been|have been|was) ${IS_NOW}(?<values>[a-z -]+?) ?,? ?(?:then )?(?:it|they) ${NEVER}`,
    `${THAT_IS} ${NEVER}`,
    `${STATED} ${NEVER}`,
    `no (?<values>[a-z][a-z -]*?) ${noun('thing')} (?:can|may|must|should)(?: ever)? ${DONE}`,
    `${NOBODY_MAY} (?:allow )?(?:${DO}|${DOING}) ${THAT_IS}`,
    `${NOBODY_MAY} (?:allow )?(?:${DO}|${DOING}) ${STATED}`,
    `${NOBODY_MAY} (?:allow )?(?:${DO}|${DOING}) ${noun('thing')} ${WHILE} (?:${IT_IS} )?${IS_NOW}(?<values>.+)`,
    `${DOING} ${STATED} ${REFUSED}`,
    `${DOING} ${THAT_IS} ${REFUSED}`,
  ];
}

/** What is done to rows in some states alone. */
function allowedIn(deed: Deed): string[] {
  const [NEVER, DONE] = [never(deed), deed.done];
  return [
    `only ${STATED} (?:can|may|must|should) ${DONE}`,
    `only (?<values>[a-z][a-z-]*) (?:can|may|must|should) ${DONE}`,
    `only ${THAT_IS} (?:can|may|must|should) ${DONE}`,
    `${noun('thing')} (?:can|may|must|should) only ${DONE} ${ONLY_WHILE}(?<values>.+)`,
    `${noun('thing')} (?:can|may|must|should) ${DONE} only ${ONLY_WHILE}(?<values>.+)`,
    `${noun('thing')} ${NEVER} unless (?:${IT_IS} )?(?:still )?(?<values>.+)`,
    `${noun('thing')} (?:is|are) only ${deed.able} ${ONLY_WHILE}(?<values>.+)`,
  ];
}

/** Which rows are not deleted or changed, by their state, or are not deleted by what they still have. */
export const BLOCKED: readonly Pattern[] = [
  [
    whole(
      `${noun('thing')} ${CANNOT} ${DELETED} (?:any more |anymore )?${WHILE} (?:it|they|there) (?:still )?(?:has|have|are|is) (?:any |open )?${noun('by')}(?: on it| in it| for it| left)?`,
    ),
    blockedBy,
  ],
  ...refusedIn(DELETION_DEED).map((text): Pattern => [whole(text), blocked('delete', false)]),
  ...allowedIn(DELETION_DEED).map((text): Pattern => [whole(text), blocked('delete', true)]),
  ...refusedIn(CHANGE_DEED).map((text): Pattern => [whole(text), blocked('change', false)]),
  ...allowedIn(CHANGE_DEED).map((text): Pattern => [whole(text), blocked('change', true)]),
  [
    whole(
      `${noun('thing')} ${CANNOT} ${DELETED} ${WHILE} ${noun('field')} (?:is|are) (?<values>.+)`,
    ),
    blocked('delete', false),
  ],
  [
    whole(
      `${noun('thing')} (?:with|that have|which have|that has|that still have) (?:any )?${noun('by')} ${CANNOT} ${DELETED}`,
    ),
    blockedBy,
  ],
  [
    whole(
      `${noun('thing')} (?:that|which|who) (?:is|are) (?:on|in|used in|used by|part of|used on|listed on|at) ${noun('by')} ${CANNOT} ${DELETED}`,
    ),
    blockedBy,
  ],
];

type Groups = Parameters<Pattern[1]>[0];

function blockedBy({ thing, by }: Groups): ReturnType<Pattern[1]> {
  return { kind: 'delete-blocked-by', thing: split(thing), by: split(by) };
}

/** `isFree`: the values are those in which it may be done. */
function blocked(deed: 'delete' | 'change', isFree: boolean): Pattern[1] {
  return ({ thing, field, values }) => ({
    kind: `${deed}-blocked`,
    thing: thing === undefined ? null : split(thing),
    field: field === undefined ? null : split(field),
    values: statesIn(values),
    isFree,
  });
}

/** "already paid, or a draft": the states by their words. */
function statesIn(text = ''): string[] {
  return text
    .split(/ ?, (?:and |or )?| and | or | \/ /)
    .map((state) =>
      state
        .trim()
        .replace(/^(?:(?:already|still|been|an?|the|in|any|it is|they are) )+/, '')
        .replace(/ (?:state|status)$/, ''),
    )
    .filter(Boolean);
}
