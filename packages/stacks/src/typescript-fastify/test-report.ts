import type { TestReport } from '../stack.ts';
import { REPORT_FILES } from './commands.ts';

/**
 * Reads the JUnit totals and the LCOV line counts that the tests of an app leave behind.
 * Throws when one of them is absent or incomplete: no report is never a pass.
 */
export function readTestReport(files: Readonly<Record<string, string>>): TestReport {
  const results = files[REPORT_FILES.results] ?? '';
  if (!results.includes('</testsuites>')) {
    throw new Error(`${REPORT_FILES.results} is missing or incomplete: the tests did not finish.`);
  }
  const failed = total(results, 'fail');
  return {
    passed: total(results, 'pass'),
    failed: failed + total(results, 'cancelled'),
    skipped: total(results, 'skipped') + total(results, 'todo'),
    coverageLines: coverageOf(files[REPORT_FILES.coverage] ?? ''),
  };
}

/** Node closes its JUnit report with its totals as comments: `<!-- pass 12 -->`. */
function total(results: string, name: string): number {
  const found = results.match(new RegExp(`<!-- ${name} (\\d+) -->`))?.[1];
  if (found === undefined)
    throw new Error(`${REPORT_FILES.results} does not say how many: ${name}.`);
  return Number(found);
}

function coverageOf(lcov: string): number {
  const sum = (tag: string) =>
    [...lcov.matchAll(new RegExp(`^${tag}:(\\d+)$`, 'gm'))].reduce(
      (all, [, n]) => all + Number(n),
      0,
    );
  const lines = sum('LF');
  if (lines === 0) throw new Error(`${REPORT_FILES.coverage} is missing or empty.`);
  return Math.round((sum('LH') / lines) * 10_000) / 100;
}
