import type { ApiContract, Member, Resource } from '@quantumlayer/contracts';

/** Members that hold keys of records which nobody reads but their owner, and which are not those of accounts. */
export function privateReferences(contract: ApiContract, { members, tree }: Resource): Member[] {
  return members.filter(({ name, refers }) => {
    const target = contract.resources.find((one) => one.name === refers);
    if (target?.owner == null || target.name === contract.accounts?.resource) return false;
    return name !== tree && isPrivate(contract, target);
  });
}

function isPrivate({ operations }: ApiContract, { name }: Resource): boolean {
  const reading = operations.flatMap(({ behaviour }) =>
    (behaviour.kind === 'read' || behaviour.kind === 'list') && behaviour.resource === name
      ? [behaviour.scope]
      : [],
  );
  return reading.length > 0 && reading.every((scope) => scope !== 'all');
}
