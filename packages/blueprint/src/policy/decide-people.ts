import type { Blueprint, People, Remark } from '@quantumlayer/contracts';
import { toFieldName } from '../names.ts';
import { rolesAbove, type TeamDecision, teamIn } from './decide-teams.ts';
import { isDescribed } from './is-described.ts';
import { meantListings } from './listed-roles.ts';
import type { Candidate, Of, PolicyKind, PolicyStatement, Right, Who } from './statements.ts';
import { transitionName } from './states.ts';
import { findEntity } from './things.ts';
import { toRole } from './who.ts';
import { ADMINS, PUBLIC_ROLES, rankOf } from './words.ts';

/** Who signs in, from the one that may least to the one that may most. */
export type Decision = {
  people: People;
  /** Roles that the prompt names; the others are assumed. */
  named: ReadonlySet<string>;
  /** Of each role: a greater one may what a lesser one may, and equals may what is said of themselves. */
  ranks: ReadonlyMap<string, number>;
  /** Nobody but the roles of these rights exists: habits of others are no rights. */
  isMeant: (right: Right) => boolean;
  /** "there are clerks and managers", as far as they are roles. */
  listings: readonly Of<'roles'>[];
  /** What accounts belong to; null where to nothing. */
  team: TeamDecision | null;
  /** What was assumed of roles and sign-up, with answers that overturn it. */
  remarks: Remark[];
};

type Ranked = { name: string; rank: number };

const MAX_ROLES = 10;
/** The rank of those who lead others. */
const LEADS = 3;
/** Of the roles that are assumed. */
const [LEAST, MOST, ABOVE] = [0, 5, 6];

function all<Kind extends PolicyKind>(candidates: readonly Candidate[], kind: Kind): Of<Kind>[] {
  return candidates.flatMap(({ options }) =>
    options.filter((option): option is Of<Kind> => option.kind === kind),
  );
}

/** Who the people of the app are; null when the prompt asks for none, or says that nobody signs in. */
export function decidePeople(candidates: readonly Candidate[], sketch: Blueprint): Decision | null {
  if (all(candidates, 'no-sign-in').length > 0) return null;
  const team = teamIn(candidates, (noun) => isDescribed(sketch, noun));
  const isNoRecord = ({ kind, ...each }: PolicyStatement) =>
    kind !== 'team' || !('subject' in each) || team !== null;
  const rights = all(candidates, 'right');
  const taken = takenSteps(candidates);
  const firm = candidates.flatMap(({ options }) =>
    options.filter(
      (option) => (asksForPeople(option) && isNoRecord(option)) || takesStep(option, taken),
    ),
  );
  const steps = all(candidates, 'lifecycle').filter(
    ({ thing, steps: made }) =>
      made.some(({ by }) => by !== undefined) &&
      (thing === null || findEntity(sketch, thing) !== null),
  );
  const asks = firm.length > 0 || steps.length > 0 || hasRankedStories(rights);
  const listings = meantListings(candidates, sketch, asks);
  if (!asks && listings.length === 0) return null;
  const strong = namesIn([...firm, ...steps, ...listings]);
  const isMeant = (right: Right): boolean => {
    if (right.who.kind !== 'roles' || asksForPeople(right) || right.isStory || right.hasModal)
      return true;
    return right.who.nouns.every((noun) => strong.has(nameOf(noun)) || !isDescribed(sketch, noun));
  };
  const meant = [...firm, ...steps, ...listings, ...rights.filter(isMeant)];
  const named = namesIn(meant);
  const makers = team === null ? [] : rolesAbove(rights, team, nameOf);
  const ranked = ordered(named, meant);
  const inside = completeRoles(
    ranked.filter(({ name }) => !makers.includes(name)),
    meant,
  );
  const signUp = howToSignUp(candidates, inside, team === null ? null : makers);
  const above =
    team !== null && signUp === 'closed' && makers.length === 0
      ? [inside.includes('operator') ? 'platformAdmin' : 'operator']
      : makers;
  const roles = [...inside, ...above];
  const known = new Map(ranked.map(({ name, rank }) => [name, rank]));
  for (const name of above) known.set(name, ABOVE);
  if (roles.length > MAX_ROLES) return null;
  const decided = team === null ? null : { words: team.team, above };
  return {
    people: { roles: roles.map((name) => ({ name })), signUp },
    named: new Set(named.keys()),
    ranks: new Map(
      roles.map((name) => [name, known.get(name) ?? (name === 'user' ? LEAST : MOST)]),
    ),
    isMeant,
    listings,
    team: decided,
    remarks: [remarkOn(roles, new Set(named.keys()), signUp, decided)],
  };
}

