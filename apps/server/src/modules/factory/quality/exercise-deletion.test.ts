import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { exerciseOperations } from './exercise-operations.ts';
import { createRecordsApp, type RecordHole } from './testing/records-app.ts';

async function exercise(...holes: RecordHole[]) {
  const { operations } = await exerciseOperations({
    client: createRecordsApp(...holes),
    people: null,
    samplePattern,
    createChecker: createSchemaChecker,
    signal: AbortSignal.timeout(20_000),
  });
  const findings = operations.flatMap(({ findings: found }) => found);
  return { operations, attempts: findings.map(({ kind, attempt }) => `${kind}: ${attempt}`) };
}

describe('exerciseDeletion', () => {
  it('restores what was deleted, which shows that the operation works', async () => {
    const { operations, attempts } = await exercise();
    const restore = operations.find(({ path }) => path === '/pages/{id}/restore');

    expect(attempts.filter((text) => /hidden|restored|deleted|changes of/.test(text))).toEqual([]);
    expect(restore?.succeeded).toBe(1);
  });

  it.each([
    ['reads-deleted', 'invalid-accepted: a record that is hidden'],
    ['lists-deleted', 'rule-broken: a list without what is hidden'],
    ['keeps-deleted', 'valid-rejected: a record that is hidden'],
    ['writes-nothing-down', 'rule-broken: the changes of a new record'],
  ] as const)('finds an app that %s', async (hole, finding) => {
    expect((await exercise(hole)).attempts).toContain(finding);
  });
});
