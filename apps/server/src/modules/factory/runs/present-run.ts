import {
  type Evidence,
  evidenceSchema,
  type ReviewAnswer,
  type Run,
  type RunFailure,
  type RunReading,
  type RunSummary,
  reviewAnswerSchema,
  runReadingSchema,
  type Stage,
} from '@quantumlayer/contracts';
import { z } from 'zod';
import type { Execution, ExecutionNode, WorkflowRunner } from '#modules/factory/workflows/index.ts';
import type { RunRecord } from './domain/run.ts';
import type { DropIndex, Projects, RunRepository } from './ports.ts';

const withEvidence = z.looseObject({ evidence: evidenceSchema });
const withCapsule = z.looseObject({ capsuleId: z.string() });
const withAnswers = z.looseObject({ answers: z.array(reviewAnswerSchema) });
const withPreview = z.looseObject({ previewId: z.string() });

type Outputs = (stage: string) => Promise<unknown>;

/** Puts a run's row, the stages of its execution and the outputs that people ask for first into one document. */
export function createRunPresenter(
  runner: WorkflowRunner,
  drops: DropIndex,
  runs: Pick<RunRepository, 'countQueuedBefore'>,
  projects: Pick<Projects, 'namesOf'>,
) {
  return async (run: RunRecord): Promise<Run> => {
    const { organisationId, id } = run;
    const execution = await runner.get(organisationId, id);
    const dropIds = await drops.idsByStage(organisationId, id);
    const outputs: Outputs = async (stage) => {
      const node = execution.nodes.find(({ key }) => key === stage);
      return node?.status === 'succeeded' ? await runner.output(organisationId, id, stage) : null;
    };
    const stages = execution.nodes.map((node) => presentStage(node, dropIds.get(node.key) ?? null));
    const [first] = stages;
    if (run.status === 'queued' && first?.message === null) {
      first.message = waitingMessage(await runs.countQueuedBefore(id));
    }
    const names = await projects.namesOf(organisationId, [run.projectId]);
    const evidence = await evidenceOf(outputs, execution);
    return {
      ...presentRow(run, names),
      failure: run.failure,
      stages,
      reading: await readingOf(outputs),
      answers: await answersOf(outputs),
      evidence,
      failedCheck: evidence?.checks.find(({ status }) => status === 'failed') ?? null,
      capsuleId: withCapsule.safeParse(await outputs('capsule')).data?.capsuleId ?? null,
      previewId: withPreview.safeParse(await outputs('preview')).data?.previewId ?? null,
    };
  };
}

/** A run in a list, from its own row and the names of projects. */
export function presentSummary(run: RunRecord, names: ReadonlyMap<string, string>): RunSummary {
  const { stageKey, stageMessage, testsPassed, testsFailed, capsuleId, previewId } = run;
  return {
    ...presentRow(run, names),
    stage: stageKey === null ? null : { key: stageKey, message: stageMessage },
    failure: run.failure,
    tests:
      testsPassed === null || testsFailed === null
        ? null
        : { passed: testsPassed, failed: testsFailed },
    capsuleId,
    previewId,
  };
}

/** What a run's own row says. */
function presentRow(run: RunRecord, names: ReadonlyMap<string, string>) {
  return {
    id: run.id,
    projectId: run.projectId,
    projectName: names.get(run.projectId) ?? run.projectId,
    prompt: run.prompt,
    title: run.title,
    options: run.options,
    status: run.status,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    durationMs: run.finishedAt === null ? null : run.workedMs,
    workedMs: run.workedMs,
    workingSince: run.workingSince?.toISOString() ?? null,
  };
}

async function readingOf(outputs: Outputs): Promise<RunReading | null> {
  return runReadingSchema.safeParse(await outputs('parse')).data ?? null;
}

async function answersOf(outputs: Outputs): Promise<ReviewAnswer[]> {
  return withAnswers.safeParse(await outputs('design')).data?.answers ?? [];
}

/** A failed gate has evidence as well: it stands in the details of the failure. */
async function evidenceOf(outputs: Outputs, execution: Execution): Promise<Evidence | null> {
  const passed = withEvidence.safeParse(await outputs('quality'));
  if (passed.success) return passed.data.evidence;
  return withEvidence.safeParse(execution.failure?.details).data?.evidence ?? null;
}

/** What a queued run shows before anything has happened in it. */
function waitingMessage(before: number): string {
  if (before === 0) return 'waits for its turn: it is the next one';
  return `waits for its turn: ${before === 1 ? '1 run is' : `${before} runs are`} before it`;
}

function presentStage(node: ExecutionNode, dropId: string | null): Stage {
  const { title, after, members } = node;
  return { ...presentPart(node), title, dropId, after, parts: members.map(presentPart) };
}

function presentPart(node: ExecutionNode): Stage['parts'][number] {
  return {
    key: node.key,
    status: node.status,
    attempts: node.attempts,
    startedAt: node.startedAt?.toISOString() ?? null,
    finishedAt: node.finishedAt?.toISOString() ?? null,
    durationMs: elapsed(node.startedAt, node.finishedAt),
    message: node.message,
  };
}

/** The workflow's failure in the words of the API. */
export function presentFailure(failure: Execution['failure']): RunFailure | null {
  if (failure === null) return null;
  const { stage, code, message, next, details } = failure;
  return { stage, code, message, next: next ?? null, ...(details && { details }) };
}

function elapsed(from: Date | null, to: Date | null): number | null {
  return from === null || to === null ? null : to.getTime() - from.getTime();
}
