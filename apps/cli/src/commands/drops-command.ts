import type { DropDiff } from '@quantumlayer/contracts';
import { showSize } from '@quantumlayer/machine';
import { Command } from 'commander';
import pc from 'picocolors';
import { type Context, chooseProject, printAnswer, withServer } from '../context.ts';
import { showTime } from '../terminal/terminal.ts';
import { type ListOptions, listCommand, showPage } from './list-command.ts';

type Json = { json?: boolean };

export function dropsCommand(context: Context): Command {
  return new Command('drops')
    .description('List, show and compare what the stages left')
    .addCommand(
      listCommand('the drops of a project, newest first', (command) =>
        command
          .option('--run <id>', 'only what this run left')
          .option('--stage <key>', 'only what this stage left, such as design'),
      ).action((options) => listDrops(context, options)),
    )
    .addCommand(
      new Command('show')
        .description('Print the content of a drop')
        .argument('<drop>', 'id of the drop')
        .option('--json', 'print it as it is stored, without indentation')
        .action((id, options) => showDrop(context, id, options)),
    )
    .addCommand(
      new Command('diff')
        .description('Show what changed from one drop to another')
        .argument('<older>', 'id of the older drop')
        .argument('<newer>', 'id of the newer drop')
        .option('--json', 'print the difference as JSON')
        .action((older, newer, options) => diffDrops(context, older, newer, options)),
    );
}

async function listDrops(context: Context, options: ListOptions): Promise<void> {
  const { project, run, stage } = options;
  const wanted = { ...(run !== undefined && { run }), ...(stage !== undefined && { stage }) };
  const page = await withServer(context, async (client) =>
    client.listDrops(await chooseProject(client, project), { ...options.page(), ...wanted }),
  );
  printAnswer(context, options, page, () =>
    showPage(
      ['drop', 'stage', 'version', 'size', 'created', 'run'],
      page,
      ({ id, stage, version, size, createdAt, runId }) => [
        id,
        stage,
        `${version}`,
        showSize(size),
        showTime(createdAt),
        runId,
      ],
    ),
  );
}

async function showDrop(context: Context, id: string, { json }: Json): Promise<void> {
  const content = await withServer(context, (client) => client.getDropContent(id));
  const stored = typeof content === 'string' ? content : JSON.stringify(content);
  context.terminal.answer(json === true ? stored : indentJson(stored));
}

/** Most drops are JSON; what is not stays as it is. */
function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function diffDrops(
  context: Context,
  older: string,
  newer: string,
  options: Json,
): Promise<void> {
  const diff = await withServer(context, (client) => client.diffDrops(newer, older));
  printAnswer(context, options, diff, () => showDiff(diff));
}

const signs = { added: pc.green('+'), removed: pc.red('-'), changed: pc.yellow('~') };

function showDiff({ identical, changes, files, truncated }: DropDiff): string {
  if (identical) return 'The two are equal.';
  return [
    ...changes.map(({ path, kind, before, after }) =>
      `${signs[kind]} ${path}  ${[before, after].filter((value) => value !== null).join(' -> ')}`.trimEnd(),
    ),
    ...files.flatMap(({ path, kind, patch }) => [
      `${signs[kind]} ${path}`,
      ...(patch === null ? [] : [patch]),
    ]),
    ...(truncated ? [pc.dim('The difference is larger than what is shown.')] : []),
  ].join('\n');
}
