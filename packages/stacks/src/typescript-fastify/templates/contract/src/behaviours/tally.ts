import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import { statesOf } from '../records/conditions.ts';
import type { Resource, State } from '../records/resource.ts';
import { ownRows } from './place.ts';

type Counted = { resource: Resource; when?: readonly State[]; scope?: 'own-or-hidden' };

/** How many rows there are of several kinds. */
export function tally({
  counts,
  answer,
}: {
  counts: Readonly<Record<string, Counted>>;
  answer: (found: { counts: Readonly<Record<string, number>> }) => Answer;
}): Handler {
  return async (call) => {
    const found: Record<string, number> = {};
    for (const [name, { resource, when = [], scope }] of Object.entries(counts)) {
      const conditions = [...statesOf(resource, when), ...ownRows(resource, call, scope)];
      found[name] = await call.services.records(resource).count(conditions);
    }
    return answer({ counts: found });
  };
}
