import type { ApiContract } from '@quantumlayer/contracts';

export type ContractFacts = ReturnType<typeof factsOf>;

/** What the lines of templates depend on. */
export function factsOf({ accounts, resources, operations, basePath }: ApiContract) {
  const has = (kind: string) =>
    resources.some(({ members }) => members.some((member) => member.kind === kind));
  const keys = operations.some(
    ({ access }) => access.for === 'key' || (access.for === 'session' && access.orKey),
  );
  return {
    accounts: accounts !== null,
    admins: accounts !== null && accounts.role !== null,
    rolesless: accounts !== null && accounts.role === null,
    keys,
    keysToo: keys && accounts !== null,
    neither: accounts === null && !keys,
    hashing: accounts !== null || has('password'),
    files: has('file'),
    based: basePath !== '',
  };
}
