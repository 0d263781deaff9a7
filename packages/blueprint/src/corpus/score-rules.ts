import type { Allowed, Blueprint, Entity } from '@quantumlayer/contracts';

/** What a blueprint says of people and rules, each fact as one line, so that two lists can be compared. */
export type RuleFacts = { roles: string[]; rights: string[]; rules: string[] };

type Lifecycle = NonNullable<Entity['lifecycle']>;
type Rule = NonNullable<Entity['rules']>[number];

export function factsOf(blueprint: Blueprint): RuleFacts {
  const roles = blueprint.people?.roles.map(({ name }) => name) ?? [];
  return {
    roles: blueprint.people === undefined ? [] : rolesFacts(roles, blueprint.people.signUp),
    rights: blueprint.entities.flatMap(({ name, access }) =>
      access === undefined
        ? []
        : [
            `${name}.rows=${access.rows}`,
            `${name}.seesAll=${say(access.seesAll)}`,
            ...(['create', 'read', 'update', 'delete'] as const).map(
              (action) => `${name}.${action}=${say(access[action])}`,
            ),
          ],
    ),
    rules: blueprint.entities.flatMap(rulesOf),
  };
}

function rolesFacts(roles: readonly string[], signUp: string | undefined): string[] {
  return [
    ...roles,
    ...(roles.length > 1 ? [`order ${roles.join(' ')}`] : []),
    ...(signUp === undefined ? [] : [`sign-up ${signUp}`]),
  ];
}

function say(allowed: Allowed): string {
  return allowed === 'everyone' ? allowed : [...allowed].sort().join(' ');
}

function rulesOf(entity: Entity): string[] {
  const { name } = entity;
  return [
    ...(entity.uniqueTogether ?? []).map(
      (names) => `${name} unique ${[...names].sort().join('+')}`,
    ),
    ...entity.relations.flatMap((relation) =>
      relation.onDelete === undefined ? [] : [`${name} ${relation.onDelete} ${relation.name}`],
    ),
    ...(entity.lifecycle === undefined ? [] : lifecycleFacts(name, entity.lifecycle)),
    ...(entity.rules ?? []).map((rule) => `${name} ${sayRule(rule)}`),
  ];
}

function lifecycleFacts(name: string, { field, initial, transitions }: Lifecycle): string[] {
  return [
    `${name} lifecycle ${field}(${initial})`,
    ...transitions.map(
      ({ name: verb, from, to, roles }) =>
        `${name} ${verb} ${[...from].sort().join('/')}>${to}${roles === undefined ? '' : ` by ${say(roles)}`}`,
    ),
  ];
}

function sayRule(rule: Rule): string {
  if (rule.kind === 'delete-blocked')
    return `no delete while ${rule.field}=${rule.values.join('/')}`;
  if (rule.kind === 'change-blocked')
    return `no change while ${rule.field}=${rule.values.join('/')}`;
  if (rule.kind === 'delete-blocked-by') return `no delete with ${rule.relation}`;
  if (rule.kind === 'no-overlap')
    return `no overlap ${rule.start}..${rule.end} per ${[...rule.per].sort().join('+')}`;
  if (rule.kind === 'order') return `order ${rule.first}<${rule.second}`;
  const where = rule.where;
  return `at most ${rule.most} per ${rule.per}${where === undefined ? '' : ` where ${where.field}=${where.values.join('/')}`}`;
}

/** Reads the notation of `CorpusEntry.rules`; of alternatives (`status|state`) the one that the reading took. */
export function expectedFacts(text: string, found: Blueprint | null): RuleFacts {
  const names = new Set(
    (found?.entities ?? []).flatMap((entity) => [
      entity.name,
      ...entity.fields.map(({ name }) => name),
      ...entity.relations.map(({ name }) => name),
    ]),
  );
  const facts: RuleFacts = { roles: [], rights: [], rules: [] };
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const chosen = line.replace(/\w+(?:\|\w+)+/g, (all) => {
      const options = all.split('|');
      return options.find((option) => names.has(option)) ?? options[0] ?? all;
    });
    addExpected(facts, chosen);
  }
  return facts;
}

const RULE_WORDS =
  /^(unique|cascade|restrict|set null|no delete|at most|no overlap|order|lifecycle)\b/;

function addExpected(facts: RuleFacts, line: string): void {
  const people = /^roles ([^|]+?)(?: \| (open|closed))?$/.exec(line);
  if (people !== null) {
    facts.roles.push(...rolesFacts((people[1] ?? '').split(' '), people[2]));
    return;
  }
  const [, name = '', said = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
  if (!RULE_WORDS.test(said)) facts.rights.push(...expectedRights(name, said));
  else if (said.startsWith('lifecycle ')) facts.rules.push(...expectedLifecycle(name, said));
  else facts.rules.push(`${name} ${normalize(said)}`);
}

function expectedRights(entity: string, said: string): string[] {
  return said.split(',').map((part) => {
    const [action = '', ...roles] = part.trim().split(' ');
    return action === 'own'
      ? `${entity}.rows=own`
      : `${entity}.${action}=${[...roles].sort().join(' ')}`;
  });
}

function expectedLifecycle(entity: string, said: string): string[] {
  const [, field = '', rest = ''] = /^lifecycle (\w+\([^)]*\)) (.*)$/.exec(said) ?? [];
  return [
    `${entity} lifecycle ${field}`,
    ...rest.split(',').map((part) => {
      const [transition = '', roles] = part.trim().split(' by ');
      return `${entity} ${transition}${roles === undefined ? '' : ` by ${roles.split(' ').sort().join(' ')}`}`;
    }),
  ];
}

function normalize(said: string): string {
  const unique = /^unique (.*)$/.exec(said)?.[1];
  if (unique !== undefined) return `unique ${unique.split('+').sort().join('+')}`;
  return said.replace('set null', 'set-null').replace(/^(no overlap \S+)$/, '$1 per ');
}

/**
 * What of `found` is expected. Of rights only those that the expectation names count, and those of entities of which it
 * names none.
 */
export function comparable(found: RuleFacts, expected: RuleFacts): RuleFacts {
  const keyOf = (right: string) => right.slice(0, right.indexOf('='));
  const entityOf = (right: string) => right.slice(0, right.indexOf('.'));
  const keys = new Set(expected.rights.map(keyOf));
  const entities = new Set(expected.rights.map(entityOf));
  const isSaid = (fact: string) =>
    !fact.startsWith('sign-up') || expected.roles.some((each) => each.startsWith('sign-up'));
  return {
    roles: expected.roles.length === 0 ? found.roles : found.roles.filter(isSaid),
    rights: found.rights.filter(
      (right) => keys.has(keyOf(right)) || !entities.has(entityOf(right)),
    ),
    rules: found.rules,
  };
}
