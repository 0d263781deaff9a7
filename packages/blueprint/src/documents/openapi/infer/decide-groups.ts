import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain, singular } from '../words.ts';
import { isPrivate } from './access.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';
import { answerSchema } from './row-schema.ts';

const COUNT = /^(count|total|number|num|uses|usage|size|amount|[a-z]+count|numberof[a-z]+)$/;

/** `GET /tags` of `{tag, count}`: how many records have each value of a member; null for anything else. */
export function decideGroups({ inference, facts, access, all }: Deciding): Decision | null {
  const { operation, own, parents, noun } = facts.subject;
  const schema = answerSchema(operation);
  const status = successOf(operation)?.status;
  if (operation.method !== 'get' || own !== null || parents.length > 0) return null;
  if (schema?.type !== 'array' || status === undefined) return null;
  const item = [...flatten(inference.root, schema.items ?? {}).properties];
  const isNumber = (raw: object) => flatten(inference.root, raw).type === 'integer';
  const count = item.find(([name, raw]) => isNumber(raw) && COUNT.test(plain(name)))?.[0];
  const value = item.find(([, raw]) => !isNumber(raw))?.[0];
  if (item.length !== 2 || count === undefined || value === undefined) return null;
  const found = [...inference.drafts.values()].flatMap((draft) => {
    const member = draft.noun === noun ? undefined : valued(draft, [plain(value), noun]);
    return member === undefined || draft.hidden !== null ? [] : [{ draft, member }];
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const { draft, member } = only;
  const isOwn = access.for === 'session' && draft.owner !== null && isPrivate(draft, all);
  return {
    ...{ kind: 'groups', resource: resourceName(draft), where: [], parents: [] },
    ...{ member, value, count },
    scope: isOwn && access.role === null ? 'own-or-hidden' : 'all',
    answer: { status, media: 'application/json', body: { as: 'nothing' } },
  };
}

/** The member that holds such values, one or a list of them. */
function valued({ members }: Draft, names: readonly string[]): string | undefined {
  return [...members.values()].find(
    ({ name, kind, made }) =>
      (kind === 'json' || kind === 'text') &&
      made === undefined &&
      names.includes(singular(plain(name))),
  )?.name;
}
