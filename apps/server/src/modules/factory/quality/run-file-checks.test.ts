import { describe, expect, it } from 'vitest';
import { deniedLicences } from './domain/licences.ts';
import { runLicenceCheck, runSecretCheck } from './run-file-checks.ts';

/** Built at run time, so that no scanner finds it in this file. */
const key = `AKIA${'QYLPMN5HHHFPZAM2'}`;
const licensed = (name: string, licence: string) => ({
  name,
  version: '1.0.0',
  licence,
  integrity: 'sha512-x',
});

describe('the secret check', () => {
  it('passes files without a credential', () => {
    expect(runSecretCheck([{ path: 'a.ts', content: 'export {};' }])).toMatchObject({
      id: 'secrets',
      status: 'passed',
      reason: null,
      figures: { files: 1, findings: 0 },
    });
  });

  it('fails for a single one and says where it is, not what it is', () => {
    const outcome = runSecretCheck([{ path: 'a.ts', content: `\nconst k = '${key}';` }]);

    expect(outcome).toMatchObject({
      status: 'failed',
      reason: '1 credentials in the code: a.ts:2 AWS access key. Take them out.',
      figures: { findings: 1 },
    });
    expect(JSON.stringify(outcome)).not.toContain(key);
  });

  it('counts all and names five', () => {
    const content = Array.from({ length: 7 }, () => key).join('\n');
    const { reason, figures, output } = runSecretCheck([{ path: 'a.ts', content }]);

    expect(figures.findings).toBe(7);
    expect(reason?.split(';')).toHaveLength(5);
    expect(JSON.parse(String(output)).findings).toHaveLength(7);
  });
});

describe('the licence check', () => {
  it('passes packages whose licences are allowed', () => {
    expect(runLicenceCheck([licensed('a', 'MIT')], deniedLicences)).toMatchObject({
      status: 'passed',
      reason: null,
      figures: { packages: 1, denied: 0 },
    });
  });

  it('names what it refuses, with the licence', () => {
    const packages = [
      licensed('a', 'MIT'),
      licensed('b', 'AGPL-3.0-only'),
      licensed('c', 'UNKNOWN'),
    ];

    expect(runLicenceCheck(packages, deniedLicences)).toMatchObject({
      status: 'failed',
      reason: 'Licences that are not allowed: b (AGPL-3.0-only), c (UNKNOWN).',
      figures: { packages: 3, denied: 2 },
    });
  });

  it('does not pass for want of packages', () => {
    expect(runLicenceCheck([], deniedLicences)).toMatchObject({
      status: 'failed',
      reason: 'No package was found, so nothing is proven.',
    });
  });
});
