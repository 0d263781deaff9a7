import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import process from 'node:process';
import { outerEnvironment } from './dependencies.mjs';
import { SetupFailed, say } from './report.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Makes sure that node_modules/.bin/node is the Node the sources are written for, and returns its version.
 * The `node` package fetches the program in an install script; where such scripts are switched off, the same
 * script is run here by name.
 * @param {string} root
 */
export async function ensureRuntime(root) {
  const wanted = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).devDependencies.node;
  if ((await installedVersion(root)) === wanted) return wanted;
  say(`fetching Node ${wanted} (install scripts are switched off here)`);
  const { output } = await runCommand(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: `${root}/node_modules/node`,
    env: outerEnvironment(root),
    timeoutMs: 300_000,
  });
  linkRuntime(root);
  const found = await installedVersion(root);
  if (found === wanted) return wanted;
  throw new SetupFailed(
    `node_modules/.bin/node is ${found ?? 'missing'}, but ${wanted} is needed.\n${output.trim()}\n` +
      `Node ${wanted} comes from the npm package node-${process.platform}-${process.arch}; check that your registry serves it.`,
  );
}

/**
 * npm links programs before this one is there, so that the link is made here.
 * @param {string} root
 */
function linkRuntime(root) {
  const link = `${root}/node_modules/.bin/node`;
  if (existsSync(link) || !existsSync(`${root}/node_modules/node/bin/node`)) return;
  mkdirSync(`${root}/node_modules/.bin`, { recursive: true });
  symlinkSync('../node/bin/node', link);
}

/** @param {string} root */
async function installedVersion(root) {
  const { code, output } = await runCommand(`${root}/node_modules/.bin/node`, ['--version']);
  return code === 0 ? output.trim().replace(/^v/, '') : undefined;
}
