import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import { scaleOf } from '../kinds/decimal-kinds.ts';
import type { EntityModel, FieldModel, LinkModel } from '../model.ts';
import { sqlName } from '../text.ts';

/** A field with the entity that has it, among those of the app. */
export type Place = {
  entities: readonly EntityModel[];
  links: readonly LinkModel[];
  entity: EntityModel;
  model: FieldModel;
};

/** The rows of a `has-many` relation and the key in them. */
function rowsOf({ entities, entity, model }: Place, name: string) {
  const relation = entity.entity.relations.find((each) => each.name === name);
  const child = entities.find((each) => each.name === relation?.target);
  const reference = child?.references.find(({ inverse }) => inverse === relation);
  if (relation?.kind === 'has-many' && child && reference) return { child, reference };
  throw new BlueprintUnsound(
    `${entity.name}.${model.field.name}`,
    `there is no has-many relation ${name}`,
  );
}

function fieldOf({ entity, model }: Place, owner: EntityModel, name: string): FieldModel {
  const found = owner.fields.find(({ field }) => field.name === name);
  if (found) return found;
  throw new BlueprintUnsound(
    `${entity.name}.${model.field.name}`,
    `${owner.name} has no field ${name}`,
  );
}

/** The fields from which the value comes, one step away. */
export function operandsOf(place: Place): Place[] {
  const { computed } = place.model.field;
  if (computed === undefined) return [];
  if (computed.kind === 'total') {
    const { child } = rowsOf(place, computed.of);
    return [{ ...place, entity: child, model: fieldOf(place, child, computed.field) }];
  }
  if (computed.kind === 'count') return [];
  return computed.of.map((name) => ({ ...place, model: fieldOf(place, place.entity, name) }));
}

/** How many queries stand around the table until the value is there; 0 where the row alone decides on it. */
export function levelOf(place: Place): number {
  const { computed } = place.model.field;
  if (computed === undefined) return 0;
  if (!Array.isArray(computed.of)) return 1;
  const level = Math.max(...operandsOf(place).map(levelOf));
  return level === 0 ? 0 : level + 1;
}

const isWhole = ({ type }: Field): boolean => type === 'integer' || type === 'rating';
const MONEY_SCALE = 2;

/** Digits after the point that the exact result can have; money in a product is rounded to its minor unit. */
export function scaleAt(place: Place): number {
  const { field } = place.model;
  if (isWhole(field)) return 0;
  if (field.computed === undefined) return scaleOf(field);
  if (field.computed.kind !== 'product') return Math.max(...operandsOf(place).map(scaleAt));
  return field.type === 'money' ? MONEY_SCALE : productScale(place);
}

/** A percentage counts as hundredths. */
function productScale(place: Place): number {
  return operandsOf(place).reduce(
    (sum, operand) => sum + scaleAt(operand) + (operand.model.field.type === 'percentage' ? 2 : 0),
    0,
  );
}

/** Whole numbers of other rows end here, where JSON still has them exactly. */
const WHOLE_TOTAL = 'numeric(15, 0)';

/** SQL of a generated column, which cannot name another one, or of a query around what it is computed of. */
export function expressionOf(place: Place): string {
  const { computed, type } = place.model.field;
  const level = levelOf(place);
  if (computed?.kind === 'total') return totalOf(place);
  if (computed?.kind === 'count') return countOf(place, computed.of);
  const operands = operandsOf(place);
  const terms = operands.map((operand) => {
    const name = sqlName(operand.model.column);
    if (level > 0 || operand.model.field.computed === undefined) return name;
    const inner = expressionOf(operand);
    return inner.startsWith('round(') ? inner : `(${inner})`;
  });
  // 32-bit arithmetic would overflow before anybody could say so.
  if (operands.every(({ model }) => isWhole(model.field))) terms[0] = `${terms[0]}::numeric`;
  const text = combine(place, terms);
  return type === 'integer' && level > 0 ? `(${text})::${WHOLE_TOTAL}` : text;
}

function combine(place: Place, terms: readonly string[]): string {
  const { computed, type } = place.model.field;
  if (computed?.kind === 'sum') return terms.join(' + ');
  if (computed?.kind === 'difference') return terms.join(' - ');
  const hundredths = operandsOf(place)
    .filter(({ model }) => model.field.type === 'percentage')
    .map(() => '0.01');
  const text = [...terms, ...hundredths].join(' * ');
  return type === 'money' && productScale(place) > MONEY_SCALE
    ? `round(${text}, ${MONEY_SCALE})`
    : text;
}

function totalOf(place: Place): string {
  const { computed, type } = place.model.field;
  const [source] = operandsOf(place);
  if (computed?.kind !== 'total' || source === undefined) return '0';
  const sum = `coalesce(sum(${sqlName(source.model.column)}), 0)`;
  const value = {
    integer: `${sum}::${WHOLE_TOTAL}`,
    money: `round(${sum}, ${scaleAt(place)})`,
  };
  return ofRows(
    place,
    computed.of,
    Object.entries(value).find(([key]) => key === type)?.[1] ?? sum,
  );
}

function countOf(place: Place, name: string): string {
  const { entity, links } = place;
  const isOf = (side: LinkModel['sides'][number]) =>
    side.from === entity.name && side.relation.name === name;
  const link = links.find(({ sides }) => sides.some(isOf));
  const own = link?.sides.find(isOf)?.ownColumn.column;
  if (link === undefined || own === undefined) return ofRows(place, name, 'count(*)');
  const table = sqlName(link.table);
  const key = `${table}.${sqlName(own)} = ${sqlName(entity.table)}."id"`;
  return `(select count(*) from ${table} where ${key}${linkShown(place, link)})`;
}

/** Rows that are hidden do not count. */
function linkShown({ entities, entity, model }: Place, link: LinkModel): string {
  const { computed } = model.field;
  const side = link.sides.find(
    ({ from, relation }) => from === entity.name && relation.name === computed?.of,
  );
  const far = entities.find(({ name }) => name === side?.to);
  if (side === undefined || !far?.softDeletion) return '';
  const key = `far."id" = ${sqlName(link.table)}.${sqlName(side.otherColumn.column)}`;
  return ` and exists (select from ${sqlName(far.table)} as far where ${key} and far.${sqlName(far.softDeletion.column)} is null)`;
}

/** A value over the rows of a relation: of their view where that is what has the field. */
function ofRows(place: Place, name: string, value: string): string {
  const { entity } = place;
  const { child, reference } = rowsOf(place, name);
  const isInView = operandsOf(place).some((operand) => levelOf(operand) > 0);
  const from = sqlName(isInView && child.view !== null ? child.view : child.table);
  // A relation of an entity with itself asks for a second name.
  const alias = child === entity ? sqlName(`${child.table}_below`) : from;
  const named = alias === from ? from : `${from} as ${alias}`;
  const key = `${alias}.${sqlName(reference.column)} = ${sqlName(entity.table)}."id"`;
  const { softDeletion } = child;
  const shown =
    softDeletion === null ? '' : ` and ${alias}.${sqlName(softDeletion.column)} is null`;
  return `(select ${value} from ${named} where ${key}${shown})`;
}
