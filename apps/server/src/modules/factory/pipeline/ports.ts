import type {
  Blueprint,
  CapsuleVerification,
  Evidence,
  GeneratedFile,
  Reading,
} from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';

type Progress = (message: string, data?: Record<string, unknown>) => void;

export type QualityVerdict = {
  evidence: Evidence;
  passed: boolean;
  /** The first check that failed, in words; null when all passed. */
  failure: { check: string; reason: string } | null;
  logs: Record<string, string>;
  built: GeneratedFile[];
};

/** Executes every check of the quality stage in the sandbox; a failed check is a verdict, not an exception. */
export interface QualityGate {
  run(request: {
    organisationId: string;
    runId: string;
    stack: Stack;
    blueprint: Blueprint;
    files: GeneratedFile[];
    signal: AbortSignal;
    progress: Progress;
  }): Promise<QualityVerdict>;
}

/** Packs and signs; the same request for the same run gives the capsule that is already there. */
export interface CapsulePackager {
  package(request: {
    organisationId: string;
    projectId: string;
    runId: string;
    prompt: string;
    document?: string;
    stack: Stack;
    blueprint: Blueprint;
    reading: Reading;
    files: GeneratedFile[];
    evidence: Evidence;
    logs: Record<string, string>;
    createdAt: Date;
  }): Promise<{
    capsuleId: string;
    digest: string;
    codeDigest: string;
    verification: CapsuleVerification;
  }>;
}

/** Starts the run's app behind a URL, or finds the preview that an earlier attempt started. */
export interface PreviewLauncher {
  launch(request: {
    organisationId: string;
    projectId: string;
    runId: string;
    capsuleId: string;
    stack: Stack;
    signal: AbortSignal;
    progress: Progress;
  }): Promise<{ previewId: string }>;
}
