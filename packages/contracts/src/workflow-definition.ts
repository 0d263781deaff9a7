import { z } from 'zod';

/** Letters, digits, `-` and `_`: safe in keys (`code/backend`), references (`nodes.code.files`) and URLs. */
export const nodeId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/)
  .refine((id) => !['constructor', 'prototype'].includes(id), 'is a reserved word');

const pathSegment = '[A-Za-z0-9_-]+';

/** `input`, `input.prompt`, `nodes.design` or `nodes.design.stack.id`; `item` and `index` inside a map. */
export const reference = z
  .string()
  .regex(
    new RegExp(
      `^(?:input|item|index|nodes\\.[A-Za-z][A-Za-z0-9_-]{0,62})(?:\\.${pathSegment}){0,16}$`,
    ),
  );

/** Where a value comes from. An `optional` one may be missing and is then absent from the inputs. */
export const bindingSchema = z.union([
  reference,
  z.strictObject({ from: reference, optional: z.literal(true) }),
  z.strictObject({ value: z.json() }),
]);
export type Binding = z.infer<typeof bindingSchema>;

const inputsSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,62}$/), bindingSchema);

/** The wait before attempt n + 1 is `initialMs * factor^(n-1)`, at most `maxMs`, shortened by up to `jitter`. */
export const retryProfileSchema = z.strictObject({
  attempts: z.int().min(1).max(100),
  initialMs: z.int().min(0),
  factor: z.number().min(1).max(10),
  maxMs: z.int().min(0),
  /** 0 = none, 1 = anything between no wait and the whole wait. */
  jitter: z.number().min(0).max(1),
});
export type RetryProfile = z.infer<typeof retryProfileSchema>;

export const DEFAULT_RETRY: RetryProfile = {
  attempts: 3,
  initialMs: 1_000,
  factor: 2,
  maxMs: 30_000,
  jitter: 0.2,
};

/** What runs a handler: a step itself, a member of a parallel, the body of a map. */
const work = {
  /** Name of the handler in the runner's `StepHandlers`. */
  handler: z.string().min(1).max(100),
  inputs: inputsSchema.default({}),
  retry: retryProfileSchema.optional(),
  timeoutMs: z.int().min(1).optional(),
  /** May hold `{executionId}`, `{node}`, `{epoch}` and `{attempt}`; without attempt, a retry keeps its key. */
  idempotencyKey: z
    .string()
    .max(300)
    .regex(/^(?:[^{}]|\{(?:executionId|node|epoch|attempt)\})+$/)
    .optional(),
};

const base = {
  id: nodeId,
  title: z.string().max(100).optional(),
  /** Nodes, or exits of a branch as `branch.exit`, that must be settled first. Empty: ready at the start. */
  after: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}(?:\.[A-Za-z0-9_-]{1,63})?$/))
    .default([]),
  /** `all`: skipped when any predecessor was; `any`: runs when at least one was not. */
  join: z.enum(['all', 'any']).default('all'),
};

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const exitName = z.string().regex(/^[A-Za-z0-9_-]{1,63}$/);

export const workNodeSchema = z.strictObject({ id: nodeId, ...work });
export type WorkNode = z.infer<typeof workNodeSchema>;

export const workflowNodeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), ...base, ...work }),
  /** Its output is an object: name of the member -> output of the member. */
  z.strictObject({
    kind: z.literal('parallel'),
    ...base,
    steps: z.array(workNodeSchema).min(1).max(500),
    concurrency: z.int().min(1).optional(),
  }),
  /** Runs `step` once per item of the list `over`; its output is the list of outputs, in the same order. */
  z.strictObject({
    kind: z.literal('map'),
    ...base,
    over: reference,
    step: z.strictObject(work),
    concurrency: z.int().min(1).optional(),
  }),
  /** Takes the first case that equals the value of `on`, else `otherwise`. Others follow with `after: ['id.exit']`. */
  z.strictObject({
    kind: z.literal('branch'),
    ...base,
    on: reference,
    cases: z.array(z.strictObject({ equals: scalar, exit: exitName })).max(100),
    otherwise: exitName.optional(),
  }),
  /** Waits for a person to approve, reject or modify the output of `of`. */
  z.strictObject({ kind: z.literal('checkpoint'), ...base, of: nodeId }),
  z.strictObject({ kind: z.literal('timer'), ...base, ms: z.int().min(0) }),
]);
export type WorkflowNode = z.infer<typeof workflowNodeSchema>;

export const WORKFLOW_DEFINITION_VERSION = 1;
export const MAX_WORKFLOW_NODES = 5_000;

/** A graph of stages. That it can finish is checked by `planWorkflow` of @quantumlayer/workflow. */
export const workflowDefinitionSchema = z
  .strictObject({
    version: z.literal(WORKFLOW_DEFINITION_VERSION),
    name: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    /** Grows with each saved change of the graph. */
    revision: z.int().min(1).default(1),
    nodes: z.array(workflowNodeSchema).min(1).max(MAX_WORKFLOW_NODES),
  })
  .meta({ id: 'WorkflowDefinition' });
export type WorkflowDefinition = z.infer<typeof workflowDefinitionSchema>;
/** A definition as it is written down, before defaults are filled in. */
export type WorkflowDraft = z.input<typeof workflowDefinitionSchema>;
