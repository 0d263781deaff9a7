import type { Blueprint, Entity, Rule } from '@quantumlayer/contracts';
import { plural } from '../text/nouns.ts';
import { say } from './decide-people.ts';
import { findSpan } from './spans.ts';
import type { Of, State } from './statements.ts';
import {
  findChildren,
  findEntity,
  findField,
  findMember,
  findParent,
  findState,
} from './things.ts';

/** What a rule became: the place in the blueprint and a sentence. Null when its words fit nothing that is described. */
export type Became = { path: string; meaning: string; assumed?: string; also?: string[] } | null;

/** `near` is the entity that the prompt speaks of where the rule stands. */
export type Scene = {
  blueprint: Blueprint;
  near: string | null;
  /** Nothing that was said is still to come, so that the little there is may be meant. */
  isLast: boolean;
};

function addRule(entity: Entity, rule: Rule, meaning: string, assumed?: string): Became {
  entity.rules = [...(entity.rules ?? []), rule];
  return { path: `${entity.name}.rules`, meaning, ...(assumed !== undefined && { assumed }) };
}

/** The entity that words name, or the one near by that `fits`, or the only one that does. */
function choose(
  scene: Scene,
  words: string[] | null,
  fits: (entity: Entity) => boolean,
): Entity | null {
  const { entities } = scene.blueprint;
  if (words !== null) {
    const named = findEntity(scene.blueprint, words);
    return named !== null && fits(named) ? named : null;
  }
  const fitting = entities.filter(fits);
  const [only] = fitting.length === 1 ? fitting : [];
  return fitting.find(({ name }) => name === scene.near) ?? only ?? null;
}

export function applyUnique(rule: Of<'unique-together'>, scene: Scene): Became {
  const member = (entity: Entity, words: string[]) =>
    rule.isDeed ? (findParent(entity, words)?.name ?? null) : findMember(entity, words);
  const entity = choose(scene, rule.thing, (each) =>
    rule.names.every((words) => member(each, words) !== null),
  );
  if (entity === null) return null;
  const names = rule.names.flatMap((words) => member(entity, words) ?? []);
  return uniqueTogether(entity, names);
}

export function uniqueTogether(entity: Entity, names: string[]): Became {
  const known = entity.uniqueTogether ?? [];
  const key = [...names].sort().join();
  if (!known.some((each) => [...each].sort().join() === key))
    entity.uniqueTogether = [...known, names];
  const [last = '', ...first] = [...names].reverse();
  return {
    path: `${entity.name}.uniqueTogether`,
    meaning: `the combination (pair) of ${first.reverse().map(say).join(', ')} and ${say(last)} of ${entity.name} is unique: no two have the same, nothing twice`,
  };
}

export function applyOnDelete(rule: Of<'on-delete'>, scene: Scene): Became {
  const parent = findEntity(scene.blueprint, rule.parent);
  const child = findEntity(scene.blueprint, rule.child);
  const relations =
    child?.relations.filter(
      ({ kind, target }) => kind === 'belongs-to' && target === parent?.name,
    ) ?? [];
  const [relation] = relations;
  if (relation === undefined || relations.length > 1 || child === null || parent === null)
    return null;
  const path = `${child.name}.${relation.name}`;
  relation.onDelete = rule.then;
  if (rule.then === 'cascade')
    return {
      path,
      meaning: `when ${parent.name} is deleted, removed with it: its ${plural(say(child.name))} (they go too)`,
    };
  const wasRequired = relation.required;
  relation.required = false;
  const assumed = `${child.name} is kept when its ${parent.name} is deleted, so it can be without one.`;
  return {
    path,
    meaning: `when ${parent.name} is deleted, its ${plural(say(child.name))} are kept without it`,
    ...(wasRequired && { assumed }),
  };
}

export function applyBlocked(rule: Of<'delete-blocked'>, scene: Scene): Became {
  const entity = choose(scene, rule.thing, () => true);
  if (entity === null) return null;
  const found = rule.values.map((word) => findState(entity, word));
  const [first] = found;
  if (first === undefined || first === null) return null;
  if (found.some((each) => each?.field !== first.field)) return null;
  const values = found.flatMap((each) => (each === null ? [] : [each.value]));
  const field = first.field.name;
  return addRule(
    entity,
    { kind: 'delete-blocked', field, values },
    `${entity.name} cannot be deleted while ${say(field)} is ${values.join(' or ')}`,
  );
}

