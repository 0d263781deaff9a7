import type { Behaviour, ContractFilter, Figure, Member } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { Operation, Parameter } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { allOf, anyLeft, beginsWith, beyond, strictly } from './called-filters.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { isPasswordName } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { type Order, onlyTime, orderSaid } from './order.ts';
import { isLinkText, pageLink } from './page-links.ts';

type ListBehaviour = Extract<Behaviour, { kind: 'list' }>;
export type Listing = Pick<ListBehaviour, 'filters' | 'search' | 'sort' | 'paging' | 'ranges'> & {
  figures: Figure[];
  /** Required parameters of which nobody knows what they do. */
  unknown: string[];
};

const SIZE =
  /^(limit|size|pagesize|perpage|pagelimit|maxresults|top|take|max|first|itemsperpage|resultsperpage)$/;
const OFFSET = /^(offset|skip|start|startindex|from)$/;
const PAGE = /^(page|pagenumber|pageno|pageindex|p|currentpage)$/;
const CURSOR =
  /^(cursor|after|next|pagetoken|nexttoken|startingafter|continuation|continuationtoken|nextcursor|startafter|marker)$/;
const SEARCH =
  /^(q|query|search|searchterm|searchquery|keyword|keywords|term|text|searchtext|s|phrase)$/;
const SORT = /^(sort|sortby|orderby|sortfield|sortkey|ordering|sortcolumn)$/;
const DIRECTION = /^(order|direction|sortorder|sortdir|sortdirection|dir|orderdirection|orderdir)$/;
const PAGED: readonly Figure[] = [
  'total',
  'count',
  'page',
  'size',
  'pages',
  'offset',
  'next',
  'more',
  'links',
  'next-link',
  'previous-link',
];

/** What the parameters of a list mean, and what can be said of it in an answer. */
export function readListing(
  { root }: Inference,
  draft: Draft,
  { row, subject: { operation } }: Facts,
): Listing {
  const shown = new Set(
    [...(row?.schema.properties ?? [])].flatMap(([name, schema]) =>
      flatten(root, schema).writeOnly ? [] : [plain(name)],
    ),
  );
  const isShown = (name: string) => row === null || shown.has(plain(name));
  const parameters = operation.parameters.filter(({ in: place }) => place === 'query');
  const paging = withPlace(readPaging(parameters, sizeSaid(operation)), operation, parameters);
  const rest = parameters.filter(({ name }) => name !== paging?.at && name !== paging?.size);
  const sort = readSort(draft, operation, { parameters: rest, isShown });
  const others = rest.filter(({ name }) => name !== sort?.parameter && name !== sort?.direction);
  const filters: ContractFilter[] = [];
  const unknown: string[] = [];
  let search: Listing['search'] = null;
  for (const parameter of others) {
    const found = readFilter(draft, parameter, operation.text);
    const searched = found === null ? readSearch(draft, parameter, isShown) : null;
    if (found !== null) filters.push(found);
    else if (searched !== null) search = searched;
    else if (parameter.required) unknown.push(parameter.name);
  }
  return {
    filters,
    search,
    sort,
    paging,
    ...rangesOf(operation, filters),
    unknown,
    figures: paging === null ? ['total', 'count'] : [...PAGED],
  };
}

/** Whether a list shows a member: by what it does not show nobody finds or orders its records. */
type IsShown = (name: string) => boolean;

/** "The end is before the start": two bounds of one member that may not be the wrong way round. */
function rangesOf(
  { responses }: Operation,
  filters: readonly ContractFilter[],
): Pick<Listing, 'ranges'> {
  const isTold = responses.some(
    ({ status, description }) =>
      /^(400|422)$/.test(status) &&
      /\b(before|after|earlier|later|greater|range)\b/i.test(description),
  );
  const ranges = filters.flatMap(({ parameter: from, member, match }) =>
    filters.flatMap(({ parameter: to, member: other, match: most }) =>
      match === 'at-least' && most === 'at-most' && member === other ? [{ from, to }] : [],
    ),
  );
  return isTold && ranges.length > 0 ? { ranges } : {};
}

