import type { GeneratedFile } from '@quantumlayer/contracts';
import { isAllowed, type Licence } from './domain/licences.ts';
import type { CheckOutcome } from './domain/quality-check.ts';
import { scanSecrets } from './domain/scan-secrets.ts';

const SHOWN = 5;

/** Scans what was generated; one credential is one too many. */
export function runSecretCheck(files: readonly GeneratedFile[]): CheckOutcome {
  const started = performance.now();
  const findings = scanSecrets(files);
  const shown = findings.slice(0, SHOWN).map(({ path, line, kind }) => `${path}:${line} ${kind}`);
  const reason = `${findings.length} credentials in the code: ${shown.join('; ')}. Take them out.`;
  return {
    id: 'secrets',
    status: findings.length === 0 ? 'passed' : 'failed',
    command: ['builtin:secret-scan'],
    exitCode: null,
    durationMs: performance.now() - started,
    output: JSON.stringify({ files: files.length, findings }, null, 2),
    reason: findings.length === 0 ? null : reason,
    figures: { files: files.length, findings: findings.length },
  };
}

/** Lists the licence of every installed package; denied and unknown ones fail. */
export function runLicenceCheck(
  packages: readonly Licence[],
  denied: readonly string[],
): CheckOutcome {
  const started = performance.now();
  const refused = packages.filter(({ licence }) => !isAllowed(licence, denied));
  const shown = refused.slice(0, SHOWN).map(({ name, licence }) => `${name} (${licence})`);
  const reason =
    refused.length === 0 ? null : `Licences that are not allowed: ${shown.join(', ')}.`;
  const empty = packages.length === 0 ? 'No package was found, so nothing is proven.' : null;
  return {
    id: 'licences',
    status: (reason ?? empty) === null ? 'passed' : 'failed',
    command: ['builtin:licence-list'],
    exitCode: null,
    durationMs: performance.now() - started,
    output: JSON.stringify({ packages, refused }, null, 2),
    reason: reason ?? empty,
    figures: { packages: packages.length, denied: refused.length },
  };
}
