import type { Computed } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import { sentence } from '../identifiers.ts';
import type { EntityModel, FieldModel, LinkModel } from '../model.ts';
import { listed } from '../rules/listed.ts';
import { expressionOf, levelOf, operandsOf, type Place, scaleAt } from './expressions.ts';

/** Works out what each computed field is in SQL, and which entities need a view for it. */
export function addComputed(
  entities: readonly EntityModel[],
  links: readonly LinkModel[],
  tableName: (wanted: string) => string,
): void {
  const places = entities.flatMap((entity) =>
    entity.fields
      .filter(({ field }) => field.computed !== undefined)
      .map((model): Place => ({ entities, links, entity, model })),
  );
  for (const place of places) refuseCircle(place, []);
  for (const { entity } of places.filter((place) => levelOf(place) > 0)) {
    entity.view ??= tableName(`${entity.table}_view`);
    if (entity.softDeletion !== null) {
      throw new BlueprintUnsound(
        `${entity.name}.softDelete`,
        'its rows have what is computed of other rows',
      );
    }
  }
  for (const place of places) addTo(place);
}

function addTo(place: Place): void {
  const { model } = place;
  const { computed } = model.field;
  if (computed === undefined) return;
  const level = levelOf(place);
  const operands = operandsOf(place);
  const below = operands.find((operand) => computed.kind === 'total' && levelOf(operand) > 0);
  model.computed = {
    computed,
    isStored: level === 0,
    level,
    sql: expressionOf(place),
    readsView: below?.entity.name ?? null,
    isOfHidden: isOfHidden(place),
    scale: scaleAt(place),
    isWhole: model.field.type === 'integer',
    words: wordsOf(place, computed),
    of: operands.map((operand) => operand.model.name),
    factor: factorOf(computed, operands),
    sources: [...new Set(leavesOf(place))],
  };
  model.field = { ...model.field, required: isNeverEmpty(place) };
}

function isOfHidden({ entities, entity, model }: Place): boolean {
  const of = model.field.computed?.of;
  const relation = entity.entity.relations.find(({ name }) => name === of);
  const child = entities.find(({ name }) => name === relation?.target);
  return child?.access?.isHidden === true && child.access.owner !== null;
}

function factorOf({ kind }: Computed, operands: readonly Place[]): { factor?: number } {
  const percentages = operands.filter(({ model }) => model.field.type === 'percentage').length;
  if (kind !== 'product' || percentages === 0) return {};
  return { factor: Number((0.01 ** percentages).toFixed(2 * percentages)) };
}

function refuseCircle(place: Place, seen: readonly FieldModel[]): void {
  if (seen.includes(place.model)) {
    const path = `${place.entity.name}.${place.model.field.name}`;
    throw new BlueprintUnsound(path, 'it is computed of itself');
  }
  for (const operand of operandsOf(place)) refuseCircle(operand, [...seen, place.model]);
}

function isNeverEmpty(place: Place): boolean {
  const { computed, required } = place.model.field;
  if (computed === undefined) return required;
  return !Array.isArray(computed.of) || operandsOf(place).every(isNeverEmpty);
}

/** Members of requests for the row itself. */
function leavesOf(place: Place): string[] {
  const { field, name } = place.model;
  if (field.computed === undefined) return [name];
  return Array.isArray(field.computed.of) ? operandsOf(place).flatMap(leavesOf) : [];
}

function wordsOf(place: Place, computed: Computed): string {
  const names = operandsOf(place).map(({ model }) => `its ${sentence(model.name)}`);
  switch (computed.kind) {
    case 'product':
      return names.join(' times ');
    case 'sum':
      return names.join(' plus ');
    case 'difference':
      return `${names[0]} less ${listed(names.slice(1))}`;
    case 'count':
      return `how many ${sentence(computed.of)} it has`;
    case 'total':
      return `the ${sentence(computed.field)} of its ${sentence(computed.of)}, added up`;
  }
}
