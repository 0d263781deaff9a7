// Types alone of zod, so that a command line can have it without that.
import type { Field, Relation } from './blueprint.ts';
import type { Computed } from './computed.ts';

/** All that a field is but its name and description: "money, optional, unique, at least 0". */
export function describeField(field: Omit<Field, 'name'>): string {
  const { type, values, required, unique, min, max, minLength, maxLength, computed } = field;
  return [
    values === undefined ? type : `${type} (${values.join(', ')})`,
    ...(computed === undefined
      ? [required ? 'required' : 'optional']
      : [describeComputed(computed)]),
    ...(unique ? ['unique'] : []),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(field.maxBytes === undefined ? [] : [`at most ${field.maxBytes} bytes`]),
    ...(field.mediaTypes === undefined ? [] : [field.mediaTypes.join(' or ')]),
    ...(field.default === undefined ? [] : [`${field.default} unless given`]),
  ].join(', ');
}

function describeComputed(computed: Computed): string {
  if (computed.kind === 'count') return `the number of ${computed.of}`;
  if (computed.kind === 'total') return `the total of ${computed.field} over ${computed.of}`;
  return `the ${computed.kind} of ${computed.of.join(' and ')}`;
}

const DELETIONS = {
  restrict: 'keeps it from being deleted',
  cascade: 'deleted with it',
  'set-null': 'left without it when it is deleted',
} as const;

/** All that a relation is but its names: "belongs-to Customer, required, deleted with it". */
export function describeRelation({ kind, target, required, onDelete, nested }: Relation): string {
  return [
    `${kind} ${target}`,
    ...(kind === 'belongs-to' ? [required ? 'required' : 'optional'] : []),
    ...(onDelete === undefined ? [] : [DELETIONS[onDelete]]),
    ...(nested ? ['made together with it'] : []),
  ].join(', ');
}
