import { camel } from '../words.ts';
import { addMember, type Draft, findMember, type Inference } from './draft.ts';
import { decideKey } from './keys.ts';
import { addParents, addWrittenMembers, type Facts, factsOf } from './members.ts';
import { addShownMembers } from './shown.ts';
import { addUnique } from './unique.ts';

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
  for (const draft of drafts) addWrittenMembers(inference, draft, of(draft));
  for (const draft of drafts) decideKey(inference, draft, of(draft));
  for (const draft of drafts) addReferences(inference, draft);
  // Children first: what is gathered from them has to be known.
  for (const draft of drafts.toSorted((one, other) => other.parents.size - one.parents.size))
    addShownMembers(inference, draft, of(draft));
  for (const draft of drafts) addUnique(inference, draft, of(draft));
  return facts;
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

/** The members that hold keys of parents, be they shown or not. */
function addReferences({ drafts }: Inference, draft: Draft): void {
  for (const [noun, name] of draft.parents) {
    const parent = drafts.get(noun);
    if (parent?.key == null) continue;
    const refers = camel(parent.words);
    const known = findMember(draft, name);
    if (known === undefined)
      addMember(draft, name, { kind: parent.key.kind, nullable: false, refers });
    else replaceMember(draft, { ...known, kind: parent.key.kind, refers });
  }
}

function replaceMember(draft: Draft, member: NonNullable<ReturnType<typeof findMember>>): void {
  for (const [plainName, each] of draft.members)
    if (each.name === member.name) draft.members.set(plainName, member);
}
