import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import type { Run } from '@quantumlayer/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildEvidence } from '../../../../packages/capsule/src/pack-input.fixture.ts';
import { runQl } from '../testing/run-ql.ts';
import {
  allStages,
  type Script,
  stage,
  startScriptedFactory,
} from '../testing/scripted-factory.ts';

const succeeded: Partial<Run> = {
  status: 'succeeded',
  finishedAt: '2026-01-01T00:00:10.000Z',
  durationMs: 10_000,
  stages: allStages('succeeded'),
  evidence: buildEvidence(),
  capsuleId: 'cap_1',
  previewId: 'prv_1',
};
const running: Partial<Run> = {
  stages: [stage('parse', 'succeeded'), stage('design', 'running', 'tables')],
};

type Kill = (signal: NodeJS.Signals) => void;
const isStart = (method: string, path: string) => method === 'POST' && path.endsWith('/runs');

describe('ql generate', () => {
  let folder: string;
  let factory: Awaited<ReturnType<typeof startScriptedFactory>>;

  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/ql-cli-`);
  });
  afterEach(() => {
    factory.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function generate(script: Script, args: string[], onNote?: Parameters<typeof runQl>[1]) {
    factory = await startScriptedFactory(script);
    const env = {
      QL_URL: factory.url,
      QL_API_KEY: 'secret-key',
      DATA_DIR: `${folder}/data`,
      INIT_CWD: folder,
    };
    return await runQl(['generate', ...args], { env, ...onNote });
  }

  it('prints one JSON object, unpacks the app and ends with 0 when everything is proven', async () => {
    const ended = await generate({ steps: [{}, running, succeeded] }, [
      'A',
      'todo',
      'list',
      '--out',
      'app',
      '--json',
    ]);

    expect(ended.code).toBe(0);
    const report = JSON.parse(ended.stdout);
    expect(report).toMatchObject({
      run: { id: 'run_1', status: 'succeeded', durationMs: 10_000 },
      notUnderstood: [],
      evidence: { typecheck: 'passed', tests: { passed: 41, failed: 0 } },
      capsule: { verified: true },
      preview: { url: 'http://abc.localhost:4000/' },
      app: { dir: `${folder}/app` },
    });
    expect(existsSync(report.capsule.path)).toBe(true);
    expect(readdirSync(`${folder}/app`).sort()).toEqual([
      'bin',
      'package-lock.json',
      'package.json',
      'src',
    ]);
    expect(factory.asked.find(({ method }) => method === 'POST')).toMatchObject({
      body: {
        prompt: 'A todo list',
        options: { stack: 'typescript-fastify', review: false, preview: true },
      },
      authorization: 'Bearer secret-key',
    });
  });

  it.each([
    [['--kind', 'full-stack'], 'react-admin'],
    [['--kind', 'full-stack', '--stack', 'typescript-fastify'], 'typescript-fastify'],
  ])('asks for the stack of %j', async (choice, stack) => {
    await generate({ steps: [succeeded] }, ['A todo list', ...choice, '--json']);
    expect(factory.asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      options: { stack },
    });
  });

  it('refuses a kind that there is not', async () => {
    const ended = await generate({ steps: [succeeded] }, ['A todo list', '--kind', 'mobile']);
    expect(ended.code).toBe(2);
  });

  it('takes a prompt that begins with the dash of a list, and no option it does not know', async () => {
    const list = '- Task: title, due date\n- Person: name';
    expect((await generate({ steps: [succeeded] }, [list, '--json'])).code).toBe(0);
    expect(factory.asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      prompt: list,
    });

    const ended = await generate({ steps: [succeeded] }, [list, '--bogus', '--json']);
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout).error).toEqual({
      code: 'usage',
      message: "unknown option '--bogus'",
    });
  });

  it('writes a plain line per change to standard error when nobody looks on', async () => {
    const { stderr } = await generate({ steps: [{}, running, succeeded] }, ['x', '--json']);

    expect(stderr).toMatch(/^\[.+ s\] Stage design running: tables$/m);
    expect(stderr).toMatch(/Stage preview succeeded$/m);
    expect(stderr).not.toContain('\u001b');
  });

  it('goes on following when the stream ends before the run does', async () => {
    const script = { steps: [{}, running, succeeded], endedStreams: 1 };

    expect((await generate(script, ['x', '--json'])).code).toBe(0);
  });

  it('goes on with the run of the same command when that was killed, and only then', async () => {
    factory = await startScriptedFactory({ steps: [running] });
    const env = { QL_URL: factory.url, QL_API_KEY: 'k', DATA_DIR: `${folder}/data` };
    const ql = (prompt: string, onNote?: (text: string, kill: Kill) => void) =>
      runQl(['generate', prompt, '--json'], { env, ...(onNote && { onNote }) });
    const starts = () => factory.asked.filter(({ method, path }) => isStart(method, path)).length;
    const killed = await ql('x', (text, kill) => {
      if (text.includes('Stage design')) kill('SIGKILL');
    });
    expect(killed.code).toBe(null);

    factory.steps.push(succeeded);
    const again = await ql('x');
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('Going on with run_1');
    expect(starts()).toBe(1);

    expect((await ql('x')).stderr).not.toContain('Going on');
    expect(starts()).toBe(2);
  });

  it('says how to go on when the server is gone', async () => {
    let isClosed = false;
    const ended = await generate({ steps: [running] }, ['x'], {
      onNote(text) {
        if (!isClosed && text.includes('Stage design')) {
          isClosed = true;
          factory.close();
        }
      },
    });

    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('ql runs watch run_1');
  });

  it('tells a person what was proven', async () => {
    const { stdout } = await generate({ steps: [succeeded] }, ['x']);

    expect(stdout).toMatch(/41 tests passed, 0 failed, 96\.2 % of lines covered/);
    expect(stdout).toMatch(/capsule .*verified/);
  });

  it('ends with 1 and the reason when the run failed', async () => {
    const failure = {
      stage: 'quality',
      code: 'check-failed',
      message: 'Two tests failed.',
      next: 'Read the log.',
    };
    const failed = { status: 'failed', finishedAt: succeeded.finishedAt ?? null, failure } as const;
    const ended = await generate({ steps: [failed] }, ['x', '--out', 'app', '--json']);

    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      run: { status: 'failed' },
      failure,
      capsule: null,
      app: null,
    });
    expect(existsSync(`${folder}/app`)).toBe(false);
  });

  it('ends with 1 and unpacks nothing when the capsule was changed on its way', async () => {
    const capsuleBytes = (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
      return changed;
    };
    const ended = await generate({ steps: [succeeded], capsuleBytes }, [
      'x',
      '--out',
      'app',
      '--json',
    ]);

    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({ capsule: { verified: false }, app: null });
  });

  it('ends with 1 when a check failed although the run says that it succeeded', async () => {
    const evidence = { ...buildEvidence(), tests: { passed: 40, failed: 1, coverageLines: 90 } };
    const ended = await generate({ steps: [{ ...succeeded, evidence }] }, ['x', '--json']);

    expect(ended.code).toBe(1);
  });

  it('ends with 5 and says how to go on when the design waits', async () => {
    const ended = await generate({ steps: [{}, { status: 'waiting' }] }, ['x', '--review']);

    expect(ended.code).toBe(5);
    expect(ended.stderr).toContain('ql runs approve run_1');
  });

  it('cancels the run at Ctrl+C and ends with 130', async () => {
    let isKilled = false;
    const ended = await generate({ steps: [running] }, ['x'], {
      onNote(text, kill) {
        if (!isKilled && text.includes('Stage design')) {
          isKilled = true;
          kill();
        }
      },
    });

    expect(ended.code).toBe(130);
    expect(factory.asked.filter(({ path }) => path.endsWith('/cancel'))).toHaveLength(1);
  });

  it('refuses a folder that is not empty before anything is started', async () => {
    mkdirSync(`${folder}/app`);
    writeFileSync(`${folder}/app/mine.txt`, 'mine');
    const ended = await generate({ steps: [succeeded] }, ['x', '--out', 'app']);

    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('is not empty');
    expect(factory.asked).toEqual([]);
  });

  it.each(['file', 'file/app', '/proc/app'])(
    'refuses --out %s before any work is done',
    async (out) => {
      writeFileSync(`${folder}/file`, 'mine');
      const ended = await generate({ steps: [succeeded] }, ['x', '--out', out, '--json']);
      expect(ended.code).toBe(2);
      expect(JSON.parse(ended.stdout).error.code).toBe('folder-unusable');
      expect(factory.asked).toEqual([]);
    },
  );

  it('moves what is in the folder aside with --force', async () => {
    mkdirSync(`${folder}/app`);
    writeFileSync(`${folder}/app/mine.txt`, 'mine');
    const ended = await generate({ steps: [succeeded] }, ['x', '--out', 'app', '--force']);

    expect(ended.code).toBe(0);
    const aside = readdirSync(folder).find((name) => name.startsWith('app.before-'));
    expect(readFileSync(`${folder}/${aside}/mine.txt`, 'utf8')).toBe('mine');
  });

  it('refuses a prompt that is too long without sending it', async () => {
    const ended = await generate({ steps: [succeeded] }, ['x'.repeat(20_001)]);

    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('20,000 are read at most');
    expect(factory.asked).toEqual([]);
  });

  it.each([
    [[], 'Say what to build'],
    [['x', '--file', 'nowhere.txt'], 'not both'],
    [['--file', 'nowhere.txt'], 'cannot be read'],
    [['x', '--nonsense'], 'unknown option'],
  ])('ends with 2 for %j', async (args, message) => {
    const ended = await generate({ steps: [succeeded] }, args);

    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(message);
  });
});
