import type { StackCommands } from '../stack.ts';

const LCOV = 'reports/coverage.lcov';
const JUNIT = 'reports/junit.xml';

export const REPORT_FILES = { coverage: LCOV, results: JUNIT };

/**
 * Without these the embedded database takes 1 GB for a moment instead of 430 MB: optimising its
 * WebAssembly holds 500 MB, and loading the modules leaves 200 MB of garbage.
 */
export const MEMORY_FLAGS = ['--liftoff-only', '--max-semi-space-size=4'];

/** The test runner of Node in one process, so that the embedded database starts once. */
export const TEST_COMMAND = [
  'node',
  ...MEMORY_FLAGS,
  '--test',
  '--test-isolation=none',
  '--experimental-test-coverage',
  '--test-coverage-include=src/**',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=lcov',
  `--test-reporter-destination=${LCOV}`,
  '--test-reporter=junit',
  `--test-reporter-destination=${JUNIT}`,
  'tests/*.test.ts',
];

export const COMMANDS: StackCommands = {
  typecheck: ['node', 'node_modules/typescript/bin/tsc', '--noEmit', '--singleThreaded'],
  lint: ['node', 'node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings'],
  tests: TEST_COMMAND,
  start: ['node', ...MEMORY_FLAGS, 'src/main.ts'],
};
