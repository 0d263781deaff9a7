import { z } from 'zod';
import { phraseSchema, readingSchema } from './blueprint.ts';

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

/** What entities (`Client`), fields and relations (`Client.fullName`) were called, by what they are called now. */
export const renamesSchema = z.record(z.string().max(200), z.string().max(100));
/** What rows that are there already get in fields that become required: `Invoice.code`. */
export const valuesSchema = z.record(
  z.string().max(200),
  z.union([z.string().max(10_000), z.number(), z.boolean()]),
);

/** How the blueprint of an earlier version became the next one. */
export const followUpSchema = z
  .strictObject({
    /** Id of the version that it started from. */
    base: z.string(),
    changes: z.array(blueprintChangeSchema),
    renames: renamesSchema,
    values: valuesSchema,
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof followUpSchema>;

/** What a run has read; with how it changes an earlier version, where it starts from one. */
export const runReadingSchema = readingSchema
  .extend({ followUp: followUpSchema.optional() })
  .meta({ id: 'RunReading' });
export type RunReading = z.infer<typeof runReadingSchema>;
