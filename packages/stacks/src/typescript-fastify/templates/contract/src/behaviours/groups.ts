import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import type { Group } from '../records/records.ts';
import type { Resource } from '../records/resource.ts';
import { ownRows, type Scope } from './place.ts';

type Groups = {
  member: string;
  scope?: Scope;
  answer: (found: { groups: readonly Group[] }) => Answer;
};

/** How many rows have each value of a member, most of them first. */
export function groups(resource: Resource, { member, scope, answer }: Groups): Handler {
  return async (call) => {
    const conditions = ownRows(resource, call, scope);
    return answer({ groups: await call.services.records(resource).groups(conditions, member) });
  };
}
