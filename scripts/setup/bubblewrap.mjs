import { existsSync } from 'node:fs';
import process from 'node:process';
import { say } from './report.mjs';
import { runCommand } from './run-command.mjs';

const install = ['install', '-y', '--no-install-recommends', 'bubblewrap'];

/**
 * Bubblewrap isolates the generated code. Root on a Debian-like system gets it installed; everybody else is told
 * how, once. Its absence stops nothing here: the sandbox has a second driver, and `ql doctor` names what is used.
 */
export async function offerBubblewrap() {
  if (process.platform !== 'linux' || isOnPath('bwrap')) return;
  const canInstall = existsSync('/etc/debian_version') && isOnPath('apt-get');
  const isForbidden = process.env.QL_NO_SYSTEM_PACKAGES === '1';
  if (!canInstall || isForbidden || process.getuid?.() !== 0) {
    return say(
      `generated code is best isolated by bubblewrap, which is missing: ${advice(canInstall)}`,
    );
  }
  say(
    `apt-get ${install.join(' ')} (isolates generated code; QL_NO_SYSTEM_PACKAGES=1 turns this off)`,
  );
  const problem = await installWithApt();
  if (problem !== undefined) {
    say(
      `bubblewrap could not be installed, going on without it: ${problem}\n  Later: ${advice(true)}`,
    );
  }
}

/** @returns {Promise<string | undefined>} why it failed */
async function installWithApt() {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 180_000,
  };
  const first = await runCommand('apt-get', install, options);
  if (first.code === 0) return undefined;
  await runCommand('apt-get', ['update'], options);
  const second = await runCommand('apt-get', install, options);
  return second.code === 0 ? undefined : second.output.trim().split('\n').at(-1);
}

/** @param {boolean} hasApt */
function advice(hasApt) {
  return hasApt
    ? 'sudo apt-get install -y bubblewrap'
    : 'install the package `bubblewrap` of your system';
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`));
}
