import { plain, wordsOf } from '../words.ts';
import { isOpposite, schemasOf } from './choices.ts';
import { statesAfter } from './deeds.ts';
import { addMember, type Draft, type Inference } from './draft.ts';
import { addWritten, writtenOf } from './members.ts';
import type { Facts } from './operation-facts.ts';

/** "Marks the cart as checked out", "the order is paid already": a state that no answer shows, and what is said with it. */
export function addMarks(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { subject, intent, ownBy } of facts) {
    const { operation, own, action } = subject;
    if (intent !== 'deed' || (own === null && ownBy === null)) continue;
    const states = action.flatMap(statesAfter);
    const said = [...statesSaid(operation)].find((state) => states.includes(plain(state)));
    const isShown = states.some((state) => isKnown(inference, draft, plain(state)));
    // What is said with a state that answers show is kept beside it: by whom it is reserved.
    if (isShown && operation.body !== null) addSaid(inference, draft, { subject, ownBy });
    if (said === undefined || isKnown(inference, draft, plain(said))) continue;
    const [first = '', ...rest] = wordsOf(said);
    const name = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
      '',
    );
    addMember(draft, name, { kind: 'boolean', nullable: false, default: false });
    draft.marks.set(name, operation);
    addSaid(inference, draft, { subject, ownBy });
  }
}

function addSaid(
  inference: Inference,
  draft: Draft,
  { subject: { operation }, ownBy }: Pick<Facts, 'subject' | 'ownBy'>,
): void {
  for (const [given, schema] of writtenOf(inference, operation))
    if (given !== ownBy?.name)
      addWritten(inference, draft, { name: given, schema, isAccount: false });
}

function* statesSaid({ text, responses }: Facts['subject']['operation']): Iterable<string> {
  for (const [, state = ''] of text.matchAll(
    /\b(?:marks?|flags?|sets?|turns?) (?:[a-z]+ ){1,3}(?:as|to) ([a-z]+(?: (?:out|in|up|off|away))?)\b/g,
  ))
    yield state;
  for (const { status, description } of responses) {
    if (!/^(400|403|409|422)$/.test(status)) continue;
    const clause = description.toLowerCase();
    yield* [...clause.matchAll(/\b([a-z]+(?: (?:out|in|up|off|away))?) already\b/g)].map(
      ([, state = '']) => state,
    );
    yield* [...clause.matchAll(/\balready (?:been )?([a-z]+(?: (?:out|in|up|off|away))?)/g)].map(
      ([, state = '']) => state,
    );
  }
}

/** Something that answers show has this state. */
function isKnown(inference: Inference, draft: Draft, state: string): boolean {
  const stem = (name: string) => plain(name).replace(/^(is|has|was)(?=.)/, '');
  const isCalled = (name: string) => stem(name) === state;
  const shown = [...schemasOf(inference, draft)].some(
    ([name, { choices, type }]) =>
      isCalled(name) ||
      (type === 'boolean' && isOpposite(state, stem(name))) ||
      choices?.some((each) => typeof each === 'string' && plain(each) === state),
  );
  return shown || [...draft.members.values()].some(({ name }) => isCalled(name));
}
