import type {
  ApiContract,
  Behaviour,
  ContractOperation,
  Remark,
  Resource,
} from '@quantumlayer/contracts';
import type { JsonObject } from '../json-value.ts';
import { type Operation, readOperations } from '../operations.ts';
import { camel, plain, plainName, wordsOf } from '../words.ts';
import { accessOf, carriersOf, isPrivate } from './access.ts';
import { findAccounts } from './accounts.ts';
import { withLog } from './calculated.ts';
import { decideCalculation } from './calculations.ts';
import { collectSubjects } from './collect.ts';
import { decideBehaviour } from './decide.ts';
import { decideCompute } from './decide-compute.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { addFacts } from './facts.ts';
import { hiddenOf } from './hidden.ts';
import { keyWithinOwner } from './keys.ts';
import { isAuthorName } from './names.ts';
import { joinOwnAccount } from './own-account.ts';
import { joinPeople } from './people-named.ts';
import { toResource } from './resources.ts';
import { addRole } from './roles.ts';
import { isOncePerPerson, isPerPerson } from './singletons.ts';
import { withoutUnmade } from './unmade.ts';
import { unreadParameters, unreadRefusals, withoutUnkept } from './unread.ts';
import { withoutUnusedSecrets } from './unused-secrets.ts';
import { createViews } from './views.ts';

export type Inferred = {
  inferred: Pick<ApiContract, 'resources' | 'views' | 'accounts' | 'carriers' | 'operations'>;
  /** Of operations that work: rules that the document names and does not give. */
  open: Remark[];
};

/** What the operations of a document mean: what is stored, who signs in, and what each does. */
export function inferContract(root: JsonObject): Inferred {
  const read = readOperations(root);
  const { subjects, drafts } = collectSubjects(root, read);
  const inference: Inference = { root, subjects, drafts, accounts: null };
  inference.accounts = findAccounts(inference);
  joinOwnAccount(inference);
  joinPeople(inference);
  const judged = addFacts(inference).map((facts) => ({
    facts,
    access: accessOf(inference, facts),
  }));
  const all = addRole(inference, judged);
  addOwners(inference, all);
  addHidden(inference, all);
  const views = createViews();
  const ids = createIds();
  const operations = all.map(({ facts, access }): ContractOperation => {
    const { operation } = facts.subject;
    const calculation = decideCalculation(operation);
    const isKept = inference.subjects.some(
      ({ noun, own, operation: other }) =>
        noun === facts.subject.noun && own !== null && other !== operation,
    );
    const computed = calculation === null && !isKept ? decideCompute(root, operation) : null;
    const behaviour =
      calculation === null
        ? (computed ?? decideBehaviour({ inference, views, facts, access, all }))
        : withLog(inference, operation, calculation);
    const kept = withoutUnusedSecrets({ facts, access, behaviour });
    return {
      id: ids(operation),
      ...{ method: operation.method, path: operation.path, access, behaviour: kept },
      group: groupOf(inference, operation, kept),
      summary: operation.summary.slice(0, 300),
    };
  });
  const decidedOn = usedResources(inference, operations);
  for (const [at, decided] of operations.entries()) {
    const operation = all[at]?.facts.subject.operation;
    if (operation !== undefined)
      decided.behaviour = withoutUnkept({ operation, decided, resources: decidedOn });
  }
  const { accounts } = inference;
  withoutUnmade(operations, accounts === null ? null : resourceName(accounts.draft));
  const used = usedResources(inference, operations);
  return {
    inferred: {
      resources: used,
      views: usedViews(views.all, operations),
      accounts: accountsOf(inference, used),
      carriers: carriersOf(
        inference,
        all.map(({ facts, access }) => ({ operation: facts.subject.operation, access })),
      ),
      operations,
    },
    open: operations.flatMap((decided, at) => openOf(all[at], decided, used)),
  };
}

function openOf(
  judged: Judged | undefined,
  decided: ContractOperation,
  resources: readonly Resource[],
): Remark[] {
  if (judged === undefined) return [];
  const one = { operation: judged.facts.subject.operation, decided, resources };
  return [...unreadRefusals(one), ...unreadParameters(one)].map((text) => ({
    path: decided.id,
    text,
    answers: [],
  }));
}

