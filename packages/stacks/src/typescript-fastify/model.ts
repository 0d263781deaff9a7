import type { Blueprint, Entity, Field, MediaType, Relation } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';
import type { ComputedModel } from './computed/computed-model.ts';
import type { LifecycleModel } from './lifecycle-model.ts';
import type { AccessModel, PeopleModel } from './people.ts';
import type { KeptRule, RuleModel } from './rules/rule-types.ts';

/** A field with the names it has in the API and in the table. */
export type FieldModel = {
  name: string;
  column: string;
  /** A computed one is `required` where it is never empty. */
  field: Field;
  uniqueName: string | null;
  /** Of the condition on its values, where its kind has one. */
  checkName: string;
  /** Null where a request gives the value. */
  computed: ComputedModel | null;
};

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
  /** Of the trigger that refuses a deleted target, where targets are only hidden. */
  heldName: string;
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
  /** Of the trigger that says whose team a link is of, where both ends have one. */
  teamTrigger: string;
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

/** Rows of another entity that are sent and shown with one row. */
export type NestedList = {
  /** Member of the API. */
  name: string;
  child: EntityModel;
  /** The key in these rows. */
  reference: ReferenceModel;
};

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
  /** Rows of others that are sent and shown with a row. */
  lists: NestedList[];
  /** The view that has the rows with what other rows decide on; null where the table has it all. */
  view: string | null;
  /** The number that each change counts up; null where changes name no version. */
  version: (LinkColumn & { counterName: string }) | null;
  /** When the row was deleted, which only hides it; null where a deletion is one. */
  softDeletion: SoftDeletionModel | null;
  /** What is answered when a row is restored before the one that it belongs to. */
  restoreGuards: KeptRule[];
  /** Who made and changed a row; null where nobody wants to know. */
  audit: AuditModel | null;
};

export type AuditModel = {
  createdBy: LinkColumn;
  updatedBy: LinkColumn;
  changes: { table: string; indexName: string; segment: string; operation: string };
  triggers: { stamp: string; record: string };
};

export type SoftDeletionModel = LinkColumn & {
  restore: { segment: string; operationId: string };
  /** What goes along with a deletion and with its reversal. */
  triggers: { hide: string; restore: string };
};

export type AppModel = {
  blueprint: Blueprint;
  /** Serves a web UI as well. */
  hasWeb: boolean;
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
