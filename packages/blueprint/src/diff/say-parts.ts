import type {
  Access,
  Allowed,
  Computed,
  Entity,
  Field,
  Relation,
  Rule,
} from '@quantumlayer/contracts';

/** "money, optional, unique, at least 0": all that a field is. */
export function sayFieldType(field: Field): string {
  const { type, values, required, unique, min, max, minLength, maxLength, computed } = field;
  const said = [
    values === undefined ? type : `${type} (${values.join(', ')})`,
    ...(computed === undefined ? [required ? 'required' : 'optional'] : [sayComputed(computed)]),
    ...(unique ? ['unique'] : []),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(field.maxBytes === undefined ? [] : [`at most ${field.maxBytes} bytes`]),
    ...(field.mediaTypes === undefined ? [] : [field.mediaTypes.join(' or ')]),
    ...(field.default === undefined ? [] : [`${field.default} unless given`]),
    ...(field.description === undefined ? [] : [`"${field.description}"`]),
  ];
  return said.join(', ');
}

function sayComputed(computed: Computed): string {
  if (computed.kind === 'count') return `the number of ${computed.of}`;
  if (computed.kind === 'total') return `the total of ${computed.field} over ${computed.of}`;
  return `the ${computed.kind} of ${computed.of.join(' and ')}`;
}

export function sayRelation({ kind, target, required, onDelete, nested }: Relation): string {
  const said = [
    `${kind} ${target}`,
    ...(kind === 'belongs-to' ? [required ? 'required' : 'optional'] : []),
    ...(onDelete === undefined ? [] : [`when that is deleted: ${onDelete}`]),
    ...(nested ? ['made together with it'] : []),
  ];
  return said.join(', ');
}

export function sayEntity({ fields, relations }: Entity): string {
  return [
    ...fields.map((field) => `${field.name} (${sayFieldType(field)})`),
    ...relations.map((relation) => `${relation.name} (${sayRelation(relation)})`),
  ].join('; ');
}

export function sayAllowed(allowed: Allowed): string {
  if (allowed === 'everyone') return 'everyone';
  return allowed.length === 0 ? 'nobody' : allowed.join(', ');
}

export function sayAccess(access: Access): string {
  const { rows, seesAll, readsAll = [] } = access;
  const said = [
    `${rows} rows`,
    ...(seesAll.length === 0 ? [] : [`all of them for ${seesAll.join(', ')}`]),
    ...(readsAll.length === 0 ? [] : [`read by ${readsAll.join(', ')}`]),
    ...(['create', 'read', 'update', 'delete'] as const).map(
      (action) => `${action}: ${sayAllowed(access[action])}`,
    ),
  ];
  return said.join('; ');
}

export function sayRule(rule: Rule): string {
  switch (rule.kind) {
    case 'delete-blocked':
      return `not deleted while ${rule.field} is ${rule.values.join(' or ')}`;
    case 'delete-blocked-by':
      return `not deleted while it has ${rule.relation}`;
    case 'at-most': {
      const { where } = rule;
      const those =
        where === undefined ? '' : ` whose ${where.field} is ${where.values.join(' or ')}`;
      return `at most ${rule.most} per ${rule.per}${those}`;
    }
    case 'no-overlap':
      return `no two overlap from ${rule.start} to ${rule.end}${rule.per.length > 0 ? ` for the same ${rule.per.join(' and ')}` : ''}`;
    case 'order':
      return `${rule.first} is ${rule.strictly ? 'before' : 'not after'} ${rule.second}`;
  }
}
