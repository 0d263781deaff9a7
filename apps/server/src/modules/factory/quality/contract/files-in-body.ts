import type { ApiContract, ContractOperation } from '@quantumlayer/contracts';
import { flattenSchema, isObject, type Schema } from '../domain/json-schema.ts';
import type { ApiDocument } from '../domain/openapi-document.ts';
import { SampleFile } from '../domain/sample-files.ts';

type Body = { schema: Schema; media: string; value: unknown };

/** A body in which files stand where the schema has bytes, of types that the members take in which they are kept. */
export function filesInBody(
  { contract, document: { root } }: { contract: ApiContract; document: ApiDocument },
  { behaviour }: ContractOperation,
  { schema, media, value }: Body,
): unknown {
  const set = 'set' in behaviour ? behaviour.set : [];
  const resource =
    'resource' in behaviour
      ? contract.resources.find(({ name }) => name === behaviour.resource)
      : undefined;
  const typesOf = (member: string | undefined): readonly string[] =>
    resource?.members.find(({ name }) => name === member)?.mediaTypes ?? [];
  const flat = flattenSchema(root, schema);
  if (flat.format === 'binary' || isPlainBytes(flat, media)) {
    const types = typesOf(set.find(({ source }) => source.in === 'whole-body')?.member);
    return new SampleFile(types.includes(media) ? [media] : [...types, media]);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const own = flattenSchema(root, flat.properties[name] ?? {});
      const member = set.find(({ source }) => source.in === 'body' && source.name === name)?.member;
      const isFile = own.format === 'binary';
      const isList = own.items !== null && flattenSchema(root, own.items).format === 'binary';
      const file = new SampleFile(typesOf(member));
      return [name, isFile ? file : isList ? [file] : each];
    }),
  );
}

/** A body without a schema that is neither text nor data. */
function isPlainBytes({ types }: { types: readonly string[] }, media: string): boolean {
  return types.length === 0 && !/json|text|urlencoded|multipart|\*\/\*/.test(media);
}