const NUMBERS: readonly string[] = ['five', 'ten', 'twenty', 'fifty', 'hundred'];
const SIZES: readonly number[] = [5, 10, 20, 50, 100];

/** "A page of twenty papers", "50 per page". */
function sizeSaid({ text, responses }: Operation): number | null {
  const all = `${text} ${responses.map(({ description }) => description.toLowerCase()).join(' ')}`;
  const number = `\\d{1,4}|${NUMBERS.join('|')}`;
  const found = new RegExp(
    `\\bpages? of (${number})\\b|\\b(${number})(?: [a-z]+)? (?:per|on a|a) page\\b`,
  ).exec(all);
  const said = found?.[1] ?? found?.[2];
  if (said === undefined) return null;
  return Number.isNaN(Number(said)) ? (SIZES[NUMBERS.indexOf(said)] ?? null) : Number(said);
}

function readPaging(parameters: readonly Parameter[], said: number | null): Listing['paging'] {
  const find = (pattern: RegExp, isText = false) =>
    parameters.find(
      ({ name, schema }) => pattern.test(plain(name)) && (isText || schema.type !== 'string'),
    );
  const size = find(SIZE) ?? null;
  const page = find(PAGE) ?? null;
  const offset = find(OFFSET) ?? null;
  const cursor = find(CURSOR, true) ?? null;
  const at = page ?? offset ?? cursor;
  if (size === null && at === null) return null;
  const most = Math.max(1, Math.min(1_000, size?.schema.maximum ?? 1_000));
  const usual = said ?? (page === null && cursor === null ? most : 20);
  const initial = Number(size?.schema.initial ?? usual);
  const first = page === null ? 0 : Number(page.schema.initial ?? page.schema.minimum ?? 1);
  return {
    by: page !== null ? 'page' : cursor !== null && offset === null ? 'cursor' : 'offset',
    at: at?.name ?? null,
    size: size?.name ?? null,
    first: first > 0 ? 1 : 0,
    initial: Math.max(1, Number.isInteger(initial) ? initial : 20),
    most,
  };
}

/** Where a page is linked to and no parameter says where it begins, the link has one of its own. */
function withPlace(
  paging: Listing['paging'],
  { responses }: Operation,
  parameters: readonly Parameter[],
): Listing['paging'] {
  const isLinked = responses.some(({ headers }) =>
    headers.some(
      ({ name, description }) => pageLink(plain(name), isLinkText(description)) !== null,
    ),
  );
  if (paging === null || paging.at !== null || !isLinked) return paging;
  return parameters.some(({ name }) => name === 'offset') ? paging : { ...paging, at: 'offset' };
}

function readSort(
  draft: Draft,
  operation: Operation,
  { parameters, isShown }: { parameters: readonly Parameter[]; isShown: IsShown },
): Listing['sort'] {
  const isDirection = ({ name, schema }: Parameter) =>
    DIRECTION.test(plain(name)) &&
    (schema.choices === null || schema.choices.some((each) => /^(asc|desc)/i.test(String(each))));
  const direction = parameters.find(isDirection) ?? null;
  const parameter =
    parameters.find(
      (one) => one !== direction && (SORT.test(plain(one.name)) || DIRECTION.test(plain(one.name))),
    ) ?? null;
  const created = [...draft.members.values()].find(({ made }) => made === 'created')?.name ?? null;
  const initial = initialOrder(operation, created, parameter, draft);
  if (parameter === null && direction === null && initial === null) return null;
  const members = sortable(draft);
  const choices = (parameter?.schema.choices ?? []).map(String);
  const by =
    choices.length > 0
      ? choices.flatMap((value) => orderOf(draft, value, created))
      : members
          .filter(({ name }) => isShown(name))
          .map(({ name }) => ({ value: name, member: name }));
  return {
    parameter: parameter?.name ?? null,
    direction: direction?.name ?? null,
    by,
    initial:
      initial ??
      (created !== null && direction !== null
        ? { member: created, descending: String(direction.schema.initial ?? '').startsWith('desc') }
        : null),
  };
}

