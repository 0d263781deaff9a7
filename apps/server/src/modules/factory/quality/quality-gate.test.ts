import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, evidenceSchema, type GeneratedFile } from '@quantumlayer/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '#modules/factory/sandbox/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { createWorkFolders } from './adapters/folder-work-folders.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { createUnixAppClient } from './adapters/unix-app-client.ts';
import { DependenciesUnavailable } from './domain/quality-errors.ts';
import { notesBlueprint, notesFiles, notesStack } from './fixtures/notes-stack.ts';
import type { DependencyStore } from './ports.ts';
import { createGate } from './quality-gate.ts';

const logger = pino({ level: 'silent' });
let folder: string;
let sandbox: Sandbox;
let stored: Map<string, Buffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gate-'));
  await mkdir(join(folder, 'node_modules'));
  const stateFolder = join(folder, 'sandbox');
  sandbox = await createSandbox({
    driver: 'auto',
    stateFolder,
    nodePath: process.execPath,
    logger,
  });
});
afterAll(() => rm(folder, { recursive: true }));

const installed: DependencyStore = {
  ensure: async () => ({
    folder: join(folder, 'node_modules'),
    lockDigest: `sha256:${'0'.repeat(64)}`,
    contentDigest: `sha256:${'0'.repeat(64)}`,
    command: ['npm', 'ci'],
    packages: [{ name: 'one', version: '1.0.0', licence: 'MIT', integrity: 'sha512-x' }],
  }),
};

function memoryBlobs(): BlobStore {
  stored = new Map();
  return {
    async put(content) {
      const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
      stored.set(digest, Buffer.from(content));
      return digest;
    },
    get: async (digest) => stored.get(digest) ?? Buffer.alloc(0),
    has: async (digest) => stored.has(digest),
  };
}

async function run(files: readonly GeneratedFile[], dependencies = installed) {
  const gate = createGate({
    sandbox,
    blobs: memoryBlobs(),
    dependencies,
    workFolders: createWorkFolders(join(folder, 'work')),
    connectApp: (socketPath) => createUnixAppClient({ socketPath, timeoutMs: 2_000 }),
    createChecker: createSchemaChecker,
    samplePattern,
    wall: { tests: 5_000 },
    logger,
  });
  const signal = AbortSignal.timeout(60_000);
  return gate.run({
    runId: 'run_1',
    stack: notesStack,
    blueprint: notesBlueprint,
    files,
    signal,
    progress: () => {},
  });
}

/** The good app with one text replaced. */
function plant(path: string, before: string, after: string): GeneratedFile[] {
  return notesFiles.map((file) =>
    file.path === path ? { ...file, content: file.content.replace(before, after) } : file,
  );
}

describe('the quality gate on a good app', () => {
  let verdict: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    verdict = await run(notesFiles);
  });

  it('passes every check', () => {
    expect(verdict.failure).toBeNull();
    expect(verdict.passed).toBe(true);
    expect(verdict.evidence.checks.map(({ status }) => status)).toEqual(Array(9).fill('passed'));
  });

  it('takes its figures from the reports', () => {
    expect(verdict.evidence.tests).toMatchObject({ passed: 2, failed: 0 });
    expect(verdict.evidence.tests.coverageLines).toBeGreaterThan(50);
    expect(verdict.evidence.operations).toEqual({ exercised: 2, failed: 0 });
    expect(verdict.evidence.attacks?.run).toBeGreaterThan(40);
    expect(verdict.evidence.attacks?.failed).toBe(0);
    expect(verdict.evidence.secrets).toEqual({ findings: 0 });
  });

  it('leaves evidence in the form of the contract, with the driver that isolated it', () => {
    expect(evidenceSchema.parse(verdict.evidence).isolation).toEqual(sandbox.describe());
  });

  it('stores the whole output of each check', () => {
    expect(Object.keys(verdict.logs)).toHaveLength(9);
    expect(stored.get(verdict.logs.tests ?? '')?.toString()).toContain('takes a note');
  });

  it('leaves no file behind', async () => {
    expect(await readdir(join(folder, 'work'))).toEqual([]);
  });
});

describe('the quality gate on an app with four defects', () => {
  let checks: Check[];

  beforeAll(async () => {
    const key = `export const key = 'AKIA${'QYLPMN5HHHFPZAM2'}';`;
    const files = plant(
      'src/notes.mjs',
      'const refuse',
      '// type-error lint-error\nconst refuse',
    ).map((file) => ({ ...file, content: file.content.replace('status, 201', 'status, 999') }));
    checks = (await run([...files, { path: 'src/key.mjs', content: key }])).evidence.checks;
  });

  it.each([
    ['typecheck', /type-error is not allowed/],
    ['lint', /lint-error is not allowed/],
    ['tests', /1 of 2 tests failed/],
    ['secrets', /src\/key\.mjs:1 AWS/],
  ])('fails %s with its reason', (id, reason) => {
    const check = checks.find((one) => one.id === id);
    expect(check?.status).toBe('failed');
    expect(check?.reason).toMatch(reason);
  });

  it('still runs and passes what is sound', () => {
    expect(checks.filter(({ status }) => status === 'passed').map(({ id }) => id)).toEqual([
      'install',
      'start',
      'operations',
      'attacks',
      'licences',
    ]);
  });
});

describe('the quality gate on a defective app', () => {
  const source = 'src/notes.mjs';
  const accept = '{ status: 201, body: note };';

  it.each([
    [
      'a test that never ends',
      plant('tests/notes.test.mjs', "it('takes", "it('hangs', () => { for (;;); });\nit('takes"),
      'tests',
      /did not finish within 5 s/,
    ],
    [
      'a test without a report',
      plant('tests/notes.test.mjs', "it('takes", "process.exit(0);\nit('takes"),
      'tests',
      /report|nothing is proven/i,
    ],
    [
      'an app that does not start',
      plant('src/main.mjs', 'const notes =', "throw new Error('no way');\nconst notes ="),
      'start',
      /no way/,
    ],
    [
      'a 500 on valid input',
      plant(source, accept, '{ status: input.stars === 5 ? 500 : 201, body: note };'),
      'operations',
      /answered 500/,
    ],
    [
      'a 500 on invalid input',
      plant(source, "refuse(422, 'Not a note')", "refuse(500, 'Boom')"),
      'operations',
      /answered 500/,
    ],
    [
      'a crash on invalid input',
      plant(source, '    return null;\n', '    process.exit(7);\n'),
      'operations',
      /stopped answering|hang up|ECONN/,
    ],
    [
      'an answer unlike its schema',
      plant(source, accept, '{ status: 201, body: { ...note, stars: "many" } };'),
      'operations',
      /not as documented/,
    ],
  ])('fails on %s', async (_name, files, check, reason) => {
    const { passed, failure, evidence } = await run(files);

    expect(passed).toBe(false);
    expect(failure?.check).toBe(check);
    expect(failure?.reason).toMatch(reason);
    expect(evidence.checks.find(({ id }) => id === check)?.status).toBe('failed');
  });

  it('says that the dependency set is missing and runs nothing', async () => {
    const dependencies: DependencyStore = {
      ensure: async () => {
        throw new DependenciesUnavailable('registry', 'the registry could not be reached', '');
      },
    };
    const { failure, evidence } = await run(notesFiles, dependencies);

    expect(failure).toMatchObject({ check: 'install' });
    expect(failure?.reason).toContain('npm run setup');
    expect(evidence).toMatchObject({ typecheck: 'failed', tests: { passed: 0 } });
  });
});
