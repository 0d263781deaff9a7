import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { exerciseOperations } from './exercise-operations.ts';
import { createRecordsApp, type RecordHole } from './testing/records-app.ts';

async function findingsOf(...holes: RecordHole[]) {
  const { operations } = await exerciseOperations({
    client: createRecordsApp(...holes),
    people: null,
    samplePattern,
    createChecker: createSchemaChecker,
    signal: AbortSignal.timeout(20_000),
  });
  return operations.flatMap(({ findings }) =>
    findings
      .filter(({ kind }) => kind === 'rule-broken')
      .map(({ attempt, message }) => `${attempt}: ${message}`),
  );
}

describe('exerciseVersions', () => {
  it('finds nothing where every change needs the version that is there', async () => {
    expect(await findingsOf()).toEqual([]);
  });

  it.each([
    [
      'takes-stale-versions',
      'a change of the version of before: what breaks a rule was answered with 200, not 412',
    ],
    [
      'deletes-stale-versions',
      'of the version of before: what breaks a rule was answered with 204, not 412',
    ],
  ] as const)('finds an app that %s', async (hole, finding) => {
    expect(await findingsOf(hole)).toEqual([finding]);
  });

  it('finds changes that name no version', async () => {
    const found = await findingsOf('takes-no-version');

    expect(found[0]).toBe(
      'a change without a version: what breaks a rule was answered with 200, not 428',
    );
  });
});