function sortable({ members }: Draft): Member[] {
  return [...members.values()].filter(
    ({ kind }) => kind !== 'json' && kind !== 'file' && kind !== 'password',
  );
}

function orderOf(
  draft: Draft,
  value: string,
  created: string | null,
): { value: string; member: string; descending?: boolean }[] {
  const words = wordsOf(value);
  const descending = /^-|\b(desc|descending)$/.test(
    words.length > 0 ? `${value.startsWith('-') ? '-' : ''}${words.join(' ')}` : value,
  );
  const stem = words.filter((word) => !/^(asc|desc|ascending|descending)$/.test(word)).join('');
  const member = findMember(draft, stem);
  if (member !== undefined)
    return [{ value, member: member.name, ...(descending && { descending }) }];
  if (created === null) return [];
  if (/^(newest|latest|recent|mostrecent|new)/.test(stem))
    return [{ value, member: created, descending: true }];
  return /^(oldest|old|earliest)/.test(stem) ? [{ value, member: created }] : [];
}

function initialOrder(
  operation: Operation,
  created: string | null,
  parameter: Parameter | null,
  draft: Draft,
): Order | null {
  const said = parameter?.schema.initial;
  if (typeof said === 'string') {
    const [order] = orderOf(draft, said, created);
    if (order !== undefined) return { member: order.member, descending: order.descending ?? false };
  }
  return orderSaid(draft, operation, created);
}

const LEAST =
  /^(min|from|since|after|start|gte|gt|greaterthan)|(min|from|since|after|gte|gt|start)$/;
const MOST = /^(max|to|until|before|end|lte|lt|lessthan)|(max|to|until|before|lte|lt|end)$/;

/** `card` asks for `credit_card`, where nothing else is called so. */
function onlyCalled({ members }: Draft, name: string): Member | undefined {
  const [only, ...others] = [...members.values()].filter(
    ({ name: own }) => wordsOf(own).length > 1 && wordsOf(own).at(-1) === plain(name),
  );
  return others.length === 0 ? only : undefined;
}

export function readFilter(
  draft: Draft,
  { name, schema, description }: Parameter,
  text: string,
): ContractFilter | null {
  const own = plain(name);
  const member =
    findMember(draft, name) ??
    (schema.type === 'array' ? findMember(draft, own.replace(/s$/, '')) : undefined) ??
    findMember(draft, `${name}s`) ??
    onlyCalled(draft, name);
  if (
    schema.type === 'array' &&
    /\b(all|each|every one) of\b/.test(text) &&
    member?.kind !== 'json'
  )
    return member === undefined ? null : allOf(draft, { name, member: member.name });
  if (member !== undefined && member.kind !== 'file' && member.kind !== 'password') {
    const several =
      schema.type === 'array' ||
      (/comma|one or more|multiple/.test(description) && schema.choices === null);
    if (several && member.kind !== 'json')
      return { parameter: name, member: member.name, match: 'one-of' };
    const contains =
      member.kind === 'json' ||
      (member.kind === 'text' &&
        schema.choices === null &&
        /contain|partial|\bparts? of\b|somewhere|substring|search|keyword|includ|like|match/.test(
          description,
        ) &&
        !/exact/.test(description));
    return { parameter: name, member: member.name, match: contains ? 'contains' : 'equals' };
  }
  const left = anyLeft(draft, { name, schema });
  if (left !== null) return left;
  const sized = beyond(draft, name, description);
  if (sized !== null) return sized;
  for (const [pattern, match] of [
    [LEAST, 'at-least'],
    [MOST, 'at-most'],
  ] as const) {
    if (!pattern.test(own)) continue;
    const stem = own.replace(pattern, '').replace(/^(date|time)$/, '');
    const bounded =
      stem === '' || /^(date|time|timestamp)$/.test(stem)
        ? timeMember(draft)
        : (findMember(draft, stem) ??
          findMember(draft, `${stem}at`) ??
          findMember(draft, `${stem}date`));
    if (bounded !== undefined && bounded.kind !== 'json')
      return { parameter: name, member: bounded.name, match: strictly(match, description) };
  }
  return (
    beginsWith(draft, name) ??
    onDay(draft, { name, schema, description }) ??
    within(draft, { name, description })
  );
}

