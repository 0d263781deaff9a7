import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runQl } from '../testing/run-ql.ts';
import { startScriptedFactory } from '../testing/scripted-factory.ts';

describe('versions on the command line', () => {
  let folder: string;
  let factory: Awaited<ReturnType<typeof startScriptedFactory>>;

  beforeEach(async () => {
    folder = mkdtempSync(`${tmpdir()}/ql-versions-`);
    factory = await startScriptedFactory({ steps: [{ status: 'waiting' }] });
  });
  afterEach(() => {
    factory.close();
    rmSync(folder, { recursive: true });
  });

  const ql = (...args: string[]) => {
    const env = { QL_URL: factory.url, QL_API_KEY: 'secret-key', DATA_DIR: `${folder}/data` };
    return runQl(args, { env: { ...env, INIT_CWD: folder }, cwd: folder });
  };
  const sent = (end: string) =>
    factory.asked.find(({ method, path }) => method === 'POST' && path.endsWith(end));
  const follow = ['Add', 'a', 'discount', 'to', 'the', 'invoice'];

  it('shows what a change would do, in blueprint, schema and code', async () => {
    const { code, stdout } = await ql('changes', ...follow, '--diff');

    expect(code).toBe(0);
    for (const line of [
      ...['Invoice gets a discount.', 'thanks', 'Which one?', 'migrations/0002_discount.sql'],
      ...['Client.faxNumber is dropped', 'Invoice.code has no value', '~ src/main.ts'],
      ...['README.md', 'src/own.ts', '@@ -1 +1 @@'],
    ])
      expect(stdout).toContain(line);
    expect(sent('/changes')?.body).toEqual({
      ...{ base: { capsuleId: 'cap_1' }, prompt: follow.join(' ') },
    });
  });

  it('starts a run from a version, by its id or the file of its capsule', async () => {
    const made = await ql('capsules', 'download', 'cap_1', '--out', folder, '--json');
    const { path } = JSON.parse(made.stdout);
    await ql('generate', ...follow, '--base', path, '--json');

    expect(sent('/runs')?.body).toMatchObject({
      ...{ base: { capsuleId: 'cap_1' }, prompt: follow.join(' ') },
    });
  });

  it('brings an earlier version back, with what the rows that are there lack', async () => {
    const values = ['Task.code=7', 'Task.pages=12', 'Task.isOpen=true'];
    const { code, stdout, stderr } = await ql(
      ...['capsules', 'restore', 'cap_1'],
      ...values.flatMap((value) => ['--value', value]),
    );

    expect(code).toBe(0);
    expect(stdout).toContain('runs watch run_1');
    expect(sent('/restore')?.body).toEqual({
      values: { 'Task.code': '7', 'Task.pages': 12, 'Task.isOpen': true },
    });
    expect(stderr).toContain('Client.faxNumber is dropped');
  });

  it.each([
    ['code=none', 'is not like Task.code=none'],
    ['Task.code', 'is not like Task.code=none'],
    ['Task.size=7', 'The version has no field Task.size.'],
    ['Task.pages=many', 'Task.pages takes a number, and many is none.'],
  ])('refuses the value %s', async (value, why) => {
    const { code, stderr } = await ql('capsules', 'restore', 'cap_1', '--value', value);

    expect(code).toBe(2);
    expect(stderr).toContain(why);
    expect(sent('/restore')).toBeUndefined();
  });

  it('knows no version that the project has not', async () => {
    writeFileSync(`${folder}/other.capsule.tar.gz`, 'another');
    const { code, stdout } = await ql('changes', 'x', '--base', 'other.capsule.tar.gz', '--json');

    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.code).toBe('version-not-found');
  });

  it('hands in a folder that was changed', async () => {
    mkdirSync(`${folder}/app`);
    writeFileSync(`${folder}/app/README.md`, '# Mine\n');
    const { code, stdout } = await ql(
      'capsules',
      'edit',
      'cap_1',
      'app',
      '--title',
      'Mine',
      '--json',
    );

    expect(code).toBe(0);
    expect(JSON.parse(stdout).id).toBe('run_1');
    expect(sent('/edits')?.body).toContain('PK');
    expect((await ql('capsules', 'edit', 'cap_1', 'nothing', '--json')).code).toBe(2);
  });

  it('pushes the code of a version to a remote', async () => {
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', 'remote.git'], { cwd: folder });
    const push = ['capsules', 'push', 'cap_1', '--remote', `${folder}/remote.git`, '--json'];
    const { code, stdout } = await ql(...push);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ isNew: true });
    expect(JSON.parse((await ql(...push)).stdout)).toMatchObject({ isNew: false });
  });
});
