import type { ContractGuard } from '@quantumlayer/contracts';
import { hasStatus, type Response } from '../operations.ts';
import { singular, wordsOf } from '../words.ts';
import { type State, stateCalled } from './choices.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { REFUSALS } from './refusals.ts';

const AROUND =
  /^(the|a|an|its|it|is|was|are|were|has|have|been|already|before|this|that|that's|now|currently|be|because|since|when|if|which|to|of|in|for|by|state|status|any|more|longer)$/;

/** "The poll is closed", "already cancelled": states in which the document has a refusal for the operation. */
export function guardsOf(deciding: Deciding, draft: Draft, sets: State | null): ContractGuard[] {
  const { subject } = deciding.facts;
  const guards = subject.operation.responses.flatMap((response) =>
    clausesOf(response).flatMap((clause) => guardIn(deciding, draft, { response, clause, sets })),
  );
  const inText = [
    ...subject.operation.text.matchAll(
      /([^.;]*?\b(?:is|are|was|were) [^.;]*?) (?:is|are|gets?|will be)? ?(?:refused|rejected|answered)? ?(?:with )?\(?(400|403|409|422)\)?/g,
    ),
  ].flatMap(([, clause = '', status = '']) => {
    const response = subject.operation.responses.find((one) => one.status === status);
    return response === undefined
      ? []
      : guardIn(deciding, draft, { response: { ...response, description: clause }, clause, sets });
  });
  const all = [...guards, ...inText, ...elsewhere(deciding)];
  return [...new Map(all.map((one) => [`${one.of} ${one.member} ${one.value}`, one])).values()];
}

const NOT_ADDED =
  /\b(?:can ?not|can['’]t|may not|must not|no (?:more )?[a-z]+ (?:can|may) be|nothing (?:can|may) be) (?:be )?(?:added|appended|put|posted|written|booked)(?: any ?more)?(?: to| in| into| on)? (?:an?|the|any) ([a-z]+)(?: that| which| once it| when it| if it| after it)? (?:is|was|has been|have been) (?:already )?([a-z]+(?: (?:out|in|up|off|away))?)/g;

/** "Items can not be added to a cart that is checked out", said where carts are checked out. */
function elsewhere({ inference, facts, all }: Deciding): ContractGuard[] {
  const { subject, intent } = facts;
  const parent = inference.drafts.get(subject.parents.at(-1)?.noun ?? '');
  if (intent !== 'create' || parent === undefined) return [];
  const status = subject.operation.responses.find(({ status }) => REFUSALS[status] !== undefined);
  return all.flatMap(({ facts: { subject: other } }) =>
    [...other.operation.text.matchAll(NOT_ADDED)].flatMap(([said, noun = '', state = '']) => {
      if (noun !== parent.words.at(-1)) return [];
      const found = stateCalled(inference, parent, state.replaceAll(' ', ''));
      if (found === null) return [];
      const refusal = hasStatus(subject.operation, 409)
        ? 'conflict'
        : (REFUSALS[status?.status ?? ''] ?? 'conflict');
      const says = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`.slice(0, 300);
      return [{ of: resourceName(parent), ...found, refusal, says }];
    }),
  );
}

function clausesOf({ status, description }: Response): string[] {
  if (REFUSALS[status] === undefined) return [];
  return description
    .split(/[;,.]|\bor\b/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

type Read = { response: Response; clause: string; sets: State | null };

function guardIn(
  deciding: Deciding,
  draft: Draft,
  { response, clause, sets }: Read,
): ContractGuard[] {
  const refusal = REFUSALS[response.status];
  const needed = neededIn(deciding, draft, { response, clause, sets });
  if (needed !== null) return needed;
  const words = wordsOf(clause);
  if (refusal === undefined || words.length > 12) return [];
  const of = recordIn(deciding, draft, words);
  if (of === null) return [];
  const names = [...of.draft.words, of.draft.noun];
  const rest = words.filter(
    (word) => !AROUND.test(word) && !names.includes(word) && !names.includes(singular(word)),
  );
  const isDenied = rest.some((word) => DENIES.test(word));
  const word = rest.filter((one) => !DENIES.test(one)).join('') || undefined;
  const isSaid = /\b(is|was|are|were|been|already|not|no|never)\b/i.test(clause);
  const none = emptyIn(of.draft, words);
  if (none !== null)
    return [
      {
        ...(of.isOwn ? {} : { of: resourceName(of.draft) }),
        ...{ member: none, value: null, empty: true as const }, // a literal
        ...{ refusal, says: sentence(clause) },
      },
    ];
  const state =
    word === undefined
      ? already(words, of, sets)
      : isSaid
        ? stateCalled(deciding.inference, of.draft, word)
        : null;
  if (state === null && isOver(words) && of.isOwn && sets !== null) {
    const initial = findMember(of.draft, sets.member)?.default;
    if (initial === undefined) return [];
    return [{ member: sets.member, value: initial, not: true, refusal, says: sentence(clause) }];
  }
  if (state === null || findMember(of.draft, state.member) === undefined) return [];
  return [
    {
      ...(of.isOwn ? {} : { of: resourceName(of.draft) }),
      ...state,
      ...(isDenied && { not: true as const }), // a literal
      refusal,
      says: sentence(clause),
    },
  ];
}

/** "Only pending expenses can be rejected", "the order must be paid": every other state is refused. */
function neededIn(
  deciding: Deciding,
  draft: Draft,
  { response, clause }: Read,
): ContractGuard[] | null {
  const refusal = REFUSALS[response.status];
  const said = clause.toLowerCase();
  const state =
    /^only (?:an? )?([a-z]+) [a-z]+ (?:can|may) be [a-z]+/.exec(said)?.[1] ??
    /\b(?:must|has to|have to|needs to) be ([a-z]+)\b/.exec(said)?.[1];
  const of = state === undefined ? null : recordIn(deciding, draft, wordsOf(clause));
  if (state === undefined || of === null || refusal === undefined) return null;
  const found = stateCalled(deciding.inference, of.draft, state);
  if (found === null || findMember(of.draft, found.member) === undefined) return null;
  const own = of.isOwn ? {} : { of: resourceName(of.draft) };
  return [{ ...own, ...found, not: true, refusal, says: sentence(clause) }];
}

const DENIES = /^(not|no|never)$/;

/** "Without lines", "the cart is empty", "nobody has entered": the rows that the record shows or counts, of which there are none. */
function emptyIn({ gathered, noun, words: own }: Draft, words: readonly string[]): string | null {
  const below = gathered.filter(({ take }) => take === 'rows' || take === 'count');
  const named = below.find(({ name, resource }) =>
    words.some(
      (word) => singular(word) === singular(wordsOf(name).join('')) || singular(word) === resource,
    ),
  );
  const said = words.join(' ');
  if (named !== undefined && /\b(without|has no|have no|there are no|contains no|no)\b/.test(said))
    return said.includes('longer') || said.includes('more') ? null : named.name;
  const last = own.at(-1) ?? noun;
  const isEmpty =
    new RegExp(`^(?:the |this )?(?:${last} )?(?:is )?empty$`).test(said) ||
    /^(nobody|no one|nothing) (has|is|was) [a-z]+( yet)?$/.test(said);
  const [only, ...others] = below;
  return isEmpty && only !== undefined && others.length === 0 ? only.name : null;
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`.slice(0, 300);
}

/** "Already answered": it is no longer as it was at first. */
function isOver(words: readonly string[]): boolean {
  return (
    words.includes('already') &&
    words.some((word) =>
      /^(answered|decided|handled|processed|reviewed|responded|resolved|settled|judged|completed|finished|closed|done)$/.test(
        word,
      ),
    )
  );
}

type Of = { draft: Draft; isOwn: boolean };

/** "Already", of an operation that sets a state. */
function already(words: readonly string[], { isOwn }: Of, sets: State | null): State | null {
  return isOwn && words.includes('already') ? sets : null;
}

/** The record that a clause speaks of: the one that it names, else the one that the operation is about. */
function recordIn(
  { inference, facts }: Deciding,
  draft: Draft,
  words: readonly string[],
): Of | null {
  const { subject, intent, ownBy } = facts;
  const hasOwn = (subject.own !== null || ownBy !== null) && intent !== 'create';
  const isNamed = (one: Draft) =>
    words.some((word) => [one.noun, one.words.at(-1)].includes(singular(word)));
  if (hasOwn && isNamed(draft)) return { draft, isOwn: true };
  for (const { noun } of subject.parents.toReversed()) {
    const parent = inference.drafts.get(noun);
    if (parent !== undefined && (isNamed(parent) || (!hasOwn && !isNamed(draft))))
      return { draft: parent, isOwn: false };
  }
  return hasOwn ? { draft, isOwn: true } : null;
}
