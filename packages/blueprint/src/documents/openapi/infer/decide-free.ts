import type { Condition, ParentLookup, Source } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain } from '../words.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, type Inference, resourceName } from './draft.ts';
import { memberFor } from './keys.ts';
import type { Facts } from './operation-facts.ts';
import { answerSchema } from './row-schema.ts';

const IS_FREE = /^(is)?(available|free|open|bookable)$/;
const IS_TAKEN = /^(is)?(taken|booked|busy|occupied|overlaps?|conflicts?)$/;

/** `GET /rooms/{id}/free?start=&end=`: whether anything takes that time of it; null for anything else. */
export function decideFree({ inference, facts }: Deciding): Decision | null {
  const { operation } = facts.subject;
  const schema = answerSchema(operation);
  const status = successOf(operation)?.status;
  const [only, ...others] = [...(schema?.properties ?? [])];
  if (only === undefined || others.length > 0 || status === undefined) return null;
  const [name, raw] = only;
  const says = IS_FREE.test(plain(name)) ? 'absent' : IS_TAKEN.test(plain(name)) ? 'exists' : null;
  if (says === null || flatten(inference.root, raw).type !== 'boolean') return null;
  const taken = takenIn(inference, facts);
  if (taken === null) return null;
  const value = { is: 'figure', of: says } as const;
  return {
    kind: 'exists',
    ...taken,
    answer: {
      ...{ status, media: 'application/json' },
      body: { as: 'json', shape: { is: 'object', properties: [{ name, value }] } },
    },
  };
}

/** What takes the time that is asked for, of the record that the path names. */
function takenIn(inference: Inference, { subject }: Facts) {
  const { parents, own, noun } = subject;
  const around = own === null ? parents.at(-1) : { noun, parameter: own };
  const parent = inference.drafts.get(around?.noun ?? '');
  if (around === undefined || parent === undefined) return null;
  const key = memberFor(parent, around.parameter);
  const taking = [...inference.drafts.values()].find(
    (draft) => draft.apart != null && draft.parents.has(parent.noun),
  );
  const by = taking?.parents.get(parent.noun);
  if (taking === undefined || key === null || by === undefined) return null;
  const during = duringOf(taking, subject.operation);
  if (during === null) return null;
  const lookup: ParentLookup = {
    ...{ resource: resourceName(parent), scope: 'all' },
    where: [{ member: key, source: { in: 'path', name: around.parameter } }],
  };
  const where: Condition[] = [{ member: by, source: { in: 'parent', name: resourceName(parent) } }];
  return { resource: resourceName(taking), where, parents: [lookup], during };
}

function duringOf({ apart }: Draft, { parameters }: Facts['subject']['operation']) {
  const asked = (member: string | undefined): Source | null => {
    const found = parameters.find(
      (one) => one.in === 'query' && one.required && plain(one.name) === plain(member ?? ''),
    );
    return found === undefined ? null : { in: 'query', name: found.name };
  };
  const [from, to] = [asked(apart?.from), asked(apart?.to)];
  return from === null || to === null ? null : { from, to };
}
