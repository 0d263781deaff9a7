import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runQl } from '../testing/run-ql.ts';
import { startScriptedFactory } from '../testing/scripted-factory.ts';

type Factory = Awaited<ReturnType<typeof startScriptedFactory>>;

describe('ql capsules download', () => {
  let folder: string;
  let factory: Factory | undefined;

  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/ql-download-`);
  });
  afterEach(() => {
    factory?.close();
    rmSync(folder, { recursive: true });
  });

  async function download(
    script: Partial<Parameters<typeof startScriptedFactory>[0]>,
    ...args: string[]
  ) {
    factory = await startScriptedFactory({ steps: [{}], ...script });
    const env = { QL_URL: factory.url, QL_API_KEY: 'secret-key' };
    return await runQl(['capsules', 'download', 'cap_1', '--json', ...args], { env, cwd: folder });
  }
  const spoiled = (bytes: Buffer) => {
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    return bytes;
  };

  it('puts a capsule into a folder that is named', async () => {
    const { stdout } = await download({}, '--out', folder);
    expect(JSON.parse(stdout)).toMatchObject({
      path: `${folder}/invoicing-cap_1.capsule.tar.gz`,
      verified: true,
    });
  });

  it('verifies with the key that signed it, though another signs now', async () => {
    const { code, stdout } = await download({ hasRotated: true });
    expect(JSON.parse(stdout)).toMatchObject({ verified: true });
    expect(code).toBe(0);
  });

  it('writes the code of a verified capsule as a repository that git clones', async () => {
    const { code, stdout } = await download({}, '--format', 'git');
    const { path, verified } = JSON.parse(stdout);
    expect({ code, path, verified }).toEqual({
      ...{ code: 0, verified: true },
      path: `${folder}/invoicing-cap_1.bundle`,
    });
    execFileSync('git', ['clone', '-q', path, `${folder}/clone`]);
    expect(readFileSync(`${folder}/clone/src/main.ts`, 'utf8')).toBe('export const answer = 42;\n');
  });

  it('writes it as a zip', async () => {
    const { stdout } = await download({}, '-f', 'zip', '-o', 'shop.zip');
    expect(JSON.parse(stdout).path).toBe(`${folder}/shop.zip`);
    const zip = readFileSync(`${folder}/shop.zip`);
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect(zip.includes('invoicing/src/main.ts')).toBe(true);
  });

  it('writes it as a git repository in a folder of its own', async () => {
    const { code, stdout } = await download({}, '--git', 'shop');
    const { commit, ...answer } = JSON.parse(stdout);
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: `${folder}/shop` })
        .toString()
        .trim();

    expect({ code, ...answer }).toMatchObject({
      ...{ code: 0, path: `${folder}/shop`, verified: true, versions: 1 },
    });
    expect(git('rev-parse', 'HEAD')).toBe(commit);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('remote')).toBe('');
    expect(readFileSync(`${folder}/shop/src/main.ts`, 'utf8')).toBe('export const answer = 42;\n');
  });

  it('writes no repository of what does not verify, or over what is there', async () => {
    const unverified = await download({ capsuleBytes: spoiled }, '--git', 'shop');
    expect(unverified.code).toBe(1);
    expect(JSON.parse(unverified.stdout).error).toMatchObject({ code: 'capsule-not-verified' });
    expect(readdirSync(folder)).toEqual([]);
    factory?.close();
    writeFileSync(`${folder}/mine`, '');
    const taken = await download({}, '--git', '.');
    expect(taken.code).toBe(2);
    expect(JSON.parse(taken.stdout).error).toMatchObject({ code: 'folder-not-empty' });
    expect(readdirSync(folder)).toEqual(['mine']);
  });

  it('takes a repository or another form, not both', async () => {
    const { code, stdout } = await download({}, '--git', 'shop', '--format', 'zip');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.message).toContain('--format');
  });

  it('writes no code of a capsule that does not verify, and ends with 1', async () => {
    const { code, stdout } = await download(
      { capsuleBytes: spoiled },
      '-f',
      'git',
      '-o',
      'a.bundle',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'capsule-not-verified' });
    expect(existsSync(`${folder}/a.bundle`)).toBe(false);
  });

  it('knows no other form', async () => {
    const { code, stdout } = await download({}, '--format', 'rar');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.message).toContain('capsule, zip, git');
  });
});
