import type { InjectOptions } from 'fastify';
import { carriers } from '../../src/carriers.ts';
import { UploadedFile } from '../../src/contract/bodies.ts';
import { asObject } from '../../src/contract/json.ts';
import type { Carrier } from '../../src/contract/operation.ts';
import { toRefusal } from '../../src/contract/to-refusal.ts';
import type { Account, Row } from '../../src/records/resource.ts';
// @if accounts
import { accounts } from '../../src/accounts.ts';
import { app, fresh, KEY, makeCaller, makeRow, PASSWORD } from './world.ts';
// @end
// @if !accounts
import { app, fresh, KEY, makeRow } from './world.ts';
// @end
// @if accounts
import { ACCOUNT, rows } from './rows.ts';
// @end
// @if !accounts
import { rows } from './rows.ts';
// @end
import { sampleFile } from './sample-file.ts';

export type SampleRequest = {
  id: string;
  method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  path: string;
  access: 'everybody' | 'session' | 'key';
  role?: string;
  /** Who is signed in may see more. */
  isOptional: boolean;
  isDetermined: boolean;
  /** Nobody but the owner of its rows is served. */
  isOwn: boolean;
  isLogin: boolean;
  /** It removes what is there, be it nothing. */
  isQuiet?: true;
  /** The resource of which it shows rows. */
  shows?: string;
  /** States of rows in which it is refused. */
  refusedIn: readonly { row: string; member: string; value: unknown }[];
  // @if within
  /** A value that takes more than there is. */
  bounded?: { name: string; value: unknown };
  // @end
  /** Parameters of the query that may be left out. */
  optional: Readonly<Record<string, string>>;
  /** The secret of a row that goes along. */
  opens?: { row: string; member: string; in: 'header' | 'query' | 'body'; name: string };
  rows: readonly {
    resource: string;
    with: Readonly<Record<string, string>>;
    /** It is somebody else's, since its owner is refused. */
    isOthers?: true;
    // @if guardedEmpty
    /** There is something below it. */
    isFilled?: true;
    // @end
    /** Whoever sends the request has a row of this resource that names it. */
    joined?: { resource: string; by: string };
    /** What it holds so that the request is served. */
    holds?: Row;
  }[];
  parameters: Readonly<Record<string, string | { row: string; member: string }>>;
  query: Readonly<Record<string, unknown>>;
  headers: Readonly<Record<string, unknown>>;
  body?: { type: string; value: unknown };
};

type Caller = (Account & { token: string; basic: string }) | null;
export type Sending = { caller: Caller; withKey: boolean; body?: { type: string; value: unknown } };

/** The rows that a request names, made by their owner. */
export async function prepare(
  request: SampleRequest,
  owner: Account | null,
  states: Readonly<Record<string, Row>> = {},
): Promise<Map<string, Row>> {
  const made = new Map<string, Row>();
  for (const needed of request.rows) {
    const { resource, with: references, isOthers, joined, holds } = needed;
    const keys = Object.entries(references).map(([member, target]) => [
      member,
      made.get(target)?.[rows[target]?.resource.key.member ?? 'id'],
    ]);
    // @if accounts
    if (resource === ACCOUNT && owner !== null) {
      made.set(resource, { ...owner.row, [accounts.password]: PASSWORD });
      continue;
    }
    // @end
    // @if accounts
    const maker = isOthers ? await makeCaller() : owner;
    // @end
    // @if !accounts
    const maker = isOthers ? null : owner;
    // @end
    const row = await makeRow(resource, maker, {
      ...Object.fromEntries(keys),
      ...holds,
      ...states[resource],
    });
    // @if guardedEmpty
    if (needed.isFilled) await makeBelow({ ...request, shows: resource }, row, owner);
    // @end
    made.set(resource, row);
    const key = row[rows[resource]?.resource.key.member ?? 'id'];
    if (joined !== undefined) await makeRow(joined.resource, owner, { [joined.by]: key });
  }
  return made;
}

/** A row that a request may show, among those that were made for it, with what belongs to it. */
export async function makeShown(
  request: SampleRequest,
  made: Map<string, Row>,
  owner: Account | null,
): Promise<void> {
  const { shows = '' } = request;
  const around = Object.entries(rows[shows]?.references ?? {}).flatMap(([member, target]) => {
    const row = made.get(target);
    return row === undefined ? [] : [[member, row[rows[target]?.resource.key.member ?? 'id']]];
  });
  const row = await makeUnlessThere(shows, owner, Object.fromEntries(around));
  if (row !== null) await makeBelow(request, row, owner);
}

/** Null where the rules of the tables have no room for a further one. */
async function makeUnlessThere(name: string, owner: Account | null, given: Row): Promise<Row | null> {
  try {
    return await makeRow(name, owner, given);
  } catch (error) {
    if (toRefusal(error)?.kind === 'conflict') return null;
    throw error;
  }
}

/** What a row of those that a request shows counts or lists: one of each that refers to it. */
export async function makeBelow(
  { shows = '' }: SampleRequest,
  row: Row,
  owner: Account | null,
): Promise<void> {
  const resource = rows[shows]?.resource;
  for (const { by, from } of resource?.gathered ?? []) {
    const below = from();
    const [name] = Object.entries(rows).find(([, one]) => one.resource === below) ?? [];
    const within = below === resource ? (below.treeWithin ?? []) : [];
    if (name === undefined || resource === undefined) continue;
    await makeUnlessThere(name, owner, {
      ...Object.fromEntries(within.map((member) => [member, row[member]])),
      [by]: row[resource.key.member],
    });
  }
}

