import { randomBytes } from 'node:crypto';
import type { ApiContract, ContractOperation, Resource, Source } from '@quantumlayer/contracts';
import { flattenSchema, isObject, type Schema, toSchema } from '../domain/json-schema.ts';
import type { ApiDocument, Operation } from '../domain/openapi-document.ts';
import { SampleFile } from '../domain/sample-files.ts';
import type { ValueMaker } from '../domain/valid-value.ts';
import { filesInBody } from './files-in-body.ts';
import { orderedBody } from './ordered-body.ts';

/** A record that was made: what was sent for it and what came back, by the names of its members. */
export type MadeRow = Readonly<Record<string, unknown>>;

/** What a request takes its values from. */
export type Draw = { contract: ApiContract; document: ApiDocument; makeValue: ValueMaker };

export function findDocumented(
  { operations }: ApiDocument,
  { method, path }: ContractOperation,
): Operation | undefined {
  return operations.find((one) => one.method === method && one.path === path);
}

/** Valid values for a body; values that must be unique have not been used before. */
export function bodyOf(
  { contract, document, makeValue }: Draw,
  operation: ContractOperation,
  rows: ReadonlyMap<string, MadeRow>,
): unknown {
  const media = mediaOf(document, operation);
  if (media === null) return undefined;
  const schema = toSchema(toSchema(contentOf(document, operation)[media]).schema);
  const made = makeValue(schema, 'full');
  const value = filesInBody({ contract, document }, operation, { schema, media, value: made });
  if (!isObject(value) || value instanceof SampleFile) return value;
  const { properties } = flattenSchema(document.root, schema);
  const body = freshLogins(contract, operation, { value, properties, document });
  const ordered = orderedBody(contract, operation, body);
  return {
    ...withoutMadeUp(contract, operation, ordered),
    ...addressesIn(contract, operation, ordered),
    ...referencesIn(operation, rows),
  };
}

/** What an operation leads to is an address, also where the schema takes any text for one. */
function addressesIn(
  { operations }: ApiContract,
  { behaviour }: ContractOperation,
  body: Readonly<Record<string, unknown>>,
): Record<string, string> {
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return {};
  const leading = operations.flatMap(({ behaviour: other }) =>
    'answer' in other &&
    'resource' in other &&
    other.resource === behaviour.resource &&
    other.answer.body.as === 'redirect'
      ? [other.answer.body.member]
      : [],
  );
  return Object.fromEntries(
    behaviour.set.flatMap(({ member, source }) =>
      source.in === 'body' && leading.includes(member) && !URL.canParse(String(body[source.name]))
        ? [[source.name, 'https://example.com/']]
        : [],
    ),
  );
}

/** Headers that the document asks for, and those that open a record. */
export function headersOf(
  { document, makeValue }: Draw,
  operation: ContractOperation,
  rows: ReadonlyMap<string, MadeRow>,
): Record<string, string> {
  const isTagged = 'ifMatch' in operation.behaviour && operation.behaviour.ifMatch !== null;
  return {
    ...requiredHeaders(findDocumented(document, operation), makeValue),
    ...(isTagged && { 'if-match': '*' }),
    ...opening(operation, rows),
  };
}

/** Resources of the records that an operation names, those above first. */
export function neededBy({ behaviour }: ContractOperation): string[] {
  if (!('parents' in behaviour)) return [];
  const above = behaviour.parents.map(({ resource }) => resource);
  const isAbout =
    !['create', 'list'].includes(behaviour.kind) &&
    !(behaviour.kind === 'change' && behaviour.makes);
  const isNamed = behaviour.where.some(({ source }) =>
    ['path', 'query', 'body'].includes(source.in),
  );
  // `DELETE /recipes/{id}/favorite` takes back the favourite of whoever asks.
  const isOwn =
    behaviour.kind === 'remove' && behaviour.where.some(({ source }) => source.in === 'account');
  return isAbout && (isNamed || isOwn) ? [...new Set([...above, behaviour.resource])] : above;
}

/** The secret of the row that an operation asks for. */
function opening(
  { behaviour }: ContractOperation,
  rows: ReadonlyMap<string, MadeRow>,
): Record<string, string> {
  for (const { resource, member, source } of secretsOf(behaviour)) {
    const secret = rows.get(resource)?.[member];
    if (source.in === 'header' && typeof secret === 'string')
      return { [source.name.toLowerCase()]: secret };
  }
  return {};
}

/** The secrets that an operation asks for: of its record, and of those around it. */
function secretsOf(behaviour: ContractOperation['behaviour']): Named[] {
  const own =
    'opens' in behaviour && behaviour.opens != null && behaviour.kind !== 'create'
      ? [{ ...behaviour.opens, resource: behaviour.resource }]
      : [];
  const around = 'parents' in behaviour ? behaviour.parents : [];
  const above = around.flatMap(({ resource, opens }) =>
    opens === undefined ? [] : [{ ...opens, resource }],
  );
  return [...own, ...above];
}

/** Of a name with this many characters there is room for a tag. */
const LONG = 14;

type Named = { resource: string; member: string; source: Source };

