import type {
  Blueprint,
  CapsuleVerification,
  EditsByHand,
  Evidence,
  GeneratedFile,
  VersionChange,
} from '@quantumlayer/contracts';
import type { AppMigration, AppVersion, Renames, Stack } from '@quantumlayer/stacks';

type Progress = (message: string, data?: Record<string, unknown>) => void;

export type QualityVerdict = {
  evidence: Evidence;
  passed: boolean;
  /** The first check that failed, in words; null when all passed. */
  failure: { check: string; reason: string } | null;
  logs: Record<string, string>;
  built: GeneratedFile[];
};

/** A version of an app in the store, with all that a next one is made from. */
export type StoredVersion = AppVersion & {
  capsuleId: string;
  /** Of the archive of its capsule. */
  digest: string;
  stackId: string;
};

/** The versions of apps. Throws the version's own error where the project has none such. */
export interface AppVersions {
  open(organisationId: string, projectId: string, capsuleId: string): Promise<StoredVersion>;
  /** What each step from one version to another has renamed, the first one first; none where it does not come from that one. */
  steps(
    organisationId: string,
    projectId: string,
    way: { from: StoredVersion; to: StoredVersion },
  ): Promise<Renames[]>;
  /** The newest version of the app that this one is a version of: a project may hold several. */
  newestId(organisationId: string, projectId: string, capsuleId: string): Promise<string>;
}

/** Code that people have handed in. */
export interface EditedCode {
  get(digest: string): Promise<GeneratedFile[]>;
}

/** Executes every check of the quality stage in the sandbox; a failed check is a verdict, not an exception. */
export interface QualityGate {
  run(request: {
    organisationId: string;
    runId: string;
    stack: Stack;
    blueprint: Blueprint;
    files: GeneratedFile[];
    /** Absent for a first version. */
    previous?: Pick<AppMigration, 'migration' | 'kept' | 'dropped'> & {
      files: readonly GeneratedFile[];
    };
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
    files: GeneratedFile[];
    byHand: EditsByHand;
    change: VersionChange;
    /** What things were called in the version that it was made from. */
    renames: Record<string, string>;
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