/** Sends a sample request, in process. */
export async function send(
  request: SampleRequest,
  made: Map<string, Row>,
  { caller, withKey, body = request.body }: Sending,
) {
  const path = request.path.replaceAll(/\{([^}]*)\}/g, (_found, name: string) => {
    const value = request.parameters[name] ?? '';
    return encodeURIComponent(
      String(typeof value === 'object' ? made.get(value.row)?.[value.member] : value),
    );
  });
  const opened = (place: 'header' | 'query' | 'body'): Record<string, string> =>
    request.opens?.in === place
      ? { [request.opens.name]: String(made.get(request.opens.row)?.[request.opens.member]) }
      : {};
  const isObject =
    typeof body?.value === 'object' && body.value !== null && !Array.isArray(body.value);
  const value = isObject ? { ...asObject(body?.value), ...opened('body') } : body?.value;
  const sent = body === undefined ? undefined : encode({ ...body, value }, made);
  const query = {
    ...request.query,
    ...opened('query'),
    ...credentials(caller, withKey, 'query'),
  };
  const response = await app.inject({
    method: request.method.toUpperCase() as 'GET', // the methods of HTTP
    url: path,
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    headers: {
      ...Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      ...credentials(caller, withKey, 'headers'),
      ...opened('header'),
      ...(sent !== undefined && { 'content-type': sent.type }),
    },
    ...(sent !== undefined && { payload: sent.payload }),
  });
  const type = String(response.headers['content-type'] ?? '').split(';')[0] ?? '';
  return {
    status: response.statusCode,
    type,
    text: response.body,
    body: /json/.test(type) && response.body !== '' ? response.json() : undefined,
  };
}

function credentials(
  caller: Caller,
  withKey: boolean,
  place: 'headers' | 'query',
): Record<string, string> {
  const [session] = carriers.session;
  const [key] = carriers.key;
  return {
    ...(caller !== null &&
      session !== undefined &&
      credential(session, session.kind === 'basic' ? caller.basic : caller.token, place)),
    ...(withKey && key !== undefined && credential(key, KEY, place)),
  };
}

function credential(
  carrier: Carrier,
  value: string,
  place: 'headers' | 'query',
): Record<string, string> {
  if (carrier.kind === 'query') return place === 'query' ? { [carrier.name]: value } : {};
  if (place === 'query') return {};
  if (carrier.kind === 'basic') return { authorization: `Basic ${value}` };
  if (carrier.kind === 'bearer') return { authorization: `Bearer ${value}` };
  return carrier.kind === 'cookie'
    ? { cookie: `${carrier.name}=${value}` }
    : { [carrier.name]: value };
}

function encode(
  { type, value }: { type: string; value: unknown },
  made: Map<string, Row>,
): { type: string; payload: Exclude<InjectOptions['payload'], undefined> } {
  const filled = fill(value, made);
  if (/^multipart\//.test(type)) return multipart(asObject(filled));
  if (/urlencoded/.test(type))
    return {
      type,
      payload: new URLSearchParams(
        Object.entries(asObject(filled)).map(([name, each]): [string, string] => [
          name,
          String(each),
        ]),
      ).toString(),
    };
  if (/json/.test(type)) return { type, payload: JSON.stringify(filled) };
  return { type, payload: filled instanceof UploadedFile ? filled.content : String(filled) };
}

/** Members that name rows get the values of the rows that were made, and files take the place of their types. */
function fill(value: unknown, made: Map<string, Row>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => fill(each, made));
  if ('$row' in value && 'member' in value) {
    const found = made.get(String(value.$row))?.[String(value.member)];
    return 'first' in value && Array.isArray(found) ? found[0] : found;
  }
  if ('$file' in value) return sampleFile([String(value.$file)]);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, made)]));
}

function multipart(value: Record<string, unknown>): { type: string; payload: Buffer } {
  const boundary = 'boundary-of-the-tests';
  // Several files are as many parts of one name.
  const all = Object.entries(value).flatMap(([name, each]) =>
    Array.isArray(each) && each.some((one) => one instanceof UploadedFile)
      ? each.map((one: unknown): [string, unknown] => [name, one])
      : [[name, each] satisfies [string, unknown]],
  );
  const parts = all.flatMap(([name, each]) => {
    const isFile = each instanceof UploadedFile;
    const file = isFile ? `; filename="${each.name}"\r\ncontent-type: ${each.type}` : '';
    const content = isFile
      ? each.content
      : Buffer.from(typeof each === 'string' ? each : JSON.stringify(each));
    return [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ];
  });
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** The body of a request with values that no row has in the members that must be unique. */
export function freshBody(
  { body }: SampleRequest,
  unique: ReadonlyMap<string, readonly unknown[]>,
): SampleRequest['body'] {
  if (body === undefined || typeof body.value !== 'object' || body.value === null) return body;
  const renew = (value: object) =>
    Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        unique.has(name) ? fresh(each, unique.get(name)) : each,
      ]),
    );
  return {
    type: body.type,
    value: Array.isArray(body.value)
      ? body.value.map((each) => renew(Object(each)))
      : renew(body.value),
  };
}
