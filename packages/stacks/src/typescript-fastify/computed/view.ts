import { BlueprintUnsound } from '../../stack.ts';
import type { EntityModel } from '../model.ts';
import { indent, sqlName } from '../text.ts';

/** The views of the app, each after those that it reads from. */
export function viewStatements(entities: readonly EntityModel[]): string[] {
  const ordered: EntityModel[] = [];
  const visit = (entity: EntityModel, above: readonly EntityModel[]): void => {
    if (ordered.includes(entity) || entity.view === null) return;
    if (above.includes(entity)) {
      throw new BlueprintUnsound(entity.name, 'its totals have totals of it in them');
    }
    const below = entity.fields.flatMap(({ computed }) => computed?.readsView ?? []);
    for (const name of below) {
      const child = entities.find((each) => each.name === name);
      if (child) visit(child, [...above, entity]);
    }
    ordered.push(entity);
  };
  for (const entity of entities) visit(entity, []);
  return ordered.map(viewOf);
}

/** What other rows decide on, around the table; what is computed of that, around it again. */
function viewOf(entity: EntityModel): string {
  const table = sqlName(entity.table);
  const levels = entity.fields.map(({ computed }) => computed?.level ?? 0);
  let from = table;
  for (let level = 1; level <= Math.max(...levels); level += 1) {
    const columns = entity.fields.flatMap(({ computed, column }) =>
      computed?.level === level ? [`${computed.sql} as ${sqlName(column)}`] : [],
    );
    const source = level === 1 ? from : `(\n${indent(from)}\n) as ${table}`;
    from = `select\n${indent([`${table}.*`, ...columns].join(',\n'))}\nfrom ${source}`;
  }
  return `create view ${sqlName(entity.view ?? '')} as\n${from};`;
}
