import { z } from 'zod';
import { isolationSchema } from './evidence.ts';
import { timestamp } from './run.ts';

/** What this installation is, stands on and lacks. */
export const systemSchema = z
  .strictObject({
    version: z.string(),
    node: z.string(),
    startedAt: timestamp,
    database: z.strictObject({ kind: z.enum(['embedded', 'postgres']) }),
    /** Null where no driver works: then generated code is not run, and the findings say what is missing. */
    sandbox: isolationSchema.nullable(),
    dataFolder: z.strictObject({
      path: z.string(),
      bytes: z.number(),
      parts: z.array(z.strictObject({ name: z.string(), bytes: z.number(), files: z.int() })),
      /** False when there was too much to count in time; then the sizes are at least so much. */
      isComplete: z.boolean(),
      measuredAt: timestamp,
    }),
    disk: z.strictObject({ totalBytes: z.number(), freeBytes: z.number() }),
    ready: z.boolean(),
    parts: z.array(
      z.strictObject({
        name: z.string(),
        state: z.enum(['ok', 'failed']),
        latencyMs: z.number(),
        detail: z.string().nullable(),
      }),
    ),
    /** `failed`: the main job cannot be done. `limited`: it can, with less than this machine could have. */
    findings: z.array(
      z.strictObject({
        name: z.string(),
        status: z.enum(['ok', 'limited', 'failed']),
        detail: z.string(),
        /** The command or act that mends it. */
        fix: z.string().nullable(),
      }),
    ),
    foundAt: timestamp,
  })
  .meta({ id: 'System' });
export type System = z.infer<typeof systemSchema>;
