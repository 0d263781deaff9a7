import type { StackCommands } from '../stack.ts';

const LCOV = 'reports/coverage.lcov';
const JUNIT = 'reports/junit.xml';

export const REPORT_FILES = { coverage: LCOV, results: JUNIT };

/** Loading the modules leaves 200 MB of garbage otherwise. */
const SMALL_HEAP = '--max-semi-space-size=4';

/** The test runner of Node in one process, so that the embedded database starts once. */
export const TEST_COMMAND = [
  'node',
  SMALL_HEAP,
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
  start: ['node', SMALL_HEAP, 'src/main.ts'],
};
