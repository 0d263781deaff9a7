import { randomBytes } from 'node:crypto';
import type {
  ApiContract,
  ContractOperation,
  Resource,
  Shape,
  Source,
} from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { isObject, type Schema, toSchema } from '../domain/json-schema.ts';
import { type ApiDocument, type Operation, readApiDocument } from '../domain/openapi-document.ts';
import { parseJson } from '../domain/parse-json.ts';
import { createValueMaker, type SamplePattern, type ValueMaker } from '../domain/valid-value.ts';
import type { AppClient } from '../ports.ts';
import type { Credentials } from '../sign-in-people.ts';
import { encodeBody } from './encode-body.ts';

/** Somebody with credentials: what they send along, and what they registered with. */
export type Person = {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly token: string;
};

/** A record that was made: what was sent for it and what came back, by the names of its members. */
export type MadeRow = Readonly<Record<string, unknown>>;

export type Sent = { operation: ContractOperation; request: AppRequest; response: AppResponse };

type Dependencies = {
  client: AppClient;
  contract: ApiContract;
  samplePattern: SamplePattern;
  /** The administrator that the app was started with; its password is the key of the configuration as well. */
  admin: Credentials;
};

export type ContractWorld = ReturnType<typeof createContractWorld>;

/** Makes what requests to an app with a document of its own need: people, records, bodies. */
export function createContractWorld({ client, contract, samplePattern, admin }: Dependencies) {
  const document: ApiDocument = readApiDocument(contract.document);
  const makeValue: ValueMaker = createValueMaker(document.root, samplePattern);
  const documented = (operation: ContractOperation) => findDocumented(document, operation);

  const known = new Map<string, Promise<Person | null>>();

  /** Somebody who is signed in, the same each time: every account costs the app two hashes. */
  function person(role: string | null = null): Promise<Person | null> {
    const found = known.get(role ?? '') ?? newPerson(role);
    known.set(role ?? '', found);
    return found;
  }

  async function newPerson(role: string | null = null): Promise<Person | null> {
    if (contract.accounts === null) return null;
    const given = role === null ? await register() : adminOf(contract, admin);
    return given === null ? null : signIn(given);
  }

  /** Who sends an operation: somebody new where it ends their session or account. */
  function personFor({ behaviour }: ContractOperation): Promise<Person | null> {
    const ends =
      behaviour.kind === 'logout' ||
      (behaviour.kind === 'remove' && behaviour.resource === contract.accounts?.resource);
    return ends ? newPerson() : person();
  }

  async function register(): Promise<Record<string, unknown> | null> {
    const operation = contract.operations.find(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour.registers,
    );
    if (operation === undefined) return null;
    const body = bodyOf(operation, new Map());
    const { response } = await send(operation, { body });
    if (response.status >= 400)
      throw new Error(
        `Registering was answered with ${response.status}: ${response.body.slice(0, 200)}`,
      );
    return isObject(body) ? body : null;
  }

  async function signIn(given: Record<string, unknown>): Promise<Person> {
    const [carrier] = contract.carriers.session;
    if (carrier?.kind === 'basic') return { ...basic(contract, given), given };
    const login = contract.operations.find(({ behaviour }) => behaviour.kind === 'login');
    if (login?.behaviour.kind !== 'login')
      throw new Error('Nobody can sign in: no operation does it.');
    const { response } = await send(login, signingIn(contract, login, given));
    const token = tokenIn(response);
    if (response.status >= 400 || token === null)
      throw new Error(
        `Signing in was answered with ${response.status}: ${response.body.slice(0, 200)}`,
      );
    return { ...carried(carrier, token), token, given };
  }

  /** Valid values for a body; values that must be unique have not been used before. */
  function bodyOf(operation: ContractOperation, rows: ReadonlyMap<string, MadeRow>): unknown {
    const schema = bodySchema(document, operation);
    if (schema === null) return undefined;
    const value = makeValue(schema, 'full');
    if (!isObject(value)) return value;
    const body = freshLogins(contract, operation, value);
    return { ...withoutTree(contract, operation, body), ...referencesIn(operation, rows) };
  }

  /** A record of a resource with those above it, made by whoever may. */
  async function row(
    name: string,
    owner: Person | null,
    above: ReadonlyMap<string, MadeRow> = new Map(),
  ): Promise<MadeRow | null> {
    if (name === contract.accounts?.resource) return (owner ?? (await person()))?.given ?? null;
    const operation = makerOf(contract, name);
    if (operation === undefined) return null;
    const rows = await rowsFor(operation, owner, above);
    if (rows === null) return null;
    const body = bodyOf(operation, rows);
    const { response } = await send(operation, { body, rows, owner });
    if (response.status >= 400) return null;
    return madeRow(contract, operation, { body, answer: parseJson(response.body) });
  }

  /** The records that the path of an operation names; null where one cannot be made. */
  async function rowsFor(
    operation: ContractOperation,
    owner: Person | null,
    above: ReadonlyMap<string, MadeRow> = new Map(),
  ): Promise<Map<string, MadeRow> | null> {
    const rows = new Map(above);
    for (const name of neededBy(operation)) {
      if (rows.has(name)) continue;
      const made = await row(name, owner, rows);
      if (made === null) return null;
      rows.set(name, made);
    }
    return rows;
  }

  type Sending = {
    body?: unknown;
    rows?: ReadonlyMap<string, MadeRow>;
    owner?: Person | null;
    query?: string;
    segments?: string;
    path?: string;
  };

  async function send(operation: ContractOperation, sending: Sending): Promise<Sent> {
    const request = await requestOf(operation, sending);
    return { operation, request, response: await client.send(request) };
  }

  async function requestOf(
    operation: ContractOperation,
    { body, rows = new Map(), owner = null, query = '', path }: Sending,
  ): Promise<AppRequest> {
    const who = await credentialsFor(operation, owner);
    const needed = requiredQuery(documented(operation), makeValue);
    const pairs = [needed, query, who?.query ?? ''].filter((part) => part !== '').join('&');
    const media = mediaOf(document, operation);
    const encoded = body === undefined || media === null ? {} : encodeBody(media, body);
    return {
      method: operation.method.toUpperCase(),
      path: `${path ?? pathOf(operation, rows, documented(operation), makeValue)}${pairs === '' ? '' : `?${pairs}`}`,
      headers: {
        ...requiredHeaders(documented(operation), makeValue),
        ...('ifMatch' in operation.behaviour &&
          operation.behaviour.ifMatch !== null && { 'if-match': '*' }),
        ...opening(operation, rows),
        ...who?.headers,
      },
      ...encoded,
    };
  }

  async function credentialsFor(
    { access }: ContractOperation,
    owner: Person | null,
  ): Promise<Pick<Person, 'headers' | 'query'> | null> {
    if (access.for === 'key') return carried(contract.carriers.key[0], admin.password);
    if (access.for !== 'session') return null;
    return access.role === null ? owner : person(access.role);
  }

  return {
    contract,
    document,
    client,
    makeValue,
    documented,
    person,
    newPerson,
    personFor,
    row,
    rowsFor,
    bodyOf,
    send,
    requestOf,
    signIn,
    register,
  };
}

