import type { Item, Qualities, Statement } from '../grammar/statements.ts';
import { DEPENDENT_NOUNS, OWN_NOUNS } from '../lexicon/fields.ts';
import { isLogWord } from '../lexicon/kept-deeds.ts';
import { isOccasionWord, isPersonWord } from '../lexicon/people.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { addBelongs, applyBelongs } from './belongs.ts';
import { applyConstraint } from './constraints.ts';
import { declare, declareLate } from './declare.ts';
import { tieDeeds } from './deeds.ts';
import { dropRoleFields, noteDoers } from './doers.ts';
import { type Draft, type DraftEntity, ensureEntity, type Fact, lookUp, mark } from './draft.ts';
import { addField, tailType } from './draft-fields.ts';
import { applyActs } from './habits.ts';
import { mergeStates } from './in-state.ts';
import { headOf, isEntityNoun, looksLikeValue } from './kinds.ts';
import { applyKind, declareKind } from './kinds-of.ts';
import { dropLonely, dropSpeaker, dropTitle, isIfLonely, tieLonely } from './lonely.ts';
import { recordRatings } from './ratings.ts';
import { recordDeeds } from './recorded-deeds.ts';
import { mergeShortNames, mergeTypos, noteRelated, resolveShortMentions } from './same-names.ts';
import { findTarget, type Target } from './targets.ts';

/** Turns statements into entities, fields and facts. Entities are found first, so that order of speech does not matter. */
export function interpret(draft: Draft, said: readonly Statement[]): void {
  const statements = recordDeeds(recordRatings(said.filter((each) => !isIfLonely(each))), said);
  for (const statement of statements) declare(draft, statement);
  resolveShortMentions(draft, statements);
  for (const statement of statements) declareLate(draft, statement);
  for (const statement of statements) noteRelated(draft, statement);
  mergeTypos(draft, statements);
  mergeStates(draft, statements);
  mergeShortNames(draft, statements);
  for (const statement of statements) noteDescribed(draft, statement);
  for (const statement of statements) if (statement.kind === 'is-a') declareKind(draft, statement);
  noteDoers(draft, statements);
  for (const statement of statements) {
    const before = draft.marks.length;
    apply(draft, statement);
    if (draft.marks.length > before) markVerb(draft, statement, before);
  }
  tieDeeds(draft, [...statements, ...said.filter(isIfLonely)]);
  for (const statement of said) if (isIfLonely(statement)) tieLonely(draft, statement);
  dropRoleFields(draft);
  dropLonely(draft, statements);
  dropSpeaker(draft, statements);
  dropTitle(draft, statements);
}

function noteDescribed(draft: Draft, statement: Statement): void {
  const nouns =
    statement.kind === 'has' && statement.items.some((item) => looksLikeValue(item.noun))
      ? statement.subjects
      : statement.kind === 'topic'
        ? statement.items.filter((item) => item.children.length > 0).map((item) => item.noun)
        : [];
  for (const noun of nouns) {
    const entity = lookUp(draft, toEntityName(noun.words));
    if (entity !== undefined) draft.described.add(entity.name);
  }
}

/** The words between a subject and its list ("we want to monitor", "takes place at") became what the list became. */
function markVerb(draft: Draft, statement: Statement, before: number): void {
  const list =
    'items' in statement ? statement.items : statement.kind === 'belongs' ? statement.targets : [];
  const [first] = list;
  const made = draft.marks
    .slice(before)
    .find((each) => first !== undefined && each.start >= first.start && each.end <= first.end);
  if (first === undefined || made === undefined || first.start <= statement.start) return;
  const verb = 'verb' in statement && statement.verb ? ` ("${statement.verb}")` : '';
  mark(draft, { start: statement.start, end: first.end }, made.path, `${made.meaning}${verb}`);
}

function apply(draft: Draft, statement: Statement): void {
  if (statement.kind === 'app')
    mark(draft, statement, 'name', `the app is named after "${statement.noun.words.join(' ')}"`);
  if (statement.kind === 'has') applyHas(draft, statement);
  if (statement.kind === 'belongs') applyBelongs(draft, statement);
  if (statement.kind === 'topic') applyTopic(draft, statement);
  if (statement.kind === 'many-to-many') applyManyToMany(draft, statement);
  if (statement.kind === 'acts') applyActs(draft, statement, addItem);
  if (statement.kind === 'constraint') applyConstraint(draft, statement);
  if (statement.kind === 'is-a') applyKind(draft, statement);
  if (statement.kind === 'rule')
    draft.misses.push({ start: statement.start, end: statement.end, reason: statement.reason });
}

