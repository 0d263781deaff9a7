import { readPrompt } from '@quantumlayer/blueprint';
import { findStack } from '@quantumlayer/stacks';
import { describe, expect, it } from 'vitest';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { designBlueprint } from '../domain/design-blueprint.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import type { CapsulePackager, PreviewLauncher, QualityVerdict } from '../ports.ts';
import { createMemoryVersions } from '../testing/memory-versions.ts';
import { deployPreview } from './deploy-preview.ts';
import { designArchitecture } from './design-architecture.ts';
import { generateTests } from './generate-tests.ts';
import { generateUnit } from './generate-unit.ts';
import { packageCapsule } from './package-capsule.ts';
import { parseRequirements } from './parse-requirements.ts';
import { validateQuality } from './validate-quality.ts';

const options = { stack: 'typescript-fastify', review: false, preview: true };
const prompt = 'A todo list: a task has a title and a due date';
const run = { projectId: 'prj_1', prompt, options, requestedAt: '2026-01-01T00:00:00.000Z' };
const digest = `sha256:${'0'.repeat(64)}`;
const stack = findStack('typescript-fastify');
const outcome = readPrompt(prompt);
if (stack === null || !outcome.ok) throw new Error('the prompt and the stack of these tests');
const { reading } = outcome;
const design = designBlueprint(stack, reading.blueprint);

const verdict: QualityVerdict = {
  passed: true,
  failure: null,
  logs: { tests: digest },
  built: [{ path: 'web/dist/index.html', content: '<html>' }],
  evidence: {
    version: 1,
    isolation: { driver: 'bubblewrap', sandboxed: true, limits: 'cgroup-v1', weaknesses: [] },
    checks: [],
    typecheck: 'passed',
    lint: 'passed',
    tests: { passed: 8, failed: 0, coverageLines: 91 },
    operations: { exercised: 7, failed: 0 },
    secrets: { findings: 0 },
    licences: [],
  },
};

const sources = createMemoryVersions();
const parse = parseRequirements(sources.versions);
const architecture = designArchitecture(sources);

function call(handler: StepHandler, inputs: Record<string, unknown>) {
  const said: string[] = [];
  const result = handler({
    organisationId: 'org_1',
    executionId: 'run_1',
    node: 'stage',
    attempt: 1,
    idempotencyKey: 'key',
    inputs,
    signal: new AbortController().signal,
    progress: (message) => void said.push(message),
  });
  return { result, said };
}

describe('parse', () => {
  it('gives the reading and says what it found', async () => {
    const { result, said } = call(parse, { run });

    expect(await result).toEqual(reading);
    expect(said).toEqual(['1 entity: Task']);
  });

  it('reads a document, and what a prompt adds to it', async () => {
    const document = { name: 'notes.sql', text: 'create table notes (id int, title text);' };
    const alone = call(parse, { run: { ...run, prompt: '', document } });
    const both = call(parse, {
      run: { ...run, prompt: 'A tag has a label', document },
    });

    expect(await alone.result).toMatchObject({ document: { format: 'postgresql' } });
    expect(alone.said).toEqual(['1 entity: Note']);
    await both.result;
    expect(both.said).toEqual(['2 entities: Note, Tag']);
  });

  it('refuses a document for good, with the place of its error', async () => {
    const document = { name: 'notes.sql', text: 'create table notes (\n  id int,,\n);' };
    const { result } = call(parse, { run: { ...run, prompt: '', document } });
    const error = await result.catch((reason: unknown) => reason);

    expect(error).toMatchObject({
      code: 'document-invalid',
      message: expect.stringMatching(/^Line \d+, column \d+: /),
      retryable: false,
    });
    expect(error instanceof StageFailed && error.details()).toMatchObject({ line: 2, column: 10 });
  });

  it('refuses for good, with what can be done and what was not understood', async () => {
    const { result } = call(parse, { run: { ...run, prompt: 'write a raytracer' } });
    const error = await result.catch((reason: unknown) => reason);

    expect(error).toMatchObject({ retryable: false, next: expect.any(String) });
  });
});

describe('design', () => {
  it('is the same whenever it is made', async () => {
    const { result, said } = call(architecture, { run, reading });

    expect(await result).toEqual(design);
    expect(said[0]).toMatch(/^1 table, \d+ endpoints$/);
  });

  it('ends for good with a stack that this factory no longer has', async () => {
    const gone = { ...run, options: { ...options, stack: 'cobol-cics' } };
    const { result } = call(architecture, { run: gone, reading });

    await expect(result).rejects.toMatchObject({ code: 'stack-unknown', retryable: false });
  });
});

