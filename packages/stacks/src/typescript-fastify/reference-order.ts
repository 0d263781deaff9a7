import type { Entity, Relation } from '@quantumlayer/contracts';

/**
 * Required references that close a cycle, so that no first row could ever be created. They become
 * optional; walking the entities in their order makes the choice the same every time.
 */
export function relaxedReferences(entities: readonly Entity[]): Set<Relation> {
  const relaxed = new Set<Relation>();
  const finished = new Set<string>();
  const open = new Set<string>();
  const byName = new Map(entities.map((entity) => [entity.name, entity]));

  const visit = (entity: Entity): void => {
    if (finished.has(entity.name)) return;
    open.add(entity.name);
    for (const relation of entity.relations) {
      if (relation.kind !== 'belongs-to' || !relation.required) continue;
      const target = byName.get(relation.target);
      if (open.has(relation.target)) relaxed.add(relation);
      else if (target) visit(target);
    }
    open.delete(entity.name);
    finished.add(entity.name);
  };
  for (const entity of entities) visit(entity);
  return relaxed;
}
