import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { type Context, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findRunningServer } from '../server/credentials.ts';
import { showHour } from '../terminal/terminal.ts';

type Json = { json?: boolean };

export function openCommand(context: Context): Command {
  return new Command('open')
    .description('Print a link that signs you in once, in the browser')
    .option('--json', 'print the link as JSON')
    .action((options: Json) => printLink(context, options));
}

/** Starts no server, unlike other commands: one of ours ends with its work and delivers no pages. */
async function printLink(context: Context, options: Json): Promise<void> {
  const { config, terminal } = context;
  if (config.url === undefined && findRunningServer(config.dataDir) === undefined) {
    throw new CliError(
      'no-server',
      'No factory runs here. Start it with: npm start. It prints a link itself.',
      exitCodes.noServer,
    );
  }
  const [link, hasPages] = await withServer(context, async (client) => [
    await client.createSignInLink(),
    await deliversPages(client.url),
  ]);
  printAnswer(
    context,
    options,
    link,
    () => `Open ${link.url}  (works once, until ${showHour(link.expiresAt)})`,
  );
  if (!hasPages) {
    terminal.note('That server delivers no pages itself. One that was started by npm start does.');
  }
}

/** False only when the server says so: the link may lead to pages that are deployed elsewhere. */
async function deliversPages(url: string): Promise<boolean> {
  const response = await fetch(`${url}/sign-in`, { redirect: 'manual' });
  await response.body?.cancel();
  return response.status !== 404;
}
