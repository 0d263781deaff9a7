import type { Order } from '../records/records.ts';

export type Sort = {
  /** The parameter that names the member, and the one with the direction. */
  parameter?: string;
  direction?: string;
  /** What values of the parameter mean. */
  by: Readonly<Record<string, Order>>;
  initial?: Order;
};

/** The order that a query asks for, else the one of the document. */
export function orderOf(sort: Sort | undefined, query: Record<string, unknown>): Order[] {
  if (sort === undefined) return [];
  const wanted = sort.parameter === undefined ? undefined : query[sort.parameter];
  const direction =
    sort.direction === undefined ? undefined : String(query[sort.direction] ?? '').toLowerCase();
  const chosen = typeof wanted === 'string' ? chosenOrder(sort, wanted) : sort.initial;
  if (chosen === undefined) return [];
  return [direction ? { ...chosen, descending: direction.startsWith('desc') } : chosen];
}

/** `name`, `-name`, `name:desc` and what the document lists. */
function chosenOrder({ by, initial }: Sort, wanted: string): Order | undefined {
  if (Object.hasOwn(by, wanted)) return by[wanted];
  const {
    sign = '',
    name = '',
    suffix = '',
  } = /^(?<sign>[-+]?)(?<name>.+?)(?:[:,_ ](?<suffix>asc|desc))?$/i.exec(wanted)?.groups ?? {};
  const order = Object.hasOwn(by, name) ? by[name] : undefined;
  return order === undefined
    ? initial
    : { ...order, descending: sign === '-' || suffix.toLowerCase() === 'desc' };
}
