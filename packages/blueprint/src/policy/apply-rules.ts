import type { Blueprint, Entity, Relation, Rule } from '@quantumlayer/contracts';
import { sayOne, upper } from '../answers.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { plural } from '../text/nouns.ts';
import { say } from './decide-people.ts';
import { findMoment, findSpan } from './spans.ts';
import type { Of } from './statements.ts';
import {
  findChildren,
  findCondition,
  findEntity,
  findField,
  findMember,
  findParent,
  othersOf,
} from './things.ts';

/**
 * What a rule became: the place in the blueprint and a sentence, or why it is understood and not kept. Null when its words
 * fit nothing that is described.
 */
export type Became =
  | { path: string; meaning: string; assumed?: string; also?: string[] }
  | { refused: string }
  | null;

/** `near` is the entity that the prompt speaks of where the rule stands. */
export type Scene = {
  blueprint: Blueprint;
  near: string | null;
  /** Nothing that was said is still to come, so that the little there is may be meant. */
  isLast: boolean;
};

export function addRule(entity: Entity, rule: Rule, meaning: string, assumed?: string): Became {
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

export function uniqueTogether(entity: Entity, names: string[]): { path: string; meaning: string } {
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

export function applyBlocked(rule: Of<'delete-blocked' | 'change-blocked'>, scene: Scene): Became {
  const condition = (entity: Entity) => conditionOf(entity, rule);
  const named = rule.thing === null ? null : findEntity(scene.blueprint, rule.thing);
  if (rule.thing !== null && (named === null || condition(named) === null)) return null;
  const entity = choose(scene, rule.thing, (each) => condition(each) !== null);
  const found = entity === null ? null : condition(entity);
  if (entity === null || found === null || found.values.length === 0) return null;
  const { field, values } = found;
  const free = rule.isFree ? ` (only ${rule.values.join(', ')} can be)` : '';
  const deed = rule.kind === 'change-blocked' ? 'changed (edited)' : 'deleted';
  return addRule(
    entity,
    { kind: rule.kind, field, values },
    `${entity.name} cannot be ${deed} while ${say(field)} is ${values.join(' or ')}${free}`,
  );
}

/** The values of one field in which a row is kept. */
function conditionOf(
  entity: Entity,
  { values, isFree, field: named }: Of<'delete-blocked' | 'change-blocked'>,
): { field: string; values: (string | boolean)[] } | null {
  const found = values.map((word) => findCondition(entity, { word, isNot: false }));
  const [first] = found;
  if (first === undefined || first === null) return null;
  if (found.some((each) => each?.field !== first.field)) return null;
  const field = entity.fields.find(({ name }) => name === first.field);
  if (field === undefined || (named !== null && findField(entity, named) !== field)) return null;
  const meant = [...new Set(found.flatMap((each) => each?.values ?? []))];
  return { field: field.name, values: isFree ? othersOf(field, meant) : meant };
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

export function applyNoOverlap(rule: Of<'no-overlap'>, scene: Scene): Became {
  const entity = choose(scene, rule.thing, (each) => {
    const isOf = rule.per === null || findMember(each, rule.per) !== null;
    return isOf && findSpan(each) !== null;
  });
  const span = entity === null ? null : findSpan(entity);
  if (entity === null || span === null) return applyNeverTwice(rule, scene);
  const parents = sharedOf(entity);
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

/** "A table cannot be booked twice at the same time", where a booking has no end: no two of a table begin together. */
function applyNeverTwice(rule: Of<'no-overlap'>, scene: Scene): Became {
  const { per } = rule;
  if (per === null) return null;
  const entity = choose(
    scene,
    rule.thing,
    (each) => findMember(each, per) !== null && findMoment(each) !== null,
  );
  const moment = entity === null ? null : findMoment(entity);
  const shared = entity === null ? null : findMember(entity, per);
  if (entity === null || moment === null || shared === null) return null;
  const { path, meaning } = uniqueTogether(entity, [shared, ...moment]);
  return {
    path,
    meaning: `${meaning}; it is never booked twice at the same time`,
    assumed: `${upper(sayOne(entity.name))} has no end, so ${sayOne(shared)} is taken twice where two begin at the same ${moment.map(say).join(' and ')}.`,
  };
}

/** Of a booking of a member and a court it is the court that is not there for two at once. */
function sharedOf({ relations }: Entity): Relation[] {
  const parents = relations.filter(({ kind }) => kind === 'belongs-to');
  const things = parents.filter(
    ({ target }) => !isPersonWord(say(target).split(' ').at(-1)?.toLowerCase() ?? ''),
  );
  return things.length === 1 ? things : parents;
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
