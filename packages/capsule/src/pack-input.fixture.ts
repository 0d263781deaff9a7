import type { Evidence } from '@quantumlayer/contracts';
import { digestOf } from './digest.ts';
import type { PackInput } from './pack-input.ts';

const LOGS = { typecheck: 'no errors\n', lint: 'clean\n', tests: '41 passed\n' };

const LOCK = `${JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { name: 'invoicing', dependencies: { '@fastify/swagger': '9.9.3' } },
    'node_modules/@fastify/swagger': { version: '9.9.3', dependencies: { argparse: '^2.0.0' } },
    'node_modules/@fastify/swagger/node_modules/argparse': { version: '2.0.1' },
    'node_modules/odd': { version: '1.0.0', dev: true },
  },
})}\n`;

/** A small but whole capsule input for tests. */
export function buildPackInput(overrides: Partial<PackInput> = {}): PackInput {
  return {
    name: 'invoicing',
    runId: 'run_1',
    stack: { id: 'typescript-fastify', version: '1.0.0' },
    files: [
      { path: 'src/main.ts', content: 'export const answer = 42;\n' },
      { path: 'package.json', content: '{"name":"invoicing"}\n' },
      { path: 'package-lock.json', content: LOCK },
      { path: 'bin/start.sh', content: '#!/bin/sh\nexec node src/main.ts\n', executable: true },
    ],
    evidence: buildEvidence(),
    logs: LOGS,
    materials: { prompt: digestOf('prompt'), blueprint: digestOf('blueprint') },
    builder: { id: 'https://quantumlayer.dev/builders/embedded', version: '0.1.0' },
    createdAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}

export function buildEvidence(): Evidence {
  const checks = (['typecheck', 'lint', 'tests'] as const).map((id) => ({
    id,
    title: id,
    status: 'passed' as const,
    command: ['npm', 'run', id],
    exitCode: 0,
    durationMs: 12,
    outputDigest: digestOf(LOGS[id]),
    reason: null,
    figures: {},
  }));
  return {
    version: 1,
    isolation: { driver: 'bubblewrap', sandboxed: true, limits: 'cgroup-v2', weaknesses: [] },
    checks,
    typecheck: 'passed',
    lint: 'passed',
    tests: { passed: 41, failed: 0, coverageLines: 96.2 },
    operations: { exercised: 10, failed: 0 },
    attacks: { run: 58, failed: 0 },
    secrets: { findings: 0 },
    licences: [
      {
        name: '@fastify/swagger',
        version: '9.9.3',
        licence: 'MIT',
        integrity: `sha512-${Buffer.alloc(64, 7).toString('base64')}`,
      },
      {
        name: 'argparse',
        version: '2.0.1',
        licence: '(MIT OR Apache-2.0)',
        integrity: `sha512-${Buffer.alloc(64, 9).toString('base64')}`,
      },
      { name: 'odd', version: '1.0.0', licence: 'SEE LICENSE IN x', integrity: '' },
    ],
  };
}
