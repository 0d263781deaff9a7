import type { ApiContract } from '@quantumlayer/contracts';
import { privateReferences } from './private-references.ts';

export type ContractFacts = ReturnType<typeof factsOf>;

/** What the lines of templates depend on. */
export function factsOf(contract: ApiContract) {
  const { accounts, resources, operations, basePath, carriers } = contract;
  const has = (kind: string) =>
    resources.some(({ members }) => members.some((member) => member.kind === kind));
  const keys = operations.some(
    ({ access }) => access.for === 'key' || (access.for === 'session' && access.orKey),
  );
  const hashing = accounts !== null || has('password');
  return {
    // What the templates that all apps share ask for.
    contract: true,
    people: false,
    web: false,
    signUp: false,
    closed: false,
    signing: accounts !== null,
    passwordsAlone: hashing,
    accounts: accounts !== null,
    cookies: accounts !== null && carriers.session.some(({ kind }) => kind === 'cookie'),
    admins: accounts !== null && accounts.role !== null,
    rolesless: accounts !== null && accounts.role === null,
    keys,
    keysToo: keys && accounts !== null,
    neither: accounts === null && !keys,
    hashing,
    files: has('file'),
    owned: resources.some((resource) => privateReferences(contract, resource).length > 0),
    moving: operations.some(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour.moves !== undefined,
    ),
    lists: operations.some(({ behaviour }) => behaviour.kind === 'list'),
    changes:
      operations.some(({ behaviour }) => behaviour.kind === 'change') &&
      operations.some(({ behaviour }) => behaviour.kind === 'create'),
    through: operations.some(
      ({ behaviour }) => behaviour.kind === 'list' && behaviour.through !== undefined,
    ),
    hiding: resources.some(({ hidden }) => hidden !== undefined),
    trees: resources.some(({ tree }) => tree !== null),
    multipart: /"multipart\//.test(contract.document),
    based: basePath !== '',
  };
}
