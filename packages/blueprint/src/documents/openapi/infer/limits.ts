import type { Condition, ContractLimit } from '@quantumlayer/contracts';
import { plain, singular } from '../words.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';
import { notOver } from './ended.ts';
import { REFUSALS } from './refusals.ts';

const FULL =
  /\b(full|sold out|fully booked|booked out|no (more |free )?(places?|seats?|rooms?|spots?|spaces?|slots?|tickets?|capacity)( is| are)?( left)?|no (more |free )?[a-z]+ (is |are )?(left|free|available)|all (the )?[a-z]+ (are|have been) (lent|taken|out|borrowed|rented|booked|reserved|in use|used)|(capacity|limit|maximum)( is| was| has been)? (reached|exceeded|exhausted)|no more [^.;]{1,40}\bthan\b|too many)\b/;
const CAPACITY =
  /^(capacity|seats?|places?|spots?|slots?|room|limit|size|max(imum)?(members|participants|attendees|guests|players|people|seats|places|items|entries|size|capacity|uses|bookings|signups|registrations)?|(seat|place|member|participant|guest|player|item)s?limit|total(seats|places|tickets|spots)|tickets|copies|units|licen[cs]es)$/;

/** "The event is full", "at most 20 items to a list": how many rows there may be with the same row around; null where nothing says. */
export function limitOf(
  deciding: Deciding,
  draft: Draft,
  set: readonly Condition[],
): ContractLimit | null {
  const { inference, facts } = deciding;
  const { operation } = facts.subject;
  for (const { status, description } of operation.responses) {
    const refusal = REFUSALS[status];
    const said = description.toLowerCase();
    const text = operation.text.includes(status) ? `${said}. ${operation.text}` : said;
    if (refusal === undefined) continue;
    for (const [noun, by] of draft.parents) {
      const parent = inference.drafts.get(noun);
      if (parent?.key == null || !(FULL.test(text) || numberSaid(draft, text) !== null)) continue;
      const most = mostOf(draft, parent, text);
      const counted = most === null ? null : countedStates(draft, parent);
      const when = counted?.length === 0 ? notOver(deciding, draft) : counted;
      if (most === null || when === null || !isReached(set, when, facts.intent === 'create'))
        continue;
      const sentence = description.charAt(0).toUpperCase() + description.slice(1);
      const says = `${sentence.replace(/\.$/, '')}.`.slice(0, 300);
      return { of: resourceName(parent), by, most, when, refusal, says };
    }
  }
  return null;
}

/** The member of the row around that says how many, or a number in words. */
function mostOf(draft: Draft, parent: Draft, text: string): string | number | null {
  const said = numberSaid(draft, text);
  if (said !== null) return said;
  const numbers = [...parent.members.values()].filter(
    ({ kind, made, name, refers }) =>
      kind === 'integer' &&
      made === undefined &&
      refers === undefined &&
      CAPACITY.test(plain(name)),
  );
  const words = text.split(/[^a-z]+/);
  const named = numbers.filter(({ name }) => words.includes(plain(name)));
  const [only, ...others] = named.length > 0 ? named : numbers;
  return only === undefined || others.length > 0 ? null : only.name;
}

/** "At most 20 items". */
function numberSaid(draft: Draft, text: string): number | null {
  const last = draft.words.at(-1) ?? draft.noun;
  const found =
    /\b(?:at most|no more than|not more than|up to|maximum of|maximum|max|limited to|limit of|more than) (\d{1,6}) ([a-z]+)\b/.exec(
      text,
    );
  return found !== null && singular(found[2] ?? '') === last ? Number(found[1]) : null;
}

/** What the row around counts of such rows is what fills it. */
function countedStates(draft: Draft, parent: Draft): ContractLimit['when'] | null {
  const counts = parent.gathered.filter(
    ({ resource, take, when = [] }) =>
      resource === resourceName(draft) && take === 'count' && when.length > 0,
  );
  const [only, ...others] = counts;
  if (others.length > 0) return null;
  return only?.when ?? [];
}

/** The operation can bring about such a row. */
function isReached(
  set: readonly Condition[],
  when: ContractLimit['when'],
  makes: boolean,
): boolean {
  if (when.length === 0) return makes;
  return when.every(
    ({ member, value, not }) =>
      // What nobody has said is nothing at first.
      (makes && value === null && !set.some((one) => one.member === member)) ||
      set.some(
        (one) =>
          one.member === member &&
          (one.source.in !== 'constant' || (one.source.value === value) !== (not === true)),
      ),
  );
}

export function limited(limit: ContractLimit | null): { limit?: ContractLimit } {
  return limit === null ? {} : { limit };
}
