import type {
  Condition,
  ContractAnswer,
  ContractGuard,
  ContractLimit,
} from '@quantumlayer/contracts';
import { plain } from '../words.ts';
import { scopeOf } from './access.ts';
import { amountOf } from './amounts.ts';
import { opensOf } from './conditional.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Deed, findDeed, statesAfter } from './deeds.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { momentOfDeed, onceGuards } from './ended.ts';
import { findOne } from './find-one.ts';
import { guardsOf } from './guards.ts';
import { limited, limitOf } from './limits.ts';
import { numberGiven } from './numbered.ts';
import { guarded } from './parts.ts';
import { assignmentsOf, type Place } from './places.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';
import { singletonOf } from './singletons.ts';

/** `POST /orders/{id}/cancel`, `POST /posts/{id}/like`, `POST /click`. */
export function decideDeed(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const found = findOne(deciding, draft);
  if (found === null) return ask(facts, 'which');
  const answered = buildAnswer({ inference, views, operation, draft, figures: [], many: false });
  if ('missing' in answered) return ask(facts, 'answer', answered.missing);
  const { answer } = answered;
  const { single, ...place } = found;
  const moved = amountOf(inference, draft, facts);
  const deed = moved === null ? findDeed(inference, draft, facts) : null;
  const sets = deed?.does === 'set' ? { member: deed.member.name, value: deed.value } : null;
  const common = {
    ...guarded(guardsOf(deciding, draft, sets)),
    resource: resourceName(draft),
    ...place,
    scope: single ? ('all' as const) : scopeOf(draft, facts, access, all),
    answer,
  };
  const counted = singletonOf(deciding, draft)?.counts ?? null;
  const counter = counted === null ? undefined : findMember(draft, counted);
  const opens = opensOf(inference, draft, facts);
  if (single && counter !== undefined && operation.body === null) {
    const said = facts.subject.action.join(' ');
    if (/reset|clear/.test(said))
      return {
        kind: 'change',
        ...common,
        set: [constant(counter.name, 0)],
        opens,
        ifMatch: null,
        whole: false,
        makes: true,
      };
    return {
      kind: 'increment',
      ...common,
      member: counter.name,
      by: /decre|down|minus/.test(said) ? -1 : 1,
      makes: true,
    };
  }
  if (moved !== null)
    return {
      ...{ kind: 'increment', ...common, opens, member: moved.member.name, by: moved.by },
      ...{ amount: moved.source, makes: false },
    };
  const stamped = deed === null ? stampedBy(draft, facts) : null;
  if (stamped !== null)
    return {
      ...{ kind: 'change', ...common, opens, ifMatch: null, whole: false, makes: false },
      set: [{ member: stamped, source: { in: 'now' } }],
    };
  const moment = deed === null ? momentOfDeed(draft, facts) : null;
  if (moment !== null)
    return {
      ...{ kind: 'change', ...common, opens, ifMatch: null, whole: false, makes: false },
      ...guarded([...(common.guards ?? []), ...onceGuards(facts, moment)]),
      set: [
        ...assignmentsOf(inference, draft, facts),
        { member: moment.name, source: { in: 'now' } },
      ],
    };
  if (deed === null) return follows(deciding, draft, common) ?? ask(facts, 'deed');
  const set = [...assignmentsOf(inference, draft, facts), ...momentsOf(draft, facts, deed)];
  const stated = sets === null ? set : [...set, constant(sets.member, sets.value)];
  const limit = limited(limitOf(deciding, draft, stated));
  const numbered = numberGiven(draft, facts);
  const carried = carryOut(deed, { common: { ...common, ...limit }, opens, set, single });
  return numbered !== null && carried.kind === 'change'
    ? { ...carried, numbers: numbered.name }
    : carried;
}

/** `POST /services/{id}/heartbeat` is when `last_heartbeat` was. */
function stampedBy(
  draft: Draft,
  { subject: { action, operation } }: Deciding['facts'],
): string | null {
  const [word, ...others] = action;
  if (word === undefined || others.length > 0 || operation.body !== null) return null;
  const names = ['', 'at', 'time', 'date', 'on'].flatMap((end) => [
    ...[`last${word}${end}`, `latest${word}${end}`],
    ...(word === 'heartbeat' || word === 'ping' ? [`lastseen${end}`] : []),
  ]);
  const found = [...draft.members.values()].find(
    ({ name, kind, made }) => kind === 'text' && made === undefined && names.includes(plain(name)),
  );
  return found?.name ?? null;
}

/** `done_at` is when a ticket was done, and nothing when it is open again. */
function momentsOf(draft: Draft, { subject }: Deciding['facts'], deed: Deed): Condition[] {
  if (deed.does !== 'set') return [];
  const words = subject.action.flatMap((word) => [word, ...statesAfter(word)]);
  const own = typeof deed.value === 'string' ? deed.value : deed.member.name;
  const names = [...words, plain(own).replace(/^is(?=.)/, '')].flatMap((state) =>
    ['at', 'on', 'date', 'time'].map((end) => `${state}${end}`),
  );
  const isOver = subject.operation.method === 'delete' || deed.value === false;
  const source: Condition['source'] = isOver ? { in: 'constant', value: null } : { in: 'now' };
  return [...draft.members.values()].flatMap(({ name, kind, made }) =>
    kind === 'text' && made === undefined && names.includes(plain(name))
      ? [{ member: name, source }]
      : [],
  );
}

type Carried = { common: Common; opens: Condition | null; set: Condition[]; single: boolean };

/** What a deed amounts to. */
function carryOut(deed: Deed, { common: all, opens, set, single }: Carried): Decision {
  const { limit, ...common } = all;
  const change = {
    kind: 'change',
    ...common,
    ...(limit && { limit }),
    opens,
    ifMatch: null,
    whole: false,
  } as const;
  switch (deed.does) {
    case 'set': {
      const told = set.filter(({ source }) => source.in !== 'query');
      return { ...change, set: [...told, constant(deed.member.name, deed.value)], makes: false };
    }
    case 'count':
      return {
        ...{ kind: 'increment', ...common, opens, member: deed.member.name, by: deed.by },
        makes: single,
      };
    case 'toggle':
      return { kind: 'toggle', ...common, member: deed.member.name };
    default:
      return { ...change, set, makes: false };
  }
}

function constant(member: string, value: string | number | boolean): Condition {
  return { member, source: { in: 'constant', value } };
}

type Common = {
  guards?: ContractGuard[];
  limit?: ContractLimit;
  resource: string;
  answer: ContractAnswer;
  scope: ReturnType<typeof scopeOf>;
} & Place;

/** A visit that leads somewhere else only reads. */
function follows({ facts }: Deciding, draft: Draft, common: Common): Decision | null {
  const isRead = facts.subject.operation.method === 'get' && common.answer.body.as === 'redirect';
  return isRead && draft.key !== null
    ? { kind: 'read', ...common, opens: null, makes: false }
    : null;
}
