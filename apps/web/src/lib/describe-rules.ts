import type { Blueprint, Entity, Field } from './blueprint.ts';

type Rule = NonNullable<Entity['rules']>[number];
type Access = NonNullable<Entity['access']>;
type Allowed = Access['create'];

const words = (name: string) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
const list = (names: readonly string[], last = 'and') =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
const namesOf = (allowed: Allowed) =>
  allowed === 'everyone' ? 'everyone' : list(allowed.map(words)) || 'nobody';

/** Who signs in to the app, in a sentence; null where nobody does. */
export function describePeople(blueprint: Blueprint): string | null {
  const { people } = blueprint;
  if (people === undefined) return null;
  const roles = people.roles.map(({ name }) => words(name));
  if (people.memberOf !== undefined) return describeTeams(blueprint, people.memberOf);
  const [first = '', last = ''] = [roles[0], roles.at(-1)];
  if (roles.length === 1)
    return `Accounts of one role, ${first}; ${signingUp(people.signUp, first)}.`;
  return `Accounts of ${list(roles)}, who may do most; ${signingUp(people.signUp, first)}, and ${last} manages the accounts.`;
}

function describeTeams({ people, entities }: Blueprint, memberOf: string): string {
  const team = words(memberOf);
  const { seesAll = [], readsAll = [] } =
    entities.find(({ name }) => name === memberOf)?.access ?? {};
  const above = [...seesAll, ...readsAll];
  const all = people?.roles.map(({ name }) => name) ?? [];
  const inside = all.filter((role) => !above.includes(role)).map(words);
  const last = inside.at(-1) ?? '';
  const start =
    people?.signUp === 'open'
      ? `who signs up makes a ${team} and becomes ${last} of it`
      : 'nobody can sign up';
  const higher = seesAll.length === 0 ? '' : `; ${list(seesAll.map(words))} above every ${team}`;
  return `Accounts of ${list(inside)}, each in one ${team} and with its rows alone; ${start}, and ${last} manages its accounts${higher}.`;
}

function signingUp(signUp: 'open' | 'closed', first: string): string {
  return signUp === 'open' ? `who signs up becomes ${first}` : 'nobody can sign up';
}

/** Who may do what with the rows of an entity: `read` by `everyone`. Nothing where nobody signs in. */
export function describeAccess({ access }: Entity): { name: string; value: string }[] {
  if (access === undefined) return [];
  const rights = (['create', 'read', 'update', 'delete'] as const).map((name) => ({
    name,
    value: namesOf(access[name]),
  }));
  if (access.rows === 'shared') return rights;
  const { seesAll, readsAll = [] } = access;
  const others = seesAll.length === 0 ? '' : `; ${namesOf(seesAll)} all`;
  const readers = readsAll.length === 0 ? '' : `; ${namesOf(readsAll)} read all`;
  const whose = access.rows === 'own' ? "only one's own" : "only one's team's";
  return [...rights, { name: 'rows', value: `${whose}${others}${readers}` }];
}

/** What the app works the field out of: `quantity × unit price`; null where somebody gives the value. */
export function describeComputed({ computed }: Field): string | null {
  if (computed === undefined) return null;
  switch (computed.kind) {
    case 'product':
      return computed.of.map(words).join(' × ');
    case 'sum':
      return computed.of.map(words).join(' + ');
    case 'difference':
      return computed.of.map(words).join(' − ');
    case 'count':
      return `number of its ${words(computed.of)}`;
    case 'total':
      return `sum of ${words(computed.field)} of its ${words(computed.of)}`;
  }
}

/** What has to hold for the rows of an entity, a line each. */
export function describeRules(entity: Entity): string[] {
  const { uniqueTogether = [], lifecycle, rules = [] } = entity;
  return [
    ...uniqueTogether.map((names) => `${list(names.map(words))} are unique together`),
    ...(lifecycle === undefined ? [] : describeLifecycle(lifecycle)),
    ...rules.map(describeRule),
    ...describeKeeping(entity),
    ...entity.relations.flatMap(({ name, onDelete }) => describeDeletion(words(name), onDelete)),
  ];
}

function describeLifecycle(lifecycle: NonNullable<Entity['lifecycle']>): string[] {
  const { field, initial, transitions } = lifecycle;
  return [
    `${words(field)} starts as ${initial} and changes by name alone`,
    ...transitions.map(({ name, from, to, roles }) => {
      const by = roles === undefined ? '' : `, by ${namesOf(roles)}`;
      return `${words(name)}: ${list(from, 'or')} → ${to}${by}`;
    }),
  ];
}

function describeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'delete-blocked':
      return `cannot be deleted while ${words(rule.field)} is ${list(rule.values.map(String), 'or')}`;
    case 'change-blocked':
      return `cannot be changed while ${words(rule.field)} is ${list(rule.values.map(String), 'or')}`;
    case 'delete-blocked-by':
      return `cannot be deleted while it has ${words(rule.relation)}`;
    case 'at-most': {
      const { where } = rule;
      const which =
        where === undefined
          ? ''
          : ` whose ${words(where.field)} is ${list(where.values.map(String), 'or')}`;
      return `at most ${rule.most} for one ${words(rule.per)}${which}`;
    }
    case 'no-overlap': {
      const per = rule.per.length === 0 ? '' : ` for the same ${list(rule.per.map(words))}`;
      return `${words(rule.start)} to ${words(rule.end)} never overlap${per}`;
    }
    case 'order': {
      const { first, second, strictly } = rule;
      return `${words(first)} is ${strictly === true ? 'before' : 'not after'} ${words(second)}`;
    }
  }
}

/** What is kept of a row besides its values. */
function describeKeeping({ optimisticLocking, softDelete, audited }: Entity): string[] {
  return [
    ...(optimisticLocking ? ['of two changes at once the second is refused'] : []),
    ...(softDelete ? ['deleted ones are hidden and can be restored'] : []),
    ...(audited ? ['who made and changed it, and what, is kept'] : []),
  ];
}

function describeDeletion(name: string, onDelete: Entity['relations'][number]['onDelete']) {
  if (onDelete === 'cascade') return [`deleted with its ${name}`];
  return onDelete === 'set-null' ? [`kept without ${name} when that is deleted`] : [];
}
