import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './report.mjs';

/** After this a lock is taken for abandoned, whatever process now has its number. */
const ABANDONED_MS = 30 * 60_000;

/**
 * Runs `work` while no other set-up of the same clone does; the second one waits and then finds everything done.
 * @param {string} root
 * @param {() => Promise<void>} work
 */
export async function withLock(root, work) {
  const file = `${root}/.setup.lock`;
  const remove = () => rmSync(file, { force: true });
  for (let isFirst = true; !tryTake(file); isFirst = false) {
    if (isFirst) say('another set-up of this clone is running; waiting for it');
    if (isAbandoned(file)) remove();
    await wait(200);
  }
  process.once('exit', remove);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(130));
  }
  await work();
}

/** @param {string} file */
function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
export function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > ABANDONED_MS) return true;
    return owner > 0 && !isAlive(owner);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
