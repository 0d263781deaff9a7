import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { findStack, followOn, type Stack } from '@quantumlayer/stacks';
import { clinicWithPeople } from '@quantumlayer/stacks/fixtures';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '#modules/factory/sandbox/index.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import type { PreviousVersion } from './check-context.ts';
import { createQualityGate, type QualityGate } from './index.ts';

const shelves: Blueprint = {
  version: 1,
  name: 'shelves',
  title: 'Shelves',
  description: 'Books on shelves',
  entities: [
    {
      name: 'Shelf',
      plural: 'Shelves',
      fields: [{ name: 'label', type: 'string', required: true, unique: true }],
      relations: [
        { kind: 'has-many', target: 'Book', name: 'books', inverse: 'shelf', required: false },
      ],
    },
    {
      name: 'Book',
      plural: 'Books',
      fields: [
        { name: 'title', type: 'string', required: true, unique: false },
        { name: 'price', type: 'money', required: true, unique: false, min: 0 },
      ],
      relations: [
        { kind: 'belongs-to', target: 'Shelf', name: 'shelf', inverse: 'books', required: true },
      ],
    },
  ],
};

function generate(stack: Stack, blueprint: Blueprint): GeneratedFile[] {
  const units = stack.codeUnits(blueprint).flatMap(({ id }) => stack.generateUnit(blueprint, id));
  return [...units, ...stack.generateTests(blueprint)];
}

/** A busy machine is no reason to fail. */
const RUN_LIMIT_MS = 900_000;
const TEST_LIMIT_MS = RUN_LIMIT_MS + 60_000;

describe('the quality gate on an app of the stack typescript-fastify', {
  timeout: TEST_LIMIT_MS,
}, () => {
  let folder: string;
  let stack: Stack;
  let files: GeneratedFile[];
  let gate: QualityGate;

  beforeAll(async () => {
    const found = findStack('typescript-fastify');
    if (found === null) throw new Error('the stack is missing');
    stack = found;
    files = generate(stack, shelves);
    folder = await mkdtemp(join(tmpdir(), 'gate-slow-'));
    const logger = pino({ level: 'silent' });
    const stateFolder = join(folder, 'sandbox');
    const nodePath = process.execPath;
    gate = createQualityGate({
      sandbox: await createSandbox({ driver: 'auto', stateFolder, nodePath, logger }),
      blobs: createFolderBlobStore(join(folder, 'blobs')),
      logger,
      dependencyFolder: join(folder, 'dependencies'),
      workFolder: join(folder, 'work'),
      environment: process.env,
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (
    given: readonly GeneratedFile[],
    blueprint = shelves,
    more: { previous?: PreviousVersion } = {},
  ) =>
    gate.run({
      ...more,
      runId: 'run_slow',
      blueprint,
      stack,
      files: given,
      signal: AbortSignal.timeout(RUN_LIMIT_MS),
      progress: () => {},
    });

  it('passes, with tests, coverage and every operation exercised', async () => {
    const { failure, evidence } = await run(files);

    expect(failure).toBeNull();
    expect(evidence.tests.failed).toBe(0);
    expect(evidence.tests.coverageLines).toBeGreaterThan(80);
    expect(evidence.operations.exercised).toBeGreaterThan(10);
    expect(evidence.licences.length).toBeGreaterThan(50);
  });

  it('exercises an app with people as each of its roles', async () => {
    const { evidence } = await run(generate(stack, clinicWithPeople), clinicWithPeople);

    expect(evidence.tests.failed).toBe(0);
    expect(evidence.tests.coverageLines).toBeGreaterThan(90);
    expect(evidence.operations).toMatchObject({ failed: 0 });
    expect(evidence.operations.exercised).toBeGreaterThan(40);
    expect(evidence.secrets.findings).toBe(0);
  });

  it.each([
    ['an app', shelves],
    ['an app with people', clinicWithPeople],
  ])('starts %s on the rows of its version before', async (_case, before) => {
    const blueprint = structuredClone(before);
    const [first] = blueprint.entities;
    first?.fields.push({ name: 'shade', type: 'string', required: true, unique: false });
    const generated = generate(stack, before);
    const base = { blueprint: before, generated, code: generated };
    const values = new Map([[`${first?.name}.shade`, 'grey']]);
    const change = { title: 'Add a shade', renames: new Map(), values, blueprint };
    const next = followOn(stack, base, change, generate(stack, blueprint));
    const previous = { ...next.migration, files: generated };
    const { failure, evidence } = await run(next.files, blueprint, { previous });
    const check = evidence.checks.find(({ id }) => id === 'migration');

    expect(failure).toBeNull();
    expect(check?.figures).toMatchObject({ rowsThatDiffer: 0, failingMigrationKeeps: true });
    expect(check?.figures.rowsBefore).toBeGreaterThan(15);
    expect(check?.figures.rowsAfter).toBe(check?.figures.rowsBefore);
  });

  it('fails the type-check on a type error', async () => {
    const broken = { path: 'src/broken.ts', content: 'export const count: number = "one";\n' };
    const { failure } = await run([...files, broken]);

    expect(failure?.check).toBe('typecheck');
    expect(failure?.reason).toContain('src/broken.ts');
  });

  it('leaves no file of a run behind', async () => {
    expect(await readdir(join(folder, 'work'))).toEqual([]);
  });
});