type Judged = { facts: ReturnType<typeof addFacts>[number]; access: ContractOperation['access'] };

/** Records that somebody makes who is signed in are theirs. */
function addOwners({ accounts, drafts }: Inference, all: readonly Judged[]): void {
  if (accounts === null) return;
  for (const draft of drafts.values()) {
    if (draft === accounts.draft) {
      // An account is its own.
      draft.owner = draft.key?.member ?? null;
      continue;
    }
    const making = all.filter(
      ({ facts: { subject, intent } }) =>
        (subject.noun === draft.noun && ['create', 'replace', 'update'].includes(intent)) ||
        (draft.calculated !== null && subject.operation === draft.recordedBy?.operation),
    );
    const decisive = making.filter(({ facts }) => facts.intent === 'create');
    const judged = decisive.length > 0 ? decisive : making;
    const isOwned = judged.every(
      ({ access }) => access.for === 'session' && !access.optional && access.role === null,
    );
    if (judged.length > 0 && isOwned) {
      draft.owner = 'ownerId';
      keepAuthors(draft, accounts.draft.key);
      if (isPerPerson(draft) || isOncePerPerson(decisive.map(({ facts }) => facts)))
        draft.uniqueTogether.push([...draft.parents.values(), draft.owner]);
    }
    joinOwner(
      draft,
      accounts.draft,
      decisive.map(({ facts }) => facts),
    );
    if (draft.owner !== null && isPrivate(draft, all)) {
      keepUniqueToOwners(draft, draft.owner);
      const isAbove = [...drafts.values()].some((one) => one.parents.has(draft.noun));
      if (draft.parents.size === 0 && !isAbove) keyWithinOwner(draft, draft.owner);
    }
  }
}

/** `/people/{name}/wishes` are those whose owner that is, where wishes are made by who is signed in. */
function joinOwner(draft: Draft, account: Draft, making: readonly Judged['facts'][]): void {
  const known = draft.parents.get(account.noun);
  const isBelow = making.some(({ subject }) =>
    subject.parents.some(({ noun }) => noun === account.noun),
  );
  if (known === undefined || draft.owner === null || isBelow || making.length === 0) return;
  draft.parents.set(account.noun, draft.owner);
  for (const [key, { name, refers, made }] of draft.members)
    if (
      name === known &&
      refers === resourceName(account) &&
      made === undefined &&
      name !== draft.owner
    )
      draft.members.delete(key);
}

/** What not everybody sees, of all that is not kept to owners anyway. */
function addHidden(inference: Inference, all: readonly Judged[]): void {
  if (inference.accounts === null) return;
  for (const draft of inference.drafts.values()) {
    const own = all.flatMap(({ facts }) => (facts.subject.noun === draft.noun ? [facts] : []));
    draft.hidden = hiddenOf(inference, draft, own);
  }
}

/** What nobody else sees is in nobody else's way: "You have a list of this name already". */
function keepUniqueToOwners(draft: Draft, owner: string): void {
  for (const [name, { unique, ...member }] of draft.members) {
    if (unique !== true || member.made !== undefined || member.name === draft.key?.member) continue;
    draft.members.set(name, member);
    draft.uniqueTogether.push([owner, member.name]);
  }
}

function accountsOf({ accounts }: Inference, used: readonly Resource[]): ApiContract['accounts'] {
  if (accounts === null) return null;
  const resource = used.find(({ name }) => name === resourceName(accounts.draft));
  if (resource === undefined) return null;
  const password = findMember(accounts.draft, accounts.password)?.name ?? accounts.password;
  const logins = accounts.logins.map((name) => findMember(accounts.draft, name)?.name ?? name);
  return { resource: resource.name, logins, password, role: accounts.role };
}

