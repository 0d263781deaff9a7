import type { Behaviour, ContractOperation } from '@quantumlayer/contracts';

/** Resources of which an operation that is built leaves rows behind. */
function madeIn(behaviour: Behaviour): string[] {
  switch (behaviour.kind) {
    case 'create':
      return [
        behaviour.resource,
        ...(behaviour.joins === undefined ? [] : [behaviour.joins.resource]),
        ...(behaviour.with ?? []).map(({ resource }) => resource),
      ];
    case 'change':
      return [
        ...(behaviour.makes ? [behaviour.resource] : []),
        ...(behaviour.logs === undefined ? [] : [behaviour.logs.resource]),
      ];
    case 'increment':
      return [
        ...(behaviour.makes ? [behaviour.resource] : []),
        ...(behaviour.logs === undefined ? [] : [behaviour.logs.resource]),
      ];
    case 'calculate':
      return behaviour.logs === undefined ? [] : [behaviour.logs.resource];
    case 'read':
      return behaviour.makes ? [behaviour.resource] : [];
    default:
      return [];
  }
}

const ON_ROWS: readonly Behaviour['kind'][] = ['list', 'read', 'remove', 'groups', 'summary'];

/** Where what would make rows is not built, what shows them is not either: it would be empty for ever. */
export function withoutUnmade(
  operations: readonly ContractOperation[],
  accounts: string | null,
): void {
  const made = new Set(operations.flatMap(({ behaviour }) => madeIn(behaviour)));
  for (const operation of operations) {
    const { behaviour, method, path } = operation;
    if (!('resource' in behaviour) || !ON_ROWS.includes(behaviour.kind)) continue;
    if (made.has(behaviour.resource) || behaviour.resource === accounts) continue;
    operation.behaviour = {
      kind: 'undetermined',
      question:
        `${method.toUpperCase()} ${path}: where do the records come from, as long as what makes them is not determined?`.slice(
          0,
          500,
        ),
    };
  }
}
