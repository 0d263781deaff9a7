import type { Behaviour } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { isCounterName } from './names.ts';
import { assignmentsOf, type Place } from './places.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

type Increment = Extract<Behaviour, { kind: 'increment' }>;

/** A request that gives nothing but the key of what it counts; null for every other one. */
export function decideCounting(deciding: Deciding, draft: Draft, place: Place): Decision | null {
  const { inference, views, facts } = deciding;
  const { operation } = facts.subject;
  const [key, ...others] = assignmentsOf(inference, draft, facts);
  const member = countedMember(deciding, draft);
  if (key === undefined || others.length > 0 || member === null) return null;
  if (key.member !== draft.key?.member || draft.key.made !== 'client') return null;
  const answer = buildAnswer({ inference, views, operation, draft, figures: [], many: false });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  return {
    kind: 'increment',
    resource: resourceName(draft),
    parents: place.parents,
    where: [...place.where, key],
    scope: 'all',
    answer: answer.answer,
    member,
    by: 1,
    makes: true,
    ...logsOf(deciding),
  };
}

/** Each time is kept, where another operation counts by time. */
function logsOf({ inference, facts }: Deciding): Pick<Increment, 'logs'> {
  const events = [...inference.drafts.values()].find(
    ({ recordedBy }) => recordedBy?.operation === facts.subject.operation,
  );
  return events?.recordedBy == null
    ? {}
    : { logs: { resource: resourceName(events), by: events.recordedBy.by } };
}

/** The number that records show and nobody gives. */
function countedMember({ inference, all }: Deciding, draft: Draft): string | null {
  const own = all.filter(({ facts }) => facts.subject.noun === draft.noun);
  const isGiven = (name: string) =>
    own.some(({ facts }) => facts.subject.operation.body?.schema.properties.has(name) === true);
  const names = own.flatMap(({ facts }) => [...(facts.row?.schema.properties ?? [])]);
  for (const [name, raw] of names)
    if (isCounterName(name) && flatten(inference.root, raw).type === 'integer' && !isGiven(name))
      return findMember(draft, name)?.name ?? null;
  return null;
}
