import { z } from 'zod';
import { blueprintSchema } from './blueprint.ts';
import {
  blueprintChangeSchema,
  renamesSchema,
  runReadingSchema,
  valuesSchema,
} from './blueprint-change.ts';
import { generatedFileSchema } from './design.ts';
import { changeKinds } from './drop-diff.ts';
import { digest } from './evidence.ts';
import { versionChangeKinds } from './version-change.ts';

/** Lines, with their ends, that all agree on, or those of each side where two changed the same place. */
export const mergeChunkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreed'), lines: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('conflict'),
    /** As it was generated the last time. */
    base: z.array(z.string()),
    /** As people changed it. */
    mine: z.array(z.string()),
    /** As it is generated now. */
    theirs: z.array(z.string()),
  }),
]);

/** A file in which hand edits meet what is generated now; nobody chooses a side but a person. */
export const mergeConflictSchema = z
  .strictObject({
    path: z.string(),
    /** `deleted`: one side deleted what the other changed; `renamed`: both moved it. */
    kind: z.enum(['changed', 'deleted', 'renamed']),
    chunks: z.array(mergeChunkSchema),
  })
  .meta({ id: 'MergeConflict' });

/** What people made of generated files: enough to find again what was generated. */
export const editsByHandSchema = z.strictObject({
  /** Files that people added. */
  added: z.array(z.string()),
  /** Files that people changed or deleted, as they were generated. */
  generated: z.array(generatedFileSchema),
});
export type EditsByHand = z.infer<typeof editsByHandSchema>;

/** The three diffs of a change: blueprint, schema and code. */
export const appChangesSchema = z
  .strictObject({
    blueprint: z.strictObject({ changes: z.array(blueprintChangeSchema) }),
    schema: z.strictObject({
      /** Null where the database stays as it is. */
      migration: z.strictObject({ path: z.string(), sql: z.string() }).nullable(),
      /** What is dropped with all that is in it: `Invoice.faxNumber`. */
      losses: z.array(z.string()),
      /** What becomes required and has no value for the rows that are there. */
      unfilled: z.array(z.string()),
    }),
    code: z.strictObject({
      /** Files that differ, by path; `patch` is a unified diff, null when it would be too large. */
      files: z.array(
        z.strictObject({
          path: z.string(),
          kind: z.enum(changeKinds),
          patch: z.string().nullable(),
        }),
      ),
      /** True when something was left out because there is too much of it. */
      truncated: z.boolean(),
    }),
    conflicts: z.array(mergeConflictSchema),
    /** Files in which hand edits are kept. */
    kept: z.array(z.string()),
  })
  .meta({ id: 'AppChanges' });
export type AppChanges = z.infer<typeof appChangesSchema>;

const choiceSchema = z.union([
  z.enum(['mine', 'generated', 'both']),
  z.strictObject({ text: z.string().max(1_000_000) }),
]);

/** What a person hands in at the checkpoint `conflicts`: a choice for each conflict of a file, in their order. */
export const conflictResolutionsSchema = z.strictObject({
  resolutions: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(300),
        choices: z.array(choiceSchema).min(1).max(10_000),
      }),
    )
    .max(5_000),
});
export type ConflictResolutions = z.infer<typeof conflictResolutionsSchema>;

export const CAPSULE_ORIGIN_SCHEMA = 'https://quantumlayer.dev/schemas/capsule-origin/v1';

/** `origin.json` of a capsule: what the next version is made from. */
export const capsuleOriginSchema = z
  .strictObject({
    schema: z.literal(CAPSULE_ORIGIN_SCHEMA),
    blueprint: blueprintSchema,
    byHand: editsByHandSchema,
    /** The version that it was made from; null for a first one. */
    base: z
      .strictObject({
        /** Of the archive of its capsule. */
        digest,
        /** What entities, fields and relations were called there, by what they are called now. */
        renames: z.record(z.string(), z.string()),
      })
      .nullable(),
  })
  .meta({ id: 'CapsuleOrigin' });
export type CapsuleOrigin = z.infer<typeof capsuleOriginSchema>;

/** How a run changes an earlier version of its project. */
export const runChangeSchema = z.strictObject({
  /** Id of the version that it starts from. */
  base: z.string(),
  kind: z.enum(versionChangeKinds),
  renames: renamesSchema,
  values: valuesSchema,
  /** The next one, from a form. */
  blueprint: blueprintSchema.optional(),
  /** Digest of the files that people made of the base. */
  code: digest.optional(),
  /** Id of the version that comes back. */
  restored: z.string().optional(),
});
export type RunChange = z.infer<typeof runChangeSchema>;

/** What a change would do. */
export const shownChangesSchema = z
  .strictObject({ base: z.string(), reading: runReadingSchema, changes: appChangesSchema })
  .meta({ id: 'ShownChanges' });
export type ShownChanges = z.infer<typeof shownChangesSchema>;
