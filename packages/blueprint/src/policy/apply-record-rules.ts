import type { Blueprint, Entity } from '@quantumlayer/contracts';
import type { Became, Scene } from './apply-rules.ts';
import { say } from './decide-people.ts';
import type { Of } from './statements.ts';
import { findEntity } from './things.ts';

/** How rows are kept, of the things that are named or of all; null where one of them is not described. */
export function applyRecord({ property, things }: Of<'record'>, scene: Scene): Became {
  const named = entitiesOf(scene, things);
  const [first, ...others] = named ?? [];
  if (first === undefined) return null;
  for (const entity of [first, ...others]) entity[property] = true;
  const path = ({ name }: Entity) => `${name}.${property}`;
  return {
    path: path(first),
    meaning: MEANINGS[property](say(first.name)),
    also: others.map(path),
  };
}

const MEANINGS: Readonly<Record<Of<'record'>['property'], (name: string) => string>> = {
  optimisticLocking: (name) =>
    `optimistic locking (concurrency control): of two people who edit one ${name} at once, nobody may overwrite the changes of another: concurrent or lost updates are refused`,
};

const IT = /^(?:it|them|they|this|these|those)$/;

function entitiesOf({ blueprint, near }: Scene, things: string[][] | null): Entity[] | null {
  if (things === null) return blueprint.entities;
  const found = things.map((words) => thingOf(blueprint, near, words));
  return found.includes(null) ? null : found.flatMap((entity) => entity ?? []);
}

function thingOf(blueprint: Blueprint, near: string | null, words: string[]): Entity | null {
  if (words.length === 1 && IT.test(words[0] ?? ''))
    return blueprint.entities.find(({ name }) => name === near) ?? null;
  return findEntity(blueprint, words);
}
