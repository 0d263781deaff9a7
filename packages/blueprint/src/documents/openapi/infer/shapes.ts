import type { ContractAnswer, Figure, Shape } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { isJson, type Operation, type Response, successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { csvAnswer, isCsv } from './csv.ts';
import { type Draft, findMember, type Inference, knownBy } from './draft.ts';
import { isJsonValue } from './members.ts';
import { isKeyName, isMessageName, isSuccessName, isTokenName } from './names.ts';
import { isCalled } from './other-names.ts';
import { isLinkText, isLinkValue, pageLink } from './page-links.ts';
import { type FoundRow, findRow } from './row-schema.ts';
import { figureOf } from './shown-figures.ts';
import { isGivenOtherwise, sourceOf, type Views } from './views.ts';

export type AnswerWish = {
  inference: Inference;
  views: Views;
  operation: Operation;
  draft: Draft | null;
  /** What is at hand beside the record: a token after signing in, totals of lists. */
  figures: readonly Figure[];
  /** The answer holds a list of records. */
  many: boolean;
  /** Statuses that fit better than the least. */
  prefer?: number;
};

/** An answer, or the required members for which nothing is at hand. */
export type AnswerFound = { answer: ContractAnswer } | { missing: string[] };

/** The documented answer when all goes well, made from what is at hand. */
export function buildAnswer(wish: AnswerWish): AnswerFound {
  const { operation, draft, many } = wish;
  const preferred = operation.responses.find(({ status }) => status === String(wish.prefer));
  const success =
    preferred && wish.prefer !== undefined
      ? { status: wish.prefer, response: preferred }
      : successOf(operation);
  if (success === null) return { answer: { status: 200, media: null, body: { as: 'nothing' } } };
  const { status, response } = success;
  const common = { status, ...headersOf(wish, response) };
  const json = response.contents.find(
    ({ media, schema }) => isJson(media) && schema.format !== 'binary',
  );
  if (json !== undefined && isDescribed(json.schema)) {
    const made = buildShape(wish, json.schema, response);
    if ('missing' in made) return made;
    const media = json.media === '*/*' ? 'application/json' : json.media;
    return { answer: { ...common, media, body: { as: 'json', shape: made.shape } } };
  }
  const html = response.contents.find(({ media }) => /^text\/html/.test(media));
  if (html !== undefined && draft !== null) {
    const body = {
      as: 'page',
      title: (operation.summary || response.description).slice(0, 100),
      shows: many ? ('rows' as const) : ('row' as const),
      ...(many && linksOf(draft, operation)),
    } as const;
    return { answer: { ...common, media: 'text/html', body } };
  }
  if (json !== undefined && draft !== null && draft.key !== null)
    return {
      answer: {
        ...common,
        media: 'application/json',
        body: { as: 'json', shape: wholeRow(wish, draft) },
      },
    };
  return otherAnswer(wish, response, common);
}

/** Where the rows of a list have an address below it, they are linked to it. */
function linksOf(
  { subjects, key }: Draft,
  { path, segments }: Operation,
): { links?: { below: string; by: string; after?: string } } {
  const ends = subjects.flatMap(({ operation, own }) => {
    const start = `${path}/{${own}}`;
    if (own === null || operation.method !== 'get' || !operation.path.startsWith(start)) return [];
    const after = operation.path.slice(start.length);
    const isPage = /^text\/html/.test(successOf(operation)?.response.contents[0]?.media ?? '');
    return after === '' || (isPage && /^\/[\w.-]+$/.test(after)) ? [{ after, isPage }] : [];
  });
  const end = ends.find(({ isPage }) => isPage) ?? ends[0];
  const below = segments.at(-1) ?? '';
  if (end === undefined || key === null || !/^[\w.-]+$/.test(below)) return {};
  return { links: { below, by: key.member, ...(end.after !== '' && { after: end.after }) } };
}

function isDescribed({ type, properties, open, varied, choices }: Flat): boolean {
  return (
    properties.size > 0 ||
    type === 'array' ||
    (type !== null && type !== 'object') ||
    varied ||
    (choices !== null && choices.length > 0) ||
    (open && type !== null)
  );
}

/** Nothing is said of the answer but that it is JSON. */
function wholeRow({ inference, views, many }: AnswerWish, draft: Draft): Shape {
  const names = [...draft.members.values()].filter(
    ({ kind }) => kind !== 'file' && kind !== 'password',
  );
  const { view } = views.of(inference, draft, {
    ...flatten(inference.root, { type: 'object' }),
    properties: new Map(
      names.map(({ name, nullable }) => [name, nullable ? { type: ['null'] } : {}]),
    ),
  });
  return many ? { is: 'rows', view } : { is: 'row', view };
}

function otherAnswer(
  { inference, draft, operation, many, figures }: AnswerWish,
  response: Response,
  common: Pick<ContractAnswer, 'status'>,
): AnswerFound {
  const [content] = response.contents;
  const isRedirect = common.status >= 300 && common.status < 400;
  if (isRedirect) {
    const to = [...(draft?.members.values() ?? [])].find(({ name }) =>
      /url|link|target|location|destination/i.test(name),
    );
    return to === undefined
      ? { missing: ['Location'] }
      : { answer: { ...common, media: null, body: { as: 'redirect', member: to.name } } };
  }
  if (content === undefined) return { answer: { ...common, media: null, body: { as: 'nothing' } } };
  const file = [...(draft?.members.values() ?? [])].find(({ kind }) => kind === 'file');
  const isReading = operation.method === 'get' || operation.method === 'head';
  if (file !== undefined && !many && isReading) {
    const isAttached = /\battach(ment|ed)\b/i.test(`${operation.text} ${response.description}`);
    const attached = isAttached ? ({ attached: true } as const) : {}; // a literal
    const body = { as: 'file', member: file.name, ...attached } as const;
    return { answer: { ...common, media: content.media, body } };
  }
  const values =
    isCsv(content.media) && many && draft !== null ? csvAnswer(inference, draft, operation) : null;
  if (values !== null) return { answer: { ...common, media: 'text/csv', body: values } };
  if (!/^text\/plain/.test(content.media)) return { missing: [content.media] };
  const said = `${operation.text} ${response.description}`;
  const lines = many && draft !== null ? linesOf(draft, said) : null;
  if (lines !== null)
    return { answer: { ...common, media: 'text/plain', body: { as: 'lines', of: lines } } };
  const isNumber = content.schema.type === 'integer' || content.schema.type === 'number';
  const counted = figures.find((figure) => figure === 'total' || figure === 'count');
  if (isNumber && counted !== undefined) {
    const of = figures.includes('total') ? 'total' : counted;
    return textAnswer(common, { is: 'figure', of });
  }
  if (isNumber) return { missing: ['a number'] };
  const text =
    isReading || RESULTING.test(response.description)
      ? [...(draft?.members.values() ?? [])].find(
          ({ kind, made, name }) =>
            kind === 'text' && made === undefined && name !== draft?.key?.member,
        )
      : undefined;
  if (isReading && text === undefined) return { missing: [content.media] };
  const isOfKey = /\b(id|identifier|key|code|number)\b/i.test(response.description);
  if (!isReading && isOfKey && draft?.key != null)
    return textAnswer(common, { is: 'member', name: draft.key.member });
  const shape: Shape =
    text !== undefined
      ? { is: 'member', name: text.name }
      : { is: 'constant', value: response.description || operation.summary || 'OK' };
  return textAnswer(common, shape);
}

/** "The whole value": what a change leaves. */
const RESULTING =
  /\b(whole|full|entire|resulting|updated|current) (value|text|content|note|document)\b/i;

/** "The urls of all bookmarks, one per line": the one member that the words name. */
function linesOf({ members }: Draft, text: string): string | null {
  if (!/\blines?\b/i.test(text)) return null;
  const words = wordsOf(text).map(singular);
  const isSaid = (name: string) => words.includes(singular(wordsOf(name).at(-1) ?? name));
  const [only, ...others] = [...members.values()].filter(
    ({ name, kind, made }) => kind === 'text' && made === undefined && isSaid(name),
  );
  return only !== undefined && others.length === 0 ? only.name : null;
}

function textAnswer(common: Pick<ContractAnswer, 'status'>, shape: Shape): AnswerFound {
  return { answer: { ...common, media: 'text/plain', body: { as: 'text', shape } } };
}

function headersOf(
  { figures }: AnswerWish,
  { headers }: Response,
): Pick<ContractAnswer, 'headers'> {
  const found = headers.flatMap(({ name, description }) => {
    const link = pageLink(plain(name), isLinkText(description));
    const of =
      link !== null && figures.includes(link)
        ? link
        : figureOf(plain(name).replace(/^x/, ''), figures);
    return of === null ? [] : [{ name, of }];
  });
  return found.length === 0 ? {} : { headers: found };
}

/** The shape of a JSON answer by its schema. */
function buildShape(
  wish: AnswerWish,
  schema: Flat,
  response: Response,
): { shape: Shape } | { missing: string[] } {
  const { inference, draft, many } = wish;
  const row = draft === null ? null : findRow(inference.root, schema, draft.words, !many);
  return shapeAt({ ...wish, row, response }, schema, []);
}

type Building = AnswerWish & { row: FoundRow | null; response: Response };
type Built = { shape: Shape } | { missing: string[] };

function shapeAt(building: Building, schema: Flat, path: readonly string[]): Built {
  const { row, draft, inference, views, many } = building;
  const isRow = row !== null && draft !== null && row.path.join('.') === path.join('.');
  if (isRow && schema.type === 'array') {
    if (row.schema.properties.size === 0) return listOfScalars(building, draft, row.schema);
    const { view, missing } = views.of(inference, draft, row.schema);
    return missing.length > 0 ? { missing } : { shape: { is: 'rows', view } };
  }
  if (isRow && !many && row.path.length === path.length && schema.properties.size > 0) {
    const { missing } = views.of(inference, draft, schema);
    const names = [...schema.properties.keys()];
    const known = names.filter((name) => sourceOf(draft, name) !== null).length;
    if (missing.length === 0 && known > 0 && !names.some((name) => isExtra(building, draft, name)))
      return { shape: { is: 'row', view: views.of(inference, draft, schema).view } };
  }
  if (schema.properties.size > 0) return objectAt(building, schema, path);
  return scalarAt(building, schema);
}

/** Beside members of the record there is a word about what happened, or a token. */
function isExtra({ figures }: Building, draft: Draft, name: string): boolean {
  if (sourceOf(draft, name) !== null) return false;
  return isMessageName(name) || isSuccessName(name) || figureOf(plain(name), figures) !== null;
}

function listOfScalars(
  { many, operation, response, row }: Building,
  draft: Draft,
  item: Flat,
): Built {
  const all = [...draft.members.values()].filter(
    ({ kind }) => kind !== 'file' && kind !== 'password',
  );
  const free = all.filter(({ made }) => made === undefined);
  const isNamed = free.some(
    ({ name, refers }) => refers === undefined && name !== draft.key?.member,
  );
  // Members of a room are listed by whose each is.
  const members = isNamed ? free : all.filter(({ made }) => made === undefined || made === 'owner');
  const around = [...draft.parents.values()];
  const { member: known, isGiven } = knownBy(draft);
  const given = members.filter(
    ({ name }) => name !== known && name !== draft.key?.member && !around.includes(name),
  );
  const said = `${operation.text} ${response.description.toLowerCase()} ${operation.path}`;
  const named = given.filter(({ name }) => said.includes(wordsOf(name).at(-1) ?? name));
  const saysKeys = /\b(ids|identifiers|keys)\b/.test(`${said} ${row?.path.join(' ')}`);
  const key = saysKeys || isGiven ? members.find(({ name }) => name === known) : undefined;
  const asked = singular(wordsOf(operation.segments.at(-1) ?? '').join(''));
  const called = given.filter(({ name }) => isCalled(name, asked));
  const [likely, ...others] = called.length > 0 ? called : named;
  const only =
    saysKeys && isGiven
      ? key
      : given.length === 1
        ? given[0]
        : (key ?? (others.length === 0 ? likely : undefined));
  const fits =
    only !== undefined &&
    many &&
    (item.type === null || item.type === 'string' || only.kind === item.type);
  return fits ? { shape: { is: 'list', of: only.name } } : { missing: ['items'] };
}

function scalarAt({ response, draft, figures }: Building, schema: Flat): Built {
  const constant = schema.choices?.length === 1 ? schema.choices[0] : undefined;
  if (isJsonValue(constant) && constant !== undefined)
    return { shape: { is: 'constant', value: constant } };
  if ((schema.type === 'integer' || schema.type === 'number') && figures.includes('count'))
    return { shape: { is: 'figure', of: figures.includes('total') ? 'total' : 'count' } };
  if (schema.type === 'string' && figures.includes('token'))
    return { shape: { is: 'figure', of: 'token' } };
  if (schema.type === 'boolean') return { shape: { is: 'constant', value: true } };
  if (schema.type === 'string' && draft === null)
    return { shape: { is: 'constant', value: response.description } };
  if (schema.type === 'object' && schema.open) return { missing: ['an object of any members'] };
  if (draft?.key && schema.type === draft.key.kind.replace('text', 'string'))
    return { shape: { is: 'member', name: draft.key.member } };
  return { missing: [schema.type ?? 'a value'] };
}

function objectAt(building: Building, schema: Flat, path: readonly string[]): Built {
  const missing: string[] = [];
  const properties = [...schema.properties].flatMap(([name, raw]) => {
    const flat = flatten(building.inference.root, raw);
    const made = propertyAt(building, {
      name,
      flat,
      path,
      siblings: [...schema.properties.keys()],
    });
    if (made !== null && !('missing' in made)) return [{ name, value: made.shape }];
    if (flat.nullable) return [{ name, value: { is: 'constant', value: null } as const }];
    if (schema.required.has(name) || isOnPath(building, [...path, name]))
      missing.push(...(made?.missing ?? [name]));
    return [];
  });
  if (properties.length === 0 && missing.length === 0 && schema.properties.size > 0)
    missing.push(...schema.properties.keys());
  return missing.length > 0 ? { missing } : { shape: { is: 'object', properties } };
}

function isOnPath({ row }: Building, path: readonly string[]): boolean {
  return row !== null && row.path.length > 0 && path.every((step, at) => row.path[at] === step);
}

type Property = { name: string; flat: Flat; path: readonly string[]; siblings: readonly string[] };

function propertyAt(building: Building, { name, flat, path, siblings }: Property): Built | null {
  const { draft, figures, response, operation, many, inference } = building;
  const inner = [...path, name];
  if (isOnPath(building, inner)) return shapeAt(building, flat, inner);
  const own = plain(name);
  const link = pageLink(own, isLinkValue(flat));
  const figure =
    link !== null && figures.includes(link)
      ? link
      : flat.type === 'boolean'
        ? null
        : figureOf(own, figures, siblings.map(plain));
  const isOther = draft !== null && isGivenOtherwise(inference, draft, { name, shown: flat });
  if (isOther) return { missing: [name] };
  const from = draft === null || many ? null : plainSource(draft, name);
  if (figure !== null && (from === null || isTokenName(name)))
    return { shape: { is: 'figure', of: figure } };
  if (from !== null) return { shape: { is: 'member', name: from } };
  const [constant, ...others] = flat.choices ?? [];
  if (
    isJsonValue(constant) &&
    constant !== undefined &&
    (others.length === 0 || /^(status|result|type|tokentype)$/.test(own))
  )
    return { shape: { is: 'constant', value: constant } };
  if (own === 'tokentype' || own === 'type')
    return { shape: { is: 'constant', value: figures.includes('token') ? 'Bearer' : 'ok' } };
  if (own === 'status' || own === 'code' || own === 'statuscode')
    return {
      shape: {
        is: 'constant',
        value:
          flat.type !== 'string'
            ? (successOf(operation)?.status ?? 200)
            : operation.method === 'get'
              ? 'ok'
              : 'success',
      },
    };
  if (flat.type === 'boolean' && isSuccessName(name))
    return { shape: { is: 'constant', value: true } };
  if (flat.type === 'string' && isMessageName(name))
    return {
      shape: {
        is: 'constant',
        value: (response.description || operation.summary || 'OK').slice(0, 200),
      },
    };
  const account = inference.accounts;
  if (flat.type === 'object' && flat.properties.size > 0)
    return shapeAt({ ...building, row: null }, flat, inner);
  if (account !== null && figures.includes('token') && isKeyName(name, account.draft.words))
    return { shape: { is: 'account', name: account.draft.key?.member ?? 'id' } };
  return null;
}

/** A version that is shown as text has to stand in a row. */
function plainSource(draft: Draft, name: string): string | null {
  const member = findMember(draft, name);
  return member?.made === 'version' && member.kind === 'text' ? null : sourceOf(draft, name);
}
