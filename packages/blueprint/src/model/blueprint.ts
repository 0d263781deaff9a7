import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { toPluralName, uniqueName } from '../names.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { finishField } from './finish-field.ts';
import { decideRelations } from './relations.ts';

/** Puts the gathered draft into the shape of a blueprint. */
export function buildBlueprint(
  draft: Draft,
  identity: Pick<Blueprint, 'name' | 'title' | 'description'>,
): Blueprint {
  const relations = decideRelations(draft);
  const plurals = new Set<string>();
  const ordered = [...draft.entities.values()].sort((a, b) => a.order - b.order);
  const entities = ordered.map((entity): Entity => {
    const plural = uniqueName(toPluralName(entity.name), plurals);
    plurals.add(plural);
    return {
      name: entity.name,
      plural,
      fields: s(draft, entity),
      relations: relations.get(entity.name) ?? [],
    };
  });
  return { version: 1, ...identity, entities };
}

function s(draft: Draft, entity: DraftEntity): Field[] {
  if (entity.fields.length > 0)
    return entity.fields.map((field) => finishField(draft, entity, field));
  draft.assumptions.push({
    path: `${entity.name}.name`,
    text: `${entity.name} is mentioned without fields of its own, so it got a name.`,
  });
  return [{ name: 'name', type: 'string', required: true, unique: false }];
}
