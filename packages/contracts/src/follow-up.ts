import { z } from 'zod';
import { blueprintSchema, phraseSchema, remarkSchema } from './blueprint.ts';
import { blueprintChangeSchema } from './blueprint-change.ts';
import { MAX_PROMPT_CHARACTERS } from './run.ts';

/** How a follow-up was understood: the next version of a blueprint, and what a migration to it has to know. */
export const followUpReadingSchema = z
  .strictObject({
    /** The one that was given, as it is, where nothing changes. */
    blueprint: blueprintSchema,
    changes: z.array(blueprintChangeSchema),
    /** What entities (`Customer`), fields and relations (`Customer.fullName`) were called, by what they are called now. */
    renames: z.record(z.string(), z.string()),
    /** What rows that are there already get in fields that become required: `Invoice.code`. */
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    phrases: z.array(phraseSchema),
    /** What changes nothing, with the reason. */
    notUnderstood: z.array(z.string()),
    assumptions: z.array(remarkSchema),
    /** What is left as it is until it is answered. */
    questions: z.array(remarkSchema),
  })
  .meta({ id: 'FollowUpReading' });
export type FollowUpReading = z.infer<typeof followUpReadingSchema>;

export const readFollowUpSchema = z.strictObject({
  /** What is to be changed. */
  blueprint: blueprintSchema,
  text: z.string().min(1).max(MAX_PROMPT_CHARACTERS),
});
export type ReadFollowUp = z.infer<typeof readFollowUpSchema>;
