import type { Access, Allowed, Blueprint, Entity, Relation } from '@quantumlayer/contracts';
import type { BlueprintProblem } from './problems.ts';

/** Rows that are sent together with a new one: the other side has to be theirs, and their rights have to fit. */
export function checkNested(entity: Entity, blueprint: Blueprint): BlueprintProblem[] {
  return entity.relations
    .filter(({ nested }) => nested === true)
    .flatMap((relation) =>
      problemsOf(entity, relation, blueprint).map((message) => ({
        path: `${entity.name}.${relation.name}.nested`,
        message,
      })),
    );
}

function problemsOf(entity: Entity, relation: Relation, blueprint: Blueprint): string[] {
  if (relation.kind !== 'has-many') return ['Only rows of a has-many relation can be nested.'];
  const child = blueprint.entities.find(({ name }) => name === relation.target);
  const key = child?.relations.find(({ name }) => name === relation.inverse);
  if (child === undefined || key === undefined) return [];
  return [
    ...(key.required
      ? []
      : [`${child.name} can be without ${key.name}; make it required, or leave out nested.`]),
    ...(isNestedIn(blueprint, child, entity, [])
      ? [`${entity.name} would be sent inside itself.`]
      : []),
    ...child.fields
      .filter(({ type }) => type === 'password')
      .map((field) => `${child.name} has the password ${field.name}, and is sent alone.`),
    ...rightsOf(entity, child, blueprint.people?.roles.map(({ name }) => name) ?? null),
  ];
}

/** Is `wanted` the entity, or nested somewhere in it? */
function isNestedIn(
  blueprint: Blueprint,
  entity: Entity,
  wanted: Entity,
  seen: readonly Entity[],
): boolean {
  if (entity === wanted) return true;
  if (seen.includes(entity)) return false;
  return entity.relations.some(({ kind, nested, target }) => {
    const child = blueprint.entities.find(({ name }) => name === target);
    const isBelow = kind === 'has-many' && nested === true;
    return (
      isBelow && child !== undefined && isNestedIn(blueprint, child, wanted, [...seen, entity])
    );
  });
}

function rightsOf(entity: Entity, child: Entity, roles: readonly string[] | null): string[] {
  if (roles === null) return [];
  const of = ({ access }: Entity, action: 'create' | 'read') => allowed(access, action, roles);
  const both = of(entity, 'create').filter((role) => of(child, 'create').includes(role));
  const blind = of(entity, 'read').filter((role) => !of(child, 'read').includes(role));
  return [
    ...(both.length === 0 ? [`Nobody may create both ${entity.name} and ${child.name}.`] : []),
    ...(blind.length > 0
      ? [`${blind.join(', ')} may read ${entity.name}, which shows ${child.name}, but not that.`]
      : []),
  ];
}

const ANYBODY = 'who is not signed in';

function allowed(
  access: Access | undefined,
  action: 'create' | 'read',
  roles: readonly string[],
): string[] {
  const who: Allowed = access === undefined ? [...roles] : access[action];
  return who === 'everyone' ? [...roles, ANYBODY] : who;
}