/** What makes no sense unless people sign in. */
function asksForPeople(statement: PolicyStatement | Right): boolean {
  if (statement.kind === 'right') {
    const { who, isOnly, isDenied, isOwn, isStory, what } = statement;
    const isRestricted = isOnly || isOwn || (isDenied && who.kind !== 'nobody');
    const isAdmin = who.kind === 'roles' && who.nouns.some((noun) => ADMINS.has(noun.at(-1) ?? ''));
    return (
      isRestricted ||
      (!isStory && (isAdmin || (what.kind === 'everything' && who.kind === 'roles')))
    );
  }
  if (statement.kind === 'roles') return statement.isListed !== true;
  return ['sign-in', 'sign-up', 'no-difference', 'team'].includes(statement.kind);
}

/** The verbs of the steps that lifecycles have: "submit", "approve". */
function takenSteps(candidates: readonly Candidate[]): ReadonlySet<string> {
  const steps = all(candidates, 'lifecycle').flatMap((lifecycle) => lifecycle.steps);
  return new Set(steps.flatMap(({ to }) => transitionName(to) ?? []));
}

/** "managers approve orders" beside the states of an order: not everybody may take the step. */
function takesStep(statement: PolicyStatement, taken: ReadonlySet<string>): boolean {
  return (
    statement.kind === 'right' &&
    statement.who.kind === 'roles' &&
    !statement.isStory &&
    statement.verbs.some((verb) => taken.has(verb))
  );
}

/** "As an admin I can ..." beside what somebody else can. */
function hasRankedStories(rights: readonly Right[]): boolean {
  const actors = rights.flatMap(({ isStory, who }) =>
    isStory && who.kind === 'roles' ? who.nouns : [],
  );
  const names = new Set(actors.map(nameOf));
  return names.size > 1 && actors.some((noun) => ADMINS.has(noun.at(-1) ?? ''));
}

export function nameOf(noun: readonly string[]): string {
  const name = toFieldName(toRole(noun)) ?? '';
  return name === 'administrator' ? 'admin' : name;
}

/** Roles by name with their words, in the order of the prompt. */
function namesIn(statements: readonly PolicyStatement[]): Map<string, string[]> {
  const found = statements.flatMap((statement): string[][] => {
    if (statement.kind === 'roles') return statement.nouns;
    if (statement.kind === 'sign-up') return [...nounsOf(statement.who), ...statement.by];
    if (statement.kind === 'lifecycle')
      return statement.steps.flatMap(({ by }) => nounsOf(by ?? null));
    return 'who' in statement ? nounsOf(statement.who) : [];
  });
  return new Map(
    found.map((noun) => [nameOf(noun), toRole(noun)] as const).filter(([name]) => name !== ''),
  );
}

function nounsOf(who: Who | null): string[][] {
  if (who === null) return [];
  return who.kind === 'roles' ? who.nouns : (who.except ?? []);
}

