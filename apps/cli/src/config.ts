import { resolve } from 'node:path';

export type CliConfig = {
  /** Address of a server to use; otherwise one is found or started on the data folder. */
  url: string | undefined;
  apiKey: string | undefined;
  /** Where an embedded server keeps its data, and its address and key for us. */
  dataDir: string;
  /** Where the person stands: npm moves to the root of the repository before it runs a script. */
  workingDirectory: string;
  /** The server's entry file. */
  serverEntry: string;
  environment: NodeJS.ProcessEnv;
};

const repository = resolve(import.meta.dirname, '../../..');

/** The only reader of the environment in the command line. */
export function readCliConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  const workingDirectory = env.INIT_CWD ?? process.cwd();
  return {
    url: env.QL_URL?.replace(/\/+$/, '') || undefined,
    apiKey: env.QL_API_KEY || undefined,
    dataDir: resolve(repository, env.DATA_DIR || '.quantumlayer'),
    workingDirectory,
    serverEntry: `${repository}/apps/server/src/main.ts`,
    environment: env,
  };
}
