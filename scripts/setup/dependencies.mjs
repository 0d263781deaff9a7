import process from 'node:process';
import { countPackages, isInstalled } from './installed.mjs';
import { SetupFailed, say, showProgress } from './report.mjs';
import { runCommand } from './run-command.mjs';

/** Errors only: the engine warnings of packages that want a newer Node than npm runs on are not news here. */
const flags = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--engine-strict=false'];

/** What an npm error code means for the person in front of it. */
const hints = {
  'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET':
    'The package registry could not be reached. Check the connection and `npm config get registry`, `proxy` and `https-proxy`.',
  'UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED|CERT_':
    'The registry showed a certificate that is not trusted. Set `npm config set cafile <file>` to your company root.',
  'EUSAGE|npm error code EUSAGE':
    'package.json and package-lock.json disagree. Run `npm install` and commit both.',
  ENOSPC: 'The disk is full. The dependencies need about 900 MB.',
  'EACCES|EPERM':
    'node_modules may not be written by this user. Remove it, or give it to the user that runs npm.',
  EINTEGRITY: 'A download does not match its digest. Run `npm cache verify` and try again.',
};

/**
 * Installs what package-lock.json names, unless npm's record says that it is there already.
 * @param {string} root
 */
export async function installDependencies(root) {
  if (isInstalled(root)) return;
  const started = Date.now();
  say('installing the dependencies named in package-lock.json (npm ci)');
  const stop = showProgress(() => {
    const { found, wanted } = countPackages(root);
    return `${found} of ${wanted} packages, ${Math.round((Date.now() - started) / 1000)} s`;
  });
  const { code, output } = await runCommand('npm', flags, {
    cwd: root,
    env: outerEnvironment(root),
  });
  stop();
  if (code !== 0) throw new SetupFailed(describeFailure(code, output));
  const { found } = countPackages(root);
  say(`${found} packages in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * The environment without this clone's own node_modules/.bin: npm ci must not run on the Node it replaces.
 * @param {string} root
 */
export function outerEnvironment(root) {
  const path = (process.env.PATH ?? '').split(':');
  const kept = path.filter((folder) => !folder.startsWith(`${root}/`));
  return { ...process.env, PATH: kept.join(':'), npm_config_loglevel: 'error' };
}

/**
 * @param {number} code
 * @param {string} output
 */
export function describeFailure(code, output) {
  const hint = Object.entries(hints).find(([pattern]) => new RegExp(pattern).test(output))?.[1];
  return [
    `npm ${flags.join(' ')} ended with code ${code}:`,
    output.trim(),
    hint ?? 'Run `npm ci` by hand to see the whole of it.',
  ].join('\n');
}
