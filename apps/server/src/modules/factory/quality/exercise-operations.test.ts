import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { createUnixAppClient } from './adapters/unix-app-client.ts';
import { type ExerciseReport, exerciseOperations } from './exercise-operations.ts';
import { buildLibraryApp, type Defect } from './fixtures/library-app.ts';

async function exercise(defect: Defect | null): Promise<ExerciseReport> {
  const folder = await mkdtemp(join(tmpdir(), 'exercise-'));
  const socketPath = join(folder, 'app.sock');
  const app = await buildLibraryApp(defect);
  await app.listen({ path: socketPath });
  const client = createUnixAppClient({ socketPath, timeoutMs: 5_000 });
  try {
    return await exerciseOperations({
      client,
      people: null,
      samplePattern,
      createChecker: createSchemaChecker,
      signal: AbortSignal.timeout(20_000),
    });
  } finally {
    client.close();
    await app.close();
    await rm(folder, { recursive: true });
  }
}

describe('exerciseOperations on a correct app', () => {
  let report: ExerciseReport;

  beforeAll(async () => {
    report = await exercise(null);
  });

  it('finds nothing', () => {
    expect(report.operations.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('exercises every operation, each with valid input that succeeds', () => {
    expect(report).toMatchObject({ exercised: 9, failed: 0, stopped: null });
    expect(report.operations.filter(({ succeeded }) => succeeded === 0)).toEqual([]);
  });

  it('tries dozens of inputs per write', () => {
    const create = report.operations.find(({ id }) => id === 'createBook');
    expect(create?.requests).toBeGreaterThan(80);
  });
});

describe('exerciseOperations on a defective app', () => {
  it.each([
    ['crash-on-rating', 'createBook', 'server-error'],
    ['crash-on-null-byte', 'createAuthor', 'server-error'],
    ['wrong-response', 'listBooks', 'response-mismatch'],
    ['accepts-too-much', 'createBook', 'invalid-accepted'],
    ['rejects-valid', 'createAuthor', 'valid-rejected'],
    ['plain-errors', 'createAuthor', 'not-a-problem'],
    ['undocumented-status', 'createAuthor', 'undocumented-status'],
    ['bad-cursor-500', 'listBooks', 'server-error'],
  ] as const)('finds %s in %s as %s', async (defect, operation, kind) => {
    const report = await exercise(defect);
    const findings = report.operations.flatMap(({ findings: found }) => found);

    expect(report.failed).toBeGreaterThan(0);
    expect(findings.map((finding) => `${finding.operation} ${finding.kind}`)).toContain(
      `${operation} ${kind}`,
    );
  });

  it('keeps the request and the answer of a finding', async () => {
    const report = await exercise('crash-on-rating');
    const finding = report.operations.flatMap(({ findings }) => findings)[0];

    expect(finding?.response).toMatchObject({ status: 500 });
    expect(JSON.parse(finding?.request?.body ?? '{}')).toMatchObject({ rating: 5 });
  });
});
