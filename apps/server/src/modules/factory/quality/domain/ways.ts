import type { RuleOfApp, TransitionOfApp } from './rules-of-app.ts';

type Lifecycle = Extract<RuleOfApp, { kind: 'lifecycle' }>;
type Way = readonly TransitionOfApp[];

/** The transitions that bring a new record to each state that can be reached. */
export function waysFrom({ initial, transitions }: Lifecycle): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>([[initial, []]]);
  for (let before = 0; before < ways.size; ) {
    before = ways.size;
    for (const transition of transitions) {
      const start = transition.from.find((state) => ways.has(state));
      if (start === undefined || ways.has(transition.to)) continue;
      ways.set(transition.to, [...(ways.get(start) ?? []), transition]);
    }
  }
  return ways;
}

/** The transitions after which a new record can be deleted, as few as can be; none where it can be at once. */
export function wayToDeletable(rules: readonly RuleOfApp[]): Way {
  const lifecycle = rules.find((rule) => rule.kind === 'lifecycle');
  if (lifecycle === undefined) return [];
  const kept = keptStates(rules, lifecycle);
  const ways = [...waysFrom(lifecycle)].filter(([state]) => !kept.includes(state));
  const [shortest] = ways.map(([, way]) => way).toSorted((one, other) => one.length - other.length);
  return shortest ?? [];
}

/** The states in which a record cannot be deleted. */
function keptStates(rules: readonly RuleOfApp[], { member }: Lifecycle): unknown[] {
  return rules.flatMap((rule) =>
    rule.kind === 'delete-blocked' && rule.member === member ? rule.values : [],
  );
}
