import { createHash } from 'node:crypto';
import type { Call } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Row } from '../records/resource.ts';

/** A strong tag of a row: another one after every change. */
export function tagOf(row: Row): string {
  return `"${createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 27)}"`;
}

/** Whether a change has to name the tag of the row that it is based on. */
export type IfMatch = 'required' | 'optional';

export function expectMatch({ request }: Call, row: Row, ifMatch: IfMatch | undefined): void {
  if (ifMatch === undefined) return;
  const given = request.headers['if-match'];
  if (given === undefined && ifMatch === 'required')
    throw new Refusal('unconditional', 'Name the tag of the record in If-Match.');
  if (given === undefined || given.trim() === '*') return;
  if (!given.split(/, */).includes(tagOf(row)))
    throw new Refusal('outdated', 'The record has changed; read it again.');
}

/** Whether the client has this very row already. */
export function isKnown({ request }: Call, row: Row): boolean {
  const given = request.headers['if-none-match'];
  return (
    given !== undefined &&
    (given.trim() === '*' ||
      given
        .split(/, */)
        .map((tag) => tag.replace(/^W\//, ''))
        .includes(tagOf(row)))
  );
}
