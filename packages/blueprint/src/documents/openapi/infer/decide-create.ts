import type { Condition } from '@quantumlayer/contracts';
import { hasStatus } from '../operations.ts';
import { againOf } from './again.ts';
import { amongOf } from './among.ts';
import { movesOf } from './amounts.ts';
import { taggedAnswer } from './conditional.ts';
import { csvOf } from './csv.ts';
import { decideCounting } from './decide-counting.ts';
import { decideDeed } from './decide-deed.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';
import { placeIn } from './find-one.ts';
import { guardsOf } from './guards.ts';
import { joinsOf } from './joined.ts';
import { limited, limitOf } from './limits.ts';
import { memberOfLines } from './lines.ts';
import { madeWith } from './made-with.ts';
import type { Facts } from './operation-facts.ts';
import { addsUp, expectedParents, guarded, parentAnswer, showsParent } from './parts.ts';
import { assignmentsOf } from './places.ts';
import { ask } from './questions.ts';
import { renewedBy } from './renewed.ts';
import { buildAnswer } from './shapes.ts';
import { isPerPerson, singletonOf } from './singletons.ts';
import { suggestsOf } from './suggestions.ts';
import { givenSecret, upsertKey } from './upserts.ts';
import { withinOf } from './within.ts';

/** Makes a record, or all of a list. */
export function decideCreate(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access } = deciding;
  const { operation } = facts.subject;
  const place = placeIn(deciding, draft);
  if (place === null) return ask(facts, 'parent');
  const one = singletonOf(deciding, draft);
  if (one?.counts !== undefined && one.counts !== null && operation.body === null)
    return decideDeed(deciding, draft);
  const counting = decideCounting(deciding, draft, place);
  if (counting !== null) return counting;
  const csv = csvOf(deciding, draft);
  const given = assignmentsOf(inference, draft, csv?.like ?? facts);
  const set = [...place.where, ...given];
  const many = operation.body?.schema.type === 'array' || csv !== null;
  if (operation.body !== null && given.length === 0) return ask(facts, 'body');
  const answer = buildAnswer({
    inference,
    views,
    operation,
    draft,
    figures: many ? ['count'] : [],
    many,
    prefer: 201,
  });
  const answered = showsParent(facts, answer) ? parentAnswer(deciding, place) : answer;
  if (answered === null || 'missing' in answered)
    return ask(facts, 'answer', 'missing' in answer ? answer.missing : []);
  const among = many ? null : amongOf(inference, facts);
  const adds = addsUp(deciding, draft);
  const suggests = many ? null : suggestsOf(inference, draft, facts, set);
  const moves = access.for === 'session' ? movesOf(inference, draft) : null;
  const joins = access.for === 'session' && !many ? joinsOf(inference, draft, facts) : null;
  const location = hasLocation(facts) ? locationOf(deciding, draft) : null;
  const keyed = many ? null : upsertKey(draft, set, facts);
  const renewed = many ? null : renewedBy(inference, draft, facts, distinct(set));
  const again = many ? null : againOf(deciding, draft, set);
  const isSame = !many && renewed === null && again === null && SAME_AGAIN.test(operation.text);
  const within = many ? null : withinOf(deciding, draft, set);
  const opens = keyed === null ? null : givenSecret(draft, set, facts);
  const isRefusedTwice = isPerPerson(draft) && hasStatus(operation, 409);
  const replaces =
    (one !== null && !isRefusedTwice) || isSame || keyed !== null || renewed !== null;
  const lines = many ? memberOfLines(inference, draft, facts) : null;
  return {
    ...{
      kind: 'create',
      resource: resourceName(draft),
      parents: [...place.parents, ...expectedParents(deciding, draft)],
      set: distinct(set),
      ...(adds !== null && { adds }),
      ...(moves !== null && { moves }),
      ...(within !== null && { within }),
      ...(again !== null && { again }),
      ...(joins !== null && { joins }),
      ...(many || replaces ? {} : madeWith(inference, draft, facts)),
      ...(suggests !== null && { suggests }),
      ...guarded(guardsOf(deciding, draft, null)),
      ...(among !== null && { among }),
      ...limited(many || replaces ? null : limitOf(deciding, draft, set)),
    },
    where: isSame
      ? distinct(set)
      : (renewed ?? [...place.where, ...(one?.where ?? []), ...(keyed === null ? [] : [keyed])]),
    ...(renewed !== null && { renews: true as const }), // a literal
    ...(opens !== null && { opens }),
    answer: { ...taggedAnswer(facts, answered.answer), ...(location !== null && { location }) },
    shows: answered === answer ? null : (place.parents.at(-1)?.resource ?? null),
    ...{
      registers: false,
      signIn: false,
      replaces,
      many,
    },
    ...(lines !== null && { lines }),
    ...(csv !== null && { csv: csv.csv }),
  };
}

const SAME_AGAIN =
  /\b(again|twice|already|same [\w ]{1,30}|repeat\w*)\b[\w ,]{0,30}\b(changes nothing|has no( further)? effect|does nothing|is ignored|no-op)\b|\bidempotent\b/;

function hasLocation({ subject: { operation } }: Facts): boolean {
  return operation.responses.some(
    ({ headers, status }) =>
      status === '201' && headers.some(({ name }) => /^location$/i.test(name)),
  );
}

/** The path of one record, when an operation reads it without further parents. */
function locationOf({ all }: Deciding, draft: Draft): string | null {
  const read = all.find(
    ({ facts: { subject, intent } }) =>
      subject.noun === draft.noun &&
      intent === 'read' &&
      subject.own !== null &&
      subject.parents.length === 0,
  );
  return read === undefined
    ? null
    : read.facts.subject.operation.path.replace(/\{[^}]+\}/, '{key}');
}

function distinct(set: readonly Condition[]): Condition[] {
  return [...new Map(set.map((one) => [one.member, one])).values()];
}