function applyHas(draft: Draft, statement: Extract<Statement, { kind: 'has' }>): void {
  for (const subject of statement.subjects) {
    const entity =
      statement.items.length > 0 && isEntityNoun(subject) ? ensureEntity(draft, subject) : null;
    if (entity === null) continue;
    draft.current = entity.name;
    mark(draft, subject, entity.name, `entity ${entity.name}`);
    for (const item of statement.items) addItem(draft, entity, item, statement.optional);
  }
}

/** A thing of the list becomes a relation when it names an entity, else a field. */
function addItem(draft: Draft, entity: DraftEntity, item: Item, optional: boolean): void {
  const qualities: Qualities = {
    ...tailType(item.noun.words),
    ...item.qualities,
    ...(optional && { optional: true }),
  };
  const target = findTarget(draft, entity, item);
  if (target === null) {
    if (item.limit === undefined) addValue(draft, entity, item, qualities);
    else addLimit(draft, entity, item, item.limit);
    return;
  }
  addFact(draft, entity, target, item, qualities);
  for (const child of item.children) {
    draft.current = target.entity.name;
    addItem(draft, target.entity, child, false);
  }
  for (const owner of item.belongsTo)
    addBelongs(draft, target.entity, owner, { optional: false, many: false, source: 'belongs' });
}

function addValue(draft: Draft, entity: DraftEntity, item: Item, qualities: Qualities): void {
  addField(draft, entity, item.noun, qualities, item);
  if (item.toldOf === undefined) return;
  const [what, of] = [item.noun.words.join(' '), item.toldOf.words.join(' ')];
  draft.assumptions.push({
    path: `${entity.name}.${toFieldName(item.noun.words)}`,
    text: `Each ${entity.name} has one ${of} and the ${what} of it; no list of what each ${of} costs is kept for all.`,
    answers: [],
  });
}

/** "a maximum of 20 participants", who are no things of their own: a number that starts at what was said. */
function addLimit(
  draft: Draft,
  entity: DraftEntity,
  item: Item,
  { side, count }: NonNullable<Item['limit']>,
): void {
  const noun = { ...item.noun, words: [side, ...item.noun.words] };
  addField(draft, entity, noun, { type: 'integer', default: count }, item);
  draft.assumptions.push({
    path: `${entity.name}.${toFieldName(noun.words)}`,
    text: `The ${side} of ${count} is where each ${entity.name} starts; it can be changed for one.`,
    answers: [],
  });
}

/** One thing that only one other has: a profile, a card that comes with its fields, what is said to be one-to-one. */
function isExclusive(item: Item, many: boolean): boolean {
  if (many) return false;
  const head = headOf(item.noun);
  return (
    item.isExclusive === true ||
    DEPENDENT_NOUNS.has(head) ||
    (item.isExact === true && OWN_NOUNS.has(head)) ||
    (item.children.length > 0 && item.isToldOf !== true)
  );
}

/** "a technician is responsible for each ticket": all of them, one at a time. */
function isOneEach(determiner: string | null): boolean {
  return determiner === 'each' || determiner === 'every';
}

function isMutual({ refersTo, isMutual: isSaid }: Item): boolean {
  return isSaid === true || refersTo?.plural === true;
}

/** "an interview has one or more interviewers": who meets there meets elsewhere too. */
function areMet({ name }: DraftEntity, { noun, quantity, children }: Item): boolean {
  const occasion = (/[A-Z][a-z0-9]*$/.exec(name)?.[0] ?? name).toLowerCase();
  const isPerson = isPersonWord(singular(headOf(noun)));
  return quantity === 'many' && children.length === 0 && isOccasionWord(occasion) && isPerson;
}

