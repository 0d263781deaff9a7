import type { Blueprint, Entity } from '@quantumlayer/contracts';
import type { BlueprintProblem } from './problems.ts';

/** What goes with a row that is only hidden has to be hidden as well, and somebody has to be able to hide it. */
export function checkSoftDelete(entity: Entity, { entities }: Blueprint): BlueprintProblem[] {
  const isSoft = (name: string) => entities.some((each) => each.name === name && each.softDelete);
  const gone = entity.relations
    .filter(({ onDelete, target }) => onDelete === 'cascade' && isSoft(target))
    .map(({ name, target }) => ({
      path: `${entity.name}.${name}.onDelete`,
      message: `${target} is only hidden when it is deleted, and ${entity.name} goes with it; make ${entity.name} softDelete as well.`,
    }));
  const nobody =
    entity.softDelete && entity.access?.delete.length === 0
      ? [
          {
            path: `${entity.name}.softDelete`,
            message: `Nobody may delete ${entity.name}, so that nothing of it is ever hidden; leave it out.`,
          },
        ]
      : [];
  return [...(entity.softDelete ? [] : gone), ...nobody];
}