describe('code and tests', () => {
  it('give every file once over all units, the same each time', async () => {
    const all = async () =>
      await Promise.all(
        design.units.map(async (item) => await call(generateUnit, { run, design, item }).result),
      );
    const first = await all();
    const paths = first.flatMap((output) =>
      Object(output).files.map(({ path }: { path: string }) => path),
    );

    expect(new Set(paths).size).toBe(paths.length);
    expect(await all()).toEqual(first);
  });

  it('generate tests beside the code, and say how many', async () => {
    const { result, said } = call(generateTests, { run, design });
    const { files } = Object(await result);

    expect(files.length).toBeGreaterThan(1);
    expect(said).toEqual([`${files.length} test files`]);
  });
});

describe('quality', () => {
  const quality = (given: Partial<QualityVerdict>, inputs: object = {}) =>
    call(validateQuality({ run: async () => ({ ...verdict, ...given }) }, sources.versions), {
      run,
      code: [{ files: [{ path: 'a.ts', content: 'a' }] }],
      design,
      tests: { files: [{ path: 'a.test.ts', content: 'b' }] },
      ...inputs,
    }).result;

  it('leaves evidence and logs', async () => {
    const { evidence, logs, built } = verdict;
    expect(await quality({})).toEqual({ evidence, logs, built });
  });

  it('is never passed by a gate that did not pass, even without a failure to name', async () => {
    await expect(quality({ passed: false })).rejects.toMatchObject({
      code: 'quality-failed',
      message: 'A check failed.',
      retryable: false,
    });
  });

  it('does not check two files under one name', async () => {
    const tests = { files: [{ path: 'a.ts', content: 'other' }] };

    await expect(quality({}, { tests })).rejects.toThrow('two units generated a.ts');
  });
});

describe('capsule', () => {
  const statements = [{ name: 'signature', ok: true, detail: '' }];
  const made = {
    capsuleId: 'cap_1',
    digest,
    codeDigest: digest,
    verification: { verified: true, digest, keyId: 'k', statements },
  };
  const inputs = {
    run,
    reading,
    design,
    code: [
      { files: [{ path: 'b.ts', content: 'b' }] },
      { files: [{ path: 'a.ts', content: 'a' }] },
    ],
    tests: { files: [{ path: 'c.test.ts', content: 'c' }] },
    quality: { evidence: verdict.evidence, logs: verdict.logs, built: verdict.built },
  };

  it('packs all files in one order, with the instant at which the run was asked for', async () => {
    const requests: Parameters<CapsulePackager['package']>[0][] = [];
    const packager: CapsulePackager = {
      async package(request) {
        requests.push(request);
        return made;
      },
    };

    expect(await call(packageCapsule(packager), inputs).result).toEqual(made);
    expect(requests[0]?.files.map(({ path }) => path)).toEqual([
      ...['a.ts', 'b.ts', 'c.test.ts', 'web/dist/index.html'],
    ]);
    expect(requests[0]).toMatchObject({
      organisationId: 'org_1',
      runId: 'run_1',
      prompt,
      byHand: { added: [], generated: [] },
      change: { kind: 'prompt', text: prompt, base: null },
      createdAt: new Date(run.requestedAt),
    });
  });

  it('is not done when what was packed does not verify', async () => {
    const verification = { ...made.verification, verified: false };
    const packager = { package: async () => ({ ...made, verification }) };

    await expect(call(packageCapsule(packager), inputs).result).rejects.toMatchObject({
      code: 'capsule-not-verified',
      retryable: false,
    });
  });
});

describe('preview', () => {
  it('leaves the preview and no address, which may be renewed', async () => {
    const requests: Parameters<PreviewLauncher['launch']>[0][] = [];
    const launcher: PreviewLauncher = {
      async launch(request) {
        requests.push(request);
        return { previewId: 'prv_1' };
      },
    };
    const capsule = {
      capsuleId: 'cap_1',
      digest,
      codeDigest: digest,
      verification: { verified: true, digest, keyId: 'k', statements: [] },
    };
    const { result, said } = call(deployPreview(launcher), { run, capsule });

    expect(await result).toEqual({ previewId: 'prv_1' });
    expect(said).toEqual(['the app is running']);
    expect(requests[0]).toMatchObject({ projectId: 'prj_1', runId: 'run_1', capsuleId: 'cap_1' });
  });
});
