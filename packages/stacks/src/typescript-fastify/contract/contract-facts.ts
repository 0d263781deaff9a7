import type { ApiContract } from '@quantumlayer/contracts';
import { computedFacts } from './computed-facts.ts';
import { privateReferences } from './private-references.ts';
import { writtenFacts } from './written-facts.ts';

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
  // Secrets of records that somebody thought of, which others could guess.
  const secrets = hasSecrets(resources, accounts) || isProvedAgain(contract);
  const moving = operations.some(
    ({ behaviour }) => behaviour.kind === 'create' && behaviour.moves !== undefined,
  );
  const library = libraryFacts(contract, moving);
  const written = writtenFacts(contract);
  const multipart = /"multipart\//.test(contract.document);
  const [files, isCounted] = [has('file'), isCounting(operations)];
  const isChanging = files || written.lasting || written.changedAt || written.versioned;
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
    secrets,
    attempts: hasGuesses(resources, accounts),
    ...library,
    ...written,
    ...computedFacts(contract),
    ...{ files, multipart, forms: written.forms || multipart },
    gatheringPlain: library.gathering && !written.balances,
    tags: written.matched || library.tagged,
    orderedHashing: written.ordered && hashing,
    orderedPlain: written.ordered && !hashing,
    changing: isChanging || written.changers,
    changingAlone: isChanging && !written.changers,
    uploads: files || multipart || written.bytes,
    upsertsEnding: written.upserts && library.ending,
    counting: isCounted,
    filesCounted: files && isCounted,
    ...filesAbove(operations, files),
    owned: resources.some((resource) => privateReferences(contract, resource).length > 0),
    moving,
    hiding: resources.some(({ hidden }) => hidden !== undefined),
    trees: resources.some(({ tree }) => tree !== null),
    based: basePath !== '',
  };
}

function hasSecrets(
  resources: ApiContract['resources'],
  accounts: ApiContract['accounts'],
): boolean {
  return resources.some(
    ({ name, members }) =>
      name !== accounts?.resource && members.some(({ kind }) => kind === 'password'),
  );
}

/** Whether a change of an account asks for its password once more. */
function isProvedAgain({ accounts, operations }: ApiContract): boolean {
  return operations.some(
    ({ behaviour }) =>
      behaviour.kind === 'change' &&
      behaviour.resource === accounts?.resource &&
      behaviour.opens !== null,
  );
}

/** Whether something is kept that others could guess, so that tries have to be counted. */
export function hasGuesses(
  resources: ApiContract['resources'],
  accounts: ApiContract['accounts'],
): boolean {
  return accounts !== null || hasSecrets(resources, accounts);
}

/** Whether rows are numbered by the server, as they are made or later. */
export function givesNumbers({ resources, operations }: ApiContract): boolean {
  return (
    resources.some(({ members }) => members.some(({ made }) => made === 'number')) ||
    operations.some(
      ({ behaviour }) => behaviour.kind === 'change' && behaviour.numbers !== undefined,
    )
  );
}

/** Whether a list is ordered by a figure of what is below its rows. */
function isRanked(
  resources: ApiContract['resources'],
  behaviour: ApiContract['operations'][number]['behaviour'],
): boolean {
  if (behaviour.kind !== 'list' || behaviour.sort === null) return false;
  const { initial, by } = behaviour.sort;
  const members = [
    ...(initial === null ? [] : [initial.member]),
    ...by.map(({ member }) => member),
  ];
  const gathered = resources.find(({ name }) => name === behaviour.resource)?.gathered ?? [];
  return gathered.some(({ name }) => members.includes(name));
}

/** Whether a summary takes what its rows gather themselves. */
function isOfGathered(
  resources: ApiContract['resources'],
  behaviour: ApiContract['operations'][number]['behaviour'],
): boolean {
  if (behaviour.kind !== 'summary') return false;
  const gathered = resources.find(({ name }) => name === behaviour.resource)?.gathered ?? [];
  return behaviour.summary.figures.some(({ member }) =>
    gathered.some(({ name }) => name === member),
  );
}

/** How bodies say several rows at once. */
function bulkFacts({ operations }: ApiContract) {
  const has = (name: 'lines' | 'csv') =>
    operations.some(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour[name] !== undefined,
    );
  const [lines, csv] = [has('lines'), has('csv')];
  return { lines, csv, csvAlone: csv && !lines, listsAlone: !csv && !lines };
}

/** Whether files are reached by rows that name those which have them. */
function filesAbove(operations: ApiContract['operations'], files: boolean) {
  const above = operations.some(
    ({ behaviour }) => behaviour.kind === 'read' && behaviour.of !== undefined,
  );
  return { filesAbove: files && above, filesOwn: files && !above };
}

/** Whether readings are counted. */
function isCounting(operations: ApiContract['operations']): boolean {
  return operations.some(
    ({ behaviour }) => behaviour.kind === 'read' && behaviour.readings !== undefined,
  );
}

/** Which parts of the library an app works with. */
function libraryFacts(contract: ApiContract, moving: boolean) {
  const { resources, operations } = contract;
  const parents = operations.flatMap(({ behaviour }) =>
    'parents' in behaviour ? behaviour.parents : [],
  );
  const does = (kinds: readonly string[]) =>
    operations.some(({ behaviour }) => kinds.includes(behaviour.kind));
  const gathering = resources.some(({ gathered }) => gathered.length > 0);
  const ranked = operations.some(
    ({ behaviour }) => isRanked(resources, behaviour) || isOfGathered(resources, behaviour),
  );
  return {
    ending: resources.some(({ expires, spent }) => expires !== undefined || spent !== undefined),
    ranked,
    latest: resources.some(({ gathered }) => gathered.some(({ take }) => take === 'latest')),
    gathering,
    gatheringOnly: gathering && !ranked,
    increments: does(['increment']) || moving,
    taking:
      moving ||
      operations.some(
        ({ behaviour }) => behaviour.kind === 'increment' && behaviour.amount !== undefined,
      ),
    calculated: operations.some(
      ({ behaviour }) => behaviour.kind === 'calculate' && behaviour.logs !== undefined,
    ),
    limits: operations.some(
      ({ behaviour }) => 'limit' in behaviour && behaviour.limit !== undefined,
    ),
    ...bulkFacts(contract),
    narrowing: operations.some(
      ({ behaviour }) => behaviour.kind === 'remove' && behaviour.filters !== undefined,
    ),
    grouping: does(['groups']),
    toggling: does(['toggle']),
    apart: resources.some(({ apart }) => apart !== undefined),
    joining: parents.some(({ joined }) => joined !== undefined),
    joins: operations.some(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour.joins !== undefined,
    ),
    withParts: operations.some(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour.with !== undefined,
    ),
    othersOnly: parents.some(({ others }) => others !== undefined),
    addressed: contract.views.some(({ properties }) =>
      properties.some(({ address }) => address?.isWhole),
    ),
    adding: operations.some(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour.adds !== undefined,
    ),
    makingOnce: operations.some(({ behaviour }) => behaviour.kind === 'read' && behaviour.makes),
    referring: parents.some(({ referred }) => referred === true),
    tagged: operations.some(
      ({ behaviour }) => 'answer' in behaviour && behaviour.answer.tagged === true,
    ),
    through: operations.some(
      ({ behaviour }) => behaviour.kind === 'list' && behaviour.through !== undefined,
    ),
  };
}
