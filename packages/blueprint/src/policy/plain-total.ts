import type { Computed, Entity, Field, Relation } from '@quantumlayer/contracts';
import { isNumber } from '../computed-fields.ts';
import type { Scene } from './apply-rules.ts';

const QUANTITY = /(^|[a-z])(quantity|count|amount|hours|units|pieces|number|seats|nights|days)$/i;
const AMOUNT = /(total|amount|price|cost)$/i;

/**
 * "The order total is computed": where an order has one kind of rows that come to something, it is their sum, of their
 * totals or of quantity times price, for which such rows get a `lineTotal`. Null where there is no such way, or several.
 */
export function plainTotal(
  entity: Entity,
  rows: (relation: Relation) => boolean,
  { blueprint }: Pick<Scene, 'blueprint'>,
): Computed | null {
  const ways = entity.relations
    .filter((relation) => relation.kind === 'has-many' && rows(relation))
    .flatMap((relation) => {
      const child = blueprint.entities.find(({ name }) => name === relation.target);
      const worth = child === undefined ? null : worthOf(child);
      return child === undefined || worth === null ? [] : [{ relation, child, worth }];
    });
  const [way, other] = ways;
  if (way === undefined || other !== undefined) return null;
  const { relation, child, worth } = way;
  if (worth.computed !== undefined && !child.fields.includes(worth)) child.fields.push(worth);
  return { kind: 'total', of: relation.name, field: worth.name };
}

/** The field of a row that says what it comes to; a new one where it has a quantity and a price. */
function worthOf({ fields }: Entity): Field | null {
  const money = fields.filter(({ type }) => type === 'money');
  const computed = money.filter((field) => field.computed !== undefined);
  if (computed.length > 0) return alone(computed);
  const quantity = alone(
    fields.filter(
      (field) => isNumber(field) && field.type !== 'money' && QUANTITY.test(field.name),
    ),
  );
  const price = alone(money.filter(({ name }) => AMOUNT.test(name)));
  if (price === null || quantity === null) return price;
  const of = [quantity.name, price.name];
  const name = fields.some((field) => field.name === 'total') ? 'lineTotal' : 'total';
  return { name, type: 'money', required: false, unique: false, computed: { kind: 'product', of } };
}

function alone<Part>([first, second]: readonly Part[]): Part | null {
  return second === undefined ? (first ?? null) : null;
}
