import { wayTo, wayToDeletable } from '../lifecycle.ts';
import type { LifecycleModel, TransitionModel } from '../lifecycle-model.ts';
import { type AppModel, type EntityModel, entityNamed, type LinkSide } from '../model.ts';
import { type Action, actions, may } from '../people.ts';
import { tsString } from '../text.ts';
import { isScoped } from './access-parts.ts';
import { isLimited, requiredReferences } from './entity-parts.ts';

/** The role whose account the tests of an entity use: the one that may most of it. Null without people. */
export function testerOf({ people }: AppModel, { access }: EntityModel): string | null {
  if (people === null || access === null) return null;
  const count = (role: string) =>
    actions.filter((action) => may(role, access.rules[action])).length;
  const best = Math.max(...people.roles.map(count));
  return people.roles.findLast((role) => count(role) === best) ?? people.admin;
}

/** Do the tests of this entity get to do all of this? Without people always, unless new rows are kept for good. */
export function canTest(app: AppModel, entity: EntityModel, ...needed: Action[]): boolean {
  const tester = testerOf(app, entity);
  if (needed.includes('delete') && freeingSteps(app, entity) === null) return false;
  if (tester === null || entity.access === null) return true;
  const { rules } = entity.access;
  return needed.every(
    (action) => may(tester, rules[action]) && (action !== 'create' || canFillIn(app, entity)),
  );
}

/** The rows that it must refer to can be made by their own tester and are seen by this one. */
function canFillIn(app: AppModel, entity: EntityModel): boolean {
  return requiredReferences(entity).every(({ target }) => {
    const parent = entityNamed(app, target);
    return parent === entity || (canTest(app, parent, 'create') && canSee(app, entity, parent));
  });
}

/** Does the tester of `entity` see the rows that the tester of `other` makes? */
export function canSee(app: AppModel, entity: EntityModel, other: EntityModel): boolean {
  const tester = testerOf(app, entity);
  if (tester === null || !isScoped(other, 'read')) return true;
  // All testers are of one team.
  if (other.access?.owner === null) return true;
  return tester === testerOf(app, other) || (other.access?.readsAll ?? []).includes(tester);
}

/** May the tester of `entity` read `other`, and see what its tester makes? */
export function canRead(app: AppModel, entity: EntityModel, other: EntityModel): boolean {
  const tester = testerOf(app, entity);
  if (tester === null || other.access === null) return true;
  return may(tester, other.access.rules.read) && canSee(app, entity, other);
}

/** Linking takes two rows at a time, which an entity of few distinct ones may not have to give. */
export function canTestLink(app: AppModel, side: LinkSide): boolean {
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  if (from === to && isLimited(app, from)) return false;
  return (
    canTest(app, from, 'create', 'read', 'update') &&
    canTest(app, to, 'create') &&
    canRead(app, from, to)
  );
}

/** The last argument of a call by somebody who may; null when nobody may who sees the row. */
export function moverOf(
  app: AppModel,
  entity: EntityModel,
  { allowed }: TransitionModel,
): string | null {
  const tester = testerOf(app, entity);
  if (tester === null || allowed === null || may(tester, allowed)) return '';
  const { access } = entity;
  const role = app.people?.roles.find(
    (each) =>
      may(each, allowed) &&
      (!isScoped(entity, 'update') || access?.owner === null || access?.seesAll.includes(each)),
  );
  return role === undefined ? null : `, undefined, callers.forRole(${tsString(role)})`;
}

/** The calls that bring a new row to this state; null when its tests cannot. */
export function steps(
  app: AppModel,
  entity: EntityModel,
  lifecycle: LifecycleModel,
  state: string,
) {
  return stepsOf(app, entity, wayTo(lifecycle, state) ?? []);
}

function stepsOf(app: AppModel, entity: EntityModel, way: readonly TransitionModel[]) {
  const movers = way.map((transition) => ({ transition, mover: moverOf(app, entity, transition) }));
  return movers.some(({ mover }) => mover === null)
    ? null
    : movers.map(
        ({ transition, mover }) =>
          `await expectRow(200, 'POST', \`\${url}/${transition.segment}\`${mover});`,
      );
}

/** The calls that bring a new row to a state in which it can be deleted; none where it is in one, null when its tests cannot. */
export function freeingSteps(app: AppModel, entity: EntityModel): string[] | null {
  const way = wayToDeletable(entity);
  return way && stepsOf(app, entity, way);
}

/** What a test does before it deletes the row that it has made and calls `row`. */
export function freed(app: AppModel, entity: EntityModel, row: string): string[] {
  return freeingSteps(app, entity)?.length ? [`await free${entity.name}(${row});`] : [];
}
