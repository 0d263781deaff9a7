import type { Blueprint, Entity, Field, Relation, Rule, RuleOf } from '@quantumlayer/contracts';
import { checkLifecycle, reachedStates } from './check-lifecycle.ts';
import { checkSoftDelete } from './check-soft-delete.ts';
import { type BlueprintProblem, repeated } from './problems.ts';

/** The rules of one entity: what they name exists, fits, and does not contradict another rule. */
export function checkRules(entity: Entity, blueprint: Blueprint): BlueprintProblem[] {
  return [
    ...entity.relations.flatMap((relation) => checkDeletion(entity, relation)),
    ...checkUniqueTogether(entity, blueprint),
    ...checkLifecycle(entity, blueprint),
    ...checkSoftDelete(entity, blueprint),
    ...(entity.rules ?? []).flatMap((rule, index) =>
      checkRule(rule, { path: `${entity.name}.rules.${index}`, entity, blueprint }),
    ),
    ...repeated((entity.rules ?? []).map((rule) => JSON.stringify(rule))).map(() => ({
      path: `${entity.name}.rules`,
      message: 'The same rule stands there twice.',
    })),
  ];
}

function checkDeletion(entity: Entity, relation: Relation): BlueprintProblem[] {
  const path = `${entity.name}.${relation.name}.onDelete`;
  if (relation.onDelete === undefined) return [];
  if (relation.kind !== 'belongs-to') {
    return [{ path, message: 'Only the belongs-to side says what a deletion does.' }];
  }
  return relation.onDelete === 'set-null' && relation.required
    ? [{ path, message: 'A required relation cannot be left empty; use restrict or cascade.' }]
    : [];
}

function checkUniqueTogether(entity: Entity, blueprint: Blueprint): BlueprintProblem[] {
  const groups = entity.uniqueTogether ?? [];
  const keys = groups.map((group) => [...group].sort().join(', '));
  return [
    ...repeated(keys).map((key) => ({
      path: `${entity.name}.uniqueTogether`,
      message: `${key} stands there twice.`,
    })),
    ...groups.flatMap((group, index) => {
      const path = `${entity.name}.uniqueTogether.${index}`;
      const alone = group.filter((name) => isUnique(entity, name, blueprint));
      return [
        ...repeated(group).map((name) => ({ path, message: `${name} is listed twice.` })),
        ...group.flatMap((name) => checkComparable(path, entity, name)),
        ...alone.map((name) => ({
          path,
          message: `${name} is unique alone, so that this says nothing; leave it out.`,
        })),
      ];
    }),
  ];
}

function isUnique(entity: Entity, name: string, { entities }: Blueprint): boolean {
  if (entity.fields.some((field) => field.name === name && field.unique)) return true;
  const relation = belongsTo(entity, name);
  const target = entities.find((other) => other.name === relation?.target);
  const inverse = target?.relations.find((other) => other.name === relation?.inverse);
  return inverse?.kind === 'has-one';
}

const INCOMPARABLE = ['json', 'multi-choice', 'geo-point', 'password', 'file', 'image'];

/** An own field or a belongs-to relation whose values can be told apart. */
function checkComparable(path: string, entity: Entity, name: string): BlueprintProblem[] {
  const field = fieldNamed(entity, name);
  if (field === undefined && belongsTo(entity, name) === undefined) {
    return [{ path, message: `${entity.name} has no field or belongs-to relation ${name}.` }];
  }
  if (field?.computed !== undefined) return [{ path, message: `${name} is computed.` }];
  return field !== undefined && INCOMPARABLE.includes(field.type)
    ? [{ path, message: `${name} is of the type ${field.type}, which has no equals.` }]
    : [];
}

type Where = { path: string; entity: Entity; blueprint: Blueprint };

function checkRule(rule: Rule, where: Where): BlueprintProblem[] {
  switch (rule.kind) {
    case 'delete-blocked':
      return [
        ...checkCondition(`${where.path}.field`, where.entity, rule),
        ...checkDeletable(`${where.path}.values`, where.entity, rule),
      ];
    case 'change-blocked':
      return [
        ...checkCondition(`${where.path}.field`, where.entity, rule),
        ...checkChangeable(where, rule),
      ];
    case 'delete-blocked-by':
      return checkBlockedBy(rule, where);
    case 'at-most':
      return checkAtMost(rule, where);
    case 'no-overlap':
      return checkNoOverlap(rule, where);
    case 'order':
      return checkPair(where, [rule.first, rule.second], ORDERED);
  }
}

type Condition = { field: string; values: readonly (string | boolean)[] };

function checkCondition(path: string, entity: Entity, condition: Condition): BlueprintProblem[] {
  const field = fieldNamed(entity, condition.field);
  if (field === undefined || (field.type !== 'enum' && field.type !== 'boolean')) {
    return [{ path, message: `${entity.name} has no enum or boolean ${condition.field}.` }];
  }
  const members: readonly unknown[] =
    field.type === 'boolean' ? [true, false] : (field.values ?? []);
  return [
    ...condition.values
      .filter((value) => !members.includes(value))
      .map((value) => ({ path, message: `${value} is no value of ${field.name}.` })),
    ...repeated(condition.values.map(String)).map((value) => ({
      path,
      message: `The value ${value} is listed twice.`,
    })),
  ];
}

