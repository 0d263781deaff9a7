// Without zod, so that a browser can have these without it. All of them leave the blueprint that they are given as it is.

import type { Blueprint, Field, Relation } from './blueprint.ts';
import { type BlueprintEdit, changeEntity } from './edit-blueprint.ts';

export function addField(entityName: string, name: string): BlueprintEdit {
  const field: Field = { name, type: 'string', required: false, unique: false };
  return changeEntity(entityName, (entity) => ({ ...entity, fields: [...entity.fields, field] }));
}

/** An entity with a name and nothing else. A name that is taken, as that of one or of many, changes nothing. */
export function addEntity(name: string): BlueprintEdit {
  return (blueprint) => {
    const taken = blueprint.entities.flatMap((each) => [each.name, each.plural]);
    const plural = pluralOf(name);
    if (taken.includes(name) || taken.includes(plural)) return blueprint;
    const field: Field = { name: 'name', type: 'string', required: true, unique: false };
    return {
      ...blueprint,
      entities: [...blueprint.entities, { name, plural, fields: [field], relations: [] }],
    };
  };
}

/** The regular plural of English; whoever wants another writes it into the text of the blueprint. */
function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** What can be drawn from an entity to another; the other side follows from it. */
export type DrawnKind = 'belongs-to' | 'many-to-many';

/** A relation with both of its directions, called after the entities that they lead to. */
export function addRelation(
  entityName: string,
  kind: DrawnKind,
  targetName: string,
): BlueprintEdit {
  return (blueprint) => {
    const entity = blueprint.entities.find(({ name }) => name === entityName);
    const target = blueprint.entities.find(({ name }) => name === targetName);
    if (entity === undefined || target === undefined) return blueprint;
    const isMany = kind === 'many-to-many';
    const name = freeName(entity, lowerFirst(isMany ? target.plural : target.name));
    // An entity that leads to itself has both names, so the first is taken for the second.
    const withFirst =
      entity === target ? { ...target, relations: [...target.relations, { name }] } : target;
    const inverse = freeName(withFirst, lowerFirst(entity.plural));
    const there: Relation = {
      kind,
      target: targetName,
      name,
      inverse,
      required: !isMany && entity !== target,
    };
    const back: Relation = {
      kind: isMany ? 'many-to-many' : 'has-many',
      target: entityName,
      name: inverse,
      inverse: name,
      required: false,
    };
    return withRelation(withRelation(blueprint, entityName, there), targetName, back);
  };
}

function withRelation(blueprint: Blueprint, entityName: string, relation: Relation): Blueprint {
  return changeEntity(entityName, (entity) => ({
    ...entity,
    relations: [...entity.relations, relation],
  }))(blueprint);
}

type Named = { name: string };

function freeName(
  { fields, relations }: { fields: Named[]; relations: Named[] },
  wanted: string,
): string {
  const taken = new Set([...fields, ...relations].map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
  return name;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
