import type { Blueprint, Computed, Entity, Field, FieldType } from '@quantumlayer/contracts';

/** A field with the entity that it belongs to. */
export type Place = { entity: Entity; field: Field };

const WHOLE: readonly FieldType[] = ['integer', 'rating'];
const NUMBERS: readonly FieldType[] = [...WHOLE, 'decimal', 'money', 'percentage'];

export function isNumber({ type }: Field): boolean {
  return NUMBERS.includes(type);
}

/** The fields that a computed field is computed of; those that do not exist are left out. */
export function sourcesOf(blueprint: Blueprint, { entity, field }: Place): Place[] {
  const { computed } = field;
  if (computed === undefined) return [];
  if ('field' in computed) {
    const child = childOf(blueprint, entity, computed.of);
    return child === undefined ? [] : placesOf(child, [computed.field]);
  }
  return Array.isArray(computed.of) ? placesOf(entity, computed.of) : [];
}

function placesOf(entity: Entity, names: readonly string[]): Place[] {
  return names.flatMap((name) =>
    entity.fields.filter((field) => field.name === name).map((field) => ({ entity, field })),
  );
}

function childOf({ entities }: Blueprint, entity: Entity, name: string): Entity | undefined {
  const relation = entity.relations.find((each) => each.name === name && each.kind === 'has-many');
  return entities.find((each) => each.name === relation?.target);
}

/** Does its value depend on other rows, be it by way of other computed fields? */
export function isOfOtherRows(blueprint: Blueprint, place: Place, seen: Field[] = []): boolean {
  const { computed } = place.field;
  if (computed === undefined || seen.includes(place.field)) return false;
  if (!Array.isArray(computed.of)) return true;
  return sourcesOf(blueprint, place).some((source) =>
    isOfOtherRows(blueprint, source, [...seen, place.field]),
  );
}

/** The types that the result can have, the most natural one first; none where the sources do not go together. */
export function fittingTypes(
  { kind }: Pick<Computed, 'kind'>,
  sources: readonly Field[],
): FieldType[] {
  if (kind === 'count') return ['integer'];
  const types = sources.map(({ type }) => type);
  if (types.length === 0 || !types.every((type) => NUMBERS.includes(type))) return [];
  const money = types.filter((type) => type === 'money').length;
  const isWhole = types.every((type) => WHOLE.includes(type));
  if (kind === 'product') {
    if (money > 0) return money === 1 ? ['money'] : [];
  } else {
    if (types.includes('percentage')) return [];
    if (money > 0) return money === types.length ? ['money'] : [];
  }
  return isWhole ? ['integer', 'decimal'] : ['decimal'];
}

const MOST = 2_147_483_647;

/** Whole numbers that do not fit 32 bits. */
export function isWide({ type, min = 0, max = 0 }: Field): boolean {
  return type === 'integer' && (max > MOST || min < -MOST - 1);
}
