import {
  appChangesSchema,
  blueprintSchema,
  capsuleVerificationSchema,
  designSchema,
  digest,
  documentSchema,
  editsByHandSchema,
  evidenceSchema,
  generatedFileSchema,
  mergeConflictSchema,
  reviewAnswerSchema,
  runChangeSchema,
  runOptionsSchema,
  runReadingSchema,
  timestamp,
} from '@quantumlayer/contracts';
import { z } from 'zod';

/** What a run of the standard pipeline starts from. */
export const pipelineInputSchema = z.strictObject({
  projectId: z.string(),
  /** Empty where a document says everything. */
  prompt: z.string(),
  document: documentSchema.optional(),
  options: runOptionsSchema,
  /** RFC 3339 instant at which the run was asked for; the capsule's creation date, so that re-packing gives equal bytes. */
  requestedAt: timestamp,
  /** Where it starts from an earlier version. */
  change: runChangeSchema.optional(),
});
export type PipelineInput = z.infer<typeof pipelineInputSchema>;

export const unitSchema = z.strictObject({ id: z.string(), title: z.string() });

/** The design carries the blueprint it was made from, so that a reviewer may change both at one place. */
export const designOutputSchema = z.strictObject({
  blueprint: blueprintSchema,
  design: designSchema,
  units: z.array(unitSchema).min(1),
  /** What the reviewer answered on the way to this blueprint. */
  answers: z.array(reviewAnswerSchema).max(200).optional(),
  /** The three diffs from the version that the run starts from. */
  changes: appChangesSchema.optional(),
});
export type DesignOutput = z.infer<typeof designOutputSchema>;

export const filesOutputSchema = z.strictObject({ files: z.array(generatedFileSchema) });
export type FilesOutput = z.infer<typeof filesOutputSchema>;

export const codeOutputSchema = z.array(filesOutputSchema);

const keptTableSchema = z.strictObject({
  name: z.string(),
  was: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), was: z.string(), isFilled: z.boolean() })),
});

export const mergeOutputSchema = z.strictObject({
  /** What is agreed on; files with open conflicts are not among them. */
  files: z.array(generatedFileSchema),
  byHand: editsByHandSchema,
  conflicts: z.array(mergeConflictSchema),
  kept: z.array(z.string()),
  /** What the graph branches on. */
  state: z.enum(['merged', 'conflicts']),
  migration: z.strictObject({
    /** Null where the database stays as it is. */
    migration: generatedFileSchema.nullable(),
    losses: z.array(z.string()),
    unfilled: z.array(z.string()),
    kept: z.array(keptTableSchema),
    dropped: z.array(z.string()),
  }),
});
export type MergeOutput = z.infer<typeof mergeOutputSchema>;

export const qualityOutputSchema = z.strictObject({
  evidence: evidenceSchema,
  /** Digest of the whole log of each check, by check id. */
  logs: z.record(z.string(), digest),
  /** What was built of the code and is packed beside it; nothing where the stack builds nothing. */
  built: z.array(generatedFileSchema).default([]),
});
export type QualityOutput = z.infer<typeof qualityOutputSchema>;

export const capsuleOutputSchema = z.strictObject({
  capsuleId: z.string(),
  digest,
  codeDigest: digest,
  verification: capsuleVerificationSchema,
});
export type CapsuleOutput = z.infer<typeof capsuleOutputSchema>;

const previewOutputSchema = z.strictObject({ previewId: z.string() });
export type PreviewOutput = z.infer<typeof previewOutputSchema>;

export const readingOutputSchema = runReadingSchema;
