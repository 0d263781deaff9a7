import { describe, expect, it } from 'vitest';
import { StageFailed } from './domain/stage-failed.ts';
import { designOutputSchema, readingOutputSchema } from './domain/stage-outputs.ts';
import { createStageHandlers, definitionFor } from './pipeline.ts';
import type { QualityVerdict } from './ports.ts';
import { createMemoryVersions } from './testing/memory-versions.ts';

const options = { stack: 'typescript-fastify', review: false, preview: true };
const prompt = 'A todo list: a task has a title and a due date';
const run = { projectId: 'prj_1', prompt, options, requestedAt: '2026-01-01T00:00:00.000Z' };
const digest = `sha256:${'0'.repeat(64)}`;

/** Within its bounds lies no whole number: fine for the schema, not for an app. */
const betweenNumbers = {
  name: 'rank',
  type: 'integer',
  required: true,
  unique: false,
  min: 0.2,
  max: 0.8,
} as const;

const verdict: QualityVerdict = {
  passed: false,
  failure: { check: 'tests', reason: '1 of 9 tests failed' },
  logs: { tests: digest },
  built: [],
  evidence: {
    version: 1,
    isolation: { driver: 'bubblewrap', sandboxed: true, limits: 'cgroup-v1', weaknesses: [] },
    checks: [],
    typecheck: 'passed',
    lint: 'passed',
    tests: { passed: 8, failed: 1, coverageLines: 91 },
    operations: { exercised: 0, failed: 0 },
    secrets: { findings: 0 },
    licences: [],
  },
};

const unused = () => Promise.reject(new Error('not part of this test'));
const handlers = createStageHandlers({
  ...createMemoryVersions(),
  gate: { run: async () => verdict },
  capsules: { package: unused },
  previews: { launch: unused },
});

function call(name: string, inputs: Record<string, unknown>): Promise<unknown> {
  const handler = handlers[name];
  if (handler === undefined) throw new Error(`no handler ${name}`);
  return handler({
    organisationId: 'org_1',
    executionId: 'run_1',
    node: name,
    attempt: 1,
    idempotencyKey: name,
    inputs,
    signal: new AbortController().signal,
    progress: () => {},
  });
}

describe('the stage handlers', () => {
  it('turn a prompt into files by way of a reading and a design', async () => {
    const reading = readingOutputSchema.parse(await call('parse', { run }));
    const design = designOutputSchema.parse(await call('design', { run, reading }));
    const units = await Promise.all(
      design.units.map((item) => call('code', { run, design, item })),
    );

    expect(reading.blueprint.entities.map(({ name }) => name)).toEqual(['Task']);
    expect(JSON.stringify(units)).toContain('dueDate');
  });

  it('end a run for good when the prompt cannot be built', async () => {
    const failure = await call('parse', { run: { ...run, prompt: 'write a raytracer' } }).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(StageFailed);
    expect(failure).toMatchObject({ code: 'prompt-not-about-data', retryable: false });
  });

  it.each(['design', 'code', 'tests'])(
    'end a run at %s for good when the stack refuses the blueprint',
    async (stage) => {
      const reading = readingOutputSchema.parse(await call('parse', { run }));
      const sound = designOutputSchema.parse(await call('design', { run, reading }));
      const [task] = sound.blueprint.entities;
      task?.fields.push({ ...betweenNumbers });
      const { blueprint } = sound;
      const inputs = { run, reading: { ...reading, blueprint }, design: sound };
      const attempts = sound.units.map((item) => call(stage, { ...inputs, item }));
      const results = await Promise.allSettled(attempts);
      const failure = results.find(({ status }) => status === 'rejected');

      expect(failure).toMatchObject({
        reason: {
          code: 'blueprint-unsound',
          retryable: false,
          next: expect.stringContaining('prompt'),
        },
      });
    },
  );

  it('end a run with the failed check, its reason and the evidence', async () => {
    const reading = await call('parse', { run });
    const design = await call('design', { run, reading });
    const inputs = { run, design, code: [], tests: { files: [] } };
    const failure = await call('quality', inputs).catch((error: unknown) => error);

    expect(failure).toMatchObject({
      code: 'quality-failed',
      message: 'tests: 1 of 9 tests failed',
      retryable: false,
    });
    expect((failure as StageFailed).details()).toMatchObject({ evidence: verdict.evidence });
  });
});

describe('definitionFor', () => {
  it('names the stacks it knows when asked for another', () => {
    expect(() => definitionFor({ ...options, stack: 'cobol' })).toThrow('typescript-fastify');
  });
});