/** Some value has to be left with which a row can be deleted; `access.delete` says that nobody deletes. */
function checkDeletable(path: string, entity: Entity, { field: name }: Condition) {
  const field = fieldNamed(entity, name);
  const blocked = (entity.rules ?? []).flatMap((rule) =>
    rule.kind === 'delete-blocked' && rule.field === name ? rule.values : [],
  );
  const all: (string | boolean)[] =
    field?.type === 'boolean' ? [true, false] : (field?.values ?? []);
  if (all.length === 0) return [];
  if (all.every((value) => blocked.includes(value))) {
    return [{ path, message: `No row could ever be deleted, whatever its ${name}.` }];
  }
  const { lifecycle } = entity;
  const reached = lifecycle?.field === name ? [...reachedStates(lifecycle)] : all;
  return reached.every((value) => blocked.includes(value))
    ? [{ path, message: `No row ever has a ${name} with which it could be deleted.` }]
    : [];
}

/** A new record can be changed, and there is something in it to change. */
function checkChangeable({ path, entity }: Where, { field: name, values }: Condition) {
  const field = fieldNamed(entity, name);
  if (field?.type !== 'enum' && field?.type !== 'boolean') return [];
  const isOther = (other: Field) => other.name !== name && other.computed === undefined;
  const parents = entity.relations.filter(({ kind }) => kind === 'belongs-to');
  if (!entity.fields.some(isOther) && parents.length === 0) {
    return [{ path: `${path}.field`, message: `${entity.name} has nothing else to change.` }];
  }
  const { lifecycle } = entity;
  if (lifecycle?.field === name) {
    return values.includes(lifecycle.initial)
      ? [{ path: `${path}.values`, message: `A new ${entity.name} could not be changed.` }]
      : [];
  }
  const all: (string | boolean)[] = field.type === 'boolean' ? [true, false] : (field.values ?? []);
  const blocked = (entity.rules ?? []).flatMap((rule) =>
    (rule.kind === 'delete-blocked' || rule.kind === 'change-blocked') && rule.field === name
      ? rule.values
      : [],
  );
  return all.length > 0 && all.every((value) => blocked.includes(value))
    ? [{ path: `${path}.values`, message: `No ${name} lets a row be changed and deleted.` }]
    : [];
}

function checkBlockedBy(rule: RuleOf<'delete-blocked-by'>, where: Where): BlueprintProblem[] {
  const path = `${where.path}.relation`;
  const { entity, blueprint } = where;
  const relation = entity.relations.find(({ name }) => name === rule.relation);
  if (relation === undefined || relation.kind === 'belongs-to') {
    const message = `${entity.name} has no has-many, has-one or many-to-many relation ${rule.relation}.`;
    return [{ path, message }];
  }
  const target = blueprint.entities.find(({ name }) => name === relation.target);
  const { onDelete } = target?.relations.find(({ name }) => name === relation.inverse) ?? {};
  return onDelete === 'cascade' || onDelete === 'set-null'
    ? [{ path, message: `${relation.target}.${relation.inverse} says ${onDelete} instead.` }]
    : [];
}

function checkAtMost(rule: RuleOf<'at-most'>, { path, entity }: Where): BlueprintProblem[] {
  return [
    ...(belongsTo(entity, rule.per) === undefined
      ? [{ path: `${path}.per`, message: `${entity.name} belongs to no ${rule.per}.` }]
      : []),
    ...(rule.where === undefined ? [] : checkCondition(`${path}.where`, entity, rule.where)),
  ];
}

const SPANS = ['date', 'datetime', 'time'];
const ORDERED = [...SPANS, 'integer', 'decimal', 'money', 'percentage', 'rating'];

function checkNoOverlap(rule: RuleOf<'no-overlap'>, where: Where): BlueprintProblem[] {
  const { path, entity } = where;
  return [
    ...checkPair(where, [rule.start, rule.end], SPANS),
    ...[rule.start, rule.end]
      .filter((name) => fieldNamed(entity, name)?.required === false)
      .map((name) => ({ path, message: `A span has both ends; make ${name} required.` })),
    ...repeated(rule.per).map((name) => ({
      path: `${path}.per`,
      message: `${name} is listed twice.`,
    })),
    ...rule.per
      .filter((name) => name === rule.start || name === rule.end)
      .map((name) => ({ path: `${path}.per`, message: `${name} is an end of the span.` })),
    ...rule.per.flatMap((name) => checkComparable(`${path}.per`, entity, name)),
  ];
}

/** Two different fields of one type that is among `types`. */
function checkPair(
  { path, entity }: Where,
  [first, second]: [string, string],
  types: readonly string[],
): BlueprintProblem[] {
  if (first === second) return [{ path, message: `${first} is compared with itself.` }];
  const fields = [first, second].map((name) => ({ name, field: fieldNamed(entity, name) }));
  const unfit = fields
    .filter(({ field }) => field === undefined || !types.includes(field.type))
    .map(({ name }) => ({
      path,
      message: `${entity.name} has no field ${name} of the type ${types.join(', ')}.`,
    }));
  const found = new Set(fields.map(({ field }) => field?.type));
  const computed = fields.filter(({ field }) => field?.computed !== undefined);
  if (computed.length > 0) {
    return computed.map(({ name }) => ({ path, message: `${name} is computed.` }));
  }
  return unfit.length > 0 || found.size === 1
    ? unfit
    : [{ path, message: `${first} and ${second} are of two types.` }];
}

function fieldNamed(entity: Entity, name: string): Field | undefined {
  return entity.fields.find((field) => field.name === name);
}

function belongsTo(entity: Entity, name: string): Relation | undefined {
  return entity.relations.find((each) => each.name === name && each.kind === 'belongs-to');
}
