import type { ContractOperation, Resource } from '@quantumlayer/contracts';

const HOUR_MS = 3_600_000;

/** Of samples of two moments the one that has to come after the other does. */
export function inOrder(
  { ordered = [] }: Pick<Resource, 'ordered'>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const sorted: Record<string, unknown> = { ...values };
  for (const { earlier, later } of ordered) {
    const first = sorted[earlier];
    if (first === undefined || sorted[later] === undefined) continue;
    sorted[later] = after(first);
  }
  return sorted;
}

/** The same for a body, whose members may be called otherwise. */
export function bodyInOrder(
  resources: readonly Resource[],
  { behaviour }: ContractOperation,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return { ...body };
  const resource = resources.find(({ name }) => name === behaviour.resource);
  const property = (member: string) => {
    const source = behaviour.set.find((one) => one.member === member)?.source;
    return source?.in === 'body' ? source.name : '';
  };
  const ordered = (resource?.ordered ?? []).map((one) => ({
    ...{ earlier: property(one.earlier), later: property(one.later), strict: one.strict },
  }));
  return inOrder({ ordered }, body);
}

function after(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) return value;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(String(value));
  const next = new Date(moment + (isDay ? 24 : 1) * HOUR_MS).toISOString();
  return isDay ? next.slice(0, 10) : next;
}
