import type { ComputedFunction, ContractOperation, Source } from '@quantumlayer/contracts';
import { asObject, type JsonObject } from './document-place.ts';

/** What functions that do not take any text take, source by source; "sample" in codes where something is decoded. */
const TAKEN: { readonly [each in ComputedFunction]?: readonly (string | null)[] } = {
  'base64-decode': ['c2FtcGxl'],
  'hex-decode': ['73616d706c65'],
  unit: [null, 'km', 'm'],
  hash: [null, 'sha256'],
  arithmetic: [null, null, 'add'],
};
const ANY_TEXT = /^samplex*$/;

type Given = { readonly path: JsonObject; readonly query: JsonObject; readonly body: unknown };

/** The samples of a request with what is computed from them in a form that can be: any text is no code. */
export function withComputable({ behaviour }: ContractOperation, given: Given): Given {
  if (behaviour.kind === 'calculate') return withExpression(behaviour.expression, given);
  if (behaviour.kind !== 'compute') return given;
  const path = { ...given.path };
  const query = { ...given.query };
  let { body } = given;
  for (const { function: does, from } of behaviour.values)
    for (const [at, source] of from.entries()) {
      const taken = TAKEN[does]?.[at] ?? null;
      if (taken === null) continue;
      if (source.in === 'whole-body') body = inPlaceOf(body, taken);
      else if (source.in === 'body') {
        const members = asObject(body);
        body = { ...members, [source.name]: inPlaceOf(members[source.name], taken) };
      } else if (source.in === 'path') path[source.name] = inPlaceOf(path[source.name], taken);
      else if (source.in === 'query') query[source.name] = inPlaceOf(query[source.name], taken);
    }
  return { path, query, body };
}

/** Any text is no expression of numbers either. */
function withExpression(source: Source | null, { path, query, body }: Given): Given {
  const taken = '1+2';
  switch (source?.in) {
    case 'body': {
      const members = asObject(body);
      const value = inPlaceOf(members[source.name], taken);
      return { path, query, body: { ...members, [source.name]: value } };
    }
    case 'whole-body':
      return { path, query, body: inPlaceOf(body, taken) };
    case 'query': {
      const value = inPlaceOf(query[source.name], taken);
      return { path, query: { ...query, [source.name]: value }, body };
    }
    default:
      return { path, query, body };
  }
}

/** What the document says of a text is kept. */
function inPlaceOf(value: unknown, taken: string): unknown {
  return typeof value === 'string' && ANY_TEXT.test(value) ? taken : value;
}