function namedBy({ behaviour }: ContractOperation): Named[] {
  if (!('parents' in behaviour)) return [];
  const above = behaviour.parents.flatMap(({ resource, where }) =>
    where.map((one) => ({ ...one, resource })),
  );
  const own = behaviour.where.map((one) => ({ ...one, resource: behaviour.resource }));
  return [...above, ...own, ...secretsOf(behaviour)];
}

export function pathOf(
  operation: ContractOperation,
  rows: ReadonlyMap<string, MadeRow>,
  documented: Operation | undefined,
  makeValue: ValueMaker,
): string {
  const named = namedBy(operation);
  return operation.path.replaceAll(/\{([^}]*)\}/g, (_found, name: string) => {
    const from = named.find(({ source }) => source.in === 'path' && source.name === name);
    const value = from === undefined ? undefined : rows.get(from.resource)?.[from.member];
    const schema =
      documented?.parameters.find((one) => one.place === 'path' && one.name === name)?.schema ?? {};
    return encodeURIComponent(String(value ?? makeValue(schema, 'full')));
  });
}

function referencesIn(
  operation: ContractOperation,
  rows: ReadonlyMap<string, MadeRow>,
): Record<string, unknown> {
  const found = namedBy(operation).flatMap(({ source, resource, member }) => {
    const value = rows.get(resource)?.[member];
    return source.in === 'body' && value !== undefined ? [[source.name, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A made-up row above is none; a key that clients may leave out may be one that the server has given already. */
function withoutMadeUp(
  { resources }: ApiContract,
  { behaviour }: ContractOperation,
  body: Record<string, unknown>,
): Record<string, unknown> {
  if (!('set' in behaviour)) return body;
  const resource = resources.find(({ name }) => name === behaviour.resource);
  const isFree = resource?.key.made === 'either' && behaviour.kind === 'create';
  const unwanted = [resource?.tree ?? null, isFree ? resource.key.member : null];
  const left = behaviour.set.flatMap(({ member, source }) =>
    source.in === 'body' && unwanted.includes(member) ? [source.name] : [],
  );
  return Object.fromEntries(Object.entries(body).filter(([name]) => !left.includes(name)));
}

export function requiredQuery(operation: Operation | undefined, makeValue: ValueMaker): string {
  const pairs = (operation?.parameters ?? []).filter(
    ({ place, required }) => place === 'query' && required,
  );
  return new URLSearchParams(
    pairs.map(({ name, schema }): [string, string] => [name, String(makeValue(schema, 'full'))]),
  ).toString();
}

function requiredHeaders(
  operation: Operation | undefined,
  makeValue: ValueMaker,
): Record<string, string> {
  const wanted = (operation?.parameters ?? []).filter(
    ({ place, required, name }) => place === 'header' && required && !/^authorization$/i.test(name),
  );
  return Object.fromEntries(
    wanted.map(({ name, schema }) => [name.toLowerCase(), String(makeValue(schema, 'full'))]),
  );
}

function contentOf({ root }: ApiDocument, { path, method }: ContractOperation): Schema {
  const raw = toSchema(toSchema(toSchema(toSchema(root.paths)[path])[method]).requestBody);
  const name = typeof raw.$ref === 'string' ? (raw.$ref.split('/').at(-1) ?? '') : null;
  const body =
    name === null ? raw : toSchema(toSchema(toSchema(root.components).requestBodies)[name]);
  return toSchema(body.content);
}

export function mediaOf(document: ApiDocument, operation: ContractOperation): string | null {
  const types = Object.keys(contentOf(document, operation));
  return (
    types.find((type) => /json/.test(type)) ??
    types.find((type) => /multipart/.test(type)) ??
    types[0] ??
    null
  );
}

type Drawn = {
  value: Record<string, unknown>;
  properties: Readonly<Record<string, Schema>>;
  document: ApiDocument;
};

/** Names by which people sign in, and whatever must be unique, are drawn anew; what has a form of its own was so already. */
function freshLogins(
  { resources }: ApiContract,
  { behaviour }: ContractOperation,
  { value: body, properties, document }: Drawn,
): Record<string, unknown> {
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return body;
  const resource = resources.find(({ name }) => name === behaviour.resource);
  const isUnique = (member: string) => isUniqueIn(resource, member);
  const fresh = behaviour.set.flatMap(({ member, source }) => {
    if (source.in !== 'body' || !isUnique(member) || typeof body[source.name] !== 'string')
      return [];
    const value = String(body[source.name]);
    const tag = randomBytes(5).toString('hex');
    const { pattern, maxLength } = flattenSchema(document.root, properties[source.name] ?? {});
    if (pattern !== null || (maxLength ?? LONG) < LONG) return [];
    return /@/.test(value)
      ? [[source.name, `${tag}@example.com`]]
      : /^[\w -]+$/.test(value) && value.length < 30
        ? [[source.name, `${value.slice(0, 4).trim()}${tag}`]]
        : [];
  });
  return { ...body, ...Object.fromEntries(fresh) };
}

function isUniqueIn(resource: Resource | undefined, member: string): boolean {
  if (resource === undefined) return false;
  const isKey = resource.key.member === member;
  return (
    isKey ||
    resource.members.some(({ name, unique }) => name === member && unique === true) ||
    resource.uniqueTogether.some((group) => group.includes(member))
  );
}
