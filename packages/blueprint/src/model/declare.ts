import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { SELF_ROLES } from '../lexicon/fields.ts';
import { toEntityName } from '../names.ts';
import { type Draft, ensureEntity } from './draft.ts';
import {
  headOf,
  isEntityNoun,
  isGenericActor,
  isPerson,
  isPlainValue,
  isSurelyEntity,
  isThing,
  isTopicEntity,
  relates,
} from './kinds.ts';

export function declare(draft: Draft, statement: Statement): void {
  if (statement.kind === 'has' && statement.items.length > 0) {
    for (const subject of statement.subjects)
      if (isEntityNoun(subject)) ensureEntity(draft, subject);
    for (const item of statement.items) if (isSurelyEntity(item)) ensureEntity(draft, item.noun);
  }
  if (statement.kind === 'belongs') {
    if (!statement.strong || statement.targets.length === 0) return;
    for (const subject of statement.subjects)
      if (isEntityNoun(subject)) ensureEntity(draft, subject);
    for (const target of statement.targets)
      if (
        target.refersTo === null &&
        isEntityNoun(target.noun) &&
        !isPlainValue(target.noun, target) &&
        !isRoleOf(statement.subjects, target.noun)
      )
        ensureEntity(draft, target.noun);
  }
  if (statement.kind === 'many-to-many')
    for (const noun of statement.nouns) ensureEntity(draft, noun);
  if (statement.kind === 'topic') {
    for (const item of statement.items) {
      if (isTopicEntity(item)) ensureEntity(draft, item.noun);
      for (const child of item.children) if (isSurelyEntity(child)) ensureEntity(draft, child.noun);
    }
  }
  if (statement.kind === 'acts') declareActors(draft, statement);
}

function declareActors(draft: Draft, statement: Extract<Statement, { kind: 'acts' }>): void {
  if (!relates(statement.verb)) return;
  const actors = statement.subjects.filter(
    (subject) => !isGenericActor(subject) && isEntityNoun(subject),
  );
  if (
    !statement.items.some(
      (item) => isThing(item.noun) || draft.entities.has(toEntityName(item.noun.words) ?? ''),
    )
  )
    return;
  for (const actor of actors) ensureEntity(draft, actor);
  for (const item of statement.items)
    if (actors.length > 0 && isThing(item.noun)) declareWithOwners(draft, item);
}

/** "customers leave reviews on products": reviews and products are both things. */
function declareWithOwners(draft: Draft, item: Item): void {
  ensureEntity(draft, item.noun);
  for (const owner of item.belongsTo) if (isThing(owner.noun)) ensureEntity(draft, owner.noun);
}

function isRoleOf(subjects: readonly Noun[], target: Noun): boolean {
  return subjects.some(
    (subject) =>
      SELF_ROLES.has(headOf(target)) &&
      isPerson({ name: toEntityName(subject.words) ?? '', fields: [], order: 0 }, headOf(target)),
  );
}
