import { BlueprintUnsound } from '../../stack.ts';
import type { EntityModel, FieldModel, ReferenceModel } from '../model.ts';

/** A rule of an entity, with everything that the generators say about it. */
export type RuleModel = {
  /** Null where a foreign key keeps it. */
  kept: KeptRule | null;
  /** One of `x-rules` in the OpenAPI document, with members of the API. */
  document: Record<string, unknown>;
  /** For people, without the full stop. */
  sentence: string;
  /** Where it is kept, and why there. */
  decision: string;
  reason: string;
};

/** A constraint of the database, or a trigger that acts as one. */
export type KeptRule = {
  /** What is reported as broken; also what the trigger and its function are called. */
  constraint: string;
  /** SQL, after all tables and references. */
  statements: string[];
  /** What the API answers when it is broken. */
  problem: { status: 409 | 422; code: string; detail: string };
  /** The members that the answer points at. */
  members: string[];
};

/** A name that is used once, near the wanted one. */
export type RuleName = (wanted: string) => string;

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

export function keptRules({ rules }: EntityModel): KeptRule[] {
  return rules.flatMap(({ kept }) => kept ?? []);
}
