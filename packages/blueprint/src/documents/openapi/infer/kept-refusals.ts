import type { ContractOperation, Resource } from '@quantumlayer/contracts';
import { hasStatus, type Operation, type Response } from '../operations.ts';
import { REFUSALS } from './refusals.ts';

/** An operation as it was decided, with the records it is about. */
export type Decided = {
  operation: Operation;
  decided: Pick<ContractOperation, 'behaviour' | 'access'>;
  resources: readonly Resource[];
};

/** What is said of a refusal beside any rule. */
const GENERAL =
  /^\W*$|conflict|forbidden|denied|(?:went|was|is) wrong$|\berrors?\b|not allowed|gone|locked|refused|^problem$/i;
/** What the app does refuse, in the words that descriptions have for it. */
const KEPT: Readonly<Record<string, RegExp>> = {
  '403':
    /\bown|belong|author|creator|created by|not (?:your|the)\b|somebody else|someone else|others?\b|admin|role|permission|allowed|right|access|your|wrong|password|pin|secret|credential|token|\bkey\b|signed|logged|member|participant|attendee/i,
  '409':
    /insufficient|not enough|too (?:low|little)|funds|balance|exist|unique|taken|duplicate|registered|already|in use|there is (an?|such)|before|twice|same|refer|used by|child|below|descendant|itself|circle|overlap|\btimes?\b|slot|booked|outdated|stale|version|changed/i,
  '410': /no longer|deleted|removed|unknown|expired|over\b|any ?more|often|limit|used up|read/i,
};
/** Of what is not valid: words by which it is not the request alone that decides. */
const OF_THE_STATE =
  /\b(not enough|insufficient|more [a-z]* ?than|exceeds?|exceeded|too (?:many|late|early|long after)|balance|already|no longer|any ?more|closed|expired|full|sold out|twice)\b/i;

/** What is said of a refusal and kept by nothing; null when all of it is kept. */
export function unkept(decided: Decided, response: Response): string[] | null {
  const { status } = response;
  if (/^(400|422)$/.test(status)) {
    const left = rulesOf(decided.operation, response).filter(
      (clause) =>
        OF_THE_STATE.test(clause) &&
        !isSaidBy(decided, clause) &&
        !(isTaking(decided) && TOO_LITTLE.test(clause)),
    );
    return left.length === 0 ? null : left;
  }
  if (!/^(403|409|410|423)$/.test(status)) return null;
  const clauses = rulesOf(decided.operation, response);
  if (clauses.length === 0)
    return status === '403' || isGuarded(decided, status) || isAnswered(decided, status)
      ? null
      : [];
  const left = clauses.filter((clause) => !isSaidBy(decided, clause));
  if (!isAnswered(decided, status)) return left.length === 0 ? null : left;
  const unread = left.filter(
    (clause) => KEPT[status]?.test(clause) !== true && !isOfReferences(decided, clause),
  );
  return unread.length === 0 ? null : unread;
}

