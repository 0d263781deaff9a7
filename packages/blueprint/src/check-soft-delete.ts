import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { isOfOtherRows } from './computed-fields.ts';
import type { BlueprintProblem } from './problems.ts';

/** What goes with a row that is only hidden has to be hidden as well, and somebody has to be able to hide it. */
export function checkSoftDelete(entity: Entity, blueprint: Blueprint): BlueprintProblem[] {
  const { entities } = blueprint;
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
  const computed = entity.fields
    .filter((field) => entity.softDelete && isOfOtherRows(blueprint, { entity, field }))
    .map(({ name }) => ({
      path: `${entity.name}.softDelete`,
      message: `${name} is computed of other rows, and such a record cannot be hidden yet.`,
    }));
  return [...(entity.softDelete ? [] : gone), ...nobody, ...computed];
}
