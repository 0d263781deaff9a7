import type {
  Behaviour,
  ContractAnswer,
  ContractGuard,
  ParentLookup,
} from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { hasStatus } from '../operations.ts';
import { plain } from '../words.ts';
import { scopeOfParent } from './access.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import type { Place } from './places.ts';
import { expectedIn } from './referred.ts';
import { type AnswerFound, buildAnswer } from './shapes.ts';
import { isAddedUp } from './unique.ts';

/** What is added to a record may be answered with the record: the cart with its new line. */
export function parentAnswer(
  { inference, views, facts }: Deciding,
  { parents }: Pick<Place, 'parents'>,
): { answer: ContractAnswer } | null {
  const name = parents.at(-1)?.resource;
  const parent = [...inference.drafts.values()].find((one) => resourceName(one) === name);
  if (parent === undefined) return null;
  const { operation } = facts.subject;
  const answer = buildAnswer({
    inference,
    views,
    operation,
    draft: parent,
    figures: [],
    many: false,
  });
  return 'missing' in answer ? null : answer;
}

/** The record itself cannot be the answer, or only a key of it that is the key of the one around it. */
export function showsParent({ subject }: Facts, answer: AnswerFound): boolean {
  return subject.parents.length > 0 && 'missing' in answer;
}

/** The records that a body refers to; of somebody else's there is nothing to be learned. */
export function expectedParents(
  { inference, facts, access, all }: Deciding,
  draft: Draft,
): ParentLookup[] {
  return expectedIn(inference, draft, facts).map(({ target, property }) => ({
    resource: resourceName(target),
    where: [{ member: target.key?.member ?? 'id', source: { in: 'body', name: property } }],
    scope: scopeOfParent(target, facts, access, all),
    referred: true,
  }));
}

/** `PUT /carts/{cartId}/lines/{sku}`: the product has to be there before a line of it is. */
export function namedParent(draft: Draft, { subject: { own } }: Facts): ParentLookup[] {
  const member = own === null ? undefined : findMember(draft, own);
  const target = member === undefined ? undefined : draft.referred.get(member.name);
  if (own === null || target?.key == null) return [];
  return [
    {
      resource: resourceName(target),
      where: [{ member: target.key.member, source: { in: 'path', name: own } }],
      scope: 'all',
    },
  ];
}

export function guarded(guards: ContractGuard[]): { guards?: ContractGuard[] } {
  return guards.length === 0 ? {} : { guards: guards.slice(0, 10) };
}

/** How a record that a PUT makes is answered where that is not how a change is. */
export function madeAnswer(
  { inference, views, facts }: Deciding,
  draft: Draft,
  changed: ContractAnswer,
): ContractAnswer | null {
  const { operation } = facts.subject;
  if (!hasStatus(operation, 201) || !hasStatus(operation, 200, 204)) return null;
  const made = buildAnswer({
    ...{ inference, views, operation, draft, figures: [], many: false },
    prefer: 201,
  });
  return 'missing' in made || made.answer.status === changed.status ? null : made.answer;
}

type Create = Extract<Behaviour, { kind: 'create' }>;
/** "If the product is in the cart already, the quantities are added up." */
export function addsUp({ inference, facts }: Deciding, draft: Draft): Create['adds'] | null {
  const { operation } = facts.subject;
  if (!isAddedUp(operation) || draft.uniqueTogether.length === 0) return null;
  for (const [name, raw] of operation.body?.schema.properties ?? []) {
    if (!/^(quantity|qty|amount|count)$/.test(plain(name))) continue;
    const member = findMember(draft, name);
    if (member?.kind === 'integer' || member?.kind === 'number')
      return { member: member.name, most: flatten(inference.root, raw).maximum };
  }
  return null;
}
