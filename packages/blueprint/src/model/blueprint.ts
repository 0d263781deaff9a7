import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { toPluralName, uniqueName } from '../names.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { finishField } from './finish-field.ts';
import { decideRelations } from './relations.ts';

/** Puts the gathered draft into the shape of a blueprint. */
export function buildBlueprint(
  draft: Draft,
  identity: Pick<Blueprint, 'name' | 'title' | 'description'>,
): Blueprint {
  for (const entity of draft.entities.values()) assumeName(draft, entity);
  const relations = decideRelations(draft);
  const plurals = new Set<string>();
  const ordered = [...draft.entities.values()].sort((a, b) => a.order - b.order);
  const entities = ordered.map((entity): Entity => {
    const plural = uniqueName(toPluralName(entity.name), plurals);
    plurals.add(plural);
    return {
      name: entity.name,
      plural,
      fields: entity.fields.map((field) => finishField(draft, entity, field)),
      relations: relations.get(entity.name) ?? [],
    };
  });
  return { version: 1, ...identity, entities };
}

/** An entity without fields of its own gets a name, before relations take theirs. */
function assumeName(draft: Draft, entity: DraftEntity): void {
  if (entity.fields.length > 0) return;
  entity.fields.push({ name: 'name', words: ['name'], qualities: {}, start: entity.order });
  draft.assumptions.push({
    path: `${entity.name}.name`,
    text: `${entity.name} is mentioned without fields of its own, so it got a name.`,
  });
}