/** Who made a record is who was signed in, whatever the body says. */
function keepAuthors(draft: Draft, account: Draft['key']): void {
  for (const [key, member] of draft.members) {
    const isKey = member.kind === account?.kind && member.name !== draft.key?.member;
    const isFree = member.made === undefined && member.refers === undefined;
    // The `author` of a quote is a name that somebody writes.
    const isNamed = member.kind === 'text' && !/(id|uuid|by)$/.test(plain(member.name));
    if (account !== null && isKey && isFree && !isNamed && isAuthorName(member.name))
      draft.members.set(key, { ...member, made: 'owner', shows: [account.member] });
  }
}

/** Those in which something is shown, be it within another one. */
function usedViews(
  all: ApiContract['views'],
  operations: readonly ContractOperation[],
): ApiContract['views'] {
  const text = JSON.stringify(operations);
  let used = all.filter(({ name }) => text.includes(`"view":"${name}"`));
  for (let size = -1; size !== used.length; ) {
    size = used.length;
    const inner = new Set(used.flatMap(({ properties }) => properties.map(({ view }) => view)));
    used = all.filter((view) => used.includes(view) || inner.has(view.name));
  }
  return used;
}

/** Those that an operation works on, with those above them. */
function usedResources(inference: Inference, operations: readonly ContractOperation[]): Resource[] {
  const named = new Set<string>();
  for (const { behaviour } of operations) {
    if ('resource' in behaviour) named.add(behaviour.resource);
    if ('logs' in behaviour && behaviour.logs !== undefined) named.add(behaviour.logs.resource);
    if (behaviour.kind === 'read' && behaviour.of !== undefined) named.add(behaviour.of.resource);
    if ('through' in behaviour && behaviour.through !== undefined)
      named.add(behaviour.through.resource);
    if ('with' in behaviour) for (const { resource } of behaviour.with ?? []) named.add(resource);
    if ('counts' in behaviour) for (const { resource } of behaviour.counts) named.add(resource);
    if ('parents' in behaviour) for (const { resource } of behaviour.parents) named.add(resource);
    if (behaviour.kind === 'login' && inference.accounts !== null)
      named.add(resourceName(inference.accounts.draft));
  }
  if (inference.accounts !== null) named.add(resourceName(inference.accounts.draft));
  const drafts: Draft[] = [...inference.drafts.values()].filter((draft) => draft.key !== null);
  for (let size = -1; size !== named.size; ) {
    size = named.size;
    for (const draft of drafts) {
      if (!named.has(resourceName(draft))) continue;
      for (const noun of draft.parents.keys()) {
        const parent = inference.drafts.get(noun);
        if (parent !== undefined) named.add(resourceName(parent));
      }
      for (const { resource } of draft.gathered) named.add(resource);
      for (const one of draft.derived) if (one.take === 'lookup') named.add(one.resource);
    }
  }
  return drafts
    .filter((draft) => named.has(resourceName(draft)))
    .map((draft) => toResource(inference, draft));
}

/** Where in the code an operation stands: with its records, else with its tag. */
function groupOf(
  { accounts }: Inference,
  operation: Operation,
  behaviour: Behaviour | { kind: 'undetermined' },
): string {
  const isSigning =
    behaviour.kind === 'login' || behaviour.kind === 'logout' || operation === accounts?.register;
  const name = isSigning
    ? 'accounts'
    : 'resource' in behaviour
      ? behaviour.resource
      : (operation.tag ??
        operation.segments.find((segment) => /^[A-Za-z]/.test(segment)) ??
        'other');
  const group = wordsOf(name).join('-').slice(0, 50);
  return /^[a-z]/.test(group) ? group : `x-${group || 'other'}`;
}

/** The operationId, or a name after method and path, each once. */
function createIds(): (operation: Operation) => string {
  const taken = new Set<string>();
  return ({ id, method, path }) => {
    const words =
      id === '' ? [method, ...wordsOf(path.replaceAll(/\{([^}]*)\}/g, 'by $1'))] : wordsOf(id);
    const base = camel(words.length === 0 ? [method] : words).slice(0, 70);
    const safe = plainName(base);
    let name = safe;
    for (let count = 2; taken.has(name); count += 1) name = `${safe}${count}`;
    taken.add(name);
    return name;
  };
}
