import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileCredentialStore } from './file-credential-store.ts';

describe('file credential store', () => {
  let root: string;
  let path: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'credentials-'));
    path = join(root, 'data', 'credentials.json');
  });
  afterEach(() => rm(root, { recursive: true }));

  const store = () => createFileCredentialStore(path);

  it('has nothing before something was written', async () => {
    expect(await store().read()).toBeNull();
  });

  it('gives back what was written, also to the next process', async () => {
    await store().write('ql_first');
    await store().write('ql_second');

    expect(await store().read()).toBe('ql_second');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ apiKey: 'ql_second' });
  });

  it('shows it to the owner alone', async () => {
    await store().write('ql_secret');

    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(root, 'data'))).mode & 0o777).toBe(0o700);
  });

  it('takes rights back that others were given', async () => {
    await mkdir(join(root, 'data'));
    await writeFile(path, '{}', { mode: 0o644 });
    await store().write('ql_secret');

    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['half a file', '{"apiKey": "ql_'],
    ['another form', '{"token":"x"}'],
    ['a key that is no text', '{"apiKey":7}'],
    ['nothing', ''],
  ])('takes %s for none', async (_case, text) => {
    await mkdir(join(root, 'data'));
    await writeFile(path, text);

    expect(await store().read()).toBeNull();
  });

  it('does not take a file that it cannot read for none', async () => {
    await mkdir(path, { recursive: true });

    await expect(store().read()).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('leaves no draft of a secret behind when it cannot be put into place', async () => {
    await mkdir(join(path, 'in-the-way'), { recursive: true });

    await expect(store().write('ql_secret')).rejects.toThrow();
    expect(await readdir(join(root, 'data'))).toEqual(['credentials.json']);
  });

  it('is never seen half written', async () => {
    const secrets = ['ql_a', 'ql_b'.repeat(2_000)];
    await store().write('ql_a');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...secrets), async (secret) => {
        const [, seen] = await Promise.all([store().write(secret), store().read()]);
        expect(secrets).toContain(seen);
      }),
      { numRuns: 30 },
    );
  });
});
