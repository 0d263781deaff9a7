import { flatten } from '../flatten.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import { isCreatedName } from './names.ts';
import type { Facts } from './operation-facts.ts';

const NOW =
  /\b(now|current (time|moment|date)|time of (receipt|arrival|the request|creation)|server('s)? time)\b/;
/** `date` is a day, and no moment of it. */
const TODAY = /\b(today|current (day|date))\b/;
const ABSENT =
  /\b(absent|none is (given|set|sent)|nothing is (given|said)|omitted|missing|left out|not (given|set|sent|provided|specified|present|supplied)|unless|defaults?|by default|otherwise|empty|without)\b/;

/** "Now when absent", or a `timestamp` that every answer has though nobody has to give it: the moment of making. */
export function addMoments({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  const own = facts.filter(({ subject }) => subject.noun === draft.noun);
  const shown = own.filter(({ row }) => row !== null);
  for (const { intent, subject } of own) {
    const { body } = subject.operation;
    if (intent !== 'create' || body === null) continue;
    const item = itemOf(root, body.schema);
    for (const [name, raw] of item.properties) {
      const { format, description, nullable, initial } = flatten(root, raw);
      const isDay = format === 'date';
      const isLeftOut = (format === 'date-time' || isDay) && !item.required.has(name);
      if (!isLeftOut || (initial !== undefined && initial !== null)) continue;
      const said = description.toLowerCase();
      const isSaid = (isDay ? TODAY : NOW).test(said) && ABSENT.test(said);
      const isNeeded =
        !isDay &&
        !nullable &&
        isCreatedName(name) &&
        shown.some(({ row }) => row?.schema.required.has(name) === true);
      if (isSaid || isNeeded) startNow(draft, name, isDay ? 'today' : 'now');
    }
  }
}

function startNow(draft: Draft, name: string, otherwise: 'now' | 'today'): void {
  const member = findMember(draft, name);
  if (member?.kind !== 'text' || member.made !== undefined || member.default !== undefined) return;
  for (const [key, each] of draft.members)
    if (each === member) draft.members.set(key, { ...member, otherwise });
}
