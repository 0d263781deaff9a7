import type { SQL } from 'drizzle-orm';
// @if uploads
import { UploadedFile } from '../contract/bodies.ts';
// @end
import { memberOf } from '../contract/json.ts';
import type { Call } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import { equals } from '../records/conditions.ts';
import type { Resource, Row } from '../records/resource.ts';

/** The rows that the path names before the one that an operation is about, by resource. */
export type Parents = ReadonlyMap<Resource, Row>;
/** Where a value of a request comes from; undefined when the request does not say. */
export type Source = (call: Call, parents: Parents) => unknown;

export const fromPath =
  (name: string): Source =>
  ({ input }) =>
    input.path[name];
export const fromQuery =
  (name: string): Source =>
  ({ input }) =>
    input.query[name];
export const fromHeader =
  (name: string): Source =>
  ({ input, request }) =>
    input.header[name.toLowerCase()] ?? request.headers[name.toLowerCase()];
export const fromCookie =
  (name: string): Source =>
  ({ input }) =>
    input.cookie[name];
export const fromBody =
  (name: string): Source =>
  ({ input }) =>
    memberOf(input.body, name);
export const wholeBody: Source = ({ input }) => input.body;
export const always =
  (value: unknown): Source =>
  () =>
    value;
/** Moments are text, as JSON has them. */
export const now: Source = () => new Date().toISOString();
export const ownKey: Source = ({ account }) => account?.key;
export const parentKey =
  (resource: Resource): Source =>
  (_call, parents) =>
    parents.get(resource)?.[resource.key.member];

/** Members with the sources of their values. */
export type Members = Readonly<Record<string, Source>>;

/** Conditions for the rows that an operation is about; what is not said is never all rows. */
export function conditionsOf(
  resource: Resource,
  where: Members,
  call: Call,
  parents: Parents,
): SQL[] {
  return Object.entries(where).map(([member, source]) => {
    const value = source(call, parents);
    if (value === undefined)
      throw new Refusal('not-found', `There is no ${resource.title} without ${member}.`);
    return equals(resource, member, value);
  });
}

export function valuesOf(members: Members, call: Call, parents: Parents): Row {
  return Object.fromEntries(
    Object.entries(members).map(([member, source]) => [member, source(call, parents)]),
  );
}

/** Text that PostgreSQL keeps as it is, all through a value. */
export function expectStorable(value: unknown): void {
  // @if uploads
  if (value instanceof UploadedFile || Buffer.isBuffer(value)) return;
  // @end
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw new Refusal('invalid', 'Text must not hold NUL characters or halves of surrogate pairs.');
  if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) {
      expectStorable(name);
      expectStorable(each);
    }
}
