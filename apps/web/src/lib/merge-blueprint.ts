import type { Blueprint, Entity } from './blueprint.ts';

/** What changed from `base` to `next`, done to `own` as well; what a person changed besides stays. */
export function mergeBlueprint(base: Blueprint, next: Blueprint, own: Blueprint): Blueprint {
  const isNamed = base.name !== next.name || base.title !== next.title;
  return {
    ...own,
    ...(isNamed && { name: next.name, title: next.title }),
    entities: mergeNamed(base.entities, next.entities, own.entities, mergeEntity),
  };
}

function mergeEntity(base: Entity, next: Entity, own: Entity): Entity {
  return {
    ...own,
    fields: mergeNamed(base.fields, next.fields, own.fields, (_, changed) => changed),
    relations: mergeNamed(base.relations, next.relations, own.relations, (_, changed) => changed),
  };
}

/** Lists whose members are known by name. `merge` is asked only where the member changed. */
function mergeNamed<Member extends { name: string }>(
  base: readonly Member[],
  next: readonly Member[],
  own: readonly Member[],
  merge: (base: Member, next: Member, own: Member) => Member,
): Member[] {
  const before = new Map(base.map((member) => [member.name, member]));
  const after = new Map(next.map((member) => [member.name, member]));
  const kept = own.flatMap((member) => {
    const [old, changed] = [before.get(member.name), after.get(member.name)];
    if (old !== undefined && changed === undefined) return [];
    if (old === undefined || changed === undefined) return [member];
    return [isSame(old, changed) ? member : merge(old, changed, member)];
  });
  const names = new Set(own.map(({ name }) => name));
  return [...kept, ...next.filter(({ name }) => !before.has(name) && !names.has(name))];
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
