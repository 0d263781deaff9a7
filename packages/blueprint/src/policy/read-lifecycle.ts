import {
  accept,
  acceptAny,
  type Cursor,
  cursorOf,
  isDone,
  peek,
  tokenAt,
} from '../grammar/cursor.ts';
import type { Token } from '../text/tokens.ts';
import { JOINTS, textOf } from './clauses.ts';
import type { Of, Step, Who } from './statements.ts';
import { transitionName } from './states.ts';
import { type KnowsRole, readWho } from './who.ts';
import { RIGHT_VERBS } from './words.ts';

type Lifecycle = Omit<Of<'lifecycle'>, 'start' | 'end'>;
export type KnowsState = (words: string) => boolean;

const MOVES = 'goes|go|moves|move|passes|pass|changes|change|progresses|progress|develops|runs|run';
const CHAIN = new RegExp(
  `^(?:(?:the )?(?:status|state) of )?(?:an?|the|every|each|all) ?(?<first>.+?) (?:can |may |must |will |first |always )*(?:${MOVES}) from (?<chain>.+)$`,
);
const BARE_CHAIN = new RegExp(
  `^(?<first>[a-z ]+?) (?:can |may |must |will |first |always )*(?:${MOVES}) from (?<chain>.+)$`,
);
/** "... and goes from draft to sent": of what the sentence spoke before. */
const SHARED_CHAIN = new RegExp(
  `^(?:can |may |must |will |first |then |always )*(?:${MOVES}) from (?<chain>.+)$`,
);
const IS_CLAUSE = /[,;:]|\b(?:and|has|have|belongs?|is|are|with)\b/;
const STEPS =
  / ?,? ?(?:and )?then(?: to)? | ?, (?:and )?(?:finally )?to | to | ?, (?:and )?(?:finally )?| - > | -> | → | > | => | through | via /;

/** "an order goes from draft to submitted to approved, then to paid". */
export function readChain(text: string, spokenOf: readonly string[] = []): Lifecycle | null {
  const { rest, from: reopened } = REOPENED.exec(text)?.groups ?? {};
  if (rest !== undefined) return reopening(readChain(rest, spokenOf), reopened);
  const shared = spokenOf.length > 0 ? SHARED_CHAIN.exec(text) : null;
  const { first = spokenOf.join(' '), chain = '' } =
    (shared ?? CHAIN.exec(text) ?? BARE_CHAIN.exec(text))?.groups ?? {};
  const places = chain.split(STEPS).map((place) => place.trim().replace(/^(?:and|to|then) /, ''));
  const steps = stepsBetween(places);
  if (steps === null || IS_CLAUSE.test(first)) return null;
  const words = first
    .split(' ')
    .filter((word) => !/^(status|state|of|the|its|their|that|which)$/.test(word));
  return { kind: 'lifecycle', thing: words.length === 0 ? null : words, steps };
}

const REOPENED =
  /^(?<rest>.+?) ?,? (?:and|but) (?:they |it )?(?:can|may) (?:also |then |later )?be re-?opened(?: again)?(?: from (?<from>.+))?$/;

/** "... and can be reopened from resolved or closed": back to where it is open, else to where it began. */
function reopening(chain: Lifecycle | null, said: string | undefined): Lifecycle | null {
  if (chain === null) return null;
  const states = [...new Set(chain.steps.flatMap(({ from, to }) => [...from, to]))];
  const [first = ''] = states;
  const to = ['open', 'reopened'].find((state) => states.includes(state)) ?? first;
  const from = said?.split(/ ?, (?:or )?| or | and /) ?? states.slice(-1);
  if (!from.every((state) => states.includes(state)) || from.includes(to)) return null;
  return { ...chain, steps: [...chain.steps, { from, to, name: 'reopen' }] };
}

/** From each place to the next; a place may be one of several states: "approved or rejected". Null when one is no state. */
function stepsBetween(places: readonly string[]): Step[] | null {
  const states = places.map((place) => place.replace(/^either /, '').split(/ (?:or|\/) /));
  const isState = (state: string) =>
    /^(?!(?:an?|the|one|his|her|their|its|any) )[a-z][a-z -]*$/.test(state) &&
    state.split(' ').length <= 3;
  if (states.length < 2 || !states.flat().every(isState)) return null;
  return states
    .slice(1)
    .flatMap((next, index) => next.map((to): Step => ({ from: states[index] ?? [], to })));
}

const ARROWS =
  /^(?:status|state|stage|phase)(?: (?:moves|goes|runs))? ?:? ?(?<chain>[a-z][a-z -]*(?: (?:- >|→|= >|>) [a-z][a-z ]*){2,})$/;

/** "status: reported -> assigned -> fixed": states and the steps between them. */
export function readArrows(text: string): Lifecycle | null {
  const states = (ARROWS.exec(text)?.groups?.chain ?? '')
    .split(/ (?:- >|→|= >|>) /)
    .map((state) => state.trim());
  const steps = states.length < 3 ? null : stepsBetween(states);
  return steps === null ? null : { kind: 'lifecycle', thing: null, steps };
}