function addFact(
  draft: Draft,
  entity: DraftEntity,
  target: Target,
  item: Item,
  qualities: Qualities,
  source: Fact['source'] = 'has',
): void {
  const many =
    item.quantity === 'many' ||
    (item.noun.plural && item.quantity !== 'one') ||
    isOneEach(item.determiner) ||
    // "a watering log with date and amount for each plant": its entries.
    (isLogWord(headOf(item.noun)) && item.children.length > 0);
  const isSelf = target.entity === entity;
  const fact: Fact = {
    from: entity.name,
    to: target.entity.name,
    cardinality: many ? (isMutual(item) || areMet(entity, item) ? 'both-many' : 'many') : 'one',
    source,
    isDeed: source === 'habit',
    required: qualities.optional !== true && !(isSelf && qualities.required !== true),
    exclusive: isExclusive(item, many),
    isOwn: item.isListed === true || item.children.length > 0,
    role: target.role,
    start: item.start,
    end: item.end,
  };
  draft.facts.push(fact);
  mark(
    draft,
    item,
    `${entity.name}.${target.role ?? target.entity.name}`,
    many
      ? `${entity.name} has many ${target.entity.name}${wordsOf(item, target)}`
      : `${entity.name} has a ${target.entity.name}${wordsOf(item, target)}`,
  );
}

/** The words of the prompt where they differ from the name: "subtasks" are Task. */
function wordsOf({ noun }: Item, { entity }: Target): string {
  return toEntityName(noun.words) === entity.name ? '' : ` ("${noun.words.join(' ')}")`;
}

const POSSESSIVES = ['their', 'its', 'his', 'her'];

/** "room number, type, price": a list of nothing but values goes on with the thing spoken of. */
function addToCurrent(draft: Draft, { items }: Extract<Statement, { kind: 'topic' }>): boolean {
  const entity = draft.current === null ? undefined : draft.entities.get(draft.current);
  const isValue = (item: Item) =>
    looksLikeValue(item.noun) || Object.keys(item.qualities).length > 0;
  const isMoment = ({ noun: { words } }: Item) =>
    words.length > 1 && /^(on|at|until|since)$/.test(words.at(-1) ?? '');
  const isFree = (item: Item) =>
    lookUp(draft, toEntityName(item.noun.words)) === undefined &&
    item.children.length === 0 &&
    (isValue(item) || !item.noun.plural);
  const values = items.filter((item) => isValue(item) || isMoment(item)).length;
  if (entity === undefined || values * 2 <= items.length || !items.every(isFree)) return false;
  for (const item of items)
    addField(draft, entity, item.noun, { ...tailType(item.noun.words), ...item.qualities }, item);
  return true;
}

function applyTopic(draft: Draft, statement: Extract<Statement, { kind: 'topic' }>): void {
  if (addToCurrent(draft, statement)) return;
  let owner: DraftEntity | undefined;
  const before = draft.entities.get(draft.current ?? '');
  for (const item of statement.items) {
    const name = toEntityName(item.noun.words);
    const entity = lookUp(draft, name);
    if (entity === undefined) continue;
    const spoken =
      owner ?? (item.determiner === 'their' && item.children.length > 0 ? before : undefined);
    if (POSSESSIVES.includes(item.determiner ?? '') && spoken !== undefined && spoken !== entity)
      addFact(draft, spoken, { entity, role: null }, item, item.qualities, 'habit');
    else if (item.isMutual && (owner ?? before) !== undefined)
      addFact(draft, owner ?? before ?? entity, { entity, role: null }, item, item.qualities);
    else owner = entity;
    draft.current = entity.name;
    mark(draft, item, entity.name, `entity ${entity.name}`);
    for (const child of item.children) addItem(draft, entity, child, false);
    for (const owner of item.belongsTo)
      addBelongs(draft, entity, owner, { optional: false, many: false, source: 'belongs' });
  }
}

function applyManyToMany(
  draft: Draft,
  statement: Extract<Statement, { kind: 'many-to-many' }>,
): void {
  const entities = statement.nouns
    .map((noun) => ensureEntity(draft, noun))
    .filter((entity) => entity !== null);
  const [left, right] = entities;
  if (left === undefined || right === undefined) return;
  draft.facts.push({
    from: left.name,
    to: right.name,
    cardinality: 'both-many',
    source: 'explicit',
    required: false,
    exclusive: false,
    role: null,
    start: statement.start,
    end: statement.end,
  });
  mark(
    draft,
    statement,
    `${left.name}.${right.name}`,
    `${left.name} and ${right.name} are many-to-many`,
  );
}
