import {
  type Access,
  type Allowed,
  describeField,
  describeRelation,
  type Entity,
  type Field,
  type Rule,
} from '@quantumlayer/contracts';

/** Field with its description: all that two versions of it can differ in. */
export function sayFieldType(field: Field): string {
  const said = describeField(field);
  return field.description === undefined ? said : `${said}, "${field.description}"`;
}

export function sayEntity({ fields, relations }: Entity): string {
  return [
    ...fields.map((field) => `${field.name} (${sayFieldType(field)})`),
    ...relations.map((relation) => `${relation.name} (${describeRelation(relation)})`),
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
    case 'change-blocked':
      return `not changed while ${rule.field} is ${rule.values.join(' or ')}`;
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
