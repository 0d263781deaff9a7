import type { Blueprint, Entity } from '@quantumlayer/contracts';
import type { Became, Scene } from './apply-rules.ts';
import { say } from './decide-people.ts';
import type { Of, RecordProperty } from './statements.ts';
import { findEntity } from './things.ts';

/** How rows are kept, of the things that are named or of all; null where one of them is not described. */
export function applyRecord({ property, things }: Of<'record'>, scene: Scene): Became {
  const [first, ...others] = entitiesOf(scene, things) ?? [];
  if (first === undefined) return null;
  for (const entity of [first, ...others]) entity[property] = true;
  const along = property === 'softDelete' ? hideAlong(scene.blueprint.entities) : [];
  const path = ({ name }: Entity) => `${name}.${property}`;
  return {
    path: path(first),
    meaning: MEANINGS[property](say(first.name)),
    also: others.map(path),
    ...(along.length > 0 && { assumed: along.join(' ') }),
  };
}

const MEANINGS: Readonly<Record<RecordProperty, (name: string) => string>> = {
  optimisticLocking: (name) =>
    `optimistic locking (concurrency control): of two people who edit one ${name} at once, nobody may overwrite the changes of another: concurrent or lost updates are refused`,
  softDelete: (name) =>
    `soft delete: a deleted (removed) ${name} is only hidden, archived or in the trash instead of really gone; deleting hides it, and it can be restored (recovered) after deletion`,
  audited: (name) =>
    `audit trail (log, history of changes): it is kept, recorded and shown for every ${name} who created, added, changed, edited, updated or deleted it, when, and what was changed`,
};

/** What goes with a row that is only hidden is only hidden as well. */
function hideAlong(entities: readonly Entity[]): string[] {
  const isSoft = (name: string) => entities.some((each) => each.name === name && each.softDelete);
  for (const entity of entities) {
    const relation = entity.relations.find(
      ({ onDelete, target }) => onDelete === 'cascade' && isSoft(target),
    );
    if (relation === undefined || entity.softDelete) continue;
    entity.softDelete = true;
    const said = `${entity.name} goes with its ${relation.target}, so that it is hidden as well.`;
    return [said, ...hideAlong(entities)];
  }
  return [];
}

const IT = /^(?:it|them|they|this|these|those)$/;

function entitiesOf({ blueprint, near }: Scene, things: string[][] | null): Entity[] | null {
  if (things === null) return blueprint.entities;
  const found = things.map((words) => thingOf(blueprint, near, words));
  return found.includes(null) ? null : found.flatMap((entity) => entity ?? []);
}

function thingOf(blueprint: Blueprint, near: string | null, words: string[]): Entity | null {
  if (words.length === 1 && IT.test(words[0] ?? ''))
    return blueprint.entities.find(({ name }) => name === near) ?? null;
  const found = findEntity(blueprint, words);
  // Made of the very words that speak of its deletion.
  return found === null || /^(?:Deleted|Removed)/.test(found.name) ? null : found;
}
