import type { Evidence, Preview, Reading, Run } from '@quantumlayer/contracts';
import type { FetchedCapsule } from './fetch-capsule.ts';

/** What a generation led to, as scripts read it; parts that were not reached or not asked for are null. */
export type GenerateReport = {
  run: { id: string; status: Run['status']; durationMs: number | null };
  blueprint: Reading['blueprint'] | null;
  notUnderstood: string[];
  evidence: Pick<Evidence, 'typecheck' | 'lint' | 'tests' | 'operations' | 'attacks'> | null;
  capsule: { path: string; digest: string; verified: boolean } | null;
  preview: { id: string; url: string; expiresAt: string } | null;
  app: { dir: string } | null;
  failure: Run['failure'];
};

type Parts = {
  run: Run;
  capsule: FetchedCapsule | null;
  preview: Preview | null;
  folder: string | null;
};

export function reportGeneration({ run, capsule, preview, folder }: Parts): GenerateReport {
  const { id, status, durationMs, reading, evidence, failure } = run;
  return {
    run: { id, status, durationMs },
    blueprint: reading?.blueprint ?? null,
    notUnderstood: reading?.notUnderstood ?? [],
    evidence: evidence && {
      typecheck: evidence.typecheck,
      lint: evidence.lint,
      tests: evidence.tests,
      operations: evidence.operations,
      attacks: evidence.attacks,
    },
    capsule: capsule && {
      path: capsule.path,
      digest: capsule.digest,
      verified: capsule.verification.verified,
    },
    preview: preview && { id: preview.id, url: preview.url, expiresAt: preview.expiresAt },
    app: folder === null ? null : { dir: folder },
    failure,
  };
}

/** True only if the run succeeded, no check failed or was left out of the evidence, and the capsule verifies. */
export function isProven({ run, capsule }: Pick<Parts, 'run' | 'capsule'>): boolean {
  const { evidence } = run;
  return (
    run.status === 'succeeded' &&
    evidence !== null &&
    evidence.checks.every(({ status }) => status !== 'failed') &&
    evidence.typecheck === 'passed' &&
    evidence.lint === 'passed' &&
    evidence.tests.failed === 0 &&
    evidence.operations.failed === 0 &&
    (evidence.attacks?.failed ?? 0) === 0 &&
    capsule?.verification.verified === true
  );
}
