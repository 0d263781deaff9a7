import { describe, expect, it } from 'vitest';
import { readTestReport } from './test-report.ts';

const totals = (fail: number, cancelled: number) =>
  `<testsuites><!-- pass 3 --><!-- fail ${fail} --><!-- cancelled ${cancelled} --><!-- skipped 1 --><!-- todo 0 --></testsuites>`;
const lcov = 'SF:a.ts\nLF:10\nLH:9\nend_of_record\nSF:b.ts\nLF:20\nLH:20\nend_of_record\n';

describe('readTestReport', () => {
  it('reads the totals and the share of lines that ran', () => {
    const files = { 'reports/junit.xml': totals(1, 1), 'reports/coverage.lcov': lcov };
    expect(readTestReport(files)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 1,
      coverageLines: 96.67,
    });
  });

  it.each([
    ['no report', {}],
    ['a report that was cut off', { 'reports/junit.xml': '<testsuites><!-- pass 3 -->' }],
    ['no coverage', { 'reports/junit.xml': totals(0, 0) }],
    ['no tests that ran', { 'reports/junit.xml': '<testsuites></testsuites>' }],
  ])('refuses %s', (_case, files) => {
    expect(() => readTestReport(files)).toThrow(/reports\//);
  });
});
