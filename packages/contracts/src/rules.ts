import { z } from 'zod';
import { allowed } from './access.ts';
import { fieldName } from './names.ts';

const value = z.union([z.string().min(1).max(64), z.boolean()]);

/** What becomes of a row when the row it belongs to is deleted; absent means `restrict`. */
export const deletionSchema = z.enum(['restrict', 'cascade', 'set-null']);
export type Deletion = z.infer<typeof deletionSchema>;

/** Own fields and `belongs-to` relations whose values no two rows share; a row without one of them is never the same. */
export const uniqueTogetherSchema = z.array(fieldName).min(2).max(5);

/** A named move of the state: `approve`, from `submitted` to `approved`. */
export const transitionSchema = z.strictObject({
  name: fieldName,
  from: z.array(z.string().min(1).max(64)).min(1).max(50),
  to: z.string().min(1).max(64),
  /** Absent: who may update the row. */
  roles: allowed.optional(),
});
export type Transition = z.infer<typeof transitionSchema>;

/** The states of a row are the values of an `enum`, which only its transitions change. */
export const lifecycleSchema = z.strictObject({
  field: fieldName,
  /** The state of a new row. */
  initial: z.string().min(1).max(64),
  transitions: z.array(transitionSchema).min(1).max(30),
});
export type Lifecycle = z.infer<typeof lifecycleSchema>;

/** Rows whose `enum` or `boolean` field has one of the values. */
const conditionSchema = z.strictObject({ field: fieldName, values: z.array(value).min(1).max(50) });

export const ruleSchema = z.discriminatedUnion('kind', [
  /** A row is not deleted while the `enum` or `boolean` field has one of the values. */
  conditionSchema.extend({ kind: z.literal('delete-blocked') }),
  /** A row is not changed while the `enum` or `boolean` field has one of the values; that field itself may be. */
  conditionSchema.extend({ kind: z.literal('change-blocked') }),
  /** A row is not deleted while the relation has any row; not for `belongs-to`. */
  z.strictObject({ kind: z.literal('delete-blocked-by'), relation: fieldName }),
  /** At most so many rows (of those that `where` means) belong to one row of the `belongs-to` relation `per`. */
  z.strictObject({
    kind: z.literal('at-most'),
    per: fieldName,
    most: z.int().min(1).max(1_000_000),
    where: conditionSchema.optional(),
  }),
  /** Rows with the same `per` (fields, `belongs-to` relations) do not overlap in [start, end); start is before end. */
  z.strictObject({
    kind: z.literal('no-overlap'),
    start: fieldName,
    end: fieldName,
    per: z.array(fieldName).max(5),
  }),
  /** `first` is not after (not more than) `second`; a row without one of them is not judged. */
  z.strictObject({
    kind: z.literal('order'),
    first: fieldName,
    second: fieldName,
    /** They may not be equal either. */
    strictly: z.boolean().optional(),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
