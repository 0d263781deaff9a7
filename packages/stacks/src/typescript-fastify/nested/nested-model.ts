import type { EntityModel } from '../model.ts';

/** More rows than this are not taken in one request. */
export const MOST_NESTED = 100;

/** The lists of every entity, once all have their references. */
export function addNested(entities: readonly EntityModel[]): void {
  for (const entity of entities) {
    const taken = [...entity.fields, ...entity.references].map(({ name }) => name);
    entity.lists = entity.entity.relations.flatMap((relation) => {
      const child = entities.find(({ name }) => name === relation.target);
      const reference = child?.references.find(({ inverse }) => inverse === relation);
      if (relation.nested !== true || !child || !reference || reference.unique) return [];
      const name = taken.includes(relation.name) ? `${relation.name}List` : relation.name;
      return [{ name, child, reference }];
    });
  }
}

/** The schema of a row with its lists, or of the plain row where it has none. */
export function shownSchema({ variable, lists }: EntityModel): string {
  return lists.length === 0 ? `${variable}Schema` : `${variable}DetailSchema`;
}