const DETERMINERS = ['a', 'an', 'the', 'every', 'each', 'any', 'all', 'only'];
const BECOMES = [
  'can also be',
  'may also be',
  'can be',
  'may be',
  'must be',
  'will be',
  'can then be',
  'can become',
  'may become',
  'becomes',
  'become',
  'are',
  'is',
  'get',
  'gets',
  'can get',
];

/** "a submitted order can be approved or rejected by a manager", "an employee may cancel a pending one". */
export function readStep(
  tokens: readonly Token[],
  at: number,
  knows: { role: KnowsRole; state: KnowsState },
): { lifecycle: Lifecycle; end: number } | null {
  const cursor = cursorOf(tokens, at);
  return readPassiveStep(cursor, knows) ?? readActiveStep(cursorOf(tokens, at), knows);
}

function readPassiveStep(
  cursor: Cursor,
  knows: { role: KnowsRole; state: KnowsState },
): { lifecycle: Lifecycle; end: number } | null {
  acceptAny(cursor, DETERMINERS);
  const from = readStates(cursor, knows.state);
  if (from.length === 0) return null;
  const thing = readThing(cursor, (each) => BECOMES.some((phrase) => accept({ ...each }, phrase)));
  if (thing === null || acceptAny(cursor, BECOMES) === null) return null;
  const to = readStates(cursor, knows.state);
  if (to.length === 0) return null;
  const named =
    accept(cursor, 'by') || accept(cursor, 'only by') ? readWho(cursor, knows.role) : null;
  accept(cursor, 'only');
  if (!isAtJoint(cursor)) return null;
  return { lifecycle: toLifecycle(thing, from, to, named?.who), end: cursor.at };
}

function readActiveStep(
  cursor: Cursor,
  knows: { role: KnowsRole; state: KnowsState },
): { lifecycle: Lifecycle; end: number } | null {
  accept(cursor, 'only');
  const named = readWho(cursor, knows.role);
  if (named === null) return null;
  acceptAny(cursor, [
    'may only',
    'can only',
    'may also',
    'can also',
    'can',
    'may',
    'must',
    'should',
  ]);
  const verbs: string[] = [];
  for (;;) {
    verbs.push(peek(cursor));
    cursor.at += 1;
    if (acceptAny(cursor, [', or', ', and', 'or', 'and', ',']) === null) break;
  }
  if (verbs.some(isOfRows)) return null;
  acceptAny(cursor, DETERMINERS);
  const from = readStates(cursor, knows.state);
  const thing = from.length === 0 ? null : readThing(cursor, (each) => isAtJoint(each));
  if (thing === null || !isAtJoint(cursor)) return null;
  const to = verbs.map((verb) => `:${verb.replace(/(?<=[^s])s$/, '')}`);
  return { lifecycle: toLifecycle(thing, from, to, named.who), end: cursor.at };
}

/** "delete draft orders", "edit open tickets": no step to another state. */
function isOfRows(verb: string): boolean {
  return (RIGHT_VERBS.get(verb) ?? ['create']).every((action) => action !== 'create');
}

function toLifecycle(thing: string[], from: string[], to: string[], by?: Who): Lifecycle {
  const steps = to.map((state): Step => ({ from, to: state, ...(by !== undefined && { by }) }));
  return { kind: 'lifecycle', thing: /^ones?$/.test(thing[0] ?? '') ? null : thing, steps };
}

/** "draft or submitted": known states, joined. */
function readStates(cursor: Cursor, isState: KnowsState): string[] {
  const states: string[] = [];
  for (;;) {
    const length = stateLength(cursor, isState);
    if (length === undefined) return states;
    states.push(textOf(cursor.tokens, cursor.at, cursor.at + length));
    cursor.at += length;
    const before = cursor.at;
    acceptAny(cursor, [', or', ', and', 'or', 'and', ',', '/']);
    if (cursor.at === before) return states;
    if (stateLength(cursor, isState) !== undefined) continue;
    cursor.at = before;
    return states;
  }
}

/** How many words the known state that stands here has. */
function stateLength({ tokens, at, end }: Cursor, isState: KnowsState): number | undefined {
  return [3, 2, 1].find((count) => at + count <= end && isState(textOf(tokens, at, at + count)));
}

function readThing(cursor: Cursor, isEnd: (cursor: Cursor) => boolean): string[] | null {
  const words: string[] = [];
  while (!isDone(cursor) && !isEnd(cursor)) {
    const token = tokenAt(cursor);
    if (token?.kind !== 'word' || words.length > 3) return null;
    words.push(token.lower);
    cursor.at += 1;
  }
  return words.length === 0 ? null : words;
}

function isAtJoint(cursor: Cursor): boolean {
  return isDone(cursor) || JOINTS.has(peek(cursor));
}

/** The value among `values` that a step leads to: by its name, or by the verb that leads to it (`:approve`). */
export function stateOf(word: string, values: readonly string[]): string | null {
  const verb = word.startsWith(':') ? word.slice(1) : null;
  return (
    values.find((value) =>
      verb === null ? value.toLowerCase() === word : transitionName(value) === verb,
    ) ?? null
  );
}
