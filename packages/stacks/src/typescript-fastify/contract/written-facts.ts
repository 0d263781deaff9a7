import type { ApiContract, Resource } from '@quantumlayer/contracts';
import { asObject, behindReferences, operationAt } from './document-place.ts';

/** Which parts of the library the rows and the bodies of an app need; what nothing needs is not written. */
export function writtenFacts(contract: ApiContract) {
  return { ...rowFacts(contract), ...placeFacts(contract), ...bodyFacts(contract) };
}

function rowFacts({ resources }: ApiContract) {
  const members = resources.flatMap((resource) => resource.members);
  const takes = (take: string) =>
    resources.some(({ derived = [] }) => derived.some((one) => one.take === take));
  const keyed = (made: Resource['key']['made']) => resources.some(({ key }) => key.made === made);
  return {
    derived: resources.some(({ derived = [] }) => derived.length > 0),
    products: takes('product'),
    percents: takes('percent'),
    terms: takes('terms'),
    balances: takes('balance'),
    presence: takes('present'),
    edited: takes('edited'),
    freshness: takes('fresh'),
    lookups: takes('lookup'),
    ordered: resources.some(({ ordered = [] }) => ordered.length > 0),
    lasting:
      resources.some(({ expires }) => expires !== undefined) ||
      members.some(({ lasts }) => lasts !== undefined),
    slugs: members.some(({ slugOf }) => slugOf !== undefined),
    starting: members.some(({ startsAs }) => startsAs !== undefined),
    showing: members.some(({ made }) => made === 'owner' || made === 'changer'),
    changers: members.some(({ made }) => made === 'changer'),
    stamped: members.some(({ made }) => made === 'created' || made === 'changed'),
    otherwiseToday: members.some(({ otherwise }) => otherwise === 'today'),
    otherwiseNow: members.some(({ otherwise }) => otherwise === 'now'),
    changedAt: members.some(({ made }) => made === 'changed'),
    versioned: members.some(({ made }) => made === 'version'),
    numberedRows: members.some(({ made }) => made === 'number'),
    tokens: members.some(({ made }) => made === 'token'),
    tokenKeys: keyed('token'),
    fixedKeys: keyed('fixed'),
    clientKeys: keyed('client'),
    fileFacts: members.some(({ file }) => file !== undefined),
  };
}

function placeFacts({ operations }: ApiContract) {
  const behaviours = operations.map(({ behaviour }) => behaviour);
  const parents = behaviours.flatMap((one) => ('parents' in one ? one.parents : []));
  const guards = behaviours.flatMap((one) => ('guards' in one ? (one.guards ?? []) : []));
  const isScoped = ({ scope }: { scope: string }) => scope !== 'all';
  const lists = behaviours.flatMap((one) => (one.kind === 'list' ? [one] : []));
  const guardedAbove = parents.length > 0 && guards.some(({ of }) => of !== undefined);
  return {
    above: parents.length > 0,
    guardedAbove,
    aboveOnly: parents.length > 0 && !guardedAbove,
    guardedEmpty: guards.some(({ empty }) => empty === true),
    guardedRows: guards.some(({ of }) => of === undefined),
    openingAbove: parents.some(({ opens }) => opens !== undefined),
    opening:
      parents.some(({ opens }) => opens !== undefined) ||
      behaviours.some((one) => 'opens' in one && one.opens != null),
    scoped: parents.some(isScoped) || behaviours.some((one) => 'scope' in one && isScoped(one)),
    matched: behaviours.some((one) => 'ifMatch' in one && one.ifMatch !== null),
    expecting: behaviours.some((one) => one.kind === 'change' && one.expects !== undefined),
    ...listFacts(lists),
    upserts: behaviours.some((one) => one.kind === 'change' && one.makes),
    logged: behaviours.some((one) => one.kind === 'change' && one.logs !== undefined),
    hosting: behaviours.some((one) => 'orOwnerOf' in one && one.orOwnerOf !== undefined),
    merging: behaviours.some((one) => one.kind === 'change' && one.merges === true),
    numbering: behaviours.some((one) => one.kind === 'change' && one.numbers !== undefined),
    picking: behaviours.some((one) => one.kind === 'read' && one.random === true),
    ...aloneFacts(behaviours),
    appending: behaviours.some((one) => one.kind === 'change' && one.appends !== undefined),
    emptied: behaviours.some((one) => one.kind === 'change' && one.whole),
    showingAbove: behaviours.some(
      (one) => (one.kind === 'change' || one.kind === 'remove') && one.shows !== undefined,
    ),
    amongst: behaviours.some((one) => one.kind === 'create' && one.among !== undefined),
    renewing: behaviours.some((one) => one.kind === 'create' && one.renews === true),
    severalGone: behaviours.some((one) => one.kind === 'remove' && one.among !== undefined),
    madeAbove: behaviours.some((one) => one.kind === 'create' && one.shows !== null),
  };
}

