import type { Allowed, Entity, Remark } from '@quantumlayer/contracts';
import { plural } from '../text/nouns.ts';
import type { Applied } from './applied.ts';
import { type RolesOf, restrictTransitions } from './apply-lifecycle.ts';
import { inTeam, makeTeam } from './apply-teams.ts';
import { decideBoundAccess, remarksOnBound, rolesBelow } from './bind-lower.ts';
import type { EntityRight } from './decide-access.ts';
import { type Decision, decidePeople, nameOf, say } from './decide-people.ts';
import { askWhoElseSignsIn, remarkOnBoth } from './listed-roles.ts';
import { dropUsers, makeRoom } from './make-room.ts';
import type { Candidate, PolicyStatement, Right, Span } from './statements.ts';
import { findEntity } from './things.ts';

export type PeopleResult = {
  /** Candidates that are dealt with here. */
  done: readonly Candidate[];
  rolesOf: RolesOf;
  /** Rights may name transitions, so they are laid on when the lifecycles are there. */
  finish: (applied: Applied) => void;
};

type Meant = { right: Right & Span; candidate: Candidate; things: string[] | null };

const PEOPLE_KINDS: ReadonlySet<string> = new Set([
  'sign-in',
  'no-sign-in',
  'roles',
  'sign-up',
  'no-difference',
  'team',
  'team-shared',
]);

/** Decides who signs in and which candidates are rights; without people the rights go back to the reader of data. */
export function applyPeople(applied: Applied, candidates: readonly Candidate[]): PeopleResult {
  const isRefused = candidates.some(({ options }) =>
    options.some(({ kind }) => kind === 'no-sign-in'),
  );
  const decision = decidePeople(candidates, applied.blueprint);
  if (decision === null) {
    if (isRefused) return setAside(applied, candidates, 'nobody signs in');
    askWhoSignsIn(applied, candidates);
    return { done: [], rolesOf: () => undefined, finish: () => undefined };
  }
  applied.blueprint.people = decision.people;
  applied.assumptions.push(...decision.remarks, ...makeRoom(applied.blueprint));
  makeTeam(applied, decision, candidates);
  const isEqual = candidates.some(({ options }) =>
    options.some(({ kind }) => kind === 'no-difference'),
  );
  if (isEqual)
    return {
      ...setAside(applied, candidates, 'everyone who signs in may do everything'),
      rolesOf: () => undefined,
    };
  const meant = resolve(applied, candidates, decision);
  const facts = candidates.filter(({ options }) =>
    options.some((option) => isFact(option, decision)),
  );
  for (const candidate of facts) markPeople(applied, candidate);
  applied.questions.push(...askWhoElseSignsIn(candidates, decision.listings, applied.blueprint));
  applied.assumptions.push(...remarkOnBoth(decision.listings, applied.blueprint));
  return {
    done: [...facts, ...meant.map(({ candidate }) => candidate)],
    rolesOf: (who) => (who?.kind === 'roles' ? from(decision, who.nouns.map(nameOf)) : undefined),
    finish: (later) => layOn(later, meant, decision),
  };
}

function isFact(option: PolicyStatement, { team, listings }: Decision): boolean {
  if (option.kind === 'team') return option.subject === undefined || team !== null;
  if (option.kind === 'roles' && option.isListed === true)
    return listings.some(({ start }) => start === option.start);
  return PEOPLE_KINDS.has(option.kind);
}

/** The roles that are named, and those above the least of them. */
function from({ ranks }: Decision, names: readonly string[]): string[] {
  const least = Math.min(...names.flatMap((name) => ranks.get(name) ?? []));
  return [...ranks].flatMap(([role, rank]) => (rank > least || names.includes(role) ? [role] : []));
}

function markPeople(applied: Applied, { options }: Candidate): void {
  const [statement] = options;
  if (statement === undefined) return;
  const { start, end } = statement;
  applied.marks.push({ start, end, path: 'people', meaning: meaningOf(statement), isWhole: true });
}