function findDocumented(
  { operations }: ApiDocument,
  { method, path }: ContractOperation,
): Operation | undefined {
  return operations.find((one) => one.method === method && one.path === path);
}

function adminOf(
  { accounts }: ApiContract,
  { email, password }: Credentials,
): Record<string, unknown> {
  const logins = (accounts?.logins ?? []).map((name) => [name, email]);
  return { ...Object.fromEntries(logins), [accounts?.password ?? 'password']: password };
}

/** What opens a session, with what somebody registered with. */
function signingIn(
  { accounts, operations }: ApiContract,
  { behaviour }: ContractOperation,
  given: Record<string, unknown>,
): { body?: unknown; query?: string } {
  if (behaviour.kind !== 'login') return {};
  const register = operations.find(
    (one) => one.behaviour.kind === 'create' && one.behaviour.registers,
  )?.behaviour;
  const nameOf = (member: string) =>
    register?.kind === 'create'
      ? register.set.find((one) => one.member === member)?.source
      : undefined;
  const value = (member: string) => {
    const source = nameOf(member);
    return given[source !== undefined && 'name' in source ? source.name : member] ?? given[member];
  };
  const pairs = [
    ...behaviour.login.map(({ member, property }) => [property, value(member)]),
    [behaviour.password, value(accounts?.password ?? 'password')],
  ].filter(([, each]) => each !== undefined);
  return {
    body: Object.fromEntries(pairs),
    query: new URLSearchParams(
      pairs.map(([name, each]): [string, string] => [String(name), String(each)]),
    ).toString(),
  };
}

function tokenIn({ body, headers }: AppResponse): string | null {
  const cookie = /^[^=]+=([^;]+)/.exec(headers['set-cookie'] ?? '')?.[1];
  return longest(parseJson(body)) ?? cookie ?? null;
}

