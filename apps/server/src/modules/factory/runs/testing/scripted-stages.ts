import type { Evidence, GeneratedFile } from '@quantumlayer/contracts';
import { createStageHandlers } from '#modules/factory/pipeline/index.ts';
import type { StepHandler, StepHandlers } from '#modules/factory/workflows/index.ts';

const digest = `sha256:${'0'.repeat(64)}`;

export const evidence: Evidence = {
  version: 1,
  isolation: { driver: 'bubblewrap', sandboxed: true, limits: 'cgroup-v1', weaknesses: [] },
  checks: [],
  typecheck: 'passed',
  lint: 'passed',
  tests: { passed: 9, failed: 0, coverageLines: 91 },
  operations: { exercised: 5, failed: 0 },
  secrets: { findings: 0 },
  licences: [],
};

const passed = { evidence, passed: true, failure: null, logs: {}, built: [] };

const failed = {
  evidence: { ...evidence, tests: { passed: 8, failed: 1, coverageLines: 91 } },
  passed: false,
  failure: { check: 'tests', reason: '1 of 9 tests failed: \u0000\ud800 \\u0000' },
  logs: { tests: digest },
  built: [],
};

type Script = {
  gatePasses: boolean;
  gateHangs: boolean;
  failedEvidence: Evidence | null;
  files: { code: GeneratedFile[]; tests: GeneratedFile[] };
};

/**
 * The stages of the pipeline with a gate, a packager and a launcher that do as a test says; reading and design are the
 * real ones, and no code is generated.
 */
export function createScriptedStages() {
  const calls: string[] = [];
  const script: Script = {
    gatePasses: true,
    gateHangs: false,
    failedEvidence: null,
    files: { code: [], tests: [] },
  };

  const stages = createStageHandlers({
    gate: {
      async run({ signal }) {
        if (script.gateHangs) await untilAborted(signal);
        if (script.gatePasses) return passed;
        return { ...failed, evidence: script.failedEvidence ?? failed.evidence };
      },
    },
    capsules: {
      package: async ({ runId }) => ({
        capsuleId: `cap_of_${runId}`,
        digest,
        codeDigest: digest,
        verification: { verified: true, digest, keyId: 'key_1', statements: [] },
      }),
    },
    previews: {
      launch: async ({ runId }) => ({ previewId: `prv_of_${runId}` }),
    },
  });
  // One unit makes all files, since no two may make the same.
  const code: StepHandler = async ({ inputs }) => ({
    files: isFirstUnit(inputs) ? script.files.code : [],
  });
  const tests: StepHandler = async () => ({ files: script.files.tests });
  const handlers = Object.entries({ ...stages, code, tests }).map(
    ([name, handler]): [string, StepHandler] => [
      name,
      (context) => {
        calls.push(`${context.executionId} ${name}`);
        return handler(context);
      },
    ],
  );

  return {
    handlers: Object.fromEntries(handlers) as StepHandlers,
    script,
    /** How often a stage of a run was executed. */
    count: (runId: string, stage: string) =>
      calls.filter((call) => call === `${runId} ${stage}`).length,
  };
}

function isFirstUnit({ design, item }: Record<string, unknown>): boolean {
  const { units } = design as { units: { id: string }[] };
  return units[0]?.id === (item as { id: string }).id;
}

async function untilAborted(signal: AbortSignal): Promise<never> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  throw signal.reason;
}