/** By what the words mean ("manager" may more than "clerk"), then as the prompt has them; who may do everything comes last. */
function ordered(
  named: ReadonlyMap<string, string[]>,
  meant: readonly PolicyStatement[],
): Ranked[] {
  const masters = new Set(
    meant.flatMap((each) =>
      each.kind === 'right' &&
      !each.isDenied &&
      each.isPartial !== true &&
      each.what.kind === 'everything' &&
      each.actions.includes('delete')
        ? nounsOf(each.who).map(nameOf)
        : [],
    ),
  );
  const rank = (name: string, words: readonly string[]): number => {
    const of = words.indexOf('of');
    const known = rankOf((of > 0 ? words[of - 1] : words.at(-1)) ?? '') || 2;
    return masters.has(name) ? Math.max(known, 3.5) : known;
  };
  return [...named]
    .map(([name, words], index) => ({ name, index, rank: rank(name, words) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
}

/**
 * "Everybody logs in, admins manage the rooms": who else there is are users. Beside admins alone there are users as well. Another role alone
 * gets an admin above it, and so do equals: none of them should set the passwords of the others.
 */
function completeRoles(ranked: readonly Ranked[], meant: readonly PolicyStatement[]): string[] {
  const roles = ranked.map(({ name }) => name);
  const isGeneric = meant.some((each) => 'who' in each && each.who?.kind === 'signed-in');
  const isLed = roles.every((role) => rankOf(role.toLowerCase()) >= LEADS);
  const all =
    isLed && (isGeneric || roles.length === 0 || isAdminAlone(roles)) && !roles.includes('user')
      ? ['user', ...roles]
      : [...roles];
  const [last, before] = [ranked.at(-1), ranked.at(-2)];
  const isAmongEquals = last !== undefined && last.rank < LEADS && last.rank === before?.rank;
  if (isAmongEquals) return [...all, 'admin'];
  return all.length === 1 ? [...all, 'admin'] : all;
}

/** "Only admins can manage products": there is somebody else who signs in. */
const isAdminAlone = (roles: readonly string[]) =>
  roles.every((role) => /^(admin|administrator)$/.test(role));

function howToSignUp(
  candidates: readonly Candidate[],
  [least = '']: readonly string[],
  above: readonly string[] | null,
): 'open' | 'closed' {
  const said = all(candidates, 'sign-up')
    .sort((a, b) => a.start - b.start)
    .at(-1);
  if (said !== undefined) return said.how;
  // Teams are made by who signs up, unless somebody above makes them.
  const isOpen = above === null ? PUBLIC_ROLES.has(least) : above.length === 0;
  return isOpen ? 'open' : 'closed';
}

function remarkOn(
  roles: readonly string[],
  named: ReadonlySet<string>,
  signUp: 'open' | 'closed',
  team: TeamDecision | null,
): Remark {
  const assumed = roles.filter((role) => !named.has(role));
  const last = roles.filter((role) => !team?.above.includes(role)).at(-1) ?? '';
  const who =
    team !== null
      ? whoInTeams(team, last, signUp)
      : signUp === 'open'
        ? `Who signs up by themselves becomes ${roles[0]}`
        : `Nobody signs up by themselves; accounts are made by ${last}`;
  const extra = assumed.length === 0 ? '' : ` The prompt does not name ${assumed.join(' and ')}.`;
  return {
    path: 'people',
    text: `People sign in with an e-mail address and a password. The roles, from the one that may least to the one that may most: ${roles.join(', ')}; each may do what those before it may. ${who}. ${last} manages the accounts${team === null ? '' : ` of the own ${team.words.join(' ')}`}.${extra}`,
    answers: [
      { label: 'Nobody signs in', sentence: 'Nobody signs in.' },
      {
        label: 'Everyone who signs in may do everything',
        sentence: 'Everyone who signs in may do everything.',
      },
      signUp === 'open'
        ? {
            label: `Only ${last} makes accounts`,
            sentence: `Only the ${say(last)} makes accounts.`,
          }
        : { label: 'People sign up by themselves', sentence: 'People sign up by themselves.' },
    ],
  };
}

function whoInTeams({ words, above }: TeamDecision, last: string, signUp: 'open' | 'closed') {
  const team = words.join(' ');
  const from =
    signUp === 'open'
      ? `Who signs up by themselves makes a new ${team} and becomes ${last} in it`
      : 'Nobody signs up by themselves';
  const higher = above.map(
    (role) => `; ${role} stands above every ${team}, makes them and manages all accounts`,
  );
  return `${from}${higher.join('')}`;
}

/** `fleetManager` -> "fleet manager". */
export function say(role: string): string {
  return role.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
