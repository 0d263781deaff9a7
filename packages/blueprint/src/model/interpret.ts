import type { Item, Qualities, Statement } from '../grammar/statements.ts';
import { DEPENDENT_NOUNS } from '../lexicon/fields.ts';
import { toEntityName } from '../names.ts';
import { addBelongs, applyBelongs } from './belongs.ts';
import { applyConstraint } from './constraints.ts';
import { declare } from './declare.ts';
import { type Draft, type DraftEntity, ensureEntity, type Fact, lookUp, mark } from './draft.ts';
import { addField, tailType } from './draft-fields.ts';
import { applyActs } from './habits.ts';
import { headOf, isEntityNoun } from './kinds.ts';
import { mergeTypos, noteRelated } from './same-names.ts';
import { findTarget, type Target } from './targets.ts';

/** Turns statements into entities, fields and facts. Entities are found first, so that order of speech does not matter. */
export function interpret(draft: Draft, statements: readonly Statement[]): void {
  for (const statement of statements) declare(draft, statement);
  for (const statement of statements) noteRelated(draft, statement);
  mergeTypos(draft, statements);
  for (const statement of statements) {
    const before = draft.marks.length;
    apply(draft, statement);
    if (draft.marks.length > before) markVerb(draft, statement, before);
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
  mark(draft, { start: statement.start, end: first.end }, made.path, made.meaning);
}

function apply(draft: Draft, statement: Statement): void {
  if (statement.kind === 'app')
    mark(draft, statement, 'name', `the app is named after "${statement.noun.words.join(' ')}"`);
  if (statement.kind === 'has') applyHas(draft, statement);
  if (statement.kind === 'belongs') applyBelongs(draft, statement);
  if (statement.kind === 'topic') applyTopic(draft, statement);
  if (statement.kind === 'many-to-many') applyManyToMany(draft, statement);
  if (statement.kind === 'acts') applyActs(draft, statement);
  if (statement.kind === 'constraint') applyConstraint(draft, statement);
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
    addField(draft, entity, item.noun, qualities, item);
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

function addFact(
  draft: Draft,
  entity: DraftEntity,
  target: Target,
  item: Item,
  qualities: Qualities,
): void {
  const many = item.quantity === 'many' || (item.noun.plural && item.quantity !== 'one');
  const isSelf = target.entity === entity;
  const fact: Fact = {
    from: entity.name,
    to: target.entity.name,
    cardinality: many ? 'many' : 'one',
    source: 'has',
    required: qualities.optional !== true && !(isSelf && qualities.required !== true),
    exclusive: DEPENDENT_NOUNS.has(headOf(item.noun)) || (item.children.length > 0 && !many),
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
      ? `${entity.name} has many ${target.entity.name}`
      : `${entity.name} has a ${target.entity.name}`,
  );
}

function applyTopic(draft: Draft, statement: Extract<Statement, { kind: 'topic' }>): void {
  for (const item of statement.items) {
    const name = toEntityName(item.noun.words);
    const entity = lookUp(draft, name);
    if (entity === undefined) continue;
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
