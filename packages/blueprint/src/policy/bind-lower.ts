import type { Access, Remark } from '@quantumlayer/contracts';
import { plural } from '../text/nouns.ts';
import { decideAccess, type EntityRight, type Roles, rolesOf } from './decide-access.ts';
import { say } from './decide-people.ts';
import type { Action } from './statements.ts';

const ACTIONS: readonly Action[] = ['create', 'read', 'update', 'delete'];

export type BoundAccess = {
  access: Access | null;
  /** Of each action the roles that lose it since a role above them is denied it. */
  lost: Partial<Record<Action, string[]>>;
};

/**
 * Who may do what, where a denial that names its things binds those below as well: whoever may do less than a clerk may not delete what
 * clerks cannot. Not those to whom the prompt gives it by name; and nobody where nobody would be left, since the
 * denial is then of the role alone ("admins do not place orders").
 */
export function decideBoundAccess(rights: readonly EntityRight[], roles: Roles): BoundAccess {
  const access = decideAccess(rights, roles);
  const bound = decideAccess(
    rights.flatMap((each) => [each, ...denialsBelow(each, rights, roles)]),
    roles,
  );
  if (access === null || bound === null) return { access, lost: {} };
  const lost: BoundAccess['lost'] = {};
  for (const action of ACTIONS) {
    const [before, after] = [access[action], bound[action]];
    const all = before === 'everyone' ? roles.all : before;
    const gone = after === 'everyone' ? [] : all.filter((role) => !after.includes(role));
    if (after.length === 0 || gone.length === 0) continue;
    access[action] = after;
    lost[action] = gone;
  }
  return { access, lost };
}

/** The same denials, of the roles below. */
function denialsBelow(
  { right, isDirect }: EntityRight,
  rights: readonly EntityRight[],
  roles: Roles,
): EntityRight[] {
  // "Auditors read only" tells what they are for, and not what takes more than they may.
  if (!right.isDenied || right.who.kind !== 'roles' || right.what.kind === 'everything') return [];
  const below = rolesBelow(rolesOf(right, roles), roles);
  return right.actions.flatMap((action) => {
    const lower = below.filter((role) => !isGiven(role, action, rights, roles));
    if (lower.length === 0) return [];
    const who = { kind: 'roles' as const, nouns: lower.map((role) => say(role).split(' ')) };
    return [{ right: { ...right, who, actions: [action], verbs: [] }, isDirect }];
  });
}

/** The roles that rank below the highest of these. */
export function rolesBelow(names: readonly string[], { all, ranks }: Omit<Roles, 'named'>) {
  const highest = Math.max(...names.map((name) => ranks.get(name) ?? 0));
  return all.filter((role) => (ranks.get(role) ?? 0) < highest && !names.includes(role));
}

/** Whether the prompt gives it to the role. */
function isGiven(role: string, action: Action, rights: readonly EntityRight[], roles: Roles) {
  return rights.some(
    ({ right }) =>
      !right.isDenied && right.actions.includes(action) && rolesOf(right, roles).includes(role),
  );
}

/** Says which roles lost something by that, with answers that give it to them. */
export function remarksOnBound(name: string, { lost }: BoundAccess): Remark[] {
  const things = plural(say(name));
  return Object.entries(lost).map(([action, roles]) => {
    const who = roles.map((role) => plural(say(role)));
    return {
      path: `${name}.access.${action}`,
      text: `A role above ${who.join(' and ')} may not ${action} ${things}; so ${who.join(' and ')} may not either.`,
      answers: who.map((each) => {
        const sentence = `${each.charAt(0).toUpperCase()}${each.slice(1)} may ${action} ${things}.`;
        return { label: sentence.replace(/\.$/, ''), sentence };
      }),
    };
  });
}
