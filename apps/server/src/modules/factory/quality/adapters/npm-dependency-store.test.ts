import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DependenciesUnavailable } from '../domain/quality-errors.ts';
import { createNpmDependencyStore } from './npm-dependency-store.ts';

/** A package manager of our own on the PATH: it counts its calls and does what the test says. */
const works =
  'mkdir -p node_modules/one && echo \'{"license":"MIT"}\' > node_modules/one/package.json';
const lock = (integrity: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/one': { version: '1.0.0', integrity },
      'node_modules/other-platform': { version: '2.0.0', optional: true, integrity },
    },
  });
const request = (integrity = 'sha512-a') => ({ packageJson: '{}', lockFile: lock(integrity) });

describe('npm dependency store', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sets-'));
    await mkdir(join(root, 'bin'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function open(script: string, attempts = 1) {
    const program = join(root, 'bin/npm');
    await writeFile(
      program,
      `#!/bin/sh\necho call >> ${root}/calls\nenv > ${root}/env\n${script}\n`,
    );
    await chmod(program, 0o755);
    return createNpmDependencyStore({
      folder: join(root, 'sets'),
      environment: { PATH: `${root}/bin:${process.env.PATH}`, SECRET_KEY: 'no', HOME: '/home/me' },
      logger: pino({ level: 'silent' }),
      attempts,
    });
  }
  const calls = async () => (await readFile(join(root, 'calls'), 'utf8')).trim().split('\n').length;
  const hasBegun = () => expect.poll(() => existsSync(join(root, 'calls'))).toBe(true);
  const visible = async () => {
    const names = await readdir(join(root, 'sets'));
    return names.filter((name) => !name.startsWith('.home'));
  };

  it('installs a set and lists the packages that are really there', async () => {
    const set = await (await open(works)).ensure(request());

    expect(set).toMatchObject({
      packages: [{ name: 'one', version: '1.0.0', licence: 'MIT', integrity: 'sha512-a' }],
      contentDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      lockDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(existsSync(join(set.folder, 'one/package.json'))).toBe(true);
  });

  it('installs it once, for this process and for the next', async () => {
    const store = await open(works);
    const [one, two] = await Promise.all([store.ensure(request()), store.ensure(request())]);
    const next = await (await open(works)).ensure(request());

    expect(await calls()).toBe(1);
    expect(two).toEqual(one);
    expect(next).toEqual(one);
  });

  it('lets two stores on one folder install it once', async () => {
    const [one, other] = [await open(`sleep 0.1; ${works}`), await open(`sleep 0.1; ${works}`)];
    const waits: string[] = [];
    const progress = (message: string) => void waits.push(message);
    await Promise.all([one.ensure(request(), { progress }), other.ensure(request(), { progress })]);

    expect(await calls()).toBe(1);
    expect(waits).toContain('waiting for another process that installs dependencies');
  });

  it('keeps a set for each lock file', async () => {
    const store = await open(works);
    const one = await store.ensure(request('sha512-a'));
    const other = await store.ensure(request('sha512-b'));

    expect(other.folder).not.toBe(one.folder);
    expect(other.lockDigest).not.toBe(one.lockDigest);
    expect(other.contentDigest).toBe(one.contentDigest);
  });

  it('gives the package manager no secret of the factory and a home of its own', async () => {
    await (await open(works)).ensure(request());
    const environment = await readFile(join(root, 'env'), 'utf8');

    expect(environment).not.toContain('SECRET_KEY');
    expect(environment).toContain(`HOME=${root}/sets/.home`);
    expect(environment).toContain('npm_config_userconfig=/home/me/.npmrc');
  });

  it('leaves nothing of an installation that failed, and tries again when asked', async () => {
    const failing = await open('mkdir node_modules; echo "npm error code EX"; exit 1');

    await expect(failing.ensure(request())).rejects.toBeInstanceOf(DependenciesUnavailable);
    expect(await visible()).toEqual([]);
    expect((await (await open(works)).ensure(request())).packages).toHaveLength(1);
  });

  it('tries again by itself when the registry fails once', async () => {
    const store = await open(
      `if [ ! -e ${root}/once ]; then touch ${root}/once; echo ECONNRESET; exit 1; fi; ${works}`,
      2,
    );

    expect((await store.ensure(request())).packages).toHaveLength(1);
    expect(await calls()).toBe(2);
  });

  it('does not try again what will not pass', async () => {
    const store = await open('echo "npm error code EUSAGE"; exit 1', 3);

    await expect(store.ensure(request())).rejects.toThrow(/lock file disagree/);
    expect(await calls()).toBe(1);
  });

  it.each([
    [
      'the registry is out of reach',
      'echo "request failed ENOTFOUND"; exit 1',
      /connect this machine/,
    ],
    [
      'the script ends otherwise',
      'echo "npm error oh dear"; exit 3',
      /exit code 3 \(npm error oh dear\)/,
    ],
  ])('says what to do when %s', async (_case, script, message) => {
    await expect((await open(script)).ensure(request())).rejects.toThrow(message);
  });

  it('says so when there is no package manager', async () => {
    const store = createNpmDependencyStore({
      folder: join(root, 'sets'),
      environment: { PATH: '/nowhere' },
      logger: pino({ level: 'silent' }),
    });

    await expect(store.ensure(request())).rejects.toThrow(/npm did not start.*on the PATH/);
  });

  it('takes a folder without a receipt for what a crash left', async () => {
    const store = await open(works);
    const set = await store.ensure(request());
    await rm(join(set.folder, '../installed.json'));
    await rm(set.folder, { recursive: true });

    expect((await store.ensure(request())).packages).toHaveLength(1);
    expect(await calls()).toBe(2);
  });

  it('removes the drafts that a crash left', async () => {
    const store = await open(works);
    const { folder } = await store.ensure(request());
    const draft = `${join(folder, '..')}.draft-old`;
    await mkdir(draft);
    await rm(join(folder, '../installed.json'));
    await store.ensure(request());

    expect(existsSync(draft)).toBe(false);
    expect(await visible()).toHaveLength(1);
  });

  it('goes on for one caller when the other, who began it, is cancelled', async () => {
    const store = await open(`sleep 0.3; ${works}`);
    const cancelled = new AbortController();
    const first = store.ensure(request(), { signal: cancelled.signal });
    await hasBegun();
    const second = store.ensure(request());
    cancelled.abort();

    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).packages).toHaveLength(1);
  });

  it('goes on for the one who began it when another, who waits for it, is cancelled', async () => {
    const store = await open(`while [ ! -e ${root}/go ]; do sleep 0.05; done; ${works}`);
    const cancelled = new AbortController();
    const first = store.ensure(request());
    await hasBegun();
    const second = store.ensure(request(), { signal: cancelled.signal });
    cancelled.abort();

    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await writeFile(join(root, 'go'), '');
    expect((await first).packages).toHaveLength(1);
    expect(await calls()).toBe(1);
  });
});
