import { spawn } from 'node:child_process';
import type { Preview } from '@quantumlayer/contracts';
import type { Client } from '@quantumlayer/sdk';
import { Command } from 'commander';
import { type Context, chooseProject, printAnswer, withServer } from '../context.ts';
import { colourStatus, showTime } from '../terminal/terminal.ts';
import { addressOf, describePreview } from './describe-preview.ts';
import { count, type ListOptions, listCommand, showPage } from './list-command.ts';

type Json = { json?: boolean };

export function previewsCommand(context: Context): Command {
  return new Command('previews')
    .description('List, open and stop running copies of capsules')
    .addCommand(
      listCommand('the previews of a project, newest first').action((options) =>
        listPreviews(context, options),
      ),
    )
    .addCommand(
      onePreview('open', 'Open a preview in the browser, or print its address').action(
        (id, options) => open(context, id, options),
      ),
    )
    .addCommand(
      onePreview('share', 'Print the link to a preview, until when it lives and who can open it')
        .option(
          '--new-address',
          'give it a new address first: links to the one before stop working',
        )
        .action((id, options) => share(context, id, options)),
    )
    .addCommand(
      onePreview('stop', 'Stop a preview').action((id, options) =>
        change(context, options, (client) => client.stopPreview(id)),
      ),
    )
    .addCommand(
      onePreview('extend', 'Let a preview live longer')
        .option('-m, --minutes <count>', 'by how many minutes', count, 60)
        .action((id, options) =>
          change(context, options, (client) => client.extendPreview(id, options.minutes)),
        ),
    )
    .addCommand(
      onePreview('logs', 'Print what a preview wrote').action((id, options) =>
        printLogs(context, id, options),
      ),
    );
}

function onePreview(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<preview>', 'id of the preview')
    .option('--json', 'print the answer as JSON');
}

async function listPreviews(context: Context, options: ListOptions): Promise<void> {
  const page = await withServer(context, async (client) =>
    client.listPreviews(await chooseProject(client, options.project), options.page()),
  );
  printAnswer(context, options, page, () =>
    showPage(['preview', 'status', 'until', 'address'], page, (preview) => [
      preview.id,
      colourStatus(preview.status),
      showTime(preview.expiresAt),
      addressOf(preview),
    ]),
  );
}

async function open(context: Context, id: string, options: Json): Promise<void> {
  const preview = await withServer(context, (client) => client.getPreview(id));
  printAnswer(context, options, preview, () => describePreview(preview));
  if (context.terminal.isInteractive && options.json !== true && preview.status === 'running') {
    const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
    const child = spawn(opener, [preview.url], { detached: true, stdio: 'ignore' });
    child.once('error', () =>
      context.terminal.note(`There is no ${opener} here: open the address yourself.`),
    );
    child.unref();
  }
}

const REACH = {
  machine: 'It opens on the machine of the factory only; PREVIEW_URL lets others in.',
  network: 'Everybody who has this link and reaches the factory can open it.',
} as const;

async function share(
  context: Context,
  id: string,
  options: Json & { newAddress?: boolean },
): Promise<void> {
  const preview = await withServer(context, (client) =>
    options.newAddress === true ? client.renewPreviewAddress(id) : client.getPreview(id),
  );
  printAnswer(context, options, preview, () =>
    preview.status === 'running'
      ? `${preview.url}  until ${showTime(preview.expiresAt)}\n  ${REACH[preview.reach]}`
      : describePreview(preview),
  );
}

async function change(
  context: Context,
  options: Json,
  act: (client: Client) => Promise<Preview>,
): Promise<void> {
  const preview = await withServer(context, act);
  printAnswer(context, options, preview, () => describePreview(preview));
}

async function printLogs(context: Context, id: string, options: Json): Promise<void> {
  const logs = await withServer(context, (client) => client.getPreviewLogs(id));
  printAnswer(context, options, { id, logs }, () => logs.trimEnd());
}
