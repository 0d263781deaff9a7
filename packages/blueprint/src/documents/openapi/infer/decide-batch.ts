import type { Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { plain, singular } from '../words.ts';
import { scopeOf } from './access.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { placeIn } from './find-one.ts';
import { isKeyName } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

/** `POST /documents:batchDelete {names}`: removes all whose keys a list says, be it none; null where no list does. */
export function decideBatchRemoval(deciding: Deciding, draft: Draft): Decision | null {
  const { inference, views, facts, access, all } = deciding;
  const { operation, own } = facts.subject;
  const among = own === null ? listedKeys(inference, draft, facts) : null;
  const place = placeIn(deciding, draft);
  if (among === null || place === null) return null;
  const figures = ['count', 'total'] as const;
  const answer = buildAnswer({ inference, views, operation, draft, figures, many: true });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  return {
    ...{ kind: 'remove', resource: resourceName(draft), ...place, among },
    scope: scopeOf(draft, facts, access, all),
    ...{ opens: null, ifMatch: null, answer: answer.answer, every: true },
  };
}

/** The only thing that a body says: a list of keys of the records. */
function listedKeys(
  { root }: Inference,
  draft: Draft,
  { subject: { operation, nounWords } }: Facts,
): Condition | null {
  const { body } = operation;
  if (body === null || draft.key === null) return null;
  const { member } = draft.key;
  const isScalars = (raw: object) => {
    const { type, items } = flatten(root, raw);
    return (
      type === 'array' && /^(string|integer|number)$/.test(flatten(root, items ?? {}).type ?? '')
    );
  };
  if (body.schema.type === 'array')
    return isScalars({ type: 'array', items: body.schema.items ?? {} })
      ? { member, source: { in: 'whole-body' } }
      : null;
  const [property, ...others] = [...body.schema.properties];
  if (property === undefined || others.length > 0 || !isScalars(property[1])) return null;
  const [name] = property;
  const one = singular(plain(name));
  const isKey = one === plain(member) || isKeyName(one, nounWords) || /^(key|id)$/.test(one);
  const named = isKey
    ? member
    : findMember(draft, one)?.unique === true
      ? findMember(draft, one)?.name
      : undefined;
  return named === undefined ? null : { member: named, source: { in: 'body', name } };
}
