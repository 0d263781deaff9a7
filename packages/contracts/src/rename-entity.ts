import type { Blueprint } from './blueprint.ts';
import { type BlueprintEdit, renameMember } from './edit-blueprint.ts';

/** Names of an entity as its relations are called after it: `customer`, `customers`. */
export type EntityNames = { name: string; plural: string };

/** An entity with the relations that are called after it, and whatever speaks of them. */
export function renameEntity(before: EntityNames, after: EntityNames): BlueprintEdit {
  return (blueprint) => {
    const followers = relationsNamedAfter(blueprint, before, after);
    const renamed = followers.reduce(
      (made, { entity, name, next }) => renameMember(entity, name, next)(made),
      blueprint,
    );
    return renameAlone(renamed, before.name, after);
  };
}

/** The relations that lead to an entity and are called after it, with the names that they then have; taken names stay. */
export function relationsNamedAfter(
  { entities }: Pick<Blueprint, 'entities'>,
  before: EntityNames,
  after: EntityNames,
): { entity: string; name: string; next: string }[] {
  const names = new Map([
    [lowerFirst(before.name), lowerFirst(after.name)],
    [lowerFirst(before.plural), lowerFirst(after.plural)],
  ]);
  return entities.flatMap(({ name: entity, fields, relations }) => {
    const taken = new Set([...fields, ...relations].map(({ name }) => name));
    return relations.flatMap(({ name, target }) => {
      const next = target === before.name ? names.get(name) : undefined;
      return next === undefined || next === name || taken.has(next) ? [] : [{ entity, name, next }];
    });
  });
}

function renameAlone(blueprint: Blueprint, before: string, after: EntityNames): Blueprint {
  const renamed = (name: string) => (name === before ? after.name : name);
  const { people } = blueprint;
  return {
    ...blueprint,
    entities: blueprint.entities.map((entity) => ({
      ...entity,
      ...(entity.name === before && after),
      relations: entity.relations.map((each) => ({ ...each, target: renamed(each.target) })),
    })),
    ...(people?.memberOf && { people: { ...people, memberOf: renamed(people.memberOf) } }),
  };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
