import { successOf } from '../operations.ts';
import { addMember, type Draft, type Inference, resourceName } from './draft.ts';
import { childrenOf } from './gathered.ts';
import type { Facts } from './operation-facts.ts';
import { ACTIVE, ACTIVITY } from './order.ts';

/** A list that comes by activity needs to know when something was last made below each record. */
export function addActivity(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  const isAsked = facts.some(({ subject: { operation, noun }, intent }) => {
    const said = `${operation.text} ${successOf(operation)?.response.description.toLowerCase() ?? ''}`;
    return noun === draft.noun && ['list', 'search'].includes(intent) && ACTIVE.test(said);
  });
  if (!isAsked) return;
  const [only, ...others] = childrenOf(inference, draft).filter(({ child }) =>
    child.subjects.some(({ operation }) => operation.method === 'post'),
  );
  if (only === undefined || others.length > 0) return;
  draft.gathered.push({
    ...{ name: ACTIVITY, resource: resourceName(only.child), by: only.by },
    ...{ take: 'latest', member: momentOf(only.child), or: momentOf(draft) },
  });
}

/** When a record was made, which is kept though no answer may show it. */
function momentOf(draft: Draft): string {
  const known = [...draft.members.values()].find(
    ({ made, kind }) => made === 'created' && kind === 'text',
  );
  return (known ?? addMember(draft, 'made-at', { kind: 'text', nullable: false, made: 'created' }))
    .name;
}
