import type { Condition, ParentLookup, Source } from '@quantumlayer/contracts';
import { plain } from '../words.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, type Inference, resourceName } from './draft.ts';
import { memberFor } from './keys.ts';
import type { Facts } from './operation-facts.ts';
import { yesNoAnswer } from './yes-no-answer.ts';

const NAMES = {
  absent: /^(is)?(available|free|open|bookable)$/,
  exists: /^(is)?(taken|booked|busy|occupied|overlaps?|conflicts?)$/,
};

/** `GET /rooms/{id}/free?start=&end=`: whether anything takes that time of it; null for anything else. */
export function decideFree(deciding: Deciding): Decision | null {
  const answer = yesNoAnswer(deciding, NAMES);
  const taken = answer === null ? null : takenIn(deciding.inference, deciding.facts);
  return answer === null || taken === null ? null : { kind: 'exists', ...taken, answer };
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
