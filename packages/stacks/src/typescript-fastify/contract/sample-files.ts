import type { ContractOperation, Resource } from '@quantumlayer/contracts';
import type { JsonObject } from './document-place.ts';
import { FILE_SAMPLE } from './sample-value.ts';

type Body = { type: string; value: unknown };

/** A sample body whose files are of the types that the members take in which they are kept. */
export function withFileTypes(
  resources: readonly Resource[],
  { behaviour }: ContractOperation,
  { type, value }: Body,
): unknown {
  if (!('set' in behaviour)) return value;
  const resource = resources.find(({ name }) => name === behaviour.resource);
  const typesOf = (member: string) =>
    resource?.members.find(({ name }) => name === member)?.mediaTypes ?? [];
  if (value === FILE_SAMPLE) {
    const whole = behaviour.set.find(({ source }) => source.in === 'whole-body');
    const types = typesOf(whole?.member ?? '');
    return fileOf(types.includes(type) || types.length === 0 ? [type] : types);
  }
  if (!isPlainObject(value)) return value;
  const named = new Map(
    behaviour.set.flatMap(({ member, source }) =>
      source.in === 'body' ? [[source.name, typesOf(member)] as const] : [],
    ),
  );
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      each === FILE_SAMPLE ? fileOf(named.get(name) ?? []) : each,
    ]),
  );
}

function fileOf([first]: readonly string[]): JsonObject {
  return first === undefined ? FILE_SAMPLE : { $file: first };
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
