import { plain } from '../words.ts';
import { addActivity } from './activity.ts';
import { addAddresses } from './addresses.ts';
import { addParty } from './amounts.ts';
import { addApart, addFreed } from './apart.ts';
import { addBin } from './bin.ts';
import { addCalculated } from './calculated.ts';
import { addMember, type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { addEdited } from './edited.ts';
import { addEvents } from './events.ts';
import { addFileLimits } from './files.ts';
import { addHistory } from './history.ts';
import { addPersonName } from './joined.ts';
import { decideKey } from './keys.ts';
import { addLifetime } from './lifetimes.ts';
import { addMarks } from './marks.ts';
import { addParents, addWrittenMembers, factsOf } from './members.ts';
import { addMoments } from './moments.ts';
import { stemOfId } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { orderSaid } from './order.ts';
import { addOrdered } from './ordered.ts';
import { addAuthorOfPage, addRowsOfPage } from './pages.ts';
import { addProtection } from './protections.ts';
import { addHiddenLeft, addLeft, addOnce, addSpent } from './readings.ts';
import { addReferred } from './referred.ts';
import { addShownMembers } from './shown.ts';
import { addSlug } from './slugs.ts';
import { addUnique } from './unique.ts';
import { addWish } from './wishes.ts';

/** Reads every operation, and fills the drafts with what they say of records. */
export function addFacts(inference: Inference): Facts[] {
  const facts = inference.subjects.map((subject) => factsOf(inference, subject));
  const of = (draft: Draft) =>
    facts.filter(
      ({ subject }) =>
        draft.subjects.includes(subject) || isEntrance(inference, draft, subject.operation),
    );
  const drafts = [...inference.drafts.values()];
  for (const draft of drafts) addParents(inference, draft, of(draft));
  addEvents(inference);
  for (const draft of drafts) {
    addMarks(inference, draft, of(draft));
    addBin(draft, of(draft));
    addParty(inference, draft, facts);
    addHistory(inference, draft, facts);
    addCalculated(inference, draft, facts);
  }
  for (const draft of drafts) addWish(inference, draft, of(draft));
  for (const draft of drafts) addWrittenMembers(inference, draft, of(draft));
  for (const draft of drafts) decideKey(inference, draft, of(draft));
  for (const draft of drafts) {
    addReferences(inference, draft, facts);
    addTree(draft, facts);
    addReferred(inference, draft, of(draft));
    addMade(inference, draft, of(draft));
  }
  // Children first: what is gathered from them has to be known.
  for (const draft of drafts.toSorted((one, other) => other.parents.size - one.parents.size))
    addShownMembers(inference, draft, of(draft));
  for (const draft of drafts) addActivity(inference, draft, of(draft));
  for (const draft of drafts) {
    addAuthorOfPage(inference, draft, facts);
    addRowsOfPage(inference, draft, of(draft));
    addFileLimits(inference, draft, of(draft));
    addUnique(inference, draft, of(draft));
    addOrdered(inference, draft, of(draft));
    addMoments(inference, draft, of(draft));
    addFreed(inference, draft);
    orderGathered(drafts, draft, facts);
  }
  return facts;
}

/** What the server makes of what was given: ends, limits, addresses. */
function addMade(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  addLifetime(inference, draft, facts);
  addLeft(inference, draft, facts);
  addHiddenLeft(inference, draft, facts);
  addOnce(draft, facts);
  addSpent(draft, facts);
  addAddresses(inference, draft, facts);
  addProtection(inference, draft, facts);
  addApart(draft, facts);
  addPersonName(inference, draft, facts);
  addEdited(inference, draft, facts);
  addSlug(inference, draft, facts);
}

/** Rows that a record shows come in the order in which they are listed. */
function orderGathered(drafts: readonly Draft[], draft: Draft, facts: readonly Facts[]): void {
  for (const [at, one] of draft.gathered.entries()) {
    const child = drafts.find((other) => resourceName(other) === one.resource);
    if (one.take !== 'rows' || child === undefined) continue;
    const created =
      [...child.members.values()].find(({ made }) => made === 'created')?.name ?? null;
    for (const { subject, intent } of facts) {
      if (intent !== 'list' || subject.noun !== child.noun) continue;
      const order = orderSaid(child, subject.operation, created);
      if (order !== null) draft.gathered[at] = { ...one, order };
    }
  }
}

/** Registering says what accounts are made of. */
function isEntrance(
  { accounts }: Inference,
  draft: Draft,
  operation: Facts['subject']['operation'],
): boolean {
  return (
    accounts?.draft === draft && (operation === accounts.register || operation === accounts.login)
  );
}

/** `parentId`: records of one kind below each other. */
function addTree(draft: Draft, facts: readonly Facts[]): void {
  const { key } = draft;
  const above = [...draft.members.values()].find(({ name, refers }) => {
    const stem =
      stemOfId(name) ?? plain(name).replace(new RegExp(`${plain(key?.member ?? '')}$`), '');
    return refers === undefined && (stem === 'parent' || stem === `parent${draft.noun}`);
  });
  if (key === null || above === undefined || above.kind !== key.kind) return;
  draft.tree = above.name;
  const isKept = facts.some(
    ({ subject, intent }) =>
      intent === 'remove' && subject.noun === draft.noun && isForReferences(subject.operation),
  );
  replaceMember(draft, {
    ...above,
    refers: resourceName(draft),
    ...(isKept && { keeps: true as const }),
  }); // a literal
}

/** A removal is refused for what refers to the record, and not for a state that it is in. */
function isForReferences({ responses }: Facts['subject']['operation']): boolean {
  const refusal = responses.find(({ status }) => status === '409');
  return (
    refusal !== undefined &&
    !/\b(no longer|any ?more|already|not an?|no)\b/i.test(refusal.description)
  );
}

/** The members that hold keys of parents, be they shown or not. */
function addReferences({ drafts }: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const [noun, name] of draft.parents) {
    const parent = drafts.get(noun);
    if (parent?.key == null) continue;
    const refers = resourceName(parent);
    const isKept = facts.some(
      ({ subject, intent }) =>
        intent === 'remove' && subject.noun === noun && isForReferences(subject.operation),
    );
    const keeps = isKept ? { keeps: true as const } : {}; // a literal
    const known = findMember(draft, name);
    if (known === undefined)
      addMember(draft, name, { kind: parent.key.kind, nullable: false, refers, ...keeps });
    else replaceMember(draft, { ...known, kind: parent.key.kind, refers, ...keeps });
  }
}

function replaceMember(draft: Draft, member: NonNullable<ReturnType<typeof findMember>>): void {
  for (const [plainName, each] of draft.members)
    if (each.name === member.name) draft.members.set(plainName, member);
}