function meaningOf(statement: PolicyStatement): string {
  if (statement.kind === 'team' || statement.kind === 'team-shared') {
    const rows = statement.rows?.map((noun) => noun.join(' ')).join(', ') ?? 'all data, records';
    const of = statement.team.join(' ');
    return statement.kind === 'team'
      ? `users, people and accounts belong to one ${of} each (tenant, multi-tenant) and see only its own ${rows}, isolated and separate from every other ${of}`
      : `${rows} are shared by all, every ${of}: everybody sees them`;
  }
  if (statement.kind === 'roles')
    return `roles of the users, the kinds of people with accounts who log in: ${statement.nouns.map((noun) => noun.join(' ')).join(', ')}`;
  if (statement.kind === 'sign-up')
    return statement.how === 'open'
      ? 'people sign up by themselves (register, create an account) with email, username and password'
      : `accounts are made for people (invited, nobody registers alone, no registration by themselves)${statement.by.length === 0 ? '' : ` by ${statement.by.map((noun) => noun.join(' ')).join(', ')}`}`;
  const who =
    'who' in statement && statement.who?.kind === 'roles'
      ? statement.who.nouns.map((noun) => noun.join(' ')).join(', ')
      : GROUPS['signed-in'];
  return `${who} must first sign in (login, logged in, authenticated) to an account with email, username and password`;
}

/** Everything that is said of people is overturned by `reason`. */
function setAside(
  applied: Applied,
  candidates: readonly Candidate[],
  reason: string,
): PeopleResult {
  const told = candidates.filter(({ options, isFirm }) =>
    options.some(({ kind }) => PEOPLE_KINDS.has(kind) || (kind === 'right' && isFirm)),
  );
  for (const { start, end, options } of told) {
    const isRight = options.some(({ kind }) => kind === 'right');
    if (isRight) applied.misses.push({ start, end, reason, isFirm: true });
    else
      applied.marks.push({
        start,
        end,
        path: 'people',
        meaning: `${reason}: no difference of rights between them, login and accounts decided`,
        isWhole: true,
      });
  }
  return { done: told, rolesOf: () => undefined, finish: () => undefined };
}

/** Rights whose things are described, in the order of the prompt; "them" are the things of the right before. */
function resolve(applied: Applied, candidates: readonly Candidate[], decision: Decision): Meant[] {
  let before: string[] | null = null;
  let last: Right | null = null;
  return candidates.flatMap((candidate): Meant[] => {
    const [right] = candidate.options;
    if (right?.kind !== 'right' || !decision.isMeant(right)) return [];
    const things = thingsOf(applied, right, before);
    if (things === undefined) return [];
    if (things !== null) before = things;
    const isSame = right.isDenied && right.said.length === 0 && last !== null;
    const full: Right & Span =
      isSame && last !== null
        ? { ...right, actions: last.actions, verbs: last.verbs, said: last.said }
        : right;
    last = full;
    return withoutExceptions(full, decision).map((each) => ({ right: each, candidate, things }));
  });
}

/** "Everybody except clerks": the others alone, and clerks are denied it. */
function withoutExceptions(right: Right & Span, { people }: Decision): (Right & Span)[] {
  const { who } = right;
  if (who.kind === 'roles' || who.except === undefined) return [right];
  const excepted = new Set(who.except.map(nameOf));
  const others = people.roles.flatMap(({ name }) =>
    excepted.has(name) ? [] : [say(name).split(' ')],
  );
  return [
    { ...right, who: { kind: 'roles', nouns: others }, isOnly: true },
    { ...right, who: { kind: 'roles', nouns: who.except }, isOnly: false, isDenied: true },
  ];
}

