import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from './dependencies.mjs';
import { isInstalled, isSetUp, writeStamp } from './installed.mjs';
import { isAbandoned, withLock } from './lock.mjs';

describe('the set-up guard', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(`${tmpdir()}/ql-setup-`);
    mkdirSync(`${root}/node_modules/.bin`, { recursive: true });
    copyFileSync('package-lock.json', `${root}/package-lock.json`);
    copyFileSync('node_modules/.package-lock.json', `${root}/node_modules/.package-lock.json`);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is satisfied only with both a stamp of this lock file and the runtime', () => {
    expect(isSetUp(root)).toBe(false);
    writeStamp(root);
    expect(isSetUp(root)).toBe(false);
    writeFileSync(`${root}/node_modules/.bin/node`, '');
    expect(isSetUp(root)).toBe(true);
  });

  it('is no longer satisfied when the lock file changes', () => {
    writeFileSync(`${root}/node_modules/.bin/node`, '');
    writeStamp(root);
    writeFileSync(`${root}/package-lock.json`, `${readFileSync('package-lock.json', 'utf8')} `);
    expect(isSetUp(root)).toBe(false);
  });

  it('sees that a package of another version is installed', () => {
    expect(isInstalled(root)).toBe(true);
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    lock.packages['node_modules/vitest'].version = '0.0.1';
    writeFileSync(`${root}/package-lock.json`, JSON.stringify(lock));
    expect(isInstalled(root)).toBe(false);
  });

  it('lets one set-up of a clone run at a time', async () => {
    const order: string[] = [];
    const enter = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} out`);
      rmSync(`${root}/.setup.lock`);
    };
    await Promise.all([withLock(root, enter('a')), withLock(root, enter('b'))]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('takes the lock of a process that is gone for abandoned, and of a living one not', () => {
    writeFileSync(`${root}/lock`, '999999999');
    expect(isAbandoned(`${root}/lock`)).toBe(true);
    writeFileSync(`${root}/lock`, String(process.pid));
    expect(isAbandoned(`${root}/lock`)).toBe(false);
  });
});

describe('a failed npm ci', () => {
  it.each([
    ['npm error code ENOTFOUND', 'registry could not be reached'],
    ['npm error code ENOSPC', 'disk is full'],
    ['npm error code EUSAGE', 'disagree'],
    ['something else', 'by hand'],
  ])('keeps its output and adds a hint: %s', (output, hint) => {
    const message = describeFailure(1, output);
    expect(message).toContain(output);
    expect(message).toContain(hint);
  });
});
