import type { ApiContract, ContractOperation, ParentLookup, Shape } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { isObject } from '../domain/json-schema.ts';
import { readApiDocument } from '../domain/openapi-document.ts';
import { parseJson } from '../domain/parse-json.ts';
import { createValueMaker, type SamplePattern } from '../domain/valid-value.ts';
import type { AppClient } from '../ports.ts';
import type { Credentials } from '../sign-in-people.ts';
import {
  type ContractPeople,
  carried,
  createContractPeople,
  type Person,
} from './contract-people.ts';
import {
  bodyOf,
  type Draw,
  findDocumented,
  headersOf,
  type MadeRow,
  mediaOf,
  neededBy,
  pathOf,
  requiredQuery,
} from './contract-requests.ts';
import { encodeBody } from './encode-body.ts';

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
  const document = readApiDocument(contract.document);
  const draw: Draw = {
    contract,
    document,
    makeValue: createValueMaker(document.root, samplePattern),
  };
  const people: ContractPeople = createContractPeople({
    contract,
    admin,
    send: (operation, sending) => send(operation, sending),
    bodyOf: (operation) => bodyOf(draw, operation, new Map()),
  });
  const credentials = { contract, admin, people };

  async function requestOf(operation: ContractOperation, sending: Sending): Promise<AppRequest> {
    const who = await credentialsFor(credentials, operation, sending.owner ?? null);
    return toRequest(draw, operation, sending, who);
  }

  async function send(operation: ContractOperation, sending: Sending) {
    const request = await requestOf(operation, sending);
    const response: AppResponse = await client.send(request);
    return { operation, request, response };
  }

  /** A record of a resource with those above it, made by whoever may. */
  async function row(
    name: string,
    owner: Person | null,
    above: Rows = new Map(),
  ): Promise<MadeRow | null> {
    if (name === contract.accounts?.resource)
      return (owner ?? (await people.person()))?.given ?? null;
    const operation = makerOf(contract, name);
    const rows = operation === undefined ? null : await rowsFor(operation, owner, above);
    if (operation === undefined || rows === null) return null;
    const body = bodyOf(draw, operation, rows);
    const { request, response } = await send(operation, { body, rows, owner });
    if (response.status >= 400) return null;
    const answer = parseJson(response.body);
    return madeRow(contract, operation, { body, answer, path: request.path });
  }

  /** The records that the path of an operation names; null where one cannot be made. */
  async function rowsFor(
    operation: ContractOperation,
    owner: Person | null,
    above: Rows = new Map(),
  ): Promise<Map<string, MadeRow> | null> {
    const rows = new Map(above);
    for (const name of neededBy(operation)) {
      if (rows.has(name)) continue;
      const { others, joined } = parentOf(operation, name) ?? {};
      const isOthers = others !== undefined || isOfItsMaker(contract, operation, name);
      const made = await row(name, isOthers ? await people.newPerson() : owner, rows);
      if (made === null) return null;
      rows.set(name, made);
      // Whoever made it may be in already, so that joining again is refused.
      if (joined !== undefined) await row(joined.resource, owner, rows);
    }
    return rows;
  }

  return {
    ...{ contract, document, client, ...people, row, rowsFor, send, requestOf },
    documented: (operation: ContractOperation) => findDocumented(document, operation),
    bodyOf: (operation: ContractOperation, rows: Rows) => bodyOf(draw, operation, rows),
  };
}

type Rows = ReadonlyMap<string, MadeRow>;

type Sending = {
  body?: unknown;
  rows?: Rows;
  owner?: Person | null;
  query?: string;
  path?: string;
};

type Who = Pick<Person, 'headers' | 'query'> | null;

async function credentialsFor(
  {
    contract,
    admin,
    people,
  }: { contract: ApiContract; admin: Credentials; people: ContractPeople },
  { access }: ContractOperation,
  owner: Person | null,
): Promise<Who> {
  if (access.for === 'key') return carried(contract.carriers.key[0], admin.password);
  if (access.for !== 'session') return null;
  return access.role === null ? owner : people.person(access.role);
}

function toRequest(
  draw: Draw,
  operation: ContractOperation,
  { body, rows = new Map(), query = '', path }: Sending,
  who: Who,
): AppRequest {
  const documented = findDocumented(draw.document, operation);
  const needed = requiredQuery(documented, draw.makeValue);
  const pairs = [needed, query, who?.query ?? ''].filter((part) => part !== '').join('&');
  const media = mediaOf(draw.document, operation);
  const own = path ?? pathOf(operation, rows, documented, draw.makeValue);
  return {
    method: operation.method.toUpperCase(),
    path: `${own}${pairs === '' ? '' : `?${pairs}`}`,
    headers: { ...headersOf(draw, operation, rows), ...who?.headers },
    ...(body === undefined || media === null ? {} : encodeBody(media, body)),
  };
}

/** Who opens a room is a member from the start: who joins one has to find one of somebody else. */
function isOfItsMaker(
  { operations }: ApiContract,
  { behaviour }: ContractOperation,
  name: string,
): boolean {
  if (!('resource' in behaviour) || behaviour.resource === name) return false;
  return operations.some(
    ({ behaviour: other }) =>
      other.kind === 'create' &&
      other.resource === name &&
      other.joins?.resource === behaviour.resource,
  );
}

function parentOf({ behaviour }: ContractOperation, name: string): ParentLookup | undefined {
  const parents = 'parents' in behaviour ? behaviour.parents : [];
  return parents.find(({ resource }) => resource === name);
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

type Making = { body: unknown; answer: unknown; path: string };

/** Members of a new record, from the request that made it and from the answer, unless that shows the record around it. */
function madeRow(
  { views }: ApiContract,
  operation: ContractOperation,
  { body, answer, path }: Making,
): MadeRow {
  const { behaviour } = operation;
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return {};
  const sent = isObject(body) ? body : {};
  const given = behaviour.set.flatMap(({ member, source }) =>
    source.in === 'body' && sent[source.name] !== undefined
      ? [[member, sent[source.name]] as const]
      : [],
  );
  const named = namedInPath(operation, path);
  const isAround = typeof behaviour.shows === 'string';
  const shown =
    behaviour.answer.body.as === 'json' && !isAround
      ? membersIn(behaviour.answer.body.shape, answer, views)
      : [];
  return Object.fromEntries([...named, ...given, ...shown]);
}

/** `PUT /carts/{cartId}/lines/{sku}` names what it makes. */
function namedInPath({ path, behaviour }: ContractOperation, sent: string): [string, unknown][] {
  if (behaviour.kind !== 'change') return [];
  const parts = path.split('/');
  const values = (sent.split('?')[0] ?? '').split('/').slice(-parts.length);
  return behaviour.where.flatMap(({ member, source }): [string, unknown][] => {
    const at = source.in === 'path' ? parts.indexOf(`{${source.name}}`) : -1;
    const value = values[at];
    return value === undefined ? [] : [[member, decodeURIComponent(value)]];
  });
}

function membersIn(shape: Shape, value: unknown, views: ApiContract['views']): [string, unknown][] {
  if (shape.is === 'member') return [[shape.name, value]];
  if (!isObject(value)) return [];
  if (shape.is === 'row') {
    const properties = views.find(({ name }) => name === shape.view)?.properties ?? [];
    return properties.flatMap(({ name, from, address }): [string, unknown][] =>
      value[name] === undefined || address !== undefined ? [] : [[from, value[name]]],
    );
  }
  return shape.is === 'object'
    ? shape.properties.flatMap((one) => membersIn(one.value, value[one.name], views))
    : [];
}
