import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import type { Resource } from '../records/resource.ts';
import { conditionsOf, type Members } from './sources.ts';

type Exists = { where: Members; answer: (found: { exists: boolean }) => Answer };

/** Whether there is such a row. */
export function exists(resource: Resource, { where, answer }: Exists): Handler {
  return async (call) => {
    const conditions = conditionsOf(resource, where, call, new Map());
    return answer({ exists: (await call.services.records(resource).find(conditions)) !== null });
  };
}
