import type { Blueprint } from '@quantumlayer/contracts';

/** What entities (`Client`) and members (`Client.fullName`) were called, by what they are called after one step. */
export type Renames = Readonly<Record<string, string>>;

/**
 * What the parts of an earlier blueprint are called after all steps that came since, the first step first: the renames
 * of the way back. Parts that kept their names are left out.
 */
export function traceNames(
  { entities }: Blueprint,
  steps: readonly Renames[],
): Map<string, string> {
  const back = new Map<string, string>();
  for (const { name, fields, relations } of entities) {
    const entity = steps.reduce(nextName, name);
    if (entity !== name) back.set(name, entity);
    for (const member of [...fields, ...relations].map((each) => each.name)) {
      const now = traceMember(name, member, steps);
      if (now !== member) back.set(`${name}.${member}`, now);
    }
  }
  return back;
}

function nextName(name: string, step: Renames): string {
  const found = Object.entries(step).find(([path, was]) => was === name && !path.includes('.'));
  return found?.[0] ?? name;
}

function traceMember(entity: string, member: string, steps: readonly Renames[]): string {
  let [owner, name] = [entity, member];
  for (const step of steps) {
    const next = nextName(owner, step);
    const found = Object.entries(step).find(
      ([path, was]) => was === name && path.startsWith(`${next}.`),
    );
    name = found?.[0].slice(next.length + 1) ?? name;
    owner = next;
  }
  return name;
}