export function applyBlockedBy(rule: Of<'delete-blocked-by'>, scene: Scene): Became {
  const entity = findEntity(scene.blueprint, rule.thing);
  const relation = entity === null ? null : findChildren(scene.blueprint, entity, rule.by);
  if (entity === null || relation === null) return null;
  return addRule(
    entity,
    { kind: 'delete-blocked-by', relation: relation.name },
    `${entity.name} cannot be deleted while it has ${say(relation.name)}`,
  );
}

export function applyAtMost(rule: Of<'at-most'>, scene: Scene): Became {
  const { entity, adjective } = withAdjective(rule.thing, scene);
  const parent = entity === null ? null : findParent(entity, rule.per);
  if (entity === null || parent === null) return null;
  const state: State | null = adjective === null ? rule.state : { word: adjective, isNot: false };
  const where = state === null ? undefined : whereOf(entity, state);
  if (where === null) return null;
  const only = where === undefined ? '' : ` with ${say(where.field)} ${where.values.join(' or ')}`;
  return addRule(
    entity,
    { kind: 'at-most', per: parent.name, most: rule.most, ...(where !== undefined && { where }) },
    `at most ${rule.most} ${plural(say(entity.name))}${only} for each ${parent.target}`,
  );
}

/** "open loans": the loans, and "open". */
function withAdjective(
  words: string[],
  { blueprint }: Scene,
): { entity: Entity | null; adjective: string | null } {
  const name = words.join('').toLowerCase();
  const exact = findEntity(blueprint, words);
  if (exact !== null || words.length < 2 || name === '') return { entity: exact, adjective: null };
  return { entity: findEntity(blueprint, words.slice(1)), adjective: words[0] ?? null };
}

/** The condition that a state means; null when no field of the entity knows it. */
function whereOf(
  entity: Entity,
  { word, isNot }: State,
): { field: string; values: (string | boolean)[] } | null {
  const found = findState(entity, word);
  if (found === null) return null;
  const { field, value } = found;
  if (!isNot) return { field: field.name, values: [value] };
  const values =
    field.type === 'boolean' ? [false] : (field.values ?? []).filter((each) => each !== value);
  return { field: field.name, values };
}

export function applyNoOverlap(rule: Of<'no-overlap'>, scene: Scene): Became {
  const entity = choose(scene, rule.thing, (each) => {
    const isOf = rule.per === null || findMember(each, rule.per) !== null;
    return isOf && findSpan(each) !== null;
  });
  const span = entity === null ? null : findSpan(entity);
  if (entity === null || span === null) return null;
  const parents = entity.relations.filter(({ kind }) => kind === 'belongs-to');
  if (rule.per === null && parents.length > 1) return null;
  const said = rule.per === null ? null : findMember(entity, rule.per);
  const per = said === null ? parents.map(({ name }) => name) : [said];
  const of = per.length === 0 ? '' : ` of one ${per.map(say).join()}`;
  return addRule(
    entity,
    { kind: 'no-overlap', ...span, per },
    `no two ${plural(say(entity.name))}${of} are overlapping (overlap, are booked twice at the same time) from ${say(span.start)} to ${say(span.end)}`,
    said === null && per.length > 0
      ? `${plural(entity.name)} may not overlap where they have the same ${per.map(say).join()}.`
      : undefined,
  );
}

export function applyOrder(rule: Of<'order'>, scene: Scene): Became {
  const pair = (entity: Entity) => {
    const [first, second] = [findField(entity, rule.first), findField(entity, rule.second)];
    if (first !== null && second !== null) return { first: first.name, second: second.name };
    const span = rule.first[0] === 'start' && rule.second[0] === 'end' ? findSpan(entity) : null;
    return span === null ? null : { first: span.start, second: span.end };
  };
  const entity = choose(scene, rule.thing, (each) => pair(each) !== null);
  const found = entity === null ? null : pair(entity);
  if (entity === null || found === null) return null;
  const how = rule.isStrict ? 'before' : 'not after';
  return addRule(
    entity,
    { kind: 'order', ...found, ...(rule.isStrict && { strictly: true }) },
    `${say(found.first)} of ${entity.name} must be ${how} ${say(found.second)}; it starts before it ends`,
  );
}
