import { z } from 'zod';
import { blueprintSchema, phraseSchema, remarkSchema } from './blueprint.ts';
import { MAX_PROMPT_CHARACTERS } from './run.ts';

export const blueprintChangeKinds = ['added', 'removed', 'renamed', 'changed'] as const;

/** One difference between a blueprint and its next version. */
export const blueprintChangeSchema = z
  .strictObject({
    /** `Invoice.discount`, `Invoice`, `people`; of what is gone as the old blueprint called it, else as the new one does. */
    path: z.string(),
    kind: z.enum(blueprintChangeKinds),
    /** What happens, as a person says it. */
    text: z.string(),
    /** In words; null where there was, or is, nothing. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** The words of the follow-up that ask for it; null where nobody wrote any. */
    phrase: phraseSchema.omit({ became: true }).nullable(),
  })
  .meta({ id: 'BlueprintChange' });
export type BlueprintChange = z.infer<typeof blueprintChangeSchema>;

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
