import type { Blueprint, Entity, Field, MediaType, Relation } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';
import type { LifecycleModel } from './lifecycle-model.ts';
import type { AccessModel, PeopleModel } from './people.ts';
import type { RuleModel } from './rules/rule-types.ts';

/** A field with the names it has in the API and in the table. */
export type FieldModel = { name: string; column: string; field: Field; uniqueName: string | null };

/** A file or an image: a table of its own beside that of the entity. */
export type UploadModel = {
  /** Member of the API: `photo`. */
  name: string;
  field: Field;
  table: string;
  foreignKeyName: string;
  /** Value of the table in the code: `lockerPhotoFiles`. */
  variable: string;
  /** Where it is put and fetched, below the row. */
  nested: NestedNames;
  maxBytes: number;
  mediaTypes: readonly MediaType[];
};

/** A foreign key: one `belongs-to`. */
export type ReferenceModel = {
  /** Member of the API: `customerId`. */
  name: string;
  column: string;
  target: string;
  required: boolean;
  /** True when `required` was given up because rows could never be created otherwise. */
  relaxed: boolean;
  unique: boolean;
  /** What becomes of the row when the one it belongs to is deleted. */
  onDelete: 'restrict' | 'cascade' | 'set null';
  relation: Relation;
  /** The relation of the target that lists these rows, when it has one. */
  inverse: Relation | null;
  /** Where the target lists these rows; null when it has no relation for that. */
  nested: NestedNames | null;
  foreignKeyName: string;
  indexName: string;
};

/** Path segment below one row, and the end of the operation ids. */
export type NestedNames = { segment: string; operation: string };

/** A many-to-many relation: one join table. */
export type LinkModel = {
  file: string;
  table: string;
  variable: string;
  /** One or two directions; the first owns the names. */
  sides: LinkSide[];
  keyName: string;
  foreignKeyNames: [string, string];
  /** Is a row of the first and of the second column kept while it has links? Else its links go with it. */
  keepsLinked: [boolean, boolean];
  indexName: string;
};

/** Seen from `from`: the rows of `to` that are linked. */
export type LinkSide = {
  from: string;
  to: string;
  relation: Relation;
  nested: NestedNames;
  ownColumn: LinkColumn;
  otherColumn: LinkColumn;
};
export type LinkColumn = { name: string; column: string };

export type EntityModel = {
  entity: Entity;
  /** `LineItem`; the prefix of types. */
  name: string;
  /** `lineItem`; the prefix of values. */
  variable: string;
  /** `line-item`; the folder of the module. */
  file: string;
  table: string;
  /** `line-items`; the path below /api. */
  path: string;
  /** `line item`, for sentences. */
  title: string;
  pluralTitle: string;
  /** Plural PascalCase for operation ids. */
  plural: string;
  fields: FieldModel[];
  uploads: UploadModel[];
  references: ReferenceModel[];
  /** Null in an app without people. */
  access: AccessModel | null;
  rules: RuleModel[];
  /** Null where no field is a state. */
  lifecycle: LifecycleModel | null;
};

export type AppModel = {
  blueprint: Blueprint;
  people: PeopleModel | null;
  entities: EntityModel[];
  links: LinkModel[];
  /** The entities so that each comes after those it must refer to. */
  creationOrder: EntityModel[];
};

/** The model of an entity that is known to exist. */
export function entityNamed(app: AppModel, name: string): EntityModel {
  const model = app.entities.find((entity) => entity.name === name);
  if (!model) throw new BlueprintUnsound(name, 'there is no such entity');
  return model;
}
