import { z } from 'zod';
import { stackOfKind } from './app-kinds.ts';
import { blueprintSchema } from './blueprint.ts';
import { renamesSchema, runReadingSchema, valuesSchema } from './blueprint-change.ts';
import { documentSchema } from './document.ts';
import { checkSchema, digest, evidenceSchema } from './evidence.ts';
import { versionChangeKinds } from './version-change.ts';

/** RFC 3339 UTC instant. A plain `format` keeps the OpenAPI document readable. */
export const timestamp = z.string().meta({ format: 'date-time' });

export const runStatuses = [
  'queued',
  'running',
  'waiting',
  'paused',
  'succeeded',
  'failed',
  'cancelled',
] as const;
export type RunStatus = (typeof runStatuses)[number];

export const stageStatuses = [
  'pending',
  'running',
  'waiting',
  'retrying',
  'succeeded',
  'failed',
  'cancelled',
  'skipped',
] as const;
export type StageStatus = (typeof stageStatuses)[number];

/** The seven stages of the standard pipeline, in order. */
export const stageKeys = [
  'parse',
  'design',
  'code',
  'tests',
  'quality',
  'capsule',
  'preview',
] as const;
export type StageKey = (typeof stageKeys)[number];

export const runOptionsSchema = z.strictObject({
  stack: z.string().min(1).max(64).default(stackOfKind.api),
  /** Stop after the design at a checkpoint. */
  review: z.boolean().default(false),
  preview: z.boolean().default(true),
});
export type RunOptions = z.infer<typeof runOptionsSchema>;

export const MAX_PROMPT_CHARACTERS = 20_000;

/** What an app is made from: words, a document, or a document that words add to. */
const requested = {
  prompt: z.string().min(1).max(MAX_PROMPT_CHARACTERS).optional(),
  document: documentSchema.optional(),
};
const isRequest = ({ prompt, document }: { prompt?: string | undefined; document?: unknown }) =>
  prompt !== undefined || document !== undefined;
const NOTHING_ASKED = { message: 'Give a prompt, a document, or both.', path: ['prompt'] };

export const readRequestSchema = z.strictObject(requested).refine(isRequest, NOTHING_ASKED);
export type ReadRequest = z.infer<typeof readRequestSchema>;

/** The version that a change starts from. */
const baseSchema = z.strictObject({ capsuleId: z.string().min(1).max(64) });

/** What else a version is changed by, beside words and documents. */
const changed = {
  /** The next blueprint, as a form has it. */
  blueprint: blueprintSchema.optional(),
  renames: renamesSchema.optional(),
  values: valuesSchema.optional(),
  /** Id of an earlier version that comes back, with its code. */
  restored: z.string().min(1).max(64).optional(),
};

type Changed = Readonly<Partial<Record<'prompt' | 'document' | 'blueprint' | 'restored', unknown>>>;
const isChanged = ({
  blueprint,
  renames,
  values,
  restored,
}: Changed & { renames?: unknown; values?: unknown }) =>
  [blueprint, renames, values, restored].some((each) => each !== undefined);
const isOneChange = ({ prompt, document, blueprint, restored }: Changed) =>
  [prompt, document, blueprint, restored].filter((each) => each !== undefined).length === 1;
const ONE_CHANGE = {
  message:
    'Change a version by a prompt, a document, a blueprint or an earlier version: one of them.',
  path: ['base'],
};

export const startRunSchema = z
  .strictObject({
    ...requested,
    ...changed,
    base: baseSchema.optional(),
    options: runOptionsSchema.prefault({}),
  })
  .refine((request) => request.base !== undefined || isRequest(request), NOTHING_ASKED)
  .refine((request) => request.base === undefined || isOneChange(request), ONE_CHANGE)
  .refine((request) => request.base !== undefined || !isChanged(request), {
    message: 'Name the version that changes.',
    path: ['base'],
  });
export type StartRun = z.infer<typeof startRunSchema>;

export const showChangesSchema = z
  .strictObject({
    ...requested,
    ...changed,
    /** An earlier version comes back on the newest one that came from it, unless this says another. */
    base: baseSchema.optional(),
  })
  .refine(({ base, restored }) => base !== undefined || restored !== undefined, {
    message: 'Name the version that changes.',
    path: ['base'],
  })
  .refine(isOneChange, ONE_CHANGE);
export type ShowChanges = z.infer<typeof showChangesSchema>;

/** What rows get that are there when an earlier version comes back and requires more than the newest one. */
export const restoreVersionSchema = z.strictObject({ values: valuesSchema.optional() });
export type RestoreVersion = z.infer<typeof restoreVersionSchema>;

/** What a run was asked with, whole. */
export const runRequestSchema = z
  .strictObject({
    /** Null where a document says everything. */
    prompt: z.string().nullable(),
    document: documentSchema.nullable(),
    /** Which version it changes, and by what; null for a first version. */
    change: z.strictObject({ base: z.string(), kind: z.enum(versionChangeKinds) }).nullable(),
  })
  .meta({ id: 'RunRequest' });
export type RunRequest = z.infer<typeof runRequestSchema>;

