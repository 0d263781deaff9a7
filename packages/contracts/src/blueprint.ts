import { z } from 'zod';
import { accessSchema, peopleSchema } from './access.ts';
import { apiContractSchema } from './api-contract.ts';
import { computedSchema } from './computed.ts';
import { documentAccountSchema } from './document.ts';
import { fieldTypes, MOST_FILE_BYTES, mediaTypes } from './field-types.ts';
import { entityName, fieldName } from './names.ts';
import { deletionSchema, lifecycleSchema, ruleSchema, uniqueTogetherSchema } from './rules.ts';

/**
 * What a value may be. `min`/`max` bound numbers; `minLength`/`maxLength` count characters of text. A `rating`
 * goes from 1 to `max`, or to 5.
 */
export const fieldSchema = z.strictObject({
  name: fieldName,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  unique: z.boolean(),
  description: z.string().max(500).optional(),
  /** The members of an `enum` or a `multi-choice`, in the order they were given; absent for every other type. */
  values: z.array(z.string().min(1).max(64)).min(1).max(50).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(1).optional(),
  /** Never in a request. Such a field is not `required` nor `unique` and has neither bounds nor a default. */
  computed: computedSchema.optional(),
  /** Of a `file` or an `image`: 5,000,000 bytes unless it says another, and every type that is known. */
  maxBytes: z.int().min(1).max(MOST_FILE_BYTES).optional(),
  mediaTypes: z.array(z.enum(mediaTypes)).min(1).max(mediaTypes.length).optional(),
});
export type Field = z.infer<typeof fieldSchema>;

export const relationKinds = ['belongs-to', 'has-many', 'has-one', 'many-to-many'] as const;
export type RelationKind = (typeof relationKinds)[number];

/**
 * One direction of a relation. `belongs-to` holds the foreign key; `has-many` and `has-one` are the other
 * side of a `belongs-to`; a `many-to-many` stands on both sides and is one join table.
 */
export const relationSchema = z.strictObject({
  kind: z.enum(relationKinds),
  target: entityName,
  /** camelCase role of the target seen from here: `customer`, `lineItems`, `author`. Unique in the entity. */
  name: fieldName,
  /** The `name` of the same relation on the target; every relation has both directions. */
  inverse: fieldName,
  required: z.boolean(),
  /** Only where the key is, so on `belongs-to`; `set-null` only where the relation is not required. */
  onDelete: deletionSchema.optional(),
  /** Only on `has-many`: a new row can be sent together with its rows of this relation, and is shown with them. */
  nested: z.boolean().optional(),
});
export type Relation = z.infer<typeof relationSchema>;

export const entitySchema = z.strictObject({
  name: entityName,
  /** Plural PascalCase: `People`, `Invoices`. */
  plural: entityName,
  description: z.string().max(500).optional(),
  /** Own fields only: no id, no foreign keys, no createdAt/updatedAt (every entity gets these). */
  fields: z.array(fieldSchema).min(1).max(100),
  relations: z.array(relationSchema).max(50),
  /** Absent in an app with people: who is signed in may do everything, and rows are shared. */
  access: accessSchema.optional(),
  uniqueTogether: z.array(uniqueTogetherSchema).max(10).optional(),
  lifecycle: lifecycleSchema.optional(),
  rules: z.array(ruleSchema).max(20).optional(),
  /** A change names the version of the row that it is based on; of several at once one wins. */
  optimisticLocking: z.literal(true).optional(),
  /** A deletion only hides the row, which who may delete it can restore. */
  softDelete: z.literal(true).optional(),
  /** Who made and changed a row, and what, is kept; only in an app with people. */
  audited: z.literal(true).optional(),
});
export type Entity = z.infer<typeof entitySchema>;

export const BLUEPRINT_VERSION = 1;

/** The typed, model-independent description of the software to build. */
export const blueprintSchema = z
  .strictObject({
    version: z.literal(BLUEPRINT_VERSION),
    /** kebab-case name of the app. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    title: z.string().min(1).max(100),
    description: z.string().max(2_000),
    /** None only in an app with a contract that stores nothing. */
    entities: z.array(entitySchema).max(100),
    /** Absent: nobody signs in, and who reaches the app may do everything. */
    people: peopleSchema.optional(),
    /** The API that the app has to keep to, where a document gave it; its entities are what is stored. */
    contract: apiContractSchema.optional(),
  })
  .refine(({ entities, contract }) => entities.length > 0 || contract !== undefined, {
    path: ['entities'],
    error: 'must have at least one entity',
  })
  .meta({ id: 'Blueprint' });
export type Blueprint = z.infer<typeof blueprintSchema>;

/** What one phrase of the prompt became; `start`/`end` are UTF-16 offsets into the prompt. */
export const phraseSchema = z.strictObject({
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  /** Empty when the phrase was not understood. `Customer.email` style paths with a sentence each. */
  became: z.array(z.strictObject({ path: z.string(), meaning: z.string() })),
});
export type Phrase = z.infer<typeof phraseSchema>;

/** Stands in an answer's sentence for what the person types. */
export const ANSWER_BLANK = '{words}';

/** A way to answer: `sentence` is what to add to the prompt, in words that its reader understands. */
export const answerSchema = z
  .strictObject({
    label: z.string(),
    /** May hold `{words}`, which stands for what the person types. */
    sentence: z.string(),
    /** What could be typed. */
    example: z.string().optional(),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof answerSchema>;

/** Something that the reader decided or could not decide. Readings of older versions offer no answers. */
export const remarkSchema = z
  .strictObject({
    path: z.string(),
    text: z.string(),
    answers: z.array(answerSchema).default([]),
  })
  .meta({ id: 'Remark' });
export type Remark = z.infer<typeof remarkSchema>;

/** A prompt, a document or both as they were understood. */
export const readingSchema = z
  .strictObject({
    blueprint: blueprintSchema,
    phrases: z.array(phraseSchema),
    notUnderstood: z.array(z.string()),
    assumptions: z.array(remarkSchema),
    questions: z.array(remarkSchema),
    /** Of the document that the reading stands on; phrases are of the prompt alone. */
    document: documentAccountSchema.optional(),
  })
  .meta({ id: 'Reading' });
export type Reading = z.infer<typeof readingSchema>;
