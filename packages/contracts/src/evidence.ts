import { z } from 'zod';

export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const checkIdSchema = z.enum([
  'install',
  'typecheck',
  'lint',
  'build',
  'tests',
  'migration',
  'start',
  'operations',
  'attacks',
  'secrets',
  'licences',
]);

/** One executed check: what was run, how it ended, and where its whole output is kept. */
export const checkSchema = z.strictObject({
  id: checkIdSchema,
  title: z.string(),
  status: z.enum(['passed', 'failed', 'skipped']),
  /** The command line as executed; a built-in check names itself as `builtin:<name>`. */
  command: z.array(z.string()),
  exitCode: z.int().nullable(),
  durationMs: z.number(),
  outputDigest: digest,
  /** Why it failed, in words a person can act on; null when it passed. */
  reason: z.string().nullable(),
  /** Check-specific figures, e.g. `{ passed: 41, failed: 0, coverageLines: 96.2 }`. */
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
});
export type Check = z.infer<typeof checkSchema>;

/** How the checks were isolated. */
export const isolationSchema = z.strictObject({
  driver: z.enum(['bubblewrap', 'namespaces', 'unsafe-process']),
  sandboxed: z.boolean(),
  limits: z.enum(['cgroup-v1', 'cgroup-v2', 'rlimits', 'none']),
  weaknesses: z.array(z.string()),
});
export type Isolation = z.infer<typeof isolationSchema>;

/** Everything that was executed for a run, and the figures the product may claim because of it. */
export const evidenceSchema = z
  .strictObject({
    version: z.literal(1),
    isolation: isolationSchema,
    checks: z.array(checkSchema),
    typecheck: z.enum(['passed', 'failed']),
    lint: z.enum(['passed', 'failed']),
    tests: z.strictObject({ passed: z.int(), failed: z.int(), coverageLines: z.number() }),
    operations: z.strictObject({ exercised: z.int(), failed: z.int() }),
    /** Attacks that were carried out, and those that got through; absent in evidence from before there were any. */
    attacks: z.strictObject({ run: z.int(), failed: z.int() }).optional(),
    secrets: z.strictObject({ findings: z.int() }),
    licences: z.array(
      z.strictObject({
        name: z.string(),
        version: z.string(),
        licence: z.string(),
        integrity: z.string(),
      }),
    ),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidenceSchema>;
