import type { ContractOperation } from '@quantumlayer/contracts';
import { operationAt } from './document-place.ts';
import { bodyOf } from './sample-body.ts';
import { propertyOf } from './sample-rows.ts';
import { constantText } from './shape-text.ts';

const MUCH = 1_000_000_000;

/** More than there is of a number of the row around, in a request that would take it. */
export function boundedIn(
  document: unknown,
  { behaviour, path, method }: ContractOperation,
): string {
  const within = behaviour.kind === 'create' ? behaviour.within : undefined;
  if (within === undefined || behaviour.kind !== 'create') return '';
  const source = behaviour.set.find(({ member }) => member === within.amount)?.source;
  const { operation } = operationAt(document, path, method);
  if (source?.in !== 'body' || bodyOf(document, operation) === null) return '';
  const { minimum, maximum } = propertyOf(document, operation, source.name);
  const value = within.takes === 1 ? (maximum ?? MUCH) : (minimum ?? -MUCH);
  return `\n  bounded: ${constantText({ name: source.name, value })},`;
}
