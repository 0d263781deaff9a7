import { Refusal } from '../contract/refusal.ts';
import type { Row } from '../records/resource.ts';
import type { Source } from './sources.ts';

/** Where a request says on which version its change is based, and how another one is refused. */
export type ExpectedVersion = { member: string; source: Source; refusal: 'conflict' | 'outdated' };

/** Nobody changes what somebody else has changed meanwhile; who names no version takes any. */
export function expectVersion(
  { member, refusal }: Omit<ExpectedVersion, 'source'>,
  row: Row,
  said: unknown,
): void {
  if (said === undefined || said === null) return;
  if (String(said) !== String(row[member]))
    throw new Refusal(refusal, 'It has changed since this version; read it again.');
}
