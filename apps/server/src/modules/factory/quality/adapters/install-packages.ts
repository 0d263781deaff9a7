import { spawn } from 'node:child_process';
import { DependenciesUnavailable } from '../domain/quality-errors.ts';

export const INSTALL_COMMAND = [
  'npm',
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
] as const;

const PASSED_ON =
  /^(PATH|(https?|no)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|npm_config_(registry|userconfig|globalconfig|cache|cafile|proxy|https_proxy|noproxy|strict_ssl))$/i;

/** The part of an environment that installing needs: the way to the registry and nothing else. */
export function installEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): Record<string, string> {
  const kept = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && PASSED_ON.test(name) ? [[name, value] as const] : [],
  );
  const userConfig = environment.HOME
    ? { npm_config_userconfig: `${environment.HOME}/.npmrc` }
    : {};
  return {
    ...userConfig,
    npm_config_cache: `${home}/cache`,
    ...Object.fromEntries(kept),
    HOME: home,
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'http',
  };
}

type Install = {
  folder: string;
  environment: Record<string, string>;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  onLine(line: string): void;
};

const OFFLINE = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/;
const LONGEST_LOG = 8_000;

/** Runs `npm ci` without package scripts; throws `DependenciesUnavailable` with the end of its log. */
export function installPackages(install: Install): Promise<void> {
  const { folder, environment, timeoutMs, signal, onLine } = install;
  const [program, ...args] = INSTALL_COMMAND;
  return new Promise((resolve, reject) => {
    let log = '';
    const limit = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    const child = spawn(program, args, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stop,
      killSignal: 'SIGKILL',
    });
    const read = (chunk: Buffer) => {
      log = (log + chunk.toString('utf8')).slice(-LONGEST_LOG);
      for (const line of chunk.toString('utf8').split('\n')) if (line.trim() !== '') onLine(line);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => {
      if (signal?.aborted) reject(signal.reason);
      else reject(explain(error, limit.aborted ? timeoutMs : null, log));
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(explainExit(code, log));
    });
  });
}

function explain(error: Error, limitMs: number | null, log: string): DependenciesUnavailable {
  const late = `npm did not finish within ${Math.round((limitMs ?? 0) / 1000)} s`;
  return limitMs === null
    ? new DependenciesUnavailable('program', `npm did not start (${error.message})`, log, error)
    : new DependenciesUnavailable('registry', late, log, error);
}

function explainExit(code: number | null, log: string): DependenciesUnavailable {
  if (OFFLINE.test(log)) {
    return new DependenciesUnavailable('registry', 'the registry could not be reached', log);
  }
  const line = log.split('\n').find((one) => /npm (error|ERR!) (?!code)/.test(one));
  const why = `npm ended with exit code ${code}${line === undefined ? '' : ` (${line.trim()})`}`;
  const cause = log.includes('EUSAGE') ? 'lock-file' : 'other';
  return new DependenciesUnavailable(cause, why, log);
}
