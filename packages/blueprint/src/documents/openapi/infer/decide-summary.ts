import type { Behaviour, Summary, SummaryFigure } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { type Operation, successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { scopeOf } from './access.ts';
import { stateCalled } from './choices.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { placeIn } from './find-one.ts';
import { keepsRows } from './kept-rows.ts';
import { readListing } from './lists.ts';
import { answerSchema } from './row-schema.ts';
import { summaryFigures } from './summary-figures.ts';
import { summaryOrder } from './summary-order.ts';

type SummaryOf = Extract<Behaviour, { kind: 'summary' }>;
const MAKES: readonly string[] = ['create', 'replace', 'update'];
type Asked = { item: Flat; many: boolean; within: string | null };

/** `GET /expenses/summary`, `/films/{id}/summary`, `/films/top`: figures of rows, of all or of each group; null where one is of something else. */
export function decideSummary(deciding: Deciding): SummaryOf | null {
  const { inference, facts } = deciding;
  const { operation, own } = facts.subject;
  const schema = answerSchema(operation);
  if (operation.method !== 'get' || own !== null || schema === null) return null;
  const asked = askedIn(inference, schema);
  if (asked === null) return null;
  const found = candidates(deciding, operation).map((draft) => summaryOf(deciding, draft, asked));
  return found.find((one) => one !== null) ?? null;
}

/** A summary that has more to tell than how many rows there are. */
export function workedOut(found: SummaryOf | null): SummaryOf | null {
  const isMore = found?.summary.figures.some(({ take }) => take !== 'count' && take !== 'given');
  return isMore ? found : null;
}

/** One object, or a list of objects that may stand in an object. */
function askedIn({ root }: Inference, schema: Flat): Asked | null {
  const itemsOf = (flat: Flat) => (flat.type === 'array' ? flatten(root, flat.items ?? {}) : null);
  const item = itemsOf(schema);
  if (item !== null) return item.properties.size > 0 ? { item, many: true, within: null } : null;
  const [only, ...others] = [...schema.properties];
  const inner = only === undefined ? null : itemsOf(flatten(root, only[1]));
  if (only !== undefined && others.length === 0 && inner !== null)
    return inner.properties.size > 0 ? { item: inner, many: true, within: only[0] } : null;
  return schema.properties.size > 0 ? { item: schema, many: false, within: null } : null;
}

/** Kinds of record that may be meant: those that the path names first, then those that the words name. */
function candidates({ inference, all }: Deciding, operation: Operation): Draft[] {
  const { drafts, accounts } = inference;
  const isKept = ({ noun, recordedBy }: Draft) =>
    recordedBy !== null ||
    all.some(({ facts: { subject, intent } }) => subject.noun === noun && MAKES.includes(intent));
  const said = wordsOf(`${operation.text} ${successOf(operation)?.response.description ?? ''}`).map(
    singular,
  );
  const path = operation.segments.flatMap(wordsOf).map(singular);
  const rank = (draft: Draft) => {
    const noun = draft.words.at(-1) ?? draft.noun;
    const isScoped = [...draft.scopes].some((scope) => operation.path.includes(`{${scope}}`));
    return path.includes(noun) ? 0 : isScoped ? 1 : said.includes(noun) ? 2 : 3;
  };
  return [...drafts.values()]
    .filter(
      (draft) =>
        draft.key !== null &&
        draft !== accounts?.draft &&
        isKept(draft) &&
        keepsRows(inference, draft),
    )
    .toSorted((one, other) => rank(one) - rank(other));
}

function summaryOf(deciding: Deciding, draft: Draft, asked: Asked): SummaryOf | null {
  const { inference, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const status = successOf(operation)?.status;
  const place = placeIn(deciding, draft);
  if (place === null || status === undefined) return null;
  const parts = partsOf(deciding, draft, asked);
  if (parts === null) return null;
  const { filters, paging, unknown, search } = readListing(inference, draft, facts);
  const bounds = boundsOf(operation, parts.figures);
  const left = operation.parameters.filter(
    ({ in: at, name }) =>
      at === 'query' &&
      name !== paging?.size &&
      !filters.some(({ parameter }) => parameter === name) &&
      !bounds.some(({ parameter }) => parameter === name),
  );
  if (unknown.length > 0 || search !== null || left.length > 0) return null;
  const text = `${operation.text} ${(successOf(operation)?.response.description ?? '').toLowerCase()}`;
  return {
    kind: 'summary',
    resource: resourceName(draft),
    ...place,
    scope: scopeOf(draft, facts, access, all),
    ...{ status, filters, many: asked.many, within: asked.within },
    states: statesSaid(inference, draft, text),
    summary: {
      ...parts,
      atLeast: bounds,
      order: asked.many ? summaryOrder(text, parts, [...draft.words, draft.noun]) : [],
      limit:
        paging === null || !asked.many
          ? null
          : { parameter: paging.size, initial: paging.initial, most: paging.most },
    },
  };
}

/** What each member of the answer is: what rows are put together by, a figure, or what the path said. */
function partsOf(
  { inference, facts }: Deciding,
  draft: Draft,
  { item, many }: Asked,
): Pick<Summary, 'by' | 'figures'> | null {
  const { operation } = facts.subject;
  const by: Summary['by'] = [];
  const figures: SummaryFigure[] = [];
  const siblings = [...item.properties.keys()];
  for (const [name, raw] of item.properties) {
    const schema = flatten(inference.root, raw);
    const given = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    if (given !== undefined) {
      figures.push({ name, take: 'given', source: { in: 'path', name } });
      continue;
    }
    const group = many ? groupOf(draft, name, schema) : null;
    const found =
      group === null
        ? summaryFigures(inference, draft, { name, schema, siblings, said: operation.text })
        : null;
    if (group !== null) by.push(group);
    else if (found !== null) figures.push(...found);
    else if (item.required.has(name)) return null;
  }
  const isOfRows = figures.some(({ take }) => take !== 'given');
  return isOfRows && by.length > 0 === many ? { by: by.slice(0, 3), figures } : null;
}

/** `category` of an expense, `month` of the moment that it has. */
function groupOf(draft: Draft, name: string, schema: Flat): Summary['by'][number] | null {
  const member = findMember(draft, name) ?? findMember(draft, singular(plain(name)));
  if (
    member !== undefined &&
    ['text', 'integer'].includes(member.kind) &&
    member.made !== 'version'
  ) {
    const isKind = schema.type === null || (schema.type === 'string') === (member.kind === 'text');
    const isWhole =
      member.kind === 'text' || member.refers !== undefined || draft.scopes.has(member.name);
    return isKind && isWhole ? { name, member: member.name } : null;
  }
  const [, part] =
    /^(?:year)?(day|month|year)$/.exec(plain(name)) ?? /^(?:cal)?(date)$/.exec(plain(name)) ?? [];
  if (part === undefined || schema.type !== 'string') return null;
  const dates = [...draft.members.values()].filter(
    ({ name: own, kind, made }) =>
      kind === 'text' &&
      (made === 'created' || /^(date|day|when|time)$|(_|O|A)(on|n|at|t)$|date$/i.test(own)),
  );
  const given = dates.filter(({ made }) => made === undefined);
  const [only, ...others] = given.length > 0 ? given : dates;
  if (only === undefined || others.length > 0) return null;
  return {
    name,
    member: only.name,
    part: part === 'month' ? 'month' : part === 'year' ? 'year' : 'day',
  };
}

/** `minCount`: only groups with so many rows. */
function boundsOf(
  { parameters }: Operation,
  figures: readonly SummaryFigure[],
): Summary['atLeast'] {
  return parameters.flatMap(({ in: at, name }) => {
    const [, stem] = /^(?:min|minimum|atleast)(.+)$/.exec(plain(name)) ?? [];
    const figure = figures.find(
      (one) =>
        one.within === undefined &&
        (plain(one.name) === stem ||
          (one.take === 'count' &&
            one.when === undefined &&
            /^(number|count|votes|ratings|reviews)$/.test(stem ?? ''))),
    );
    return at === 'query' && figure !== undefined ? [{ figure: figure.name, parameter: name }] : [];
  });
}

/** "Sums over issued and paid invoices": rows in these states and no others. */
function statesSaid(inference: Inference, draft: Draft, text: string): SummaryOf['states'] {
  const noun = draft.words.at(-1) ?? draft.noun;
  const [, said = ''] =
    new RegExp(
      `\\b(?:over|of|all|the)((?: (?:[a-z]+,|[a-z]+ (?:and|or)))* [a-z]+) ${noun}s\\b`,
    ).exec(text) ?? [];
  const words = wordsOf(said).filter(
    (word) => !/^(and|or|all|the|my|your|own|over|of|these)$/.test(word),
  );
  const states = words.map((word) => stateCalled(inference, draft, word));
  const known = states.filter((state) => state !== null);
  return known.length === words.length && new Set(known.map(({ member }) => member)).size === 1
    ? known
    : [];
}
