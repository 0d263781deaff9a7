import {
  type RunOptions,
  WORKFLOW_DEFINITION_VERSION,
  type WorkflowDefinition,
  type WorkflowDraft,
  workflowDefinitionSchema,
} from '@quantumlayer/contracts';

type NodeDraft = WorkflowDraft['nodes'][number];
type Stage = Omit<Extract<NodeDraft, { kind: 'step' }>, 'kind' | 'handler' | 'id'>;

const MINUTE = 60_000;

/** A pure stage that fails will fail again: one repeat covers a lost database connection, no more. */
const pureRetry = { attempts: 2, initialMs: 200, factor: 2, maxMs: 1_000, jitter: 0.2 };

function stage(id: string, given: Stage): NodeDraft {
  const key = '{executionId}/{node}/{epoch}';
  return { kind: 'step', id, handler: id, retry: pureRetry, idempotencyKey: key, ...given };
}

const code: NodeDraft = {
  kind: 'map',
  id: 'code',
  title: 'Generate code',
  over: 'nodes.design.units',
  concurrency: 8,
  step: {
    handler: 'code',
    inputs: { run: 'input', design: 'nodes.design', item: 'item' },
    retry: pureRetry,
    timeoutMs: MINUTE,
  },
};

const review: NodeDraft = {
  kind: 'checkpoint',
  id: 'review',
  title: 'Review the design',
  after: ['design'],
  of: 'design',
};

const preview = stage('preview', {
  title: 'Deploy preview',
  after: ['capsule'],
  inputs: { run: 'input', capsule: 'nodes.capsule' },
  timeoutMs: 2 * MINUTE,
});

/**
 * The seven stages as data. `review` adds a checkpoint behind the design; without `preview` the run ends with the
 * capsule. Durations are upper bounds after which a stage is stopped, not expectations.
 */
export function standardPipeline(options: RunOptions): WorkflowDefinition {
  return workflowDefinitionSchema.parse({
    version: WORKFLOW_DEFINITION_VERSION,
    name: 'standard',
    nodes: [
      stage('parse', {
        title: 'Parse requirements',
        inputs: { run: 'input' },
        timeoutMs: MINUTE,
      }),
      stage('design', {
        title: 'Design architecture',
        after: ['parse'],
        inputs: { run: 'input', reading: 'nodes.parse' },
        timeoutMs: MINUTE,
      }),
      ...(options.review ? [review] : []),
      { ...code, after: [options.review ? 'review' : 'design'] },
      stage('tests', {
        title: 'Generate tests',
        after: ['code'],
        inputs: { run: 'input', design: 'nodes.design' },
        timeoutMs: MINUTE,
      }),
      stage('quality', {
        title: 'Validate quality',
        after: ['tests'],
        inputs: {
          run: 'input',
          design: 'nodes.design',
          code: 'nodes.code',
          tests: 'nodes.tests',
        },
        timeoutMs: 15 * MINUTE,
      }),
      stage('capsule', {
        title: 'Package capsule',
        after: ['quality'],
        inputs: {
          run: 'input',
          reading: 'nodes.parse',
          design: 'nodes.design',
          code: 'nodes.code',
          tests: 'nodes.tests',
          quality: 'nodes.quality',
        },
        timeoutMs: 2 * MINUTE,
      }),
      ...(options.preview ? [preview] : []),
    ],
  } satisfies WorkflowDraft);
}
