import { Command } from 'commander';
import { ql } from '../config.ts';
import { type Context, printAnswer } from '../context.ts';
import { connect } from '../server/connect.ts';
import { showHour } from '../terminal/terminal.ts';

type Json = { json?: boolean };

export function openCommand(context: Context): Command {
  return new Command('open')
    .description('Print a link that signs you in once, in the browser')
    .option('--json', 'print the link as JSON')
    .action((options: Json) => printLink(context, options));
}

/** A server that was started for this is left running: the link leads to it. */
async function printLink(context: Context, options: Json): Promise<void> {
  const { config, terminal } = context;
  const { client, isOwnServer } = await connect(config, terminal);
  const link = await client.createSignInLink();
  printAnswer(
    context,
    options,
    link,
    () => `Open ${link.url}  (works once, until ${showHour(link.expiresAt)})`,
  );
  if (isOwnServer) {
    terminal.note(`The server ends when nobody has used it for 15 minutes; ${ql} stop ends it.`);
  }
}