/** `date`, `day`, `clicked_on`: the day of the moment that a record keeps. */
function onDay(
  draft: Draft,
  { name, schema, description }: Pick<Parameter, 'name' | 'schema' | 'description'>,
): ContractFilter | null {
  const stem = /^(.*?)(date|day|on)$/.exec(plain(name))?.[1];
  if (stem === undefined || schema.format !== 'date') return null;
  const moments = momentsOf(draft, stem);
  const said = wordsOf(description).map(singular);
  const named = moments.filter(({ name: own }) => said.includes(singular(wordsOf(own)[0] ?? own)));
  const [only, ...others] = named.length > 0 ? named : stem === '' ? moments.slice(0, 1) : moments;
  return only === undefined || others.length > 0
    ? null
    : { parameter: name, member: only.name, match: 'on-day' };
}

/** When a record was made, or the one moment that it keeps: the start of what has an end. */
function momentsOf(draft: Draft, stem: string): Member[] {
  const moments = [...draft.members.values()].filter(
    ({ made, name }) => made === 'created' || (stem !== '' && plain(name) === `${stem}at`),
  );
  const only = stem === '' && moments.length === 0 ? onlyTime(draft) : null;
  const member = only === null ? undefined : findMember(draft, only);
  return member === undefined ? moments : [member];
}

/** "Part of the title", "text that the message contains": a parameter whose description names the one member. */
function within(
  draft: Draft,
  { name, description }: Pick<Parameter, 'name' | 'description'>,
): ContractFilter | null {
  const asks = /\b(contain\w*|includ\w*|part of|substring|somewhere in|occurs? in|match\w*)\b/;
  if (!asks.test(description) && !/^(contains|includes|matching)$/.test(plain(name))) return null;
  // Of several members there is a search.
  if (SEARCH.test(plain(name)) && /,|\b(or|and)\b/.test(description)) return null;
  const words = wordsOf(description);
  const texts = [...draft.members.values()].filter(
    ({ kind, made, name: own }) =>
      kind === 'text' && made === undefined && words.includes(wordsOf(own).at(-1) ?? own),
  );
  const [only, ...others] = texts;
  return only === undefined || others.length > 0
    ? null
    : { parameter: name, member: only.name, match: 'contains' };
}

function timeMember(draft: Draft): Member | undefined {
  const all = [...draft.members.values()];
  return (
    all.find(({ made }) => made === 'created') ??
    findMember(draft, onlyTime(draft) ?? '') ??
    all.find(({ name }) => /date|time/i.test(name))
  );
}

function readSearch(
  draft: Draft,
  { name, schema, description }: Parameter,
  isShown: IsShown,
): Listing['search'] {
  if (!SEARCH.test(plain(name)) || (schema.type !== 'string' && schema.type !== null)) return null;
  const all = searchable(draft);
  const words = wordsOf(description).join(' ');
  const named = all.filter((member) => words.includes(wordsOf(member).join(' ')));
  const members = named.length > 0 ? named : all.filter(isShown);
  return members.length === 0 ? null : { parameter: name, members };
}

function searchable({ members, key }: Draft): string[] {
  return [...members.values()]
    .filter(
      ({ kind, made, name }) =>
        (kind === 'text' && made === undefined && name !== key?.member && !isPasswordName(name)) ||
        (kind === 'json' && made === undefined),
    )
    .map(({ name }) => name);
}
