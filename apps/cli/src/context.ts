import type { Client } from '@quantumlayer/sdk';
import { CliError } from './cli-error.ts';
import type { CliConfig } from './config.ts';
import { exitCodes } from './exit-codes.ts';
import { type Connection, connect } from './server/connect.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What every command is given. */
export type Context = { config: CliConfig; terminal: Terminal };

/** Runs `work` against a server; one that was started for it and is idle afterwards is stopped again. */
export async function withServer<Result>(
  { config, terminal }: Context,
  work: (client: Client, connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(config, terminal);
  try {
    return await work(connection.client, connection);
  } finally {
    await connection.release();
  }
}

/** The project that was named, else the first one. */
export async function chooseProject(client: Client, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const [first] = (await client.listProjects({ limit: 1 })).items;
  if (first !== undefined) return first.id;
  throw new CliError(
    'no-project',
    'The server has no project. Make one and name it with --project.',
    exitCodes.refused,
  );
}

/** One JSON document for a script, or the same said for a person. */
export function printAnswer(
  { terminal }: Context,
  { json }: { json?: boolean | undefined },
  value: unknown,
  show: () => string,
): void {
  terminal.answer(json === true ? JSON.stringify(value) : show());
}
