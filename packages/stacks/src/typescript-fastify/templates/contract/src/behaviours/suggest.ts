import type { Call, Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import { toRefusal } from '../contract/to-refusal.ts';
import { oneOf } from '../records/conditions.ts';
import type { Resource } from '../records/resource.ts';
import type { Source } from './sources.ts';

type Form = { member: string; source: Source; pattern?: string; most?: number };
const MOST = 5;
const TRIES = 60;

/** Where a value is taken already, the refusal has others like it that are free. */
export function suggesting(resource: Resource, form: Form, handle: Handler): Handler {
  return async (call) => {
    try {
      return await handle(call);
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal?.kind !== 'conflict') throw error;
      const suggestions = await freeValues(resource, form, call);
      throw new Refusal(refusal.kind, refusal.message, { suggestions, cause: error });
    }
  };
}

async function freeValues(
  resource: Resource,
  { member, source, pattern, most = 200 }: Form,
  call: Call,
): Promise<string[]> {
  const taken = String(source(call, new Map()) ?? '');
  const form = pattern === undefined ? null : new RegExp(pattern);
  const candidates = Array.from({ length: TRIES }, (_, at) => {
    const end = at % 2 === 0 ? `${Math.floor(at / 2) + 1}` : `_${Math.floor(at / 2) + 1}`;
    return `${taken.slice(0, Math.max(1, most - end.length))}${end}`;
  }).filter((candidate) => candidate !== taken && (form === null || form.test(candidate)));
  const found = await call.services
    .records(resource)
    .list([oneOf(resource, member, candidates)], [], { limit: TRIES, offset: 0 });
  const known = new Set(found.map((row) => row[member]));
  return candidates.filter((candidate) => !known.has(candidate)).slice(0, MOST);
}
