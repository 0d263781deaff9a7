import type { ApiContract, ContractOperation } from '@quantumlayer/contracts';

const DAY_MS = 86_400_000;

/** Of two moments of which the document says that one comes first, it does. */
export function orderedBody(
  { resources }: ApiContract,
  { behaviour }: ContractOperation,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const made: Record<string, unknown> = { ...body };
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return made;
  const ordered = resources.find(({ name }) => name === behaviour.resource)?.ordered ?? [];
  const property = (member: string) => {
    const source = behaviour.set.find((one) => one.member === member)?.source;
    return source?.in === 'body' ? source.name : '';
  };
  for (const { earlier, later } of ordered) {
    const [first, last] = [property(earlier), property(later)];
    if (made[first] !== undefined && made[last] !== undefined) made[last] = behind(made[first]);
  }
  return made;
}

function behind(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) return value;
  const next = new Date(moment + DAY_MS).toISOString();
  return String(value).includes('T') ? next : next.slice(0, 10);
}
