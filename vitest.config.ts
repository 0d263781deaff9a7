import { defineConfig } from 'vitest/config';

/**
 * The default run is every `*.test.ts` but those of a named suite, which need minutes, root or kill -9.
 * `vitest run --mode escape` runs the files that end in `.escape.test.ts`, and so on.
 */
const suites = ['escape', 'crash', 'slow', 'gates', 'browser', 'journeys', 'smooth'];
/** Of these most time is spent on waiting for a run to finish: two files at once fill both cores. */
const inPairs = ['crash', 'browser', 'journeys', 'slow'];
const roots = ['packages/*/src', 'apps/*/src', 'scripts'];

export default defineConfig(({ mode }) => {
  const suite = suites.includes(mode) ? mode : undefined;
  return {
    test: {
      include: roots.map((root) => `${root}/**/*${suite ? `.${suite}` : ''}.test.ts`),
      exclude: [
        '**/node_modules/**',
        '**/fixtures/**',
        '**/templates/**',
        ...(suite ? [] : suites.map((name) => `**/*.${name}.test.ts`)),
      ],
      globalSetup: ['browser', 'journeys'].includes(suite ?? '')
        ? ['apps/web/src/testing/shared-factory.ts']
        : [],
      testTimeout: suite ? 300_000 : 90_000,
      hookTimeout: suite ? 300_000 : 120_000,
      // Else each file would load the same modules again.
      isolate: suite !== undefined,
      maxWorkers: suite === undefined || inPairs.includes(suite) ? 2 : 1,
      // What is waited for comes at once on a quiet machine; a busy one is no reason to fail.
      expect: { poll: { timeout: suite ? 60_000 : 20_000, interval: 20 } },
      coverage: {
        provider: 'v8',
        reporter: ['text-summary'],
        include: ['apps/server/src/**/*.ts', 'packages/*/src/**/*.ts'],
        exclude: [
          '**/{testing,conformance,fixtures,templates,generated,corpus}/**',
          '**/*.{test,contract,fixture}.ts',
        ],
        thresholds: {
          'apps/server/src/modules/**/domain/**': { lines: 90 },
          'apps/server/src/modules/*/*/*.ts': { lines: 90 },
        },
      },
      execArgv: [
        '--import',
        new URL('./apps/server/src/platform/light-imports.ts', import.meta.url).href,
      ],
    },
  };
});
