import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createCapsuleSigner, createSigningKey, packCapsule } from '@quantumlayer/capsule';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackInput } from '../../../../packages/capsule/src/pack-input.fixture.ts';
import { runQl } from '../testing/run-ql.ts';
import { allStages, startScriptedFactory } from '../testing/scripted-factory.ts';

const failure = {
  stage: 'quality',
  code: 'check-failed',
  message: 'Two tests failed.',
  next: null,
};

describe('ql against a server', () => {
  let factory: Awaited<ReturnType<typeof startScriptedFactory>>;
  const ql = (...args: string[]) =>
    runQl(args, { env: { QL_URL: factory.url, QL_API_KEY: 'secret-key' } });

  beforeAll(async () => {
    const ended = {
      status: 'failed',
      finishedAt: '2026-01-01T00:00:10Z',
      stages: allStages('failed'),
      failure,
    } as const;
    factory = await startScriptedFactory({ steps: [ended] });
  });
  afterAll(() => factory.close());

  it('lists runs as a table and as JSON', async () => {
    expect((await ql('runs', 'list')).stdout).toMatch(
      /^run_1 +failed +2026-01-01 00:00:00 +A todo list$/m,
    );
    expect(JSON.parse((await ql('runs', 'list', '--json')).stdout).items[0].id).toBe('run_1');
  });

  it('watches a run and ends with 1 when it failed', async () => {
    const { code, stdout } = await ql('runs', 'watch', 'run_1');
    expect(code).toBe(1);
    expect(stdout).toContain('Two tests failed.');
  });

  it.each([
    [['approve', 'run_1'], { type: 'approve', stage: 'review' }],
    [
      ['reject', 'run_1', '--reason', 'too big'],
      { type: 'reject', stage: 'review', reason: 'too big' },
    ],
    [['pause', 'run_1'], { type: 'pause' }],
    [['resume', 'run_1'], { type: 'resume' }],
    [['retry', 'run_1'], { stage: 'quality' }],
  ])('sends %j', async (args, body) => {
    expect((await ql('runs', ...args)).code).toBe(0);
    expect(factory.asked.at(-1)?.body).toEqual(body);
  });

  it.each([
    ['the stage that was cancelled', 'cancelled', { stage: 'parse' }],
    ['no stage when all succeeded', 'succeeded', null],
  ] as const)('retries %s', async (_, status, body) => {
    const steps = [{ status, finishedAt: '2026-01-01T00:00:10Z', stages: allStages(status) }];
    const other = await startScriptedFactory({ steps });
    const env = { QL_URL: other.url, QL_API_KEY: 'secret-key' };
    const { code, stderr } = await runQl(['runs', 'retry', 'run_1'], { env });
    const sent = other.asked.filter(({ method }) => method === 'POST').map((one) => one.body);
    await other.close();

    expect(sent).toEqual(body === null ? [] : [body]);
    expect(code).toBe(body === null ? 2 : 0);
    expect(stderr).toContain(body === null ? 'Name one with --stage: parse, design' : '');
  });

  it('sends a changed blueprint from a file', async () => {
    const folder = mkdtempSync(`${tmpdir()}/ql-modify-`);
    writeFileSync(`${folder}/blueprint.json`, '{"entities":[]}');
    const { code } = await ql('runs', 'modify', 'run_1', '--with', `${folder}/blueprint.json`);
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
    expect(factory.asked.at(-1)?.body).toEqual({
      type: 'modify',
      stage: 'review',
      output: { blueprint: { entities: [] } },
    });
  });

  describe('a follow-up', () => {
    const folder = mkdtempSync(`${tmpdir()}/ql-base-`);
    const base = `${folder}/base.json`;
    const field = { type: 'string', required: true, unique: false };
    const entity = {
      ...{ name: 'Note', plural: 'Notes', relations: [] },
      fields: ['title', 'fax'].map((name) => ({ name, ...field })),
    };
    const blueprint = {
      ...{ version: 1, name: 'notes', title: 'Notes', description: '', entities: [entity] },
    };
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
      ['a blueprint', blueprint],
      ['a printed reading', { blueprint, questions: [] }],
    ])('is read on the base of %s', async (_case, content) => {
      writeFileSync(base, JSON.stringify(content));
      const text = 'Add a due date to the note, drop the fax';
      const { code, stdout } = await ql('blueprint', text, '--base', base);
      const printed = await ql('blueprint', text, '--base', base, '--json');

      expect(code).toBe(0);
      expect(stdout).toContain('- Note.fax  string, required');
      expect(stdout).toContain('+ Note.dueDate  date, optional');
      expect(JSON.parse(printed.stdout).changes).toHaveLength(2);
    });

    it.each([
      ['no JSON', '{', 'cannot be read'],
      ['no blueprint', '{"entities":[]}', 'is no blueprint, at version'],
    ])('is refused with a base that is %s', async (_case, content, message) => {
      writeFileSync(base, content);
      const { code, stderr } = await ql('blueprint', 'Drop the fax', '--base', base);

      expect(code).toBe(2);
      expect(stderr).toContain(message);
    });
  });

  it('prints a link that signs in, as a line and as JSON', async () => {
    const url = 'http://127.0.0.1:4000/sign-in#abc';
    const { code, stdout } = await ql('open');
    expect(code).toBe(0);
    expect(stdout).toBe(`Open ${url}  (works once, until 00:00)\n`);
    expect(JSON.parse((await ql('open', '--json')).stdout)).toMatchObject({ url });
    expect(factory.asked).toContainEqual({
      method: 'POST',
      path: '/api/v1/sign-in-links',
      body: null,
      authorization: 'Bearer secret-key',
    });
  });

  it('shares a preview: the link, until when, and for whom', async () => {
    const { code, stdout } = await ql('previews', 'share', 'prv_1');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^http:\/\/abc\.localhost:4000\/ {2}until .*\n.*machine of the factory only/,
    );
  });

  it('gives a preview a new address before it is shared', async () => {
    const { stdout } = await ql('previews', 'share', 'prv_1', '--new-address');
    expect(stdout).toMatch(/^http:\/\/new\.localhost:4000\/ .*\n.*Everybody who has this link/);
    const { stdout: json } = await ql('previews', 'share', 'prv_1', '--new-address', '--json');
    expect(JSON.parse(json)).toMatchObject({ id: 'prv_1', reach: 'network' });
  });

  it('says so when the server delivers no pages', async () => {
    const bare = await startScriptedFactory({ steps: [{}], hasPages: false });
    const env = { QL_URL: bare.url, QL_API_KEY: 'secret-key' };
    const { code, stdout, stderr } = await runQl(['open', '--json'], { env });
    bare.close();
    expect(code).toBe(0);
    expect(JSON.parse(stdout).url).toContain('/sign-in#');
    expect(stderr).toContain('npm start');
  });

  it('opens nothing where no server runs, and starts none', async () => {
    const data = mkdtempSync(`${tmpdir()}/ql-open-`);
    const { code, stdout } = await runQl(['open', '--json'], { env: { DATA_DIR: data } });
    expect(readdirSync(data)).toEqual([]);
    rmSync(data, { recursive: true });
    expect(code).toBe(3);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'no-server' });
  });

  it('ends with 4 and the words of the server when it refuses', async () => {
    const { code, stdout } = await ql('runs', 'show', 'run_9', '--json');
    expect(code).toBe(4);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'run-not-found' });
  });

  it('says to a script as JSON what is wrong with the command line', async () => {
    const { code, stdout } = await ql('runs', 'list', '--bogus', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'usage', message: "unknown option '--bogus'" },
    });
  });

  it('ends with 3 when nothing answers', async () => {
    const { code, stderr } = await runQl(['runs', 'list'], {
      env: { QL_URL: 'http://127.0.0.1:1' },
    });
    expect(code).toBe(3);
    expect(stderr).toContain('QL_URL');
  });
});

