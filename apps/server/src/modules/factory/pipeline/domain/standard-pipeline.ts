import {
  type RunOptions,
  type VersionChange,
  WORKFLOW_DEFINITION_VERSION,
  type WorkflowDefinition,
  type WorkflowDraft,
  workflowDefinitionSchema,
} from '@quantumlayer/contracts';

type NodeDraft = WorkflowDraft['nodes'][number];
type Stage = Omit<Extract<NodeDraft, { kind: 'step' }>, 'kind' | 'handler' | 'id'>;

/** How a run starts from an earlier version. */
export type ChangePlan = {
  kind: VersionChange['kind'];
  /** Whether people have changed the code of that version. */
  isEdited: boolean;
};

const MINUTE = 60_000;

/** A pure stage that fails will fail again: one repeat covers a lost database connection, no more. */
const pureRetry = { attempts: 2, initialMs: 200, factor: 2, maxMs: 1_000, jitter: 0.2 };

function stage(id: string, given: Stage): NodeDraft {
  const key = '{executionId}/{node}/{epoch}';
  return { kind: 'step', id, handler: id, retry: pureRetry, idempotencyKey: key, ...given };
}

const parse = stage('parse', {
  title: 'Parse requirements',
  inputs: { run: 'input' },
  timeoutMs: MINUTE,
});

const design = stage('design', {
  title: 'Design architecture',
  after: ['parse'],
  inputs: { run: 'input', reading: 'nodes.parse' },
  timeoutMs: MINUTE,
});

const review: NodeDraft = {
  kind: 'checkpoint',
  id: 'review',
  title: 'Review the design',
  after: ['design'],
  of: 'design',
};

const generated = { code: 'nodes.code', tests: 'nodes.tests' };

/** Code and then tests; what comes next comes after `tests`. */
function generation(after: string): NodeDraft[] {
  return [
    {
      kind: 'map',
      id: 'code',
      title: 'Generate code',
      after: [after],
      over: 'nodes.design.units',
      concurrency: 8,
      step: {
        handler: 'code',
        inputs: { run: 'input', design: 'nodes.design', item: 'item' },
        retry: pureRetry,
        timeoutMs: MINUTE,
      },
    },
    stage('tests', {
      title: 'Generate tests',
      after: ['code'],
      inputs: { run: 'input', design: 'nodes.design' },
      timeoutMs: MINUTE,
    }),
  ];
}

const mergeTitles = {
  prompt: 'Merge hand edits',
  document: 'Merge hand edits',
  form: 'Merge hand edits',
  'hand-edit': 'Take the hand edits',
  restore: 'Bring back the version',
} as const satisfies Record<ChangePlan['kind'], string>;

/** Whether the code of the next version is generated, and not one that is there already. */
const isGenerated = ({ kind }: ChangePlan) => kind !== 'hand-edit' && kind !== 'restore';

function merging(after: string, change: ChangePlan): NodeDraft[] {
  const merge = stage('merge', {
    title: mergeTitles[change.kind],
    after: [after],
    inputs: {
      ...{ run: 'input', reading: 'nodes.parse', design: 'nodes.design' },
      ...(isGenerated(change) && generated),
    },
    timeoutMs: 2 * MINUTE,
  });
  return canConflict(change) ? [merge, ...conflicts] : [merge];
}

/** Without hand edits there is nothing that what is generated could meet. */
const canConflict = (change: ChangePlan) => isGenerated(change) && change.isEdited;

const conflicts: NodeDraft[] = [
  {
    kind: 'branch',
    id: 'conflicting',
    title: 'Look for conflicts',
    after: ['merge'],
    on: 'nodes.merge.state',
    cases: [{ equals: 'conflicts', exit: 'conflicts' }],
    otherwise: 'merged',
  },
  {
    kind: 'checkpoint',
    id: 'conflicts',
    title: 'Resolve conflicts',
    after: ['conflicting.conflicts'],
    of: 'merge',
  },
];

type Ending = { after: string[]; join?: 'any'; files: Record<string, string> };

function ending({ files, ...place }: Ending, options: RunOptions): NodeDraft[] {
  const quality = stage('quality', {
    title: 'Validate quality',
    ...place,
    inputs: { run: 'input', design: 'nodes.design', ...files },
    timeoutMs: 15 * MINUTE,
  });
  const capsule = stage('capsule', {
    title: 'Package capsule',
    after: ['quality'],
    inputs: {
      ...{ run: 'input', reading: 'nodes.parse', design: 'nodes.design', quality: 'nodes.quality' },
      ...files,
    },
    timeoutMs: 2 * MINUTE,
  });
  const preview = stage('preview', {
    title: 'Deploy preview',
    after: ['capsule'],
    inputs: { run: 'input', capsule: 'nodes.capsule' },
    timeoutMs: 2 * MINUTE,
  });
  return [quality, capsule, ...(options.preview ? [preview] : [])];
}

/**
 * The stages of a run as data: seven of them, and with `change` one in which the next version of an app meets what
 * people made of the one before. `review` adds a checkpoint behind the design; without `preview` the run ends with the
 * capsule. Durations are upper bounds after which a stage is stopped, not expectations.
 */
export function standardPipeline(options: RunOptions, change?: ChangePlan): WorkflowDefinition {
  const designed = options.review ? 'review' : 'design';
  const isMade = change === undefined || isGenerated(change);
  const made = isMade ? generation(designed) : [];
  const merged = change ? merging(isMade ? 'tests' : designed, change) : [];
  const last =
    change && canConflict(change)
      ? { after: ['conflicting.merged', 'conflicts'], join: 'any' as const }
      : { after: [change ? 'merge' : 'tests'] };
  const files: Record<string, string> = change ? { merge: 'nodes.merge' } : generated;
  return workflowDefinitionSchema.parse({
    version: WORKFLOW_DEFINITION_VERSION,
    name: 'standard',
    nodes: [
      ...[parse, design, ...(options.review ? [review] : []), ...made, ...merged],
      ...ending({ ...last, files }, options),
    ],
  } satisfies WorkflowDraft);
}