/** The token is what looks like none of the other members. */
function longest(value: unknown): string | null {
  if (typeof value === 'string') return /^[\w-]{40,}$/.test(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  return (
    Object.values(value)
      .map(longest)
      .find((found) => found !== null) ?? null
  );
}

function basic({ accounts }: ApiContract, given: Record<string, unknown>): Omit<Person, 'given'> {
  const name = String(given[accounts?.logins[0] ?? 'name']);
  const token = Buffer.from(`${name}:${String(given[accounts?.password ?? 'password'])}`).toString(
    'base64',
  );
  return { headers: { authorization: `Basic ${token}` }, query: '', token };
}

type Carrier = ApiContract['carriers']['session'][number];

export function carried(
  carrier: Carrier | undefined,
  token: string,
): Pick<Person, 'headers' | 'query'> {
  const headers = (name: string, value: string) => ({ headers: { [name]: value }, query: '' });
  switch (carrier?.kind) {
    case 'cookie':
      return headers('cookie', `${carrier.name}=${token}`);
    case 'header':
      return headers(carrier.name.toLowerCase(), token);
    case 'query':
      return {
        headers: {},
        query: `${encodeURIComponent(carrier.name)}=${encodeURIComponent(token)}`,
      };
    default:
      return headers('authorization', `Bearer ${token}`);
  }
}

/** The operation that makes records of a resource. */
function makerOf({ operations }: ApiContract, name: string): ContractOperation | undefined {
  return (
    operations.find(
      ({ behaviour }) =>
        behaviour.kind === 'create' &&
        behaviour.resource === name &&
        !behaviour.many &&
        !behaviour.registers,
    ) ??
    operations.find(
      ({ behaviour }) =>
        behaviour.kind === 'change' && behaviour.resource === name && behaviour.makes,
    )
  );
}

/** Resources of the records that an operation names, those above first. */
export function neededBy({ behaviour }: ContractOperation): string[] {
  if (!('parents' in behaviour)) return [];
  const above = behaviour.parents.map(({ resource }) => resource);
  const isAbout =
    !['create', 'list'].includes(behaviour.kind) &&
    !(behaviour.kind === 'change' && behaviour.makes);
  return isAbout &&
    behaviour.where.some(({ source }) => ['path', 'query', 'body'].includes(source.in))
    ? [...new Set([...above, behaviour.resource])]
    : above;
}

/** The secret of the row that an operation asks for. */
function opening(
  { behaviour }: ContractOperation,
  rows: ReadonlyMap<string, MadeRow>,
): Record<string, string> {
  if (!('opens' in behaviour) || behaviour.opens === null || behaviour.opens.source.in !== 'header')
    return {};
  const secret = rows.get(behaviour.resource)?.[behaviour.opens.member];
  return typeof secret === 'string' ? { [behaviour.opens.source.name.toLowerCase()]: secret } : {};
}

type Named = { resource: string; member: string; source: Source };

function namedBy({ behaviour }: ContractOperation): Named[] {
  if (!('parents' in behaviour)) return [];
  const above = behaviour.parents.flatMap(({ resource, where }) =>
    where.map((one) => ({ ...one, resource })),
  );
  return [...above, ...behaviour.where.map((one) => ({ ...one, resource: behaviour.resource }))];
}

function pathOf(
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

/** A made-up row above is none. */
function withoutTree(
  { resources }: ApiContract,
  { behaviour }: ContractOperation,
  body: Record<string, unknown>,
): Record<string, unknown> {
  if (!('set' in behaviour)) return body;
  const tree = resources.find(({ name }) => name === behaviour.resource)?.tree ?? null;
  const source = behaviour.set.find(({ member }) => member === tree)?.source;
  const left = source?.in === 'body' ? source.name : '';
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== left));
}

function requiredQuery(operation: Operation | undefined, makeValue: ValueMaker): string {
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

function bodySchema(document: ApiDocument, operation: ContractOperation): Schema | null {
  const media = mediaOf(document, operation);
  return media === null ? null : toSchema(toSchema(contentOf(document, operation)[media]).schema);
}

/** Names by which people sign in, and whatever must be unique, are drawn anew. */
function freshLogins(
  { resources }: ApiContract,
  { behaviour }: ContractOperation,
  body: Record<string, unknown>,
): Record<string, unknown> {
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return body;
  const resource = resources.find(({ name }) => name === behaviour.resource);
  const isUnique = (member: string) => isUniqueIn(resource, member);
  const fresh = behaviour.set.flatMap(({ member, source }) => {
    if (source.in !== 'body' || !isUnique(member) || typeof body[source.name] !== 'string')
      return [];
    const value = String(body[source.name]);
    const tag = randomBytes(5).toString('hex');
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

type Making = { body: unknown; answer: unknown };

/** Members of a new record, from the body that made it and from the answer. */
function madeRow(
  { views }: ApiContract,
  { behaviour }: ContractOperation,
  { body, answer }: Making,
): MadeRow {
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return {};
  const sent = isObject(body) ? body : {};
  const given = behaviour.set.flatMap(({ member, source }) =>
    source.in === 'body' && sent[source.name] !== undefined
      ? [[member, sent[source.name]] as const]
      : [],
  );
  const shown =
    behaviour.answer.body.as === 'json'
      ? membersIn(behaviour.answer.body.shape, answer, views)
      : [];
  return Object.fromEntries([...given, ...shown]);
}

function membersIn(shape: Shape, value: unknown, views: ApiContract['views']): [string, unknown][] {
  if (shape.is === 'member') return [[shape.name, value]];
  if (!isObject(value)) return [];
  if (shape.is === 'row') {
    const properties = views.find(({ name }) => name === shape.view)?.properties ?? [];
    return properties.flatMap(({ name, from }): [string, unknown][] =>
      value[name] === undefined ? [] : [[from, value[name]]],
    );
  }
  return shape.is === 'object'
    ? shape.properties.flatMap((one) => membersIn(one.value, value[one.name], views))
    : [];
}
