import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockEntry */

/**
 * True when the dependencies were set up for exactly this lock file. Reads two small files, so that every
 * npm script can afford it.
 * @param {string} root
 */
export function isSetUp(root) {
  const runtime = `${root}/node_modules/.bin/node`;
  return existsSync(runtime) && readText(stampFile(root)) === lockDigest(root);
}

/** @param {string} root */
export function writeStamp(root) {
  writeFileSync(stampFile(root), lockDigest(root));
}

/**
 * True when npm's own record of what it installed agrees with the lock file, entry by entry; what is optional
 * may be missing, since that is how packages for other platforms are left out.
 * @param {string} root
 */
export function isInstalled(root) {
  const record = readText(`${root}/node_modules/.package-lock.json`);
  if (record === undefined) return false;
  const installed = packagesOf(record);
  const wanted = packagesOf(readFileSync(`${root}/package-lock.json`, 'utf8'));
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed[path];
    if (path === '') return true;
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * How many packages the lock file asks for on this machine at most, and how many folders are there.
 * @param {string} root
 */
export function countPackages(root) {
  const wanted = packagesOf(readFileSync(`${root}/package-lock.json`, 'utf8'));
  const paths = Object.entries(wanted).filter(
    ([path, entry]) => path.includes('node_modules/') && entry.optional !== true,
  );
  return {
    wanted: paths.length,
    found: paths.filter(([path]) => existsSync(`${root}/${path}/package.json`)).length,
  };
}

/**
 * @param {string} text
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {};
}

/** @param {string} root */
function stampFile(root) {
  return `${root}/node_modules/.quantumlayer-setup`;
}

/** @param {string} root */
function lockDigest(root) {
  return createHash('sha256')
    .update(readFileSync(`${root}/package-lock.json`))
    .digest('hex');
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
