import type { Flat } from '../flatten.ts';
import { plain } from '../words.ts';
import { addMember, type Draft } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
};
const SAID =
  /[`"'“]?\b([a-z]+)[`"'”]? (?:when|if|while|as long as|where|after) (?:its|the|their|a)? ?(?:(?:last|latest|most recent) )?([a-z]+) (?:is|was|came|arrived|has been|were)?(?: sent| received| seen)? ?(?:at most|not more than|no more than|less than|within(?: the last)?|not older than|no older than|younger than|in the last) (\d+) (second|minute|hour|day)s?\b/;

type Shown = { name: string; schema: Flat; facts: readonly Facts[] };

/** "`up` when its last heartbeat is at most 60 seconds old, else `down`": told by the time of the last change. */
export function addFreshness(draft: Draft, { name, schema, facts }: Shown): boolean {
  const values = (schema.choices ?? []).filter((each) => typeof each === 'string');
  if (schema.type !== 'string' || values.length !== 2) return false;
  if (draft.derived.some((one) => one.name === name)) return true;
  for (const { subject } of facts) {
    const found = SAID.exec(`${subject.operation.text} ${schema.description.toLowerCase()}`);
    const [, word = '', what = '', count = '', unit = ''] = found ?? [];
    const fresh = values.find((each) => plain(each) === word);
    const stale = values.find((each) => each !== fresh);
    const seconds = Number(count) * (SECONDS[unit] ?? 0);
    if (fresh === undefined || stale === undefined || seconds === 0) continue;
    if (
      what !== draft.noun &&
      !/^(report|update|signal|ping|message|sign|contact|change)$/.test(what)
    )
      continue;
    const { name: of } = addMember(draft, 'changed-at', {
      kind: 'text',
      nullable: false,
      made: 'changed',
    });
    draft.derived.push({ name, take: 'fresh', of, seconds, fresh, stale });
    return true;
  }
  return false;
}
