import type { Blueprint, Entity, Field, Relation } from '@quantumlayer/contracts';

/** A blueprint in lines that a person can compare with a document: `email: email! unique ..254`. */
export function inBrief({ entities }: Blueprint): Record<string, string[]> {
  return Object.fromEntries(entities.map((entity) => [titleOf(entity), linesOf(entity)]));
}

function titleOf({ name, softDelete, optimisticLocking }: Entity): string {
  return [
    name,
    ...(softDelete ? ['hidden'] : []),
    ...(optimisticLocking ? ['versioned'] : []),
  ].join(' ');
}

function linesOf({ fields, relations, uniqueTogether = [], rules = [] }: Entity): string[] {
  return [
    ...fields.map(fieldLine),
    ...relations.map(relationLine),
    ...uniqueTogether.map((group) => `unique ${group.join(' + ')}`),
    ...rules.map((rule) =>
      rule.kind === 'order'
        ? `${rule.first} ${rule.strictly ? '<' : '<='} ${rule.second}`
        : rule.kind,
    ),
  ];
}

function fieldLine(field: Field): string {
  const { name, type, required, unique, values, min, max, minLength, maxLength } = field;
  const low = min ?? minLength;
  const high = max ?? maxLength;
  return [
    `${name}: ${type}${required ? '!' : '?'}`,
    ...(unique ? ['unique'] : []),
    ...(values === undefined ? [] : [`(${values.join('|')})`]),
    ...(low === undefined && high === undefined ? [] : [`${low ?? ''}..${high ?? ''}`]),
    ...(field.default === undefined ? [] : [`= ${field.default}`]),
  ].join(' ');
}

const ARROWS = {
  'belongs-to': '->',
  'has-many': '<-',
  'has-one': '<-1',
  'many-to-many': '<->',
} as const;

/** `customer -> Customer.orders! cascade` */
function relationLine({ kind, name, target, inverse, required, onDelete }: Relation): string {
  const need = kind === 'belongs-to' ? (required ? '!' : '?') : '';
  const end = onDelete === undefined ? '' : ` ${onDelete}`;
  return `${name} ${ARROWS[kind]} ${target}.${inverse}${need}${end}`;
}
