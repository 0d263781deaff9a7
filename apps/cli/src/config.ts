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

/** What the person types before a command of ours, for messages that name the next one. */
export const ql = howStarted(process.env);

function howStarted({ npm_command: how, npm_lifecycle_event: script }: NodeJS.ProcessEnv): string {
  if (how === 'exec') return 'npx ql';
  return script === undefined ? 'ql' : 'npm run ql --';
}

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
