import { type Check, evidenceSchema, type Isolation } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { assembleEvidence, checkIds, checksOf, findFailure } from './quality-check.ts';
import { judgeTests } from './test-figures.ts';

const check = (id: Check['id'], given: Partial<Check> = {}): Check => ({
  id,
  title: id,
  status: 'passed',
  command: [],
  exitCode: 0,
  durationMs: 1,
  outputDigest: `sha256:${'0'.repeat(64)}`,
  reason: null,
  figures: {},
  ...given,
});
const all = checkIds.map((id) => check(id));
const replace = (...changed: Check[]) =>
  all.map((one) => changed.find(({ id }) => id === one.id) ?? one);

describe('checksOf', () => {
  const commands = { typecheck: [], lint: [], tests: [], start: [] };

  it('wants a build of an app that has something to build, and of no other', () => {
    expect(checksOf({ commands: { ...commands, build: ['make'] } })).toEqual(checkIds);
    expect(checksOf({ commands })).toEqual(checkIds.filter((id) => id !== 'build'));
  });
});

describe('findFailure', () => {
  it('finds none when every check passed', () => {
    expect(findFailure(all, checkIds)).toBeNull();
  });

  it.each(checkIds)('does not pass without the check %s', (id) => {
    expect(
      findFailure(
        all.filter((one) => one.id !== id),
        checkIds,
      ),
    ).toEqual({
      check: id,
      reason: 'It did not run.',
    });
  });

  it.each(checkIds)('does not pass when only %s was skipped', (id) => {
    expect(findFailure(replace(check(id, { status: 'skipped' })), checkIds)?.check).toBe(id);
  });

  it('names what explains the rest, not what was skipped for it', () => {
    const failed = check('start', { status: 'failed', reason: 'no socket' });

    expect(findFailure(replace(check('lint', { status: 'skipped' }), failed), checkIds)).toEqual({
      check: 'start',
      reason: 'no socket',
    });
  });

  it('goes by the order for a person, not by the order of the list', () => {
    const failed = replace(
      check('typecheck', { status: 'failed', reason: 'TS2322' }),
      check('secrets', { status: 'failed', reason: 'a key' }),
    );

    expect(findFailure(failed.reverse(), checkIds)?.check).toBe('typecheck');
  });
});

describe('assembleEvidence', () => {
  const isolation: Isolation = {
    driver: 'bubblewrap',
    sandboxed: true,
    weaknesses: [],
    limits: 'rlimits',
  };
  const assemble = (checks: Check[]) => assembleEvidence({ isolation, checks, licences: [] });

  it('takes every figure from the check that it belongs to', () => {
    const evidence = assemble(
      replace(
        check('tests', { figures: { passed: 7, failed: 1, coverageLines: 91.5 } }),
        check('operations', { figures: { exercised: 5, failed: 2 } }),
        check('secrets', { figures: { findings: 3 } }),
      ),
    );

    expect(evidence).toMatchObject({
      tests: { passed: 7, failed: 1, coverageLines: 91.5 },
      operations: { exercised: 5, failed: 2 },
      secrets: { findings: 3 },
      typecheck: 'passed',
      lint: 'passed',
    });
  });

  it.each(['failed', 'skipped'] as const)('counts a check that %s as failed', (status) => {
    expect(
      assemble(replace(check('typecheck', { status }), check('lint', { status }))),
    ).toMatchObject({ typecheck: 'failed', lint: 'failed' });
  });

  it('claims nothing when nothing ran', () => {
    expect(assemble([])).toMatchObject({
      typecheck: 'failed',
      lint: 'failed',
      tests: { passed: 0, failed: 0, coverageLines: 0 },
      operations: { exercised: 0, failed: 0 },
    });
  });

  it('has the form of the contract', () => {
    expect(() => evidenceSchema.parse(assemble(all))).not.toThrow();
  });
});

describe('judgeTests', () => {
  it('accepts tests that ran, passed and were measured', () => {
    expect(judgeTests({ passed: 1, failed: 0, skipped: 0, coverageLines: 0 })).toBeNull();
  });

  it.each([
    [{ passed: 2, failed: 1, skipped: 0, coverageLines: 90 }, '1 of 3 tests failed.'],
    [{ passed: 0, failed: 0, skipped: 0, coverageLines: 90 }, 'No test ran, so nothing is proven.'],
    [
      { passed: 2, failed: 0, skipped: 0, coverageLines: Number.NaN },
      'The report holds no line coverage.',
    ],
  ])('refuses %j', (report, reason) => {
    expect(judgeTests(report)).toBe(reason);
  });
});
