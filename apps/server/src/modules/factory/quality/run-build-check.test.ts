import { describe, expect, it } from 'vitest';
import type { SandboxResult, SandboxSpec } from '#modules/factory/sandbox/index.ts';
import { notesStack } from './fixtures/notes-stack.ts';
import { runBuildCheck } from './run-build-check.ts';
import { createCheckContext } from './testing/check-context.ts';

const page = { path: 'web/dist/index.html', content: '<html>' };
const stack = {
  ...notesStack,
  commands: { ...notesStack.commands, build: ['node', 'build.mjs'] },
  built: 'web/dist',
};
const ended: SandboxResult = {
  ...{ exitCode: 0, signal: null, stopped: null, durationMs: 12, cpuMs: 5 },
  ...{ output: Buffer.from('built\n'), stdout: Buffer.from(''), peakMemoryBytes: 1_000 },
};

async function build(result: Partial<SandboxResult>, left = [page]) {
  const specs: SandboxSpec[] = [];
  const { context } = createCheckContext('/work');
  const found = await runBuildCheck({
    ...context,
    stack,
    sandbox: {
      ...context.sandbox,
      run: async (spec) => {
        specs.push(spec);
        return { ...ended, ...result };
      },
    },
    workFolder: {
      ...context.workFolder,
      readAll: async (folder) => left.filter(({ path }) => path.startsWith(folder)),
    },
  });
  return { outcome: found?.outcome, files: found?.files, spec: specs[0] };
}

describe('the build', () => {
  it('is none for a stack that builds nothing', async () => {
    expect(await runBuildCheck(createCheckContext('/work').context)).toBeNull();
  });

  it('may write into its own folder and nowhere else', async () => {
    const { spec } = await build({});
    expect(spec?.command).toEqual(['node', 'build.mjs']);
    expect(spec?.env).toMatchObject({ NODE_ENV: 'production' });
    expect(spec?.mounts?.filter(({ writable }) => writable)).toEqual([
      { source: '/work/web/dist', target: '/app/web/dist', writable: true },
    ]);
  });

  it('gives what it left, and says how much it is and its digest', async () => {
    const { outcome, files } = await build({});
    expect(files).toEqual([page]);
    expect(outcome).toMatchObject({ id: 'build', status: 'passed', exitCode: 0, reason: null });
    expect(outcome?.figures).toEqual({
      ...{ files: 1, bytes: 6, peakMemoryBytes: 1_000 },
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it('has another digest when it left something else', async () => {
    const digests = [page, { ...page, content: '<HTML>' }, { ...page, path: 'web/dist/a.html' }];
    const found = await Promise.all(digests.map((file) => build({}, [file])));
    expect(new Set(found.map(({ outcome }) => outcome?.figures.digest)).size).toBe(3);
  });

  it.each([
    ['fails', { exitCode: 1 }, [page], /built/],
    ['runs too long', { exitCode: null, stopped: 'wall-clock' as const }, [page], /120 s/],
    ['leaves nothing', {}, [], /left nothing in web\/dist/],
  ])(
    'does not pass when it %s, and then nothing of it is packed',
    async (_how, result, left, why) => {
      const { outcome, files } = await build(result, left);
      expect(outcome?.status).toBe('failed');
      expect(outcome?.reason).toMatch(why);
      expect(files).toEqual([]);
    },
  );
});
