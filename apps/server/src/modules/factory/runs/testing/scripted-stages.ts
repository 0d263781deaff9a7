import { isDeepStrictEqual } from 'node:util';
import type { Evidence, GeneratedFile } from '@quantumlayer/contracts';
import { generatedFrom } from '@quantumlayer/stacks';
import { VersionNotFound } from '#modules/factory/capsules/index.ts';
import {
  createStageHandlers,
  type StoredVersion,
  type VersionSources,
} from '#modules/factory/pipeline/index.ts';
import type { StepHandler, StepHandlers } from '#modules/factory/workflows/index.ts';
import type { AppVersions } from '../ports.ts';

const digest = `sha256:${'0'.repeat(64)}`;

export type ScriptedStages = ReturnType<typeof createScriptedStages>;

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
  /** The gate goes on when this ends. */
  gateOpens: Promise<void> | null;
  failedEvidence: Evidence | null;
  /** What is generated; null for what the stack generates. */
  files: { code: GeneratedFile[]; tests: GeneratedFile[] } | null;
  /** Where code that people hand in is kept. */
  blobs: (digest: string) => Promise<Buffer>;
};

/**
 * The stages of the pipeline with a gate, a packager and a launcher that do as a test says; reading and design are the
 * real ones, and no code is generated unless the script asks for it.
 */
export function createScriptedStages() {
  const calls: string[] = [];
  const script: Script = {
    gatePasses: true,
    gateHangs: false,
    gateOpens: null,
    failedEvidence: null,
    files: { code: [], tests: [] },
    blobs: async () => Buffer.from('[]'),
  };

  const versions = new Map<string, StoredVersion>();
  const open = (projectId: string, id: string) => {
    const version = projectId === 'prj_1' ? versions.get(id) : undefined;
    if (version === undefined) throw new VersionNotFound(projectId, id);
    return version;
  };
  const newestId = async (_organisationId: string, _projectId: string, id: string) =>
    [...versions.keys()].at(-1) ?? id;
  const sources: VersionSources = {
    versions: {
      open: async (_organisationId, projectId, id) => open(projectId, id),
      steps: async () => [],
      newestId,
    },
    edits: { get: async (digest) => JSON.parse((await script.blobs(digest)).toString('utf8')) },
  };
  const stages = createStageHandlers({
    ...sources,
    gate: {
      async run({ signal }) {
        if (script.gateHangs) await untilAborted(signal);
        await script.gateOpens;
        if (script.gatePasses) return passed;
        return { ...failed, evidence: script.failedEvidence ?? failed.evidence };
      },
    },
    capsules: {
      package: async ({ runId, stack, blueprint, files, byHand }) => {
        const capsuleId = `cap_of_${runId}`;
        const generated = generatedFrom(files, byHand);
        const version = { capsuleId, digest, stackId: stack.id, blueprint, code: files, generated };
        versions.set(capsuleId, version);
        const verification = { verified: true, digest, keyId: 'key_1', statements: [] };
        return { capsuleId, digest, codeDigest: digest, verification };
      },
    },
    previews: {
      launch: async ({ runId }) => ({ previewId: `prv_of_${runId}` }),
    },
  });
  // One unit makes all files, since no two may make the same.
  const code: StepHandler = async (context) => {
    if (script.files === null) return await stages.code?.(context);
    return { files: isFirstUnit(context.inputs) ? script.files.code : [] };
  };
  const tests: StepHandler = async (context) =>
    script.files === null ? await stages.tests?.(context) : { files: script.files.tests };
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
    sources,
    /** The versions that runs made, all of the project `prj_1`. */
    versions,
    lookup: {
      look: async (_organisationId, projectId, id) => {
        const { stackId, code, generated } = open(projectId, id);
        const number = [...versions.keys()].indexOf(id) + 1;
        return { stackId, number, isEdited: !isDeepStrictEqual(code, generated) };
      },
      newestId,
    } satisfies AppVersions,
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