export const runFailureSchema = z.strictObject({
  stage: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  /** What the person can do about it. */
  next: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type RunFailure = z.infer<typeof runFailureSchema>;

/** One of the things that a stage does at once. */
const stagePartSchema = z.strictObject({
  key: z.string(),
  status: z.enum(stageStatuses),
  attempts: z.int(),
  startedAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
  durationMs: z.number().nullable(),
  message: z.string().nullable(),
});

export const stageSchema = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    status: z.enum(stageStatuses),
    attempts: z.int(),
    startedAt: timestamp.nullable(),
    finishedAt: timestamp.nullable(),
    durationMs: z.number().nullable(),
    dropId: z.string().nullable(),
    /** Last progress line. */
    message: z.string().nullable(),
    /** Keys of the stages that it waits for: the edges of the graph. */
    after: z.array(z.string()),
    /** Empty for a stage that does one thing. */
    parts: z.array(stagePartSchema),
  })
  .meta({ id: 'Stage' });
export type Stage = z.infer<typeof stageSchema>;

/** What a person answered, at the checkpoint, to a question that the reading had left open. */
export const reviewAnswerSchema = z.strictObject({
  question: z.string().min(1).max(2_000),
  answer: z.string().min(1).max(2_000),
});
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>;

export const runSchema = z
  .strictObject({
    id: z.string(),
    projectId: z.string(),
    projectName: z.string(),
    /** What was asked for in words; of a run from a document alone, what the document is called. */
    prompt: z.string(),
    /** Title of the blueprint; null until the prompt is read. */
    title: z.string().nullable(),
    options: runOptionsSchema,
    status: z.enum(runStatuses),
    createdAt: timestamp,
    startedAt: timestamp.nullable(),
    finishedAt: timestamp.nullable(),
    /** Of the work on it, over all its retries; null until it has ended. */
    durationMs: z.number().nullable(),
    /** The same so far, without the spell of work that began at `workingSince`. */
    workedMs: z.number(),
    /** Null while nobody works on it: it is queued, waits for a person, is paused or has ended. */
    workingSince: timestamp.nullable(),
    stages: z.array(stageSchema),
    failure: runFailureSchema.nullable(),
    reading: runReadingSchema.nullable(),
    /** Answers that came with a changed blueprint, in their order. */
    answers: z.array(reviewAnswerSchema),
    evidence: evidenceSchema.nullable(),
    /** The first check that failed, also named in the evidence; null when none did. */
    failedCheck: checkSchema.nullable(),
    capsuleId: z.string().nullable(),
    previewId: z.string().nullable(),
  })
  .meta({ id: 'Run' });
export type Run = z.infer<typeof runSchema>;

/** A run in a list: what a row shows, without stages and outputs. Its failure comes without details. */
export const runSummarySchema = runSchema
  .omit({ stages: true, reading: true, answers: true, evidence: true, failedCheck: true })
  .extend({
    /** The stage that is under way, or was last, with its last progress line; null before the first. */
    stage: z.strictObject({ key: z.string(), message: z.string().nullable() }).nullable(),
    /** Null until the tests were executed. */
    tests: z.strictObject({ passed: z.int(), failed: z.int() }).nullable(),
  })
  .meta({ id: 'RunSummary' });
export type RunSummary = z.infer<typeof runSummarySchema>;

export const attemptStatuses = [
  'running',
  'waiting',
  'succeeded',
  'failed',
  'cancelled',
  'interrupted',
] as const;

/** One attempt at a stage of a run; numbers grow within a stage, also over retries of the run. */
export const stageAttemptSchema = z
  .strictObject({
    stage: z.string(),
    attempt: z.int(),
    /** A checkpoint waits for a person. */
    kind: z.enum(['work', 'checkpoint']),
    status: z.enum(attemptStatuses),
    startedAt: timestamp,
    finishedAt: timestamp.nullable(),
    durationMs: z.number().nullable(),
    /** Code of the failure that ended it. */
    failure: z.string().nullable(),
    /** What the attempt executed, passed or not; null for stages that execute no checks. */
    checks: z.array(checkSchema).nullable(),
  })
  .meta({ id: 'StageAttempt' });
export type StageAttempt = z.infer<typeof stageAttemptSchema>;

/** A generated file in the tree of a run. */
export const runFileSchema = z
  .strictObject({
    path: z.string(),
    /** Bytes of the content. */
    size: z.int(),
    stage: z.enum(['code', 'tests']),
    digest,
    executable: z.boolean(),
  })
  .meta({ id: 'RunFile' });
export type RunFile = z.infer<typeof runFileSchema>;

/** One line of a run's journal; `id` is the SSE id and grows by one within a run. */
export const runEventSchema = z
  .strictObject({
    id: z.int(),
    runId: z.string(),
    type: z.string(),
    stage: z.string().nullable(),
    at: timestamp,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RunEvent' });
export type RunEvent = z.infer<typeof runEventSchema>;

/** A person's answer to a checkpoint, or a control of the whole run. */
export const runSignalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('approve'), stage: z.string() }),
  z.strictObject({
    type: z.literal('reject'),
    stage: z.string(),
    reason: z.string().min(1).max(2_000),
  }),
  z.strictObject({ type: z.literal('modify'), stage: z.string(), output: z.unknown() }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
]);
export type RunSignal = z.infer<typeof runSignalSchema>;
