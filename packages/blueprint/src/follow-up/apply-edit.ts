import type { Blueprint, Entity } from '@quantumlayer/contracts';
import {
  changeEntity,
  changeField,
  changeRelation,
  renameMember,
} from '@quantumlayer/contracts/edit-blueprint';
import { removeEntity } from '@quantumlayer/contracts/remove-from-blueprint';
import { renameEntity } from '@quantumlayer/contracts/rename-entity';
import { checkBlueprint } from '../check-blueprint.ts';
import { toAppName, toPluralName } from '../names.ts';
import { uniqueTogether } from '../policy/apply-rules.ts';
import { withoutPeople, withRole, withSignUp } from './change-people.ts';
import { describeField } from './describe-field.ts';
import { dropMember, workedOutFrom } from './drop.ts';
import type { Edit, Outcome } from './edit.ts';
import type { Place } from './resolve.ts';
import { withValueChange } from './value-change.ts';

/** The blueprint with an edit, or why there is none: it would not be sound. */
export function applyEdit(blueprint: Blueprint, edit: Edit): Outcome {
  const made = change(blueprint, edit);
  return 'reason' in made ? made : checked(made.blueprint);
}

/** Nothing half applied: what does not pass is not taken. */
export function checked(blueprint: Blueprint): Outcome {
  const outcome = checkBlueprint(blueprint);
  if (outcome.ok) return { blueprint };
  const [problem] = outcome.problems;
  return {
    reason: problem === undefined ? 'it is not sound' : `${problem.path}: ${problem.message}`,
  };
}

function change(blueprint: Blueprint, edit: Edit): Outcome {
  switch (edit.kind) {
    case 'drop':
      return drop(blueprint, edit.place);
    case 'rename':
      return rename(blueprint, edit.place, edit.to);
    case 'name-app':
      return nameApp(blueprint, edit.words);
    case 'no-people':
      return withoutPeople(blueprint);
    case 'add-role':
      return withRole(blueprint, edit.name);
    case 'sign-up':
      return withSignUp(blueprint, edit.to);
    case 'relate':
      return relate(blueprint, edit);
    case 'fill':
      return { blueprint };
    default: {
      const field = entityOf(blueprint, edit.entity)?.fields.find(
        ({ name }) => name === edit.field,
      );
      if (field === undefined) return { reason: `there is no ${edit.entity}.${edit.field}` };
      if (edit.kind === 'values') return withValueChange(blueprint, edit.entity, field, edit);
      const said =
        edit.kind === 'default'
          ? describeField(field, { default: edit.value }, [])
          : describeField(field, edit.qualities, edit.lacks);
      if ('reason' in said) return said;
      const next = changeField(edit.entity, edit.field, said.field)(blueprint);
      return 'within' in edit ? { blueprint: uniqueWithin(next, edit) } : { blueprint: next };
    }
  }
}

/** Not by itself any more, and no two of the same owner. */
function uniqueWithin(
  blueprint: Blueprint,
  { entity, field, within = '' }: Extract<Edit, { kind: 'describe' }>,
): Blueprint {
  return changeEntity(entity, (own) => {
    const fields = own.fields.map((each) =>
      each.name === field ? { ...each, unique: false } : each,
    );
    const next = { ...own, fields };
    uniqueTogether(next, [within, field]);
    return next;
  })(blueprint);
}

function entityOf({ entities }: Blueprint, name: string): Entity | undefined {
  return entities.find((entity) => entity.name === name);
}

function drop(blueprint: Blueprint, { entity, member }: Place): Outcome {
  if (member === null) {
    if (blueprint.entities.length === 1) return { reason: `${entity} is all there is` };
    if (blueprint.people?.memberOf === entity)
      return { reason: `accounts belong to a ${entity}, so that it cannot go` };
    return { blueprint: removeEntity(entity)(blueprint) };
  }
  const worked = workedOutFrom(blueprint, entity, member);
  if (worked !== null) return { reason: `${worked} is worked out from it; drop that as well` };
  const fields = entityOf(blueprint, entity)?.fields ?? [];
  if (fields.length === 1 && fields[0]?.name === member)
    return { reason: `${entity} has nothing but its ${member}; drop ${entity} itself` };
  return { blueprint: dropMember(blueprint, entity, member) };
}

function rename(blueprint: Blueprint, { entity, member }: Place, to: string): Outcome {
  if (member === null) {
    if (entityOf(blueprint, to) !== undefined) return { reason: `there is a ${to} already` };
    const plural = entityOf(blueprint, entity)?.plural ?? toPluralName(entity);
    const after = { name: to, plural: toPluralName(to) };
    return { blueprint: renameEntity({ name: entity, plural }, after)(blueprint) };
  }
  const own = entityOf(blueprint, entity);
  const taken = [...(own?.fields ?? []), ...(own?.relations ?? [])].map(({ name }) => name);
  if (taken.includes(to)) return { reason: `${entity} has a ${to} already` };
  return { blueprint: renameMember(entity, member, to)(blueprint) };
}

function nameApp(blueprint: Blueprint, words: readonly string[]): Outcome {
  const name = toAppName(words);
  if (name === null) return { reason: 'the name of an app has at least one letter' };
  const title = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ');
  return { blueprint: { ...blueprint, name, title } };
}

/** Only the side with the key can be required. */
function relate(
  blueprint: Blueprint,
  { entity, relation: name, required }: Extract<Edit, { kind: 'relate' }>,
): Outcome {
  const relation = entityOf(blueprint, entity)?.relations.find((each) => each.name === name);
  if (relation?.kind !== 'belongs-to')
    return {
      reason: `${entity} may have any number of ${name}; it is neither required nor optional`,
    };
  const { onDelete, ...rest } = relation;
  const kept = onDelete === undefined || (required && onDelete === 'set-null') ? {} : { onDelete };
  return { blueprint: changeRelation(entity, name, { ...rest, required, ...kept })(blueprint) };
}
