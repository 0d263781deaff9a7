import type { Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { Deciding } from './deciding.ts';
import type { Draft, Inference } from './draft.ts';
import { isCounterName } from './names.ts';
import type { Facts } from './operation-facts.ts';

/** A record of which there is one: in all, for each account, or below each parent. */
export type Singleton = { where: Condition[]; counts: string | null };

const FIXED_KEY = 'main';

export function singletonOf(
  { inference, all, access }: Pick<Deciding, 'inference' | 'all' | 'access'>,
  draft: Draft,
): Singleton | null {
  const own = all.filter(({ facts }) => facts.subject.noun === draft.noun);
  if (isPerPerson(draft) && draft.owner !== null && access.for === 'session')
    return { where: [ownedBy(inference, draft.owner)], counts: null };
  if (own.some(({ facts }) => facts.subject.own !== null || facts.ownBy !== null)) return null;
  const reading = own.filter(
    ({ facts: { intent, row, subject } }) =>
      ['read', 'download'].includes(intent) &&
      row?.many !== true &&
      subject.operation.method === 'get',
  );
  if (reading.length === 0 && draft.owner !== null && access.for === 'session') {
    const isPut = own.every(({ facts: { intent } }) => intent === 'replace' || intent === 'remove');
    // A rating that one puts: there is one of each person.
    return isPut ? { where: [ownedBy(inference, draft.owner)], counts: null } : null;
  }
  if (reading.length === 0 || own.some(({ facts: { intent } }) => intent === 'list')) return null;
  const answer = reading[0]?.facts.row?.schema ?? null;
  const integers =
    answer === null
      ? []
      : [...answer.properties].filter(
          ([name, raw]) => flatten(inference.root, raw).type === 'integer' && isCounterName(name),
        );
  const counts = integers.length === 1 ? (integers[0]?.[0] ?? null) : null;
  const isOwn = draft.owner !== null && access.for === 'session' && saysOneEach(own);
  if (draft.parents.size > 0 && !isOwn) return { where: [], counts };
  if (draft.owner !== null && access.for === 'session')
    return { where: [ownedBy(inference, draft.owner)], counts };
  if (draft.key === null) return null;
  return {
    where: [{ member: draft.key.member, source: { in: 'constant', value: FIXED_KEY } }],
    counts,
  };
}

/** "My rating", "every user has at most one rating per film": not one of the record around, but one of each person. */
function saysOneEach(own: Deciding['all']): boolean {
  return own.some(({ facts: { subject } }) =>
    /\bmy\b|\b(your|their) own\b|\bthe caller'?s\b|\b(every|each) (user|person|member|account|reader|viewer|one)\b|\b(one|once) (\w+ )?(per|for each|for every|by each) (user|person|member|account)\b|\bof (the caller|whoever is (signed|logged) in)\b/.test(
      subject.operation.text,
    ),
  );
}

/** Whoever is signed in has one of it or none, below each record around. */
export function isPerPerson({ subjects }: Draft): boolean {
  return subjects.some(({ perPerson }) => perPerson === true);
}

const ONCE_EACH =
  /\b(you|caller|user) (have |has )?already [a-z]+(ed|t|n)\b|\b(you|caller|user) (have |has )[a-z]+(ed|t|n)\b[^.;,]{0,30}\b(already|before)\b|^already (signed|voted|joined|applied|rated|reviewed|entered|responded|answered|claimed|liked|enrolled|participating)\b|\b(once|one [a-z]+) (per|for each|for every) (user|person|account|member)\b|\b(every|each) (user|person|member|account|one)\b[^.;]{0,30}\b(once|only one|at most one|a single)\b/;

/** "You have signed already": of a second one of the same person the document says that there is none. */
export function isOncePerPerson(making: readonly Facts[]): boolean {
  return (
    making.length > 0 &&
    making.every(({ subject: { operation } }) => {
      const refusal = operation.responses.find(({ status }) => status === '409');
      const said = refusal?.description.toLowerCase() ?? '';
      return refusal !== undefined && (ONCE_EACH.test(said) || ONCE_EACH.test(operation.text));
    })
  );
}

function ownedBy({ accounts }: Inference, member: string): Condition {
  return { member, source: { in: 'account', name: accounts?.draft.key?.member ?? 'id' } };
}
