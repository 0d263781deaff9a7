import type { ApiContract, ContractOperation, Resource } from '@quantumlayer/contracts';
import type { JsonObject } from './document-place.ts';
import { otherChoice, rowValues } from './sample-rows.ts';

/** A request and the same once more find room. */
const ROOM = 3;

type Guarded = { row: string; member: string; value: unknown; not: boolean };

/** What the document lets an operation be refused in, of rows that the tests make for it. */
function guardsOf({ behaviour }: ContractOperation, rows: readonly string[]): Guarded[] {
  if (!('guards' in behaviour)) return [];
  return (behaviour.guards ?? [])
    .filter(({ empty }) => empty !== true)
    .flatMap(({ of: row = behaviour.resource, member, value, not = false }) =>
      rows.includes(row) ? [{ row, member, value, not }] : [],
    );
}

/** The rows of which there has to be something below, since an operation is refused where there is nothing. */
export function filledFor({ behaviour }: ContractOperation): string[] {
  if (!('guards' in behaviour)) return [];
  return (behaviour.guards ?? [])
    .filter(({ empty }) => empty === true)
    .map(({ of = behaviour.resource }) => of);
}

/** States in which an operation is refused. */
export function refusedIn(operation: ContractOperation, rows: readonly string[]): JsonObject[] {
  return guardsOf(operation, rows)
    .filter(({ not }) => !not)
    .map(({ row, member, value }) => ({ row, member, value }));
}

/** What a row has to hold so that an operation on it is served, where the sample of it holds something else. */
export function servedIn(
  contract: ApiContract,
  document: unknown,
  operation: ContractOperation,
  { name, members }: Resource,
): JsonObject {
  const resource = contract.resources.find((one) => one.name === name);
  if (resource === undefined) return {};
  const sample = rowValues(contract, document, resource);
  const states: Record<string, unknown> = {};
  for (const { member, value, not } of guardsOf(operation, [name])) {
    const initial = members.find((one) => one.name === member)?.default;
    const held = states[member] ?? sample[member] ?? initial;
    if ((held === value) === not) continue;
    states[member] = not ? value : otherChoice(contract, document, resource, { member, value });
  }
  const limit = 'limit' in operation.behaviour ? operation.behaviour.limit : undefined;
  if (limit?.of === name && typeof limit.most === 'string')
    states[limit.most] = Math.max(ROOM, Number(sample[limit.most] ?? 0));
  return states;
}
