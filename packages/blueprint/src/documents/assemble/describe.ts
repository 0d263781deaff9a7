import type { Entity, Field, Relation } from '@quantumlayer/contracts';

/** "string, required, unique, at most 30 characters" */
export function describeField(field: Omit<Field, 'name'>): string {
  const { type, required, unique, min, max, minLength, maxLength, values } = field;
  const { computed } = field;
  if (computed !== undefined && Array.isArray(computed.of))
    return `${type}, the ${computed.kind} of ${computed.of.join(' and ')}`;
  return [
    values === undefined ? type : `${type} of ${values.join(', ')}`,
    required ? 'required' : 'optional',
    ...(unique ? ['unique'] : []),
    ...(min === undefined ? [] : [`from ${min}`]),
    ...(max === undefined ? [] : [`to ${max}`]),
    ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(field.default === undefined ? [] : [`${JSON.stringify(field.default)} unless given`]),
  ].join(', ');
}

const DELETIONS = {
  restrict: 'keeps the other from being deleted',
  cascade: 'is deleted with it',
  'set-null': 'is left without it when it is deleted',
} as const;

/** "belongs to Customer, required, is deleted with it" */
export function describeRelation({ kind, target, required, onDelete }: Relation): string {
  const verbs = {
    'belongs-to': 'belongs to',
    'has-one': 'has one',
    'has-many': 'has many',
    'many-to-many': 'many to many with',
  } as const;
  return [
    `${verbs[kind]} ${target}`,
    ...(kind === 'belongs-to' ? [required ? 'required' : 'optional'] : []),
    ...(onDelete === undefined ? [] : [DELETIONS[onDelete]]),
  ].join(', ');
}

export function describeEntity({ softDelete, optimisticLocking }: Entity): string {
  return [
    'entity',
    ...(optimisticLocking ? ['with versions'] : []),
    ...(softDelete ? ['a deletion only hides it'] : []),
  ].join(', ');
}
