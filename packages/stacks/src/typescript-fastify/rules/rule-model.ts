import { BlueprintUnsound } from '../../stack.ts';
import type { EntityModel, FieldModel, ReferenceModel } from '../model.ts';
import type { KeptRule } from './rule-types.ts';

/** A field or a reference, which the blueprint calls by its relation. */
export type Member = { name: string; column: string } & (
  | { field: FieldModel; reference: null }
  | { field: null; reference: ReferenceModel }
);

/** Null when the entity has no field or `belongs-to` relation of this name. */
export function findMember(entity: EntityModel, wanted: string): Member | null {
  const field = entity.fields.find((each) => each.field.name === wanted);
  if (field) return { name: field.name, column: field.column, field, reference: null };
  const reference = entity.references.find(({ relation }) => relation.name === wanted);
  if (!reference) return null;
  return { name: reference.name, column: reference.column, field: null, reference };
}

/** As `findMember`; throws BlueprintUnsound where there is none. */
export function memberNamed(entity: EntityModel, wanted: string, where: string): Member {
  const member = findMember(entity, wanted);
  if (member !== null) return member;
  const path = `${entity.name}.${where}`;
  throw new BlueprintUnsound(path, `there is no field or belongs-to relation ${wanted}`);
}

export function keptRules({ rules, restoreGuards }: EntityModel): KeptRule[] {
  return [...rules.flatMap(({ kept }) => kept ?? []), ...restoreGuards];
}
