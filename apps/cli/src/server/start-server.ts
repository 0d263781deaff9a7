import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CliError } from '../cli-error.ts';
import { type CliConfig, ql } from '../config.ts';
import { exitCodes } from '../exit-codes.ts';
import { showDuration, type Terminal } from '../terminal/terminal.ts';
import { findRunningServer } from './credentials.ts';

const START_LIMIT_MS = 120_000;

/**
 * Starts a server of its own process group on the data folder and waits until it is ready. It outlives this command
 * and ends by itself when it has nothing left to do; `ql stop` ends it at once.
 */
export async function startServer(config: CliConfig, terminal: Terminal): Promise<string> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const logFile = join(config.dataDir, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, [config.serverEntry], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...config.environment,
      DATA_DIR: config.dataDir,
      PORT: '0',
      NODE_ENV: 'production',
      QL_EXIT_WHEN_IDLE: 'true',
    },
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  child.unref();

  const started = Date.now();
  const progress = showStart(terminal, started);
  try {
    while (ended === undefined && Date.now() - started < START_LIMIT_MS) {
      const server = findRunningServer(config.dataDir);
      if (server !== undefined && server.pid === child.pid && (await isReady(server.url))) {
        return server.url;
      }
      await wait(50);
    }
  } finally {
    progress.close();
  }
  child.kill();
  throw new CliError('server-not-started', describe(ended, logFile), exitCodes.noServer);
}

/** True when the server says that each of its parts is ready; false while it is starting or gone. */
export async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function showStart(terminal: Terminal, started: number): { close(): void } {
  if (!terminal.isInteractive) {
    terminal.note('Starting the factory');
    return { close() {} };
  }
  const timer = setInterval(
    () => terminal.draw(`\r\u001b[2KStarting the factory  ${showDuration(Date.now() - started)}`),
    100,
  );
  return {
    close() {
      clearInterval(timer);
      terminal.draw('\r\u001b[2K');
    },
  };
}

function describe(ended: string | undefined, logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-12);
  const why = ended ?? `it was not ready within ${START_LIMIT_MS / 1000} s`;
  return `The factory did not start: ${why}. The end of ${logFile}:\n${lines.join('\n')}\nWhat this machine lacks: ${ql} doctor`;
}
