import { describe, expect, it } from 'vitest';
import type { SandboxResult, SandboxSpec } from '#modules/factory/sandbox/index.ts';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import type { CheckContext } from './check-context.ts';
import { DependenciesUnavailable } from './domain/quality-errors.ts';
import { notesBlueprint, notesStack } from './fixtures/notes-stack.ts';
import { runInstallCheck } from './run-install-check.ts';
import { runTestCheck, runToolCheck } from './run-program-check.ts';
import { WALL_MS } from './sandboxed-app.ts';

const ended: SandboxResult = {
  exitCode: 0,
  signal: null,
  stopped: null,
  durationMs: 12,
  output: Buffer.from('the last words\n'),
  stdout: Buffer.from(''),
  peakMemoryBytes: 1_000,
  cpuMs: 5,
};
const report = { passed: 3, failed: 0, skipped: 0, coverageLines: 91 };

/** A sandbox that ends as the test says, and the files that it left. */
function contextOf(
  result: Partial<SandboxResult>,
  files: Record<string, string | null> = { 'report.json': JSON.stringify(report) },
) {
  const specs: SandboxSpec[] = [];
  const never = () => Promise.reject(new Error('not part of this test'));
  const context: CheckContext = {
    runId: 'run_1',
    files: [],
    blueprint: notesBlueprint,
    signal: new AbortController().signal,
    progress: () => {},
    stack: {
      ...notesStack,
      testReport: {
        files: ['report.json'],
        read: (contents) => JSON.parse(contents['report.json'] ?? ''),
      },
    },
    sandbox: {
      describe: () => ({ driver: 'bubblewrap', sandboxed: true, limits: 'none', weaknesses: [] }),
      run: async (spec) => {
        specs.push(spec);
        return { ...ended, ...result };
      },
      start: never,
      collectOrphans: async () => 0,
    },
    connectApp: () => ({ send: never, close: () => {} }),
    createChecker: createSchemaChecker,
    samplePattern,
    workFolders: { open: never, collect: never },
    workFolder: {
      path: '/work',
      read: async (path) => files[path] ?? null,
      search: never,
      remove: never,
    },
    wall: WALL_MS,
    place: { workPath: '/work', dependencyPath: '/deps', label: 'run_1' },
  };
  return { context, specs };
}

describe('a tool', () => {
  it('passes with exit code 0, its command and figures', async () => {
    const { context } = contextOf({});

    expect(await runToolCheck(context, 'lint')).toEqual({
      id: 'lint',
      status: 'passed',
      command: notesStack.commands.lint,
      exitCode: 0,
      durationMs: 12,
      output: ended.output,
      reason: null,
      figures: { peakMemoryBytes: 1_000, cpuMs: 5 },
    });
  });

  it('fails with its exit code and the end of its log', async () => {
    const { context } = contextOf({ exitCode: 2, peakMemoryBytes: null, cpuMs: null });

    expect(await runToolCheck(context, 'typecheck')).toMatchObject({
      status: 'failed',
      reason: 'Type-check: ended with exit code 2. The log ends with:\nthe last words',
      figures: {},
    });
  });

  it('fails when it was stopped, whatever its exit code', async () => {
    const { context } = contextOf({ stopped: 'memory' });

    expect(await runToolCheck(context, 'lint')).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('more than 1536 MiB of memory'),
    });
  });

  it('sees code and dependencies and may change neither', async () => {
    const { context, specs } = contextOf({});
    await runToolCheck(context, 'lint');
    await runTestCheck(context);

    expect(specs[0]?.mounts).toEqual([
      { source: '/work', target: '/app' },
      { source: '/deps', target: '/app/node_modules' },
    ]);
    expect(specs[1]?.mounts.filter(({ writable }) => writable)).toEqual([
      { source: '/work/reports', target: '/app/reports', writable: true },
    ]);
  });
});

describe('the tests', () => {
  it('pass when exit code and report agree, with the figures of the report', async () => {
    expect(await runTestCheck(contextOf({}).context)).toMatchObject({
      status: 'passed',
      reason: null,
      figures: { passed: 3, failed: 0, coverageLines: 91 },
    });
  });

  it('fail with a good report when the exit code is another', async () => {
    expect(await runTestCheck(contextOf({ exitCode: 1 }).context)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('exit code 1'),
    });
  });

  it('fail with exit code 0 when the report says so, and give its reason', async () => {
    const failed = JSON.stringify({ ...report, failed: 2 });

    expect(await runTestCheck(contextOf({}, { 'report.json': failed }).context)).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^2 of 5 tests failed\./),
      figures: { failed: 2 },
    });
  });

  it('fail without a report', async () => {
    expect(await runTestCheck(contextOf({}, {}).context)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('left no report at report.json'),
      figures: {},
    });
  });

  it('fail with a report that cannot be read', async () => {
    expect(await runTestCheck(contextOf({}, { 'report.json': '{' }).context)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('The report of the tests cannot be read'),
    });
  });

  it('say that they were stopped rather than that the report is missing', async () => {
    const stopped = contextOf({ stopped: 'wall-clock', exitCode: null }, {});

    expect(await runTestCheck(stopped.context)).toMatchObject({
      reason: expect.stringContaining('did not finish within 300 s'),
    });
  });
});

describe('the dependency set', () => {
  const install = (ensure: () => Promise<never>) =>
    runInstallCheck({ ensure }, contextOf({}).context);

  it('fails the check with what a person can do, and its log', async () => {
    const error = new DependenciesUnavailable('registry', 'no network', 'npm log');
    const [outcome, set] = await install(() => Promise.reject(error));

    expect(set).toBeNull();
    expect(outcome).toMatchObject({ id: 'install', status: 'failed', reason: error.message });
    expect(String(outcome.output)).toContain('npm log');
  });

  it('does not take a defect or a cancel for a failed check', async () => {
    await expect(install(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
