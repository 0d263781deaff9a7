import type { Relation } from '@quantumlayer/contracts';
import { oneOrMany } from '../answers.ts';
import { LEADING_VERBS } from '../lexicon/predicates.ts';
import { lowerFirst, toPluralName, uniqueName, upperFirst } from '../names.ts';
import type { Decided } from './decided.ts';
import type { Draft, DraftEntity, Fact } from './draft.ts';
import { isJoined, isPlayed } from './joined.ts';
import { assumeShared, isShared } from './shared.ts';

/** Both directions of every relation, by entity. */
export function decideRelations(draft: Draft): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>();
  for (const name of draft.entities.keys()) relations.set(name, []);
  for (const group of groupFacts(draft.facts)) {
    const decided = decide(draft, group);
    if (decided === null || isJoined(draft, group, decided) || isPlayed(draft, group)) continue;
    addBoth(draft, relations, decided);
  }
  return relations;
}

/** Facts about the same two entities in the same role. */
function groupFacts(facts: readonly Fact[]): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const said of facts) {
    const pair = [said.from, said.to].sort().join('~');
    const isApart = said.from === said.to || hasStrong(facts, said);
    const role = said.role ?? (isApart ? (said.feeling ?? null) : null);
    const fact = { ...said, role };
    const isLed = role === null && leads(facts, fact);
    const key = isLed ? `${pair}~led` : role === null ? pair : `${pair}~${fact.from}~${role}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}

/** "a musician plays in a section, a section is led by a musician": two relations of the same two. */
function leads(facts: readonly Fact[], { from, to, verb }: Fact): boolean {
  return (
    LEADING_VERBS.has(verb ?? '') &&
    from !== to &&
    facts.some(
      (fact) =>
        !LEADING_VERBS.has(fact.verb ?? '') &&
        ((fact.from === to && fact.to === from) || (fact.from === from && fact.to === to)),
    )
  );
}

/** "users like photos" stands beside "a photo is posted by a user" and does not mean the same. */
function hasStrong(facts: readonly Fact[], { from, to, feeling }: Fact): boolean {
  return (
    feeling != null &&
    facts.some(
      (fact) =>
        fact.feeling == null &&
        fact.cardinality !== 'both-many' &&
        ((fact.from === from && fact.to === to) || (fact.from === to && fact.to === from)),
    )
  );
}

function decide(draft: Draft, group: readonly Fact[]): Decided | null {
  const [first] = group;
  if (first === undefined) return null;
  const decided = group.filter((fact) => fact.start >= draft.decidedFrom);
  if (decided.length > 0 && decided.length < group.length) return decide(draft, decided.slice(-1));
  const { role } = first;
  const other = first.from === first.to ? first.from : first.to;
  const left = first.from;
  const says = (from: string, cardinality: Fact['cardinality']) =>
    group.filter((fact) => fact.from === from && fact.cardinality === cardinality);
  if (left === other) return decideSelf(first);
  const strong = group.filter((fact) => fact.source !== 'habit');
  const isSettled = strong.some((fact) => fact.cardinality !== 'many');
  if (isSettled && strong.length < group.length) return decide(draft, strong);
  const manyLeft = says(left, 'many');
  const manyRight = says(other, 'many');
  const oneLeft = says(left, 'one');
  const oneRight = says(other, 'one');
  if (group.some((fact) => fact.cardinality === 'both-many')) return mutual(left, other, role);
  askAboutContradictions(draft, left, other, manyLeft, oneLeft);
  askAboutContradictions(draft, other, left, manyRight, oneRight);
  if (manyLeft.length > 0 && manyRight.length > 0) return mutual(left, other, role);
  const shared = [...manyLeft, ...manyRight];
  if (oneLeft.length + oneRight.length === 0 && isShared(draft, shared)) {
    assumeShared(draft, shared);
    return mutual(left, other, role);
  }
  if (manyLeft.length > 0)
    return {
      kind: 'one-to-many',
      child: other,
      parent: left,
      required: isRequired(oneRight, true),
      role: oneRight[0]?.role ?? null,
    };
  if (manyRight.length > 0)
    return {
      kind: 'one-to-many',
      child: left,
      parent: other,
      required: isRequired(oneLeft, true),
      role,
    };
  return decideOnes(left, other, oneLeft, oneRight, role);
}

function mutual(left: string, right: string, role: string | null): Decided {
  return { kind: 'many-to-many', child: left, parent: right, required: false, role };
}

function decideSelf(fact: Fact): Decided {
  const kind =
    fact.cardinality === 'one'
      ? 'one-to-many'
      : fact.cardinality === 'many'
        ? 'one-to-many'
        : 'many-to-many';
  const isParent = fact.cardinality === 'many';
  return {
    kind,
    child: fact.from,
    parent: fact.to,
    required: fact.required && !isParent && fact.cardinality === 'one',
    role: isParent ? 'parent' : fact.role,
  };
}

function decideOnes(
  left: string,
  right: string,
  oneLeft: readonly Fact[],
  oneRight: readonly Fact[],
  role: string | null,
): Decided | null {
  if (oneLeft.length > 0 && oneRight.length > 0) {
    const leftBelongs = oneLeft.some((fact) => fact.source === 'belongs');
    const rightDepends = oneLeft.some((fact) => fact.exclusive) || !leftBelongs;
    const [child, parent, facts] = rightDepends ? [right, left, oneRight] : [left, right, oneLeft];
    return {
      kind: 'one-to-one',
      child,
      parent,
      required: isRequired(facts, true),
      role: facts[0]?.role ?? null,
    };
  }
  const facts = oneLeft.length > 0 ? oneLeft : oneRight;
  const [from, to] = oneLeft.length > 0 ? [left, right] : [right, left];
  if (facts.some((fact) => fact.exclusive && fact.source === 'has'))
    return { kind: 'one-to-one', child: to, parent: from, required: true, role: null };
  return facts.length === 0
    ? null
    : { kind: 'one-to-many', child: from, parent: to, required: isRequired(facts, true), role };
}

function isRequired(facts: readonly Fact[], otherwise: boolean): boolean {
  return facts.length === 0 ? otherwise : facts.every((fact) => fact.required);
}

function askAboutContradictions(
  draft: Draft,
  from: string,
  to: string,
  many: readonly Fact[],
  one: readonly Fact[],
): void {
  if (many.length === 0 || one.length === 0) return;
  draft.questions.push({
    path: `${from}.${to}`,
    text: `${from} is said to have one ${to} and also many. Which one holds? Many was taken.`,
    answers: oneOrMany(from, to),
  });
}

function addBoth(draft: Draft, relations: Map<string, Relation[]>, decided: Decided): void {
  const child = draft.entities.get(decided.child);
  const parent = draft.entities.get(decided.parent);
  const childRelations = relations.get(decided.child);
  const parentRelations = relations.get(decided.parent);
  if (!child || !parent || !childRelations || !parentRelations) return;
  if (childRelations.length >= 49 || parentRelations.length >= 49) return;
  const isMany = decided.kind === 'many-to-many';
  const childWish = decided.role ?? lowerFirst(isMany ? toPluralName(parent.name) : parent.name);
  const name = uniqueName(childWish, namesOf(child, childRelations));
  const parentWish = inverseName(decided, child, parent, name);
  const taken = namesOf(parent, parentRelations);
  if (child === parent) taken.add(name);
  const inverse = uniqueName(parentWish, taken);
  childRelations.push({
    kind: isMany ? 'many-to-many' : 'belongs-to',
    target: parent.name,
    name,
    inverse,
    required: !isMany && decided.required,
  });
  parentRelations.push({
    kind: isMany ? 'many-to-many' : decided.kind === 'one-to-one' ? 'has-one' : 'has-many',
    target: child.name,
    name: inverse,
    inverse: name,
    required: false,
  });
}

function inverseName(
  decided: Decided,
  child: DraftEntity,
  parent: DraftEntity,
  name: string,
): string {
  const isOne = decided.kind === 'one-to-one';
  const base = lowerFirst(isOne ? child.name : toPluralName(child.name));
  if (child === parent && name === 'manager') return 'reports';
  if (child === parent && name === 'parent') return 'children';
  if (child === parent && name === 'following') return 'followers';
  if (child === parent && name.startsWith('parent'))
    return `child${toPluralName(child.name)}`.slice(0, 48);
  return decided.role === null && child !== parent
    ? base
    : `${base}As${upperFirst(name)}`.slice(0, 48);
}

function namesOf(entity: DraftEntity, relations: readonly Relation[]): Set<string> {
  const keys = relations
    .filter((relation) => relation.kind === 'belongs-to')
    .map((relation) => `${relation.name}Id`);
  const likeKeys = entity.fields
    .filter(({ name }) => name.length > 2 && name.endsWith('Id'))
    .map(({ name }) => name.slice(0, -2));
  return new Set([
    'id',
    'createdAt',
    'updatedAt',
    ...entity.fields.map((field) => field.name),
    ...relations.map((relation) => relation.name),
    ...keys,
    ...likeKeys,
  ]);
}