/** What is made by one after the other, so that the next one sees it. */
function aloneFacts(behaviours: readonly ApiContract['operations'][number]['behaviour'][]) {
  const has = (name: 'within' | 'again') =>
    behaviours.some((one) => one.kind === 'create' && one[name] !== undefined);
  const [within, again] = [has('within'), has('again')];
  return { within, again, againAlone: again && !within, aloneMade: within || again };
}

type List = Extract<ApiContract['operations'][number]['behaviour'], { kind: 'list' }>;

function listFacts(lists: readonly List[]) {
  const cursors = lists.some(({ paging }) => paging?.by === 'cursor');
  const sorted = lists.some(({ sort }) => sort !== null);
  const paged = lists.some(({ paging }) => paging !== null);
  const pageLinks = /"(?:next|previous)-link"/.test(JSON.stringify(lists));
  const unpaged = lists.length === 0 || lists.some(({ paging }) => paging === null);
  return {
    ...{ sorted, paged, unpaged, cursors, numbered: paged && !cursors },
    ...{ pageLinks, unlinked: paged && !pageLinks },
    mixedPaging: unpaged && paged,
    unpagedOnly: unpaged && !paged,
    unpagedSorted: unpaged && sorted,
    unpagedUnsorted: unpaged && !sorted,
    pagedUnsorted: !unpaged && !sorted,
    ranges: lists.some(({ ranges = [] }) => ranges.length > 0),
    excepting: lists.some(({ except = [] }) => except.length > 0),
  };
}

/** Bodies of requests by what they are made of. */
function bodyFacts({ document, operations }: ApiContract) {
  const root: unknown = JSON.parse(document);
  const media = operations.flatMap(({ path, method }) => {
    const { requestBody } = operationAt(root, path, method).operation;
    return Object.keys(asObject(behindReferences(root, requestBody).content));
  });
  const some = (pattern: RegExp) => media.some((type) => pattern.test(type));
  const isPlain = (type: string) => /[/+]json\b|urlencoded|^multipart\/|^text\/\w/.test(type);
  return {
    forms: some(/urlencoded|^multipart\//),
    pagesOfRefusals: hasPagesOfRefusals(root, operations),
    urlencoded: some(/urlencoded/),
    texts: some(/^text\/\w/),
    bytes: media.some((type) => !isPlain(type)),
    jsonOfItsOwn: some(/\+json/),
    loosePatterns: patternsIn(root).some((pattern) => !isStrict(pattern)),
  };
}

/** Whether something that is refused is answered with a page. */
function hasPagesOfRefusals(root: unknown, operations: ApiContract['operations']): boolean {
  return operations.some(({ path, method }) =>
    Object.entries(asObject(operationAt(root, path, method).operation.responses)).some(
      ([status, response]) =>
        /^4/.test(status) &&
        asObject(behindReferences(root, response).content)['text/html'] !== undefined,
    ),
  );
}

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    if (name === 'pattern' && typeof each === 'string') return [each];
    const keys = name === 'patternProperties' ? Object.keys(asObject(each)) : [];
    return [...keys, ...patternsIn(each)];
  });
}

/** Whether a pattern is one in the stricter reading that it should have. */
function isStrict(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
