import { type Client, createClient, ServerUnreachable } from '@quantumlayer/sdk';
import { CliError } from '../cli-error.ts';
import { type CliConfig, ql } from '../config.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { findRunningServer, getApiKey } from './credentials.ts';
import { isReady, startServer } from './start-server.ts';
import { stopServer } from './stop-server.ts';

export type Connection = {
  client: Client;
  /** Whether this command started the server, which then ends when it has nothing left to do. */
  isOwnServer: boolean;
  /** Ends the server at once if this command started it and nobody else has work or a preview there. */
  release(): Promise<void>;
};

/** The server that QL_URL names, else the one that runs on the data folder, else a new one there. */
export async function connect(config: CliConfig, terminal: Terminal): Promise<Connection> {
  const { url, isOwnServer } = await findOrStart(config, terminal);
  const client = createClient({ url, apiKey: getApiKey(config) });
  return {
    client,
    isOwnServer,
    async release() {
      if (!isOwnServer) return;
      try {
        if (await isIdle(client)) await stopServer(config.dataDir);
      } catch (error) {
        if (error instanceof ServerUnreachable) return;
        const why = error instanceof Error ? error.message : String(error);
        terminal.note(`The server is left running (${ql} stop ends it): ${why}`);
      }
    },
  };
}

async function findOrStart(
  config: CliConfig,
  terminal: Terminal,
): Promise<{ url: string; isOwnServer: boolean }> {
  if (config.url !== undefined) {
    if (await isReady(config.url)) return { url: config.url, isOwnServer: false };
    throw new CliError(
      'server-not-ready',
      `The server at ${config.url} (QL_URL) does not answer /readyz. Start it, or unset QL_URL to start one here.`,
      exitCodes.noServer,
    );
  }
  const running = findRunningServer(config.dataDir);
  if (running !== undefined && (await isReady(running.url))) {
    return { url: running.url, isOwnServer: false };
  }
  return await startServer(config, terminal);
}

async function isIdle(client: Client): Promise<boolean> {
  const { items: projects } = await client.listProjects();
  for (const { id } of projects) {
    const previews = await client.listPreviews(id);
    if (previews.items.some(({ status }) => status === 'running' || status === 'starting'))
      return false;
    const runs = await client.listRuns(id);
    if (runs.items.some(({ finishedAt }) => finishedAt === null)) return false;
  }
  return true;
}
