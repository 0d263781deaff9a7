import { belonging, type Item, itemOf, type Noun, type Statement } from '../grammar/statements.ts';
import { recordNames } from '../lexicon/kept-deeds.ts';
import {
  ADDING_VERBS,
  ASSIGNING,
  DEED_NAMES,
  DEED_NOUNS,
  DEED_VERBS,
  MANY_TO_MANY_VERBS,
  OWNED_OBJECTS,
  TRADE_NOUNS,
} from '../lexicon/predicates.ts';
import { isMeasureWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { participleOf } from './deeds.ts';
import { headOf, isGenericActor, looksLikeValue } from './kinds.ts';

type Deed = {
  subjects: Noun[];
  object: Item;
  /** What is said of each time it is done: a date, a role, a quantity. */
  values: Item[];
  verb: string;
  /** The values stand apart from the object, which keeps these of its own. */
  isGiven: boolean;
  own: Item[];
  start: number;
  end: number;
};

/**
 * "Students enrol in courses with an enrolment date": a deed that comes with values of its own is a thing of its own, which
 * belongs to who does it and to what it is done to. Told of a thing that is described elsewhere, or when a value names the deed.
 */
export function recordDeeds(
  statements: readonly Statement[],
  said: readonly Statement[] = statements,
): Statement[] {
  const described = describedIn(statements);
  return statements.flatMap((statement, index) => {
    if (statement.kind === 'deed')
      return recordKept(withPartner(statement, said), described, statements);
    const passive = passiveDeed(statement, statements[index + 1]);
    if (passive !== null && isRecordable(passive, described, statement))
      return recordOf(passive, nameOf(passive, described, statement));
    const before = passiveDeed(statements[index - 1], statement);
    if (before !== null && isRecordable(before, described, { ...statement, kind: 'belongs' }))
      return [];
    const sat = satBy(statement) ?? votedOn(statement);
    if (sat !== null) return sat;
    const deed = deedOf(statement, described);
    if (deed === null || !isRecordable(deed, described, statement))
      return ownGiven(statement) ?? [statement];
    return recordOf(deed, nameOf(deed, described, statement));
  });
}

type Kept = Extract<Statement, { kind: 'deed' }>;

/** "We hand out tools to members. When a tool is handed out we note": to whom it is done was told before. */
function withPartner(deed: Kept, said: readonly Statement[]): Kept {
  const [first, second] = deed.parties;
  if (first === undefined || second !== undefined) return deed;
  if (isGenericActor(first)) return withSpokenOf(deed, said);
  const isSame = ({ words }: Noun) =>
    toEntityName(words.slice(-1)) === toEntityName(first.words.slice(-1));
  const before = said.find(
    (each) => each.kind === 'belongs' && each.verb === deed.verb && each.subjects.some(isSame),
  );
  const targets = before?.kind === 'belongs' ? before.targets.map(({ noun }) => noun) : [];
  return { ...deed, parties: [first, ...targets] };
}

/** "Companies post jobs, people apply with a letter": for what was spoken of last. */
function withSpokenOf(deed: Kept, said: readonly Statement[]): Kept {
  const before = said.findLast(({ kind, start }) => kind === 'acts' && start < deed.start);
  const [object, second] = before?.kind === 'acts' ? before.items : [];
  if (object === undefined || second !== undefined || !isRecordedFor(deed.verb)) return deed;
  return { ...deed, parties: [object.noun] };
}

function isRecordedFor(verb: string): boolean {
  return /^(apply|bid|vote|sign|register)$/.test(verb);
}

/** "When we lend a tool to a member we note the date": a loan of both; what is done to one thing alone is told of that. */
function recordKept(
  { verb, parties, values, isEach, start, end }: Kept,
  described: ReadonlySet<string>,
  statements: readonly Statement[],
): Statement[] {
  const [first, second] = parties;
  if (first === undefined) return [];
  const usual = recordNames(verb);
  const named = usual.find((name) => described.has(name)) ?? spokenOf(usual, statements);
  if (second === undefined && named === undefined && isEach !== true)
    return [{ kind: 'has', subjects: [first], items: values, optional: true, start, end }];
  const gerund = isEach === true ? [`${verb.replace(/e$/, '')}ing`] : [];
  const [name] = named === undefined ? [...usual, ...gerund] : [named];
  const joined = [...new Set(parties.slice(0, 2).flatMap((noun) => noun.words.slice(-1)))];
  const words = name === undefined ? joined : splitName(name);
  const record: Noun = {
    words: words.map((word) => singular(word)),
    plural: false,
    start,
    end: first.end,
  };
  return [
    { kind: 'has', subjects: [record], items: values, optional: false, start, end },
    belonging([record], parties.map(itemOf), { start, end }),
  ];
}

function splitName(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}

/** Whether some sentence speaks of it as a thing. */
function spokenOf(names: readonly string[], statements: readonly Statement[]): string | undefined {
  const nouns = statements.flatMap((statement) =>
    'subjects' in statement ? statement.subjects : [],
  );
  const said = new Set(nouns.map((noun) => toEntityName(noun.words)));
  return names.find((name) => said.has(name));
}

/** The things of which values are told where they are the subject. */
function describedIn(statements: readonly Statement[]): ReadonlySet<string> {
  const named = statements.flatMap((statement) => {
    if (statement.kind === 'has' && statement.items.some(isValue)) return statement.subjects;
    const listed = statement.kind === 'topic' ? statement.items : [];
    return listed.filter(({ children }) => children.length > 0).map(({ noun }) => noun);
  });
  return new Set(named.map((noun) => toEntityName(noun.words) ?? ''));
}

function isValue({ noun, qualities }: Item): boolean {
  const isMoment = noun.words.length > 1 && /^(on|at|until|since)$/.test(headOf(noun));
  const isEnd = /^(start|end|arrival|departure|check-in|check-out)$/.test(noun.words.join('-'));
  const { type, values } = qualities;
  const isSlot = /^(time|date) (slot|range|period|span)$/.test(noun.words.join(' '));
  return (
    isSlot ||
    isMoment ||
    isEnd ||
    looksLikeValue(noun) ||
    type !== undefined ||
    values !== undefined
  );
}

function deedOf(statement: Statement, described: ReadonlySet<string>): Deed | null {
  const isBelongs = statement.kind === 'belongs' && statement.subjects.some(({ plural }) => plural);
  const list =
    statement.kind === 'acts' || statement.kind === 'has'
      ? statement.items
      : isBelongs
        ? statement.targets
        : [];
  const [object, ...others] = list;
  if (object === undefined || !('subjects' in statement)) return null;
  const said = statement.kind === 'acts' ? (statement.given ?? []) : [];
  const isApart = object.children.length > 0 || said.length > 0;
  const isBeside = isApart && others.length > 0 && others.every(isValue);
  const apart = isBeside ? [...others, ...said] : said;
  const inside = object.children.filter(({ isGiven }) => isGiven === true);
  const isAllGiven = inside.length === object.children.length && !isIn(described, object.noun);
  const isGiven = apart.length > 0 || (inside.length > 0 && !isAllGiven);
  const own = isGiven ? object.children.filter((child) => child.isGiven !== true) : [];
  const told = isGiven ? [...inside, ...apart] : [...object.children, ...others];
  const names = new Set(statement.subjects.map((noun) => toEntityName(noun.words)));
  const values = told.filter(({ noun }) => !names.has(toEntityName(noun.words)));
  const isOwn = values.length > 0 && values.every((item) => isValue(item) || item.indefinite);
  const verb = 'verb' in statement ? (statement.verb ?? '') : 'contain';
  const { subjects, start, end } = statement;
  const deed = { subjects, object, own, values, verb, start, end, isGiven };
  return isOwn && values.some(isValue) ? deed : null;
}

const RESULTS = words('passed result mark grade score examiner');

/** "Students take exams with a date and passed yes/no": each exam is that of one student. */
function satBy(statement: Statement): Statement[] | null {
  if (statement.kind !== 'acts' || statement.verb !== 'take') return null;
  const [exam, ...others] = statement.items;
  const { subjects, given = [], start, end } = statement;
  if (exam === undefined || subjects.length === 0) return null;
  const isTest = /^(exam|test|examination|assessment)$/.test(singular(headOf(exam.noun)));
  const items = [...exam.children, ...others, ...given];
  if (!isTest || !items.some(({ noun }) => RESULTS.has(headOf(noun)))) return null;
  return [
    { kind: 'has', subjects: [exam.noun], items, optional: false, start, end },
    belonging([exam.noun], subjects.map(itemOf), { start, end }),
  ];
}

/** "An exhibition presents one artist, with a start date": told of the one exhibition, which is that of the artist. */
function ownGiven(statement: Statement): Statement[] | null {
  if (statement.kind !== 'acts' || statement.modal) return null;
  const { subjects, items, given = [], start, end } = statement;
  const [subject, more] = subjects;
  const [object, second] = items;
  if (subject === undefined || more !== undefined || subject.plural) return null;
  if (object === undefined || second !== undefined || object.noun.plural) return null;
  const isGotten = /^(get|receive|obtain|carry|bear)$/.test(statement.verb);
  if (given.length === 0 || object.children.length > 0 || isGotten) return null;
  return [
    { kind: 'has', subjects: [subject], items: given, optional: false, start, end },
    belonging([subject], [object], { start, end: object.end }),
  ];
}

/** "Members suggest films and vote on them": each vote is that of one member on one film. */
function votedOn(statement: Statement): Statement[] | null {
  if (statement.kind !== 'acts' || statement.verb !== 'vote' || !statement.preposition) return null;
  const { subjects, items, start, end } = statement;
  const [object, second] = items;
  if (object === undefined || second !== undefined || subjects.length === 0) return null;
  if (object.children.length > 0 || !object.noun.plural) return null;
  const vote: Noun = { words: ['vote'], plural: false, start, end: object.start };
  return [belonging([vote], [...subjects.map(itemOf), itemOf(object.noun)], { start, end })];
}

/** "a berth is reserved by a skipper for a yacht from an arrival to a departure": as if the skipper reserved it. */
function passiveDeed(said: Statement | undefined, then: Statement | undefined): Deed | null {
  if (said?.kind !== 'belongs' || then?.kind !== 'has' || then.subjects !== said.subjects)
    return null;
  const { subjects, targets, verb = '', start } = said;
  const [subject, second] = subjects;
  const base = participleOf(verb);
  if (subject === undefined || second !== undefined || subject.plural || targets.length === 0)
    return null;
  if (!verb.endsWith('ed') || !DEED_NOUNS.has(base)) return null;
  const actors = targets.map(({ noun }) => noun);
  const deed = { subjects: actors, object: itemOf(subject), values: then.items, verb: base };
  return { ...deed, isGiven: true, own: [], start, end: then.end };
}

/** Values that say how much of one thing is in another, and nothing about the thing itself. */
const SHARES = words(
  'quantity qty amount unit count proportion share percentage ratio dosage dose weight measure position order sequence',
);

/** A quantity, and what may stand beside it. */
function areShares(values: readonly Item[]): boolean {
  const heads = values.map(({ noun }) => headOf(noun));
  const isBeside = (head: string) =>
    SHARES.has(head) || /^(note|comment|remark|remarks)$/.test(head);
  return heads.some((head) => SHARES.has(head)) && heads.every(isBeside);
}

const RANKS = words('priority rank preference');

function isRecordable(
  deed: Deed,
  described: ReadonlySet<string>,
  { kind }: Pick<Statement, 'kind'>,
): boolean {
  const { object, subjects, values, verb, isGiven } = deed;
  const isToldApart = isIn(described, object.noun) || deed.own.length > 0 || subjects.length === 0;
  const [subject] = subjects;
  if (
    (subject === undefined && !deed.isGiven) ||
    object.refersTo !== null ||
    (looksLikeValue(object.noun) && !object.noun.plural && !isIn(described, object.noun))
  )
    return false;
  if (kind === 'has') return isToldApart && object.noun.plural && areShares(values);
  if (kind === 'belongs' && !DEED_NOUNS.has(verb))
    return (
      isToldApart &&
      object.noun.plural &&
      (ASSIGNING.has(verb) || (isGiven && DEED_NOUNS.has(participleOf(verb))))
    );
  const isOwned = OWNED_OBJECTS.has(singular(headOf(object.noun)));
  const isDeed = DEED_NOUNS.has(verb) || DEED_NAMES.has(verb) || MANY_TO_MANY_VERBS.has(verb);
  const isTrade = TRADE_NOUNS.has(verb) || DEED_VERBS.has(verb);
  const namesDeed = values.some(({ noun }) => noun.words.some((word) => tellsOf(verb, word)));
  const isKept =
    namesDeed || !subjects.some((noun) => isGenericActor(noun) && !isIn(described, noun));
  const isTimed =
    isGiven &&
    !isOwned &&
    isToldApart &&
    values.every(({ noun }) => isMeasureWord(headOf(noun))) &&
    object.noun.plural &&
    subjects.every(({ plural }) => plural);
  if (isTimed) return true;
  if (isOwned || !isKept || (!isDeed && !isTrade)) return false;
  if (ADDING_VERBS.has(verb) && !namesDeed) return isToldApart && !isCreating(verb);
  // "choose up to three topics, with a priority": it says how one stands to the other.
  const isOfBoth = object.noun.plural && values.every(({ noun }) => RANKS.has(headOf(noun)));
  // "guests book rooms from a start date to an end date": nobody has a room with dates of its own.
  const isLasting = /^(book|reserve|rent|hire|borrow)$/.test(verb) && values.every(isWhen);
  return isToldApart || namesDeed || isLasting || (isOfBoth && MANY_TO_MANY_VERBS.has(verb));
}

function isWhen({ noun }: Item): boolean {
  return isMeasureWord(headOf(noun)) || /^(date|time|slot|day|period)s?$/.test(headOf(noun));
}

function isIn(names: ReadonlySet<string>, noun: Noun): boolean {
  return names.has(toEntityName(noun.words) ?? '');
}

function isCreating(verb: string): boolean {
  return ['leave', 'write', 'post', 'submit', 'place', 'log', 'upload', 'publish'].includes(verb);
}

/** "enrollment date", "borrowed on" and "rental fee" speak of enrolling, borrowing and renting. */
function tellsOf(verb: string, word: string): boolean {
  const names = namesOf(verb).map((name) => name.toLowerCase());
  const stem = verb.replace(/(e|y)$/, '');
  return (
    names.includes(word) ||
    (verb.length > 3 &&
      word.startsWith(stem) &&
      /^(ed|ing|al|ment|ation)?$/.test(word.slice(stem.length)))
  );
}

function namesOf(verb: string): readonly string[] {
  return DEED_NOUNS.get(verb) ?? TRADE_NOUNS.get(verb) ?? DEED_NAMES.get(verb) ?? [];
}

/** The name the prompt itself gives the deed, else the usual one, else both things together: `RecipeIngredient`. */
function nameOf(deed: Deed, described: ReadonlySet<string>, { kind }: Statement): string[] {
  const { subjects, object, values, verb } = deed;
  const usual =
    kind === 'belongs' && !DEED_NOUNS.has(verb)
      ? namesOf(participleOf(verb))
      : kind === 'has'
        ? []
        : namesOf(verb);
  const said = values.flatMap(({ noun }) => noun.words);
  const name =
    usual.find((each) => described.has(each)) ??
    usual.find((each) => said.includes(each.toLowerCase())) ??
    usual[0];
  if (name !== undefined) return [name.toLowerCase()];
  return [...(subjects[0]?.words ?? []), ...object.noun.words].map((word) => singular(word));
}

function recordOf(
  { subjects, object, own, values, verb, start, end }: Deed,
  name: string[],
): Statement[] {
  const record: Noun = { words: name, plural: false, start: object.start, end: object.end };
  const [value] = values;
  const parties = [{ ...object, children: [] }, ...subjects.map(itemOf)];
  const described: Statement = {
    kind: 'has',
    subjects: [object.noun],
    items: own,
    optional: false,
    start: object.start,
    end: object.end,
  };
  return [
    ...(own.length > 0 ? [described] : []),
    {
      kind: 'has',
      subjects: [record],
      items: values,
      optional: false,
      start: value?.start ?? start,
      end,
    },
    {
      kind: 'belongs',
      subjects: [record],
      targets: parties.map((party) => ({ ...party, quantity: null, indefinite: true })),
      optional: false,
      strong: true,
      many: false,
      verb,
      start,
      end,
    },
  ];
}
