import type { TestReport } from '@quantumlayer/stacks';

/** Why a test report does not prove that the tests passed; null when it does. */
export function judgeTests(report: TestReport): string | null {
  if (report.failed > 0) {
    return `${report.failed} of ${report.failed + report.passed} tests failed.`;
  }
  if (report.passed === 0) return 'No test ran, so nothing is proven.';
  if (!Number.isFinite(report.coverageLines)) return 'The report holds no line coverage.';
  return null;
}