/** Names of the entities that a right is about; null is all of them, undefined that some are not described. */
function thingsOf(
  { blueprint }: Applied,
  { what }: Right,
  before: string[] | null,
): string[] | null | undefined {
  if (what.kind === 'them') return before ?? undefined;
  if (what.kind !== 'things') return null;
  const found = what.nouns.map((noun) => findEntity(blueprint, noun)?.name);
  return found.some((name) => name === undefined) ? undefined : found.flatMap((name) => name ?? []);
}

function layOn(applied: Applied, meant: readonly Meant[], decision: Decision): void {
  const { blueprint } = applied;
  const all = decision.people.roles.map(({ name }) => name);
  // What is denied is taken from what is given, whichever is said first.
  const inTurn = meant.toSorted((a, b) => Number(a.right.isDenied) - Number(b.right.isDenied));
  const rights = inTurn.map((each) => ({
    ...each,
    right: withTransitions(applied, each, decision),
  }));
  for (const entity of blueprint.entities) {
    const concerning = rights.flatMap(({ right, things }): EntityRight[] =>
      things === null || things.includes(entity.name)
        ? [{ right, isDirect: things !== null || right.actions.length < 4 }]
        : [],
    );
    const bound = decideBoundAccess(concerning, {
      all,
      named: decision.named,
      ranks: decision.ranks,
    });
    const { access } = bound;
    if (access === null || entity.name === decision.people.memberOf) continue;
    entity.access = inTeam(blueprint, entity, access);
    applied.assumptions.push(...remarksOnBound(entity.name, bound));
    if (access.rows === 'own') applied.assumptions.push(ownRemark(entity));
    applied.questions.push(...askWhoMakesOwn(entity));
  }
  applied.assumptions.push(...dropUsers(blueprint));
  remarkOnUnsaid(applied, all.at(-1) ?? '');
}

/**
 * Who may take a step by a right, of those who may so far. What is denied binds those below as well, unless they were
 * given it, or nobody would be left.
 */
function whoMoves({ who, isDenied }: Right, decision: Decision, before?: Allowed): string[] {
  if (who.kind !== 'roles') return [];
  const names = who.nouns.map(nameOf);
  if (!isDenied) return from(decision, names);
  const all = [...decision.ranks.keys()];
  if (before !== undefined && before !== 'everyone')
    return before.filter((role) => !names.includes(role));
  const below = rolesBelow(names, { all, ranks: decision.ranks });
  const others = all.filter((role) => !names.includes(role));
  const above = others.filter((role) => !below.includes(role));
  return above.length > 0 ? above : others;
}

/** Verbs that are transitions get their roles; "cancel" without such a state deletes. What remains is listed. */
function withTransitions(applied: Applied, { right, things }: Meant, decision: Decision): Right {
  const { start, end } = right;
  const entities = applied.blueprint.entities.filter(
    ({ name }) => things === null || things.includes(name),
  );
  const roles = (before?: Allowed) => whoMoves(right, decision, before);
  const left = right.verbs.filter((verb) =>
    entities.every((entity) => restrictTransitions(entity, [verb], roles).length > 0),
  );
  const actions =
    left.includes('cancel') && !right.actions.includes('delete')
      ? [...right.actions, 'delete' as const]
      : right.actions;
  const unknown = left.filter((verb) => verb !== 'cancel');
  if (unknown.length > 0)
    applied.misses.push({
      start,
      end,
      reason: `what it means to ${unknown.join(' or ')} is not told: say from which state to which`,
      isFirm: true,
    });
  else
    applied.marks.push({
      start,
      end,
      path: things?.[0] ?? 'people',
      meaning: sayRight(right, things),
      isWhole: true,
    });
  return { ...right, actions };
}

const GROUPS = {
  'signed-in': 'everybody who signs in (everyone, users, people)',
  anyone: 'anybody (anyone, visitors, guests, the public), without an account too,',
  nobody: 'nobody',
};