/** The rules that the document states for a refusal: beside its status, or in what it says of the operation. */
function rulesOf({ text }: Operation, { status, description }: Response): string[] {
  const clauses = description
    .split(/[;,]|\.\s|\bor\b/)
    .map((clause) => clause.trim().replace(/\.$/, ''))
    .filter((clause) => clause !== '' && !GENERAL.test(clause));
  if (clauses.length > 0) return clauses;
  const said = new RegExp(
    `([^.;]*?)(?:\\b(?:is|are|gets?|will be)? ?(?:refused|rejected|answered) with )\\(?${status}\\b`,
    'g',
  );
  return [...text.matchAll(said)].map(([, clause = '']) => clause.trim()).filter(Boolean);
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** A guard, a limit or another rule of the behaviour says the same in its refusal. */
function isSaidBy(decided: Decided, clause: string): boolean {
  const said = rulesIn(decided).map(({ says }) => bare(says));
  const own = bare(clause);
  return said.some((one) => one === own || one.includes(own));
}

/** States, numbers of rows and amounts in which a behaviour refuses. */
function rulesIn({ decided: { behaviour } }: Decided) {
  const guards = 'guards' in behaviour ? (behaviour.guards ?? []) : [];
  const limit = 'limit' in behaviour && behaviour.limit !== undefined ? [behaviour.limit] : [];
  const within =
    behaviour.kind === 'create' && behaviour.within !== undefined ? [behaviour.within] : [];
  return [...guards, ...limit, ...within];
}

/** "The author has books": rows that refer to it keep it. */
function isOfReferences({ decided: { behaviour } }: Decided, clause: string): boolean {
  return behaviour.kind === 'remove' && /\b(has|have|still|contains?|not empty)\b/i.test(clause);
}

/** A state or a number of rows in which it is refused so. */
function isGuarded(decided: Decided, status: string): boolean {
  return rulesIn(decided).some(({ refusal }) => REFUSALS[status] === refusal);
}

/** Something else than a state refuses so: who asks, what is taken, what there is too little of. */
function isAnswered(decided: Decided, status: string): boolean {
  if (isTaking(decided) && status === '409') return true;
  if (status === '410' && isEnding(decided)) return true;
  if (status === '403') return isForbidden(decided);
  if (status === '409') return isConflicting(decided);
  return status === '410' && !hasStatus(decided.operation, 404) && findsRows(decided);
}

const TOO_LITTLE =
  /\b(not enough|insufficient|too little|more [a-z ]*than|exceed\w*|balance|funds|stock)\b/i;

/** Something is taken of what there is, and no more than that. */
function isTaking({ decided: { behaviour } }: Decided): boolean {
  return (
    (behaviour.kind === 'increment' && behaviour.amount !== undefined) ||
    (behaviour.kind === 'create' && behaviour.moves !== undefined)
  );
}

/** Its time is over, or it was read as often as it may be. */
function isEnding({ decided: { behaviour }, resources }: Decided): boolean {
  const resource =
    'resource' in behaviour ? resources.find(({ name }) => name === behaviour.resource) : undefined;
  const isLimited = behaviour.kind === 'read' && behaviour.readings?.most !== undefined;
  return isLimited || resource?.expires !== undefined || resource?.spent !== undefined;
}

function findsRows({ decided: { behaviour } }: Decided): boolean {
  return 'where' in behaviour && behaviour.kind !== 'create' && behaviour.kind !== 'list';
}

function isForbidden({ operation, decided: { access, behaviour } }: Decided): boolean {
  if (access.for === 'session' && access.role !== null) return true;
  const isOpened = 'opens' in behaviour && behaviour.opens != null;
  const asksWho =
    access.for !== 'everybody' ||
    isOpened ||
    ('parents' in behaviour && behaviour.parents.some(({ opens }) => opens !== undefined));
  if ((asksWho && !hasStatus(operation, 401)) || isOpened) return true;
  if (behaviour.kind === 'login') return !hasStatus(operation, 401, 400);
  const scopes = [
    ...('scope' in behaviour ? [behaviour.scope] : []),
    ...('parents' in behaviour ? behaviour.parents.map(({ scope }) => scope) : []),
  ];
  const around = 'parents' in behaviour ? behaviour.parents : [];
  const isForSome = around.some(
    ({ joined, others }) => joined !== undefined || others === 'forbidden',
  );
  return isForSome || scopes.includes('own-or-forbidden');
}

function isConflicting({ operation, decided: { behaviour }, resources }: Decided): boolean {
  if (!('resource' in behaviour)) return false;
  const resource = resources.find(({ name }) => name === behaviour.resource);
  if (resource === undefined) return false;
  if (resource.apart !== undefined && ['create', 'change'].includes(behaviour.kind)) return true;
  const isUnique =
    resource.members.some(({ unique }) => unique) || resource.uniqueTogether.length > 0;
  switch (behaviour.kind) {
    case 'create':
      return (
        behaviour.registers ||
        isUnique ||
        (!behaviour.replaces && ['client', 'either'].includes(resource.key.made))
      );
    case 'change':
      return (
        isUnique ||
        resource.tree !== null ||
        behaviour.expects?.refusal === 'conflict' ||
        (behaviour.ifMatch !== null && !hasStatus(operation, 412))
      );
    case 'remove':
      return resources.some(({ members }) =>
        members.some(({ refers, keeps }) => refers === resource.name && keeps === true),
      );
    default:
      return false;
  }
}
