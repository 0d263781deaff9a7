import { digestOf } from '@quantumlayer/capsule';
import type { Blueprint } from '@quantumlayer/contracts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { CapsuleRequest } from './capsule-service.ts';

const blueprint: Blueprint = {
  version: 1,
  name: 'shop',
  title: 'Shop',
  description: 'A shop',
  entities: [
    {
      name: 'Product',
      plural: 'Products',
      fields: [{ name: 'name', type: 'string', required: true, unique: false }],
      relations: [],
    },
  ],
};

/** A small but whole request of project `prj_1` in `org_1`; its logs are put into the blob store. */
export async function buildCapsuleRequest(blobs: BlobStore): Promise<CapsuleRequest> {
  const logs = { lint: 'clean\n', tests: '3 passed\n' };
  return {
    organisationId: 'org_1',
    projectId: 'prj_1',
    runId: 'run_1',
    prompt: 'A shop with products',
    stack: { id: 'typescript-fastify', version: '1.0.0' },
    blueprint,
    files: [{ path: 'src/main.ts', content: 'export const answer = 42;\n' }],
    byHand: { added: [], generated: [] },
    change: { kind: 'prompt', text: 'A shop with products', base: null },
    renames: {},
    evidence: {
      version: 1,
      isolation: { driver: 'bubblewrap', sandboxed: true, limits: 'cgroup-v2', weaknesses: [] },
      checks: (['lint', 'tests'] as const).map((id) => ({
        id,
        title: id,
        status: 'passed',
        command: ['npm', 'run', id],
        exitCode: 0,
        durationMs: 5,
        outputDigest: digestOf(logs[id]),
        reason: null,
        figures: {},
      })),
      typecheck: 'passed',
      lint: 'passed',
      tests: { passed: 3, failed: 0, coverageLines: 90 },
      operations: { exercised: 5, failed: 0 },
      secrets: { findings: 0 },
      licences: [],
    },
    logs: {
      lint: await blobs.put(Buffer.from(logs.lint)),
      tests: await blobs.put(Buffer.from(logs.tests)),
    },
    createdAt: new Date('2026-01-01T10:00:00Z'),
  };
}
