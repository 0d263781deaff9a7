import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratedFile } from '@quantumlayer/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '#modules/factory/sandbox/index.ts';
import { createWorkFolders } from './adapters/folder-work-folders.ts';
import { createUnixAppClient } from './adapters/unix-app-client.ts';
import type { PreviousVersion } from './check-context.ts';
import { runMigrationCheck } from './run-migration-check.ts';
import { createCheckContext } from './testing/check-context.ts';
import { ledgerApp, ledgerStack } from './testing/ledger-app.ts';

const column = (name: string) => ({ name, was: name, isFilled: false });
const kept = [{ name: 'entry', was: 'entry', columns: [column('id'), column('text')] }];
const second = (content: string): GeneratedFile => ({ path: 'migrations/2.js', content });
const sound = second("tables.entry.columns.push('note');\n");

const FILL = [
  ...['node', '--eval'],
  `const { readFileSync, writeFileSync } = require('node:fs');
   const path = process.env.DATA_DIR + '/ledger.json';
   const ledger = JSON.parse(readFileSync(path, 'utf8'));
   ledger.tables.entry.rows.push(['7', 'x'], ['8', 'y'], ['9', 'z']);
   writeFileSync(path, JSON.stringify(ledger));`,
];

function withoutExamples(): GeneratedFile[] {
  return ledgerApp().map(({ path, content }) => ({
    path,
    content: content.replace('if (SEED', 'if (0'),
  }));
}

describe('the check of a migration', () => {
  let folder: string;
  let sandbox: Sandbox;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migration-'));
    await mkdir(join(folder, 'node_modules'));
    sandbox = await createSandbox({
      driver: 'auto',
      stateFolder: join(folder, 'sandbox'),
      nodePath: process.execPath,
      logger: pino({ level: 'silent' }),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function check(
    migration: GeneratedFile | null,
    more: Partial<PreviousVersion> = {},
    stack = ledgerStack,
  ) {
    const { context } = createCheckContext(folder);
    const dependencyPath = join(folder, 'node_modules');
    const outcome = await runMigrationCheck(
      {
        ...context,
        sandbox,
        stack,
        files: ledgerApp(...(migration === null ? [] : [migration])),
        workFolders: createWorkFolders(join(folder, 'work')),
        connectApp: (socketPath) => createUnixAppClient({ socketPath, timeoutMs: 2_000 }),
        place: { workPath: folder, dependencyPath, label: 'run_1' },
        signal: AbortSignal.timeout(60_000),
      },
      { files: ledgerApp(), migration, kept, dropped: [], ...more },
    );
    expect(await readdir(join(folder, 'work'))).toEqual([]);
    return outcome;
  }

  it('passes with its figures where every row stays and a failure leaves no trace', async () => {
    const { status, reason, figures, output } = await check(sound);

    expect({ status, reason }).toEqual({ status: 'passed', reason: null });
    expect(figures).toEqual({
      ...{ tables: 1, rowsBefore: 2, rowsAfter: 2, rowsDropped: 0, rowsThatDiffer: 0 },
      failingMigrationKeeps: true,
    });
    expect(JSON.parse(String(output))).toMatchObject({ migration: 'migrations/2.js' });
  });

  it('passes where the database stays as it is', async () => {
    const { status, figures } = await check(null);

    expect(status).toBe('passed');
    expect(figures).not.toHaveProperty('failingMigrationKeeps');
  });

  it('takes what is dropped by name as dropped', async () => {
    const gone = second('delete tables.entry;\n');
    const named = await check(gone, { kept: [], dropped: ['entry'] });

    expect(named).toMatchObject({ status: 'passed', figures: { rowsDropped: 2, rowsBefore: 0 } });
    expect(await check(gone, { kept: [] })).toMatchObject({ status: 'failed' });
  });

  it.each([
    ['a row is lost', 'tables.entry.rows.pop();\n', /1 of 2 rows .*\n- entry: a row is gone/],
    ['a value is changed', "tables.entry.rows[0][1] = 'x';\n", /entry\.text has another value/],
    ['the new version does not start', "throw new Error('no');\n", /The new version: ended with/],
    [
      'a migration that fails has done something',
      "tables.entry.columns.push('note'); save();\n",
      /has left traces/,
    ],
  ])('fails where %s', async (_case, content, reason) => {
    const outcome = await check(second(content));

    expect(outcome.status).toBe('failed');
    expect(outcome.reason).toMatch(reason);
  });

  it('proves nothing on an app without example rows', async () => {
    expect(await check(sound, { files: withoutExamples() })).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('holds no example rows'),
    });
  });

  it('fills an app without example rows where its stack knows how', async () => {
    const stack = { ...ledgerStack, data: { ...ledgerStack.data, fill: FILL } };
    const { status, figures } = await check(sound, { files: withoutExamples() }, stack);

    expect({ status, figures }).toMatchObject({ status: 'passed', figures: { rowsBefore: 3 } });
  });

  it('fails where the version before cannot be started', async () => {
    const files = ledgerApp(second("throw new Error('long gone');\n"));

    expect((await check(sound, { files })).reason).toMatch(
      /The version before: ended[\s\S]*long gone/,
    );
  });
});
