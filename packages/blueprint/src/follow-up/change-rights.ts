import {
  type Access,
  type Allowed,
  accessOf,
  type Entity,
  type People,
} from '@quantumlayer/contracts';
import { changeEntity } from '@quantumlayer/contracts/edit-blueprint';
import { say, sayMany } from '../answers.ts';
import { decideAccess } from '../policy/decide-access.ts';
import { nameOf } from '../policy/decide-people.ts';
import type { Action, Candidate, Right } from '../policy/statements.ts';
import { findEntity } from '../policy/things.ts';
import { adopt } from './adopt.ts';
import { checked } from './apply-edit.ts';
import type { Span } from './instruction.ts';
import { askAbout, type Clause, isReordered, markWhole, refuse, type State } from './state.ts';

/** Changes who may do what, where people sign in already: only the actions that are named, and only for what is named. */
export function changeRights(
  state: State,
  candidates: readonly Candidate[],
  clause: Clause,
): boolean {
  const rights = candidates.flatMap(({ options, start, end }) =>
    options.flatMap((right) => (right.kind === 'right' ? [{ right, start, end }] : [])),
  );
  if (rights.length === 0) {
    refuse(
      state,
      clause,
      'who signs in, and with which roles, is changed in the form of the blueprint',
    );
    return true;
  }
  let isRead = false;
  for (const { right, ...span } of rights)
    isRead = changeRight(state, right, { ...clause, ...withinOf(clause, span) }) || isRead;
  return isRead;
}

/** The words of a right alone, so that what stands behind them is told. */
function withinOf(clause: Clause, { start, end }: Span): Span {
  if (isReordered(clause)) return clause;
  return { start: Math.max(start, clause.start), end: Math.min(end, clause.end) };
}

function changeRight(state: State, right: Right, clause: Clause): boolean {
  const { people, entities } = state.blueprint;
  if (people === undefined) return false;
  const things =
    right.what.kind === 'things'
      ? right.what.nouns.map((noun) => findEntity(state.blueprint, noun))
      : right.what.kind === 'everything'
        ? entities
        : [];
  const known = things.flatMap((entity) => entity ?? []);
  if (known.length === 0 || known.length < things.length) return false;
  const unknown = rolesIn(right).filter((role) => !people.roles.some(({ name }) => name === role));
  const [missing] = unknown;
  if (missing !== undefined) {
    askRole(state, { right, missing, things: known }, clause);
    return true;
  }
  if (right.actions.length === 0) {
    refuse(state, clause, `what it means to ${right.verbs.join(' or ')} is not told`);
    return true;
  }
  for (const entity of known) change(state, { entity, right, people }, clause);
  return true;
}

type Change = { entity: Entity; right: Right; people: People };

function change(state: State, { entity, right, people }: Change, clause: Clause): void {
  const next = changeEntity(entity.name, (each) => ({
    ...each,
    access: withRight(accessOf(entity, people), right, people),
  }))(state.blueprint);
  const outcome = checked(next);
  if ('reason' in outcome) {
    refuse(state, clause, outcome.reason);
    return;
  }
  markWhole(state, clause, `${entity.name}.access`, `who may do what with ${entity.name}`);
  adopt(state, outcome.blueprint, clause);
}

function rolesIn({ who }: Right): string[] {
  return who.kind === 'roles' ? who.nouns.map(nameOf) : [];
}

/** The access as the right alone would decide it, of which only what is said is taken. */
function withRight(access: Access, right: Right, { roles }: People): Access {
  const all = roles.map(({ name }) => name);
  const ranks = new Map(all.map((name, rank) => [name, rank]));
  const named = new Set(rolesIn(right));
  const next: Access = { ...access };
  if (right.isDenied) {
    const lost = named.size === 0 ? new Set(all) : named;
    for (const action of right.actions)
      next[action] = listed(access[action], all, (role) => !lost.has(role));
    return next;
  }
  const decided = decideAccess([{ right, isDirect: true }], { all, named, ranks });
  if (decided === null) return next;
  for (const action of right.actions) next[action] = grant(access, decided, { action, right, all });
  if (right.isAll && !right.isOwn && access.rows !== 'shared' && right.actions.join() === 'read')
    next.readsAll = all.filter(
      (role) =>
        access.readsAll?.includes(role) || (named.has(role) && !access.seesAll.includes(role)),
    );
  if (right.isOwn) {
    next.rows = 'own';
    next.seesAll = decided.seesAll.length > 0 ? decided.seesAll : all.slice(1).slice(-1);
    if (decided.readsAll !== undefined) next.readsAll = decided.readsAll;
  }
  return next;
}

type Grant = { action: Action; right: Right; all: readonly string[] };

/** "only": nobody else; else besides those that may already. */
function grant(access: Access, decided: Access, { action, right, all }: Grant): Allowed {
  const [before, now] = [access[action], decided[action]];
  if (right.isOnly || right.who.kind === 'nobody' || now === 'everyone') return now;
  if (right.isOwn || before === 'everyone') return before;
  return all.filter((role) => before.includes(role) || now.includes(role));
}

function listed(
  allowed: Allowed,
  all: readonly string[],
  keep: (role: string) => boolean,
): Allowed {
  return (allowed === 'everyone' ? [...all] : allowed).filter(keep);
}

type Missing = { right: Right; missing: string; things: readonly Entity[] };

function askRole(state: State, { right, missing, things }: Missing, clause: Clause): void {
  const roles = state.blueprint.people?.roles ?? [];
  const what = things.map(({ name }) => sayMany(name)).join(' and ');
  const does = right.said.join(' and ');
  const answers = roles.map(({ name }) => {
    const sentence = `${right.isOnly ? 'Only ' : ''}${sayMany(name)} may ${right.isDenied ? 'not ' : ''}${does} ${what}.`;
    return { label: sentence.replace(/\.$/, ''), sentence };
  });
  const text = `There is no role "${say(missing)}". Which one is meant?`;
  askAbout(state, clause, {
    remark: { path: 'people', text, answers },
    answers: things.map(({ name }) => `access ${name}`),
  });
}
