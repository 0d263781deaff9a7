import type { ContractOperation, Resource } from '@quantumlayer/contracts';
import { hasStatus, type Operation, type Response } from '../operations.ts';
import { isSecretName, isTokenName } from './names.ts';

/** An operation as it was decided, with the records it is about. */
type Decided = {
  operation: Operation;
  decided: Pick<ContractOperation, 'behaviour' | 'access'>;
  resources: readonly Resource[];
};

/** What a description may say that no rule stands behind. */
const GENERAL =
  /^\W*$|conflict|forbidden|denied|went wrong|\berror|not allowed|gone|locked|refused/i;
/** What the app does refuse, in the words that descriptions have for it. */
const KEPT: Readonly<Record<string, RegExp>> = {
  '403':
    /\bown|belong|author|somebody else|someone else|others?\b|admin|role|permission|allowed|right|access|yours|credential|token|\bkey\b|signed|logged|member|participant|attendee/i,
  '409':
    /insufficient|not enough|too (?:low|little)|funds|balance|exist|unique|taken|duplicate|already|in use|there is (an?|such)|before|twice|same|refer|used by|child|below|descendant|itself|circle|overlap|\btimes?\b|slot|booked/i,
  '410': /no longer|deleted|removed|unknown|expired|over\b|any ?more|often|limit|used up|read/i,
};

/** Parameters of a list that change nothing of it, each as a question. */
export function unreadParameters({ operation, decided: { behaviour } }: Decided): string[] {
  if (behaviour.kind !== 'list') return [];
  const { filters, search, sort, paging, where, parents } = behaviour;
  const read = new Set([
    ...filters.map(({ parameter }) => parameter),
    ...[search?.parameter, sort?.parameter, sort?.direction, paging?.at, paging?.size],
    ...[...where, ...parents.flatMap((parent) => parent.where)].map(({ source }) =>
      'name' in source ? source.name : null,
    ),
  ]);
  return operation.parameters
    .filter(({ in: place, name }) => place === 'query' && !read.has(name) && !isCredential(name))
    .map(
      ({ name }) =>
        `${titleOf(operation)}: what does the parameter ${name} do? Until somebody says, nothing.`,
    );
}

function isCredential(name: string): boolean {
  return isTokenName(name) || isSecretName(name);
}

function titleOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`.slice(0, 120);
}

/** Refusals that the document has an answer for and the app never gives, each as a question. */
export function unreadRefusals(decided: Decided): string[] {
  const { operation } = decided;
  const { behaviour } = decided.decided;
  if (behaviour.kind === 'undetermined') return [];
  return operation.responses.flatMap((response) => {
    const rules = unreadRules(decided, response);
    if (rules === null) return [];
    const said = rules.length === 0 ? '' : ` (${rules.join('; ').slice(0, 200)})`;
    return [
      `${titleOf(operation)}: when is it refused with ${response.status}${said}? Until somebody says, never.`,
    ];
  });
}

/** What is said of a refusal and kept by nothing; null when all of it is kept. */
function unreadRules(decided: Decided, { status, description }: Response): string[] | null {
  if (!/^(403|409|410|423)$/.test(status)) return null;
  const clauses = description
    .split(/[;,]|\.\s|\bor\b/)
    .map((clause) => clause.trim().replace(/\.$/, ''))
    .filter((clause) => clause !== '' && !GENERAL.test(clause));
  if (!isAnswered(decided, status))
    return clauses.length === 0 && status === '403' ? null : clauses;
  const unread = clauses.filter((clause) => KEPT[status]?.test(clause) !== true);
  return unread.length === 0 ? null : unread;
}

function isAnswered(decided: Decided, status: string): boolean {
  const { behaviour } = decided.decided;
  const guards = 'guards' in behaviour ? (behaviour.guards ?? []) : [];
  if (status === '403' && guards.some(({ refusal }) => refusal === 'forbidden')) return true;
  if (status === '409' && guards.some(({ refusal }) => refusal === 'conflict')) return true;
  const limit = 'limit' in behaviour ? behaviour.limit : undefined;
  const limits = { conflict: '409', forbidden: '403', invalid: '422' } as const;
  if (limit !== undefined && limits[limit.refusal] === status) return true;
  const isTaken =
    (behaviour.kind === 'increment' && behaviour.amount !== undefined) ||
    (behaviour.kind === 'create' && behaviour.moves !== undefined);
  if (isTaken && status === '409') return true;
  if (status === '410' && isEnding(decided)) return true;
  if (status === '403') return isForbidden(decided);
  if (status === '409') return isConflicting(decided);
  return status === '410' && !hasStatus(decided.operation, 404) && findsRows(decided);
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
  const asksWho =
    access.for !== 'everybody' ||
    ('opens' in behaviour && behaviour.opens != null) ||
    ('parents' in behaviour && behaviour.parents.some(({ opens }) => opens !== undefined));
  if (asksWho && !hasStatus(operation, 401)) return true;
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
