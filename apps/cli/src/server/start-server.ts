import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serverNodeFlags } from '@quantumlayer/machine/server-node-flags';
import { CliError } from '../cli-error.ts';
import { type CliConfig, ql } from '../config.ts';
import { exitCodes } from '../exit-codes.ts';
import { showDuration, type Terminal } from '../terminal/terminal.ts';
import { findRunningServer, isHeld } from './credentials.ts';

const START_LIMIT_MS = 120_000;

type StartedServer = { url: string; isOwnServer: boolean };

/**
 * Starts a server of its own process group on the data folder and waits until it is ready. It outlives this command
 * and ends by itself when it has nothing left to do; `ql stop` ends it at once. While another process has the folder,
 * a server that is just starting or stopping, that one is waited for.
 */
export async function startServer(config: CliConfig, terminal: Terminal): Promise<StartedServer> {
  const { dataDir } = config;
  const started = Date.now();
  const progress = showStart(terminal, started);
  let own: OwnProcess | undefined;
  try {
    while (Date.now() - started < START_LIMIT_MS) {
      const server = findRunningServer(dataDir);
      if (server !== undefined && (await isReady(server.url))) {
        const isOwnServer = server.pid === own?.child.pid;
        if (!isOwnServer) own?.child.kill();
        return { url: server.url, isOwnServer };
      }
      if (!isHeld(dataDir)) {
        if (own?.ended !== undefined) break;
        own ??= spawnServer(config);
      }
      await wait(50);
    }
  } finally {
    progress.close();
  }
  own?.child.kill();
  throw new CliError('server-not-started', describe(own?.ended, dataDir), exitCodes.noServer);
}

type OwnProcess = { child: ChildProcess; ended?: string };

function spawnServer({ dataDir, serverEntry, environment }: CliConfig): OwnProcess {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const log = openSync(logFileOf(dataDir), 'w', 0o600);
  const child = spawn(process.execPath, [...serverNodeFlags, serverEntry], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...environment,
      DATA_DIR: dataDir,
      PORT: '0',
      NODE_ENV: 'production',
      QL_EXIT_WHEN_IDLE: 'true',
    },
  });
  closeSync(log);
  const own: OwnProcess = { child };
  child.once('error', (error) => {
    own.ended = error.message;
  });
  child.once('exit', (code, signal) => {
    own.ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  child.unref();
  return own;
}

const logFileOf = (dataDir: string) => join(dataDir, 'server.log');

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

function describe(ended: string | undefined, dataDir: string): string {
  const logFile = logFileOf(dataDir);
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n') : [];
  const why = ended ?? `it was not ready within ${START_LIMIT_MS / 1000} s`;
  return `The factory did not start: ${why}. The end of ${logFile}:\n${lines.slice(-12).join('\n')}\nWhat this machine lacks: ${ql} doctor`;
}
