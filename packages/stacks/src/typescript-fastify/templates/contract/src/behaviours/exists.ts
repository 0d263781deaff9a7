import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
// @if apart
import { overlapping } from '../records/apart.ts';
// @end
import type { Resource } from '../records/resource.ts';
import { findParents, type Parent } from './place.ts';
// @if apart
import { conditionsOf, type Members, type Source } from './sources.ts';
// @end
// @if !apart
import { conditionsOf, type Members } from './sources.ts';
// @end

type Exists = {
  where: Members;
  parents?: readonly Parent[];
  // @if apart
  /** Whether a row takes any of this time. */
  during?: { from: Source; to: Source };
  // @end
  answer: (found: { exists: boolean }) => Answer;
};

/** Whether there is such a row. */
export function exists(resource: Resource, { where, answer, ...place }: Exists): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const conditions = conditionsOf(resource, where, call, parents);
    // @if apart
    const { during } = place;
    if (during !== undefined) {
      const [from, to] = [during.from(call, parents), during.to(call, parents)];
      conditions.push(...overlapping(resource, { from, to }));
    }
    // @end
    return answer({ exists: (await call.services.records(resource).find(conditions)) !== null });
  };
}
