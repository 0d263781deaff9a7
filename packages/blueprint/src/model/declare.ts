import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { CRUD } from '../grammar/verbs.ts';
import { SELF_ROLES } from '../lexicon/fields.ts';
import { isActorWord } from '../lexicon/people.ts';
import {
  ADDING_VERBS,
  AUTHORING,
  DEED_VERBS,
  FEELING_VERBS,
  PARTICIPLES,
  SCREEN_VERBS,
} from '../lexicon/predicates.ts';
import { isMeasureWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { findRecord } from './deeds.ts';
import { type Draft, ensureEntity, lookUp } from './draft.ts';
import {
  headOf,
  isEntityNoun,
  isGenericActor,
  isPerson,
  isPlainValue,
  isSurelyEntity,
  isThing,
  isTopicEntity,
  looksLikeValue,
  relates,
} from './kinds.ts';

/** What is known only when everything else is declared: counted things, and deeds of users who are things themselves. */
export function declareLate(draft: Draft, statement: Statement): void {
  if (statement.kind === 'belongs' && statement.strong)
    for (const target of statement.targets)
      if (isOwnTarget(draft, statement.subjects, target)) ensureEntity(draft, target.noun);
  if (statement.kind === 'belongs' && !statement.strong) {
    declareFull(draft, statement);
    declareTogether(draft, statement);
    declarePlaces(draft, statement);
  }
  if (statement.kind === 'has')
    for (const item of statement.items) if (isCounted(draft, item)) ensureEntity(draft, item.noun);
  if (statement.kind === 'acts')
    for (const item of statement.items)
      if (item.children.length > 0 && item.noun.plural && isEntityNoun(item.noun))
        declareWithOwners(draft, item);
  if (statement.kind === 'acts' && hasRecord(draft, statement.verb))
    declareRecorded(draft, statement);
  if (statement.kind === 'acts' && hasRecord(draft, statement.verb))
    for (const item of statement.items)
      if (item.indefinite && !looksLikeValue(item.noun) && isEntityNoun(item.noun))
        ensureEntity(draft, item.noun);
  if (statement.kind === 'acts') declareObjects(draft, statement);
  if (statement.kind === 'acts' && !statement.modal) declareDoers(draft, statement);
  if (statement.kind !== 'acts' || !ADDING_VERBS.has(statement.verb)) return;
  const isKnown = statement.subjects.some(
    (subject) => lookUp(draft, toEntityName(subject.words)) !== undefined,
  );
  if (!isKnown) return;
  for (const item of statement.items) {
    const isNew = item.indefinite || item.determiner === null;
    const isTold = isNew && item.children.length > 0 && isEntityNoun(item.noun);
    if (isThing(item.noun) || isTold) ensureEntity(draft, item.noun);
  }
}

/** "electricity meters are mounted at berths; a meter has": the meters by their full name. */
function declareFull(
  draft: Draft,
  { subjects, targets }: Extract<Statement, { kind: 'belongs' }>,
): void {
  if (!targets.every(({ noun }) => isNamed(draft, noun))) return;
  for (const subject of subjects)
    if (
      subject.plural &&
      subject.words.length > 1 &&
      lookUp(draft, toEntityName([headOf(subject)]))
    )
      ensureEntity(draft, subject);
}

/** "Topics are proposed by professors": what stands in the plural beside a known thing is one too. */
function declareTogether(
  draft: Draft,
  { subjects, targets, verb = '' }: Extract<Statement, { kind: 'belongs' }>,
): void {
  if (!verb.endsWith('ed') && !PARTICIPLES.has(verb)) return;
  const isBesideThing = targets.some(
    ({ noun, quantity }) => isNamed(draft, noun) && (noun.plural || quantity === 'one'),
  );
  if (isBesideThing) declareTold(draft, subjects);
}

/** "events happen at venues", "is passed to a craftsman": where a known thing is or goes to is a thing; "used in lessons" tells what for. */
function declarePlaces(
  draft: Draft,
  { subjects, targets, verb = '' }: Extract<Statement, { kind: 'belongs' }>,
): void {
  if (!subjects.some((subject) => isNamed(draft, subject))) return;
  for (const target of targets)
    if (
      isNewThing(target) &&
      !(target.noun.plural && verb.endsWith('ed')) &&
      !isRoleOf(subjects, target.noun) &&
      lookUp(draft, toEntityName([headOf(target.noun)])) === undefined
    )
      ensureEntity(draft, target.noun);
}

/** "a test follows a method": what a described thing deals with, one at a time, is a thing too. */
function declareObjects(
  draft: Draft,
  { subjects, items, verb, modal }: Extract<Statement, { kind: 'acts' }>,
): void {
  const [item, second] = items;
  const [subject, more] = subjects;
  if (item === undefined || second !== undefined || subject === undefined || more !== undefined)
    return;
  const isActor = isNamed(draft, subject) && !subject.plural && !isGenericActor(subject);
  if (!isActor || modal || CRUD.has(verb) || SCREEN_VERBS.has(verb)) return;
  if (!item.noun.plural && isNewThing(item) && item.belongsTo.length === 0)
    ensureEntity(draft, item.noun);
}

/** Who brings others together has no part in it. */
const ALLOTTING = words('assign allocate link dispatch distribute move connect');

/** "Notaries draft contracts": who does something with a thing that is described, whatever the verb, is kept as well. */
function declareDoers(
  draft: Draft,
  { subjects, items, verb }: Extract<Statement, { kind: 'acts' }>,
): void {
  const isAboutThing = items.some(({ noun }) => isNamed(draft, noun));
  if (!isAboutThing || CRUD.has(verb) || SCREEN_VERBS.has(verb) || ALLOTTING.has(verb)) return;
  for (const subject of subjects)
    if (subject.plural && subject.words.length < 3 && !isGenericActor(subject))
      if (isActorWord(singular(headOf(subject)))) ensureEntity(draft, subject);
}

function isNewThing(item: Item): boolean {
  const { noun, refersTo, qualities, indefinite, quantity } = item;
  const isCounted = noun.plural ? isThing(noun) : indefinite || quantity === 'one';
  return (
    isCounted &&
    refersTo === null &&
    noun.words.length < 3 &&
    Object.keys(qualities).length === 0 &&
    isEntityNoun(noun) &&
    !looksLikeValue(noun) &&
    !isMeasureWord(singular(headOf(noun))) &&
    !isPlainValue(noun, item)
  );
}

/** "a meeting room" is a thing; "a white player" is one only where no players are spoken of. */
function isOwnTarget(draft: Draft, subjects: readonly Noun[], target: Item): boolean {
  const { noun, refersTo } = target;
  const isKnown = lookUp(draft, toEntityName([headOf(noun)])) !== undefined;
  return (
    noun.words.length > 1 &&
    refersTo === null &&
    isEntityNoun(noun) &&
    !isPlainValue(noun, target) &&
    !isRoleOf(subjects, noun) &&
    !isKnown
  );
}

/** "Reviewers score applications; a review has": who does what is recorded is kept. */
function declareRecorded(
  draft: Draft,
  { subjects, items, verb }: Extract<Statement, { kind: 'acts' }>,
): void {
  const isAboutThings = items.some((item) =>
    [item, ...item.belongsTo].some(({ noun }) => isNamed(draft, noun)),
  );
  if (!isAboutThings) return;
  for (const subject of subjects)
    if (subject.plural && isEntityNoun(subject))
      if (!isGenericActor(subject) || isRecorded(draft, subject, verb))
        ensureEntity(draft, subject);
}

function isNamed(draft: Draft, noun: Noun): boolean {
  return lookUp(draft, toEntityName(noun.words)) !== undefined;
}

/** "Users write reviews": who does what others see is kept, whatever else is said of users. */
function isAuthor(subject: Noun, { verb, modal }: Extract<Statement, { kind: 'acts' }>): boolean {
  const isUser = /^users?$/.test(headOf(subject));
  return isUser && !modal && (FEELING_VERBS.has(verb) || AUTHORING.has(verb));
}

/** "Visitors book tours; a booking has": whoever does what is recorded is kept too. */
function isRecorded(draft: Draft, subject: Noun, verb: string): boolean {
  return headOf(subject).startsWith('visitor') && hasRecord(draft, verb);
}

/** The thing that records the deed is described: "bookings" beside "a customer books a service". */
function hasRecord(draft: Draft, verb: string): boolean {
  return findRecord(draft, verb) !== undefined;
}

/** "exactly one parking spot" counts a thing, unless it is a value or plays a role ("one head keeper"). */
function isCounted(draft: Draft, item: Item): boolean {
  const isRole = item.noun.words.length > 1 && lookUp(draft, toEntityName([headOf(item.noun)]));
  return (
    item.isExact === true &&
    item.refersTo === null &&
    item.qualities.type === undefined &&
    !looksLikeValue(item.noun) &&
    isEntityNoun(item.noun) &&
    !isRole
  );
}

export function declare(draft: Draft, statement: Statement): void {
  if (statement.kind === 'has' && statement.items.length > 0) {
    for (const subject of statement.subjects)
      if (isEntityNoun(subject)) ensureEntity(draft, subject);
    for (const item of statement.items)
      if (isSurelyEntity(item) && !isOwnKind(statement.subjects, item.noun))
        ensureEntity(draft, item.noun);
  }
  if (statement.kind === 'belongs') {
    for (const { noun, children, belongsTo } of statement.targets) {
      if (children.length > 0 && isEntityNoun(noun)) ensureEntity(draft, noun);
      for (const owner of belongsTo)
        if (owner.isOfRelative && isNewThing(owner)) ensureEntity(draft, owner.noun);
    }
    const isTold = statement.targets.some(({ children }) => children.length > 0);
    if (isTold) declareTold(draft, statement.subjects);
    if (!statement.strong || statement.targets.length === 0) return;
    for (const subject of statement.subjects)
      if (isEntityNoun(subject)) ensureEntity(draft, subject);
    for (const target of statement.targets)
      if (
        target.refersTo === null &&
        !isMeans(statement, target) &&
        isEntityNoun(target.noun) &&
        !isPlainValue(target.noun, target) &&
        !isRoleOf(statement.subjects, target.noun) &&
        target.noun.words.length < 2
      )
        ensureEntity(draft, target.noun);
  }
  if (statement.kind === 'many-to-many')
    for (const noun of statement.nouns) ensureEntity(draft, noun);
  if (statement.kind === 'topic') {
    for (const item of statement.items) {
      if (isTopicEntity(item)) ensureEntity(draft, item.noun);
      for (const child of item.children) if (isSurelyEntity(child)) ensureEntity(draft, child.noun);
    }
  }
  if (statement.kind === 'acts') declareActors(draft, statement);
}

/** "Tools are lent to members with a name": what stands beside a thing that is described is one too. */
function declareTold(draft: Draft, subjects: readonly Noun[]): void {
  for (const subject of subjects)
    if (isThing(subject) && !isGenericActor(subject) && !looksLikeValue(subject))
      ensureEntity(draft, subject);
}

/** "an event with a name and an email", not "a service such as music". */
function isDescribed({ noun, children }: Item): boolean {
  return isEntityNoun(noun) && children.some((child) => looksLikeValue(child.noun));
}

function declareActors(draft: Draft, statement: Extract<Statement, { kind: 'acts' }>): void {
  const isKnown = relates(statement.verb);
  if (!isKnown && !statement.items.some((item) => item.quantity === 'many')) return;
  const actors = statement.subjects.filter(
    (subject) =>
      (!isGenericActor(subject) ||
        isRecorded(draft, subject, statement.verb) ||
        isAuthor(subject, statement)) &&
      isEntityNoun(subject),
  );
  const isObject = (item: Item) =>
    isThing(item.noun) ||
    (item.indefinite && isKnown && isDescribed(item)) ||
    (ADDING_VERBS.has(statement.verb) && item.children.length > 0 && isEntityNoun(item.noun)) ||
    (DEED_VERBS.has(statement.verb) &&
      item.noun.plural &&
      (item.belongsTo.length === 0 || !looksLikeValue(item.noun)) &&
      isEntityNoun(item.noun));
  if (
    !statement.items.some(
      (item) => isObject(item) || draft.entities.has(toEntityName(item.noun.words) ?? ''),
    )
  )
    return;
  for (const actor of actors) ensureEntity(draft, actor);
  for (const item of statement.items)
    if (actors.length > 0 && isObject(item) && (isKnown || item.quantity === 'many'))
      declareWithOwners(draft, item);
}

/** "customers leave reviews on products": reviews and products are both things. */
function declareWithOwners(draft: Draft, item: Item): void {
  ensureEntity(draft, item.noun);
  for (const owner of item.belongsTo)
    if (
      isThing(owner.noun) ||
      (owner.indefinite && isEntityNoun(owner.noun) && !looksLikeValue(owner.noun))
    )
      ensureEntity(draft, owner.noun);
}

/** "tasks have subtasks", "a category has child categories". */
function isOwnKind(subjects: readonly Noun[], noun: Noun): boolean {
  const name = (toEntityName(noun.words) ?? '')
    .replace(/^(Sub|Child|Nested)(?=.)/, '')
    .toLowerCase();
  return subjects.some(
    (subject) =>
      toEntityName(subject.words)?.toLowerCase() === name &&
      toEntityName(subject.words) !== toEntityName(noun.words),
  );
}

/** "paid by invoice or card", "sent by mail": how it is done. */
function isMeans(
  { verb = '' }: Extract<Statement, { kind: 'belongs' }>,
  { noun, determiner, quantity }: Item,
): boolean {
  return (
    /^(paid|sent|delivered|shipped)$/.test(verb) &&
    !noun.plural &&
    determiner === null &&
    quantity === null
  );
}

function isRoleOf(subjects: readonly Noun[], target: Noun): boolean {
  return subjects.some(
    (subject) =>
      SELF_ROLES.has(headOf(target)) &&
      isPerson({ name: toEntityName(subject.words) ?? '', fields: [], order: 0 }, headOf(target)),
  );
}
