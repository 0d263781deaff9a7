import { plain } from '../words.ts';
import { type State, stateCalled } from './choices.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const TAKEN =
  /\boverlap\w*\b|\b(taken|booked|reserved|occupied|busy|not (free|available)|unavailable)\b[^.;]*\b(at|for|in|during|then)\b[^.;]*\b(times?|dates?|days?|slots?|period|interval|then)\b|\b(double[- ]book|time (slot )?(is )?(taken|booked|conflicts?)|slot (is )?(already )?(taken|booked)|conflicts? with (an|another|existing))/i;
const FROM = /^(start|starts|begin|begins|from|checkin)(at|on|date|time|datetime|day)?$/;
const TO = /^(end|ends|finish|until|to|till|checkout)(at|on|date|time|datetime|day)?$/;

/** "The room is taken at that time", "bookings never overlap": of one room no two take the same time. */
export function addApart(draft: Draft, facts: readonly Facts[]): void {
  const given = [...draft.members.values()].filter(
    ({ made, kind }) => made === undefined && (kind === 'text' || kind === 'integer'),
  );
  const from = given.find(({ name }) => FROM.test(plain(name)));
  const to = given.find(({ name }) => TO.test(plain(name)));
  if (from === undefined || to === undefined || from.kind !== to.kind) return;
  const isTold = facts.some(
    ({ intent, subject: { operation, noun } }) =>
      noun === draft.noun &&
      ['create', 'replace'].includes(intent) &&
      operation.responses.some(
        ({ status, description }) => /^(409|422|400)$/.test(status) && TAKEN.test(description),
      ),
  );
  if (!isTold) return;
  const around = [...draft.parents.values()].slice(-1);
  const referred = [...draft.referred.keys()].filter((name) => findMember(draft, name)).slice(0, 1);
  const by = around.length > 0 ? around : referred;
  draft.apart = { by, from: from.name, to: to.name };
}

/** What is cancelled takes no time any more. */
export function addFreed(inference: Inference, draft: Draft): void {
  const unless = draft.apart == null ? null : stateOfNone(inference, draft);
  if (draft.apart != null && unless !== null) draft.apart = { ...draft.apart, unless };
}

function stateOfNone(inference: Inference, draft: Draft): State | null {
  for (const word of ['cancelled', 'canceled', 'rejected', 'declined']) {
    const state = stateCalled(inference, draft, word);
    const member = state === null ? undefined : findMember(draft, state.member);
    if (state !== null && member?.nullable === false) return state;
  }
  return null;
}