function sayRight({ who, isOnly, isDenied, isOwn, said }: Right, things: string[] | null): string {
  const names =
    who.kind === 'roles' ? who.nouns.map((noun) => noun.join(' ')).join(', ') : GROUPS[who.kind];
  const what =
    things === null
      ? 'everything'
      : things.map((name) => `${isOwn ? 'own ' : ''}${name}`).join(', ');
  return `${isOnly ? 'only ' : ''}${names} may ${isDenied && who.kind !== 'nobody' ? 'not ' : ''}${said.join(', ')} ${what}${isOwn ? ' (of the account that created it)' : ''}`;
}

function ownRemark({ name, relations, access }: Entity): Remark {
  const parents = relations
    .filter(({ kind, target }) => kind === 'belongs-to' && target !== name)
    .map(({ target }) => target);
  const [parent] = parents;
  const beside =
    parent === undefined
      ? ''
      : ` The ${parent} that it belongs to is a record like any other, not the account.`;
  const [many, readers] = [plural(say(name)), access?.readsAll ?? []];
  if (readers.length > 0) {
    const sentence = `Everybody may see only their own ${many}.`;
    return {
      path: `${name}.access`,
      text: `Own ${many} are those that the account itself made; ${readers.map(say).join(', ')} may read those of others, but not change them.${beside}`,
      answers: [{ label: sentence.replace(/\.$/, ''), sentence }],
    };
  }
  return {
    path: `${name}.access`,
    text: `Own ${many} are those that the account itself made; others do not see them.${beside}`,
    answers: [],
  };
}

/** Who sees only what is their own and makes none sees nothing: a likely oversight, so it is asked. */
function askWhoMakesOwn({ name, access }: Entity): Remark[] {
  if (access?.rows !== 'own' || access.read === 'everyone') return [];
  const { create, seesAll, readsAll = [], read } = access;
  const blind = read.filter(
    (role) => !create.includes(role) && !seesAll.includes(role) && !readsAll.includes(role),
  );
  const many = plural(say(name));
  return blind.map((role) => {
    const who = plural(say(role));
    const others = create === 'everyone' ? [] : create.map((each) => ` and ${plural(say(each))}`);
    const sentence = `Only ${who}${others.join('')} create ${many}.`;
    return {
      path: `${name}.access`,
      text: `${who} see only their own ${many}, which are those that they made, but may make none: they would see nothing. May they?`,
      answers: [{ label: sentence.replace(/\.$/, ''), sentence }],
    };
  });
}

/** What nothing is said of stays open to everybody who signs in, which is worth a look. */
function remarkOnUnsaid({ blueprint, assumptions }: Applied, last: string): void {
  const unsaid = blueprint.entities.filter(
    ({ name, access }) => access === undefined && name !== blueprint.people?.memberOf,
  );
  if (unsaid.length === 0) return;
  assumptions.push({
    path: 'people',
    text: `The prompt does not say who may change ${unsaid.map(({ name }) => plural(say(name))).join(', ')}; everyone who signs in may.`,
    answers: unsaid.slice(0, 8).map(({ name }) => {
      const sentence = `Only the ${say(last)} may change ${plural(say(name))}.`;
      return { label: sentence.replace(/\.$/, ''), sentence };
    }),
  });
}

/** "As a clerk I can ...", "users can ...": it may ask for accounts or just tell what the app is for. */
function askWhoSignsIn({ questions }: Applied, candidates: readonly Candidate[]): void {
  const rights = candidates.flatMap(({ options }) =>
    options.filter((each) => each.kind === 'right'),
  );
  if (!rights.some(({ isStory, who }) => isStory && who.kind === 'roles')) return;
  questions.push({
    path: 'people',
    text: 'The prompt tells what people do ("As a ..."), and not whether they sign in. Until that is answered nobody signs in, and who reaches the app may do everything.',
    answers: [
      { label: 'People sign in', sentence: 'People sign in.' },
      { label: 'Nobody signs in', sentence: 'Nobody signs in.' },
    ],
  });
}
