import type { Condition, Member, Source } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain } from '../words.ts';
import { scopeOfParent } from './access.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, findMember } from './draft.ts';
import { isSecretName, isTokenName } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { ownCondition, placeOf } from './places.ts';
import { singletonOf } from './singletons.ts';

/** The records that an operation names on the way to its own. */
export function placeIn({ inference, facts, access, all }: Deciding, draft: Draft) {
  return placeOf(inference, draft, facts, (parent) => scopeOfParent(parent, facts, access, all));
}

/** How the one record of an operation is found; null when the document does not tell. */
export function findOne(deciding: Deciding, draft: Draft) {
  const { inference, facts, access } = deciding;
  const place = placeIn(deciding, draft);
  if (place === null) return null;
  const own = ownCondition(draft, facts);
  if (own !== null)
    return { ...place, where: [...place.where, own, ...amongOwn(deciding, draft)], single: false };
  if (facts.subject.own !== null) return null;
  const given = givenIn(draft, facts);
  if (given.length > 0) return { ...place, where: [...place.where, ...given], single: false };
  const { accounts } = inference;
  const key = draft.key?.member ?? 'id';
  if (accounts?.draft === draft && access.for === 'session')
    return { ...place, where: [ownAccount(key)], single: false };
  const one = singletonOf(deciding, draft);
  return one === null ? null : { ...place, where: [...place.where, ...one.where], single: true };
}

/** Where people name their records, each name is one of theirs. */
function amongOwn({ inference, access }: Deciding, draft: Draft): Condition[] {
  const key = inference.accounts?.draft.key?.member;
  if (
    draft.ownKeyed === null ||
    draft.owner === null ||
    key === undefined ||
    access.for !== 'session'
  )
    return [];
  return [{ member: draft.owner, source: { in: 'account', name: key } }];
}

function ownAccount(key: string): Condition {
  return { member: key, source: { in: 'account', name: key } };
}

/** What the request says of the one record: something that only one has, or all there is to say when it goes. */
function givenIn(draft: Draft, { subject: { operation }, intent }: Facts): Condition[] {
  if (!['read', 'download', 'update', 'remove', 'deed'].includes(intent)) return [];
  const given: Source[] = [
    ...operation.parameters
      .filter(({ in: place, required }) => place === 'query' && required)
      .map(({ name }): Source => ({ in: 'query', name })),
    ...askedIn(operation.body?.schema).map((name): Source => ({ in: 'body', name })),
  ];
  const named = given.flatMap((source): Condition[] => {
    const called = 'name' in source ? source.name : '';
    const member = findMember(draft, called) ?? onlyToken(draft, called);
    return member === undefined || member.kind === 'password'
      ? []
      : [{ member: member.name, source }];
  });
  const unique = named.find(({ member }) => isUnique(draft, member));
  if (unique !== undefined) return [unique];
  const isWhole = intent === 'remove' && operation.body !== null && named.length === given.length;
  return isWhole ? named : [];
}

/** A `token` is the `unsubscribeToken`, where the record has no other. */
function onlyToken({ members, key }: Draft, name: string): Member | undefined {
  if (!isTokenName(name) && !isSecretName(name)) return undefined;
  const tokens = [...members.values()].filter(
    (one) => one.made === 'token' && one.name !== key?.member,
  );
  const [only, ...others] = tokens;
  const isLike = only !== undefined && plain(only.name).endsWith(plain(name));
  return isLike && others.length === 0 ? only : undefined;
}

function isUnique(draft: Draft, name: string): boolean {
  const member = findMember(draft, name);
  const isToken = member?.made === 'token' && member.hashed === true;
  return (
    member?.unique === true ||
    isToken ||
    (draft.key?.member === name && draft.key.made !== 'client') ||
    draft.uniqueTogether.some((group) => group.at(-1) === name)
  );
}

/** What a body has to say; the only thing that it can say has to be said. */
function askedIn(body: Flat | undefined): string[] {
  const { required = new Set<string>(), properties = new Map() } = body ?? {};
  return required.size === 0 && properties.size === 1 ? [...properties.keys()] : [...required];
}
