import type { Check, Evidence, Isolation } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';
import type { Licence } from './licences.ts';

export type CheckId = Check['id'];

/** In the order in which a person wants to hear of failures: what comes first explains what follows. */
export const checkTitles = {
  install: 'Install the dependency set',
  typecheck: 'Type-check',
  lint: 'Lint',
  build: 'Build the web UI',
  start: 'Start the app',
  operations: 'Exercise every operation',
  attacks: 'Attack the app',
  tests: 'Run the tests',
  migration: 'Migrate a seeded database',
  secrets: 'Scan for secrets',
  licences: 'List licences',
} as const satisfies Record<CheckId, string>;

export const checkIds = Object.keys(checkTitles) as CheckId[]; // the keys of the constant above

/** The checks that an app of this stack has to pass: where nothing is built, none is missing for it. */
export function checksOf({ commands }: Pick<Stack, 'commands'>): CheckId[] {
  return checkIds.filter((id) => id !== 'build' || commands.build !== undefined);
}

/** How a check ended, before its output is stored. */
export type CheckOutcome = {
  id: CheckId;
  status: Check['status'];
  command: readonly string[];
  exitCode: number | null;
  durationMs: number;
  output: string | Uint8Array;
  reason: string | null;
  figures: Check['figures'];
};

type Parts = { isolation: Isolation; checks: readonly Check[]; licences: readonly Licence[] };

/** The evidence of a run. Every figure comes from a check; one that did not run counts as failed. */
export function assembleEvidence({ isolation, checks, licences }: Parts): Evidence {
  const figures = (id: CheckId) => checks.find((check) => check.id === id)?.figures ?? {};
  const count = (id: CheckId, name: string) => Number(figures(id)[name] ?? 0);
  const status = (id: CheckId) =>
    checks.find((check) => check.id === id)?.status === 'passed' ? 'passed' : 'failed';
  return {
    version: 1,
    isolation,
    checks: [...checks],
    typecheck: status('typecheck'),
    lint: status('lint'),
    tests: {
      passed: count('tests', 'passed'),
      failed: count('tests', 'failed'),
      coverageLines: count('tests', 'coverageLines'),
    },
    operations: {
      exercised: count('operations', 'exercised'),
      failed: count('operations', 'failed'),
    },
    attacks: { run: count('attacks', 'run'), failed: count('attacks', 'failed') },
    secrets: { findings: count('secrets', 'findings') },
    licences: [...licences],
  };
}

/** The first of these checks that did not pass; null when all did. One that is missing did not pass. */
export function findFailure(
  checks: readonly Check[],
  expected: readonly CheckId[],
): { check: CheckId; reason: string } | null {
  for (const id of expected) {
    const check = checks.find((one) => one.id === id);
    if (check?.status === 'passed') continue;
    if (check?.status === 'skipped' && checks.some(({ status }) => status === 'failed')) continue;
    return { check: id, reason: check?.reason ?? 'It did not run.' };
  }
  return null;
}