describe('ql capsules verify', () => {
  let folder: string;
  const key = createSigningKey();

  beforeAll(async () => {
    folder = mkdtempSync(`${tmpdir()}/ql-verify-`);
    const { archive } = await packCapsule(buildPackInput(), createCapsuleSigner(key.privateKeyPem));
    writeFileSync(`${folder}/good.capsule`, archive);
    archive.writeUInt8(archive.readUInt8(200) ^ 1, 200);
    writeFileSync(`${folder}/bad.capsule`, archive);
    writeFileSync(`${folder}/key.pem`, key.publicKeyPem);
    writeFileSync(`${folder}/other.pem`, createSigningKey().publicKeyPem);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['good.capsule', 'key.pem', 0],
    ['bad.capsule', 'key.pem', 1],
    ['good.capsule', 'other.pem', 1],
    ['nowhere.capsule', 'key.pem', 2],
  ])('%s with %s ends with %i, without any server', async (file, pem, code) => {
    const ended = await runQl(['capsules', 'verify', file, '--key', pem], {
      env: { INIT_CWD: folder },
    });
    expect(ended.code).toBe(code);
  });
});

describe('ql doctor', () => {
  it('names what this machine has, each lack with what mends it', async () => {
    const data = mkdtempSync(`${tmpdir()}/ql-doctor-`);
    const { stdout } = await runQl(['doctor', '--json'], { env: { DATA_DIR: data } });
    rmSync(data, { recursive: true });
    const { findings } = JSON.parse(stdout);
    expect(findings.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([
        'node',
        'memory',
        'disk',
        'data folder',
        'bubblewrap',
        'namespaces',
        'cgroups',
      ]),
    );
    expect(
      findings.filter(
        ({ status, fix }: { status: string; fix: string | null }) =>
          status !== 'ok' && fix === null,
      ),
    ).toEqual([]);
  });
});
